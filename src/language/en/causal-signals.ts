import type { CausalMode, CausalRelation } from "../analysis.js";

/**
 * How a signal finds its two arguments. NEAR is the argument beside the signal, FAR the other one:
 * - CLAUSE: a clause follows ("because the road was closed"); FAR is the clause before, or after the comma.
 * - PHRASE: a noun phrase or gerund follows ("due to rain"); FAR as above.
 * - CLAUSE_OR_PHRASE: either follows ("after the vote", "after they voted").
 * - INFINITIVE: a bare verb follows ("in order to end the war").
 * - PARTICIPLE: the signal itself opens NEAR ("demanding answers", "leaving three dead").
 * - COPULA: subject, signal, noun phrase or clause ("X was a response to Y").
 * - NOUN: a noun, its argument, a copula, the other argument ("the reason for the delay was a strike"); NEAR is the first.
 * - SEQUEL: the clause after the signal goes back to the clause before it ("and so", "As a result,").
 */
export type SignalFrame =
	| "CLAUSE"
	| "PHRASE"
	| "CLAUSE_OR_PHRASE"
	| "INFINITIVE"
	| "PARTICIPLE"
	| "COPULA"
	| "NOUN"
	| "SEQUEL";

/** What has to stand in the sentence for an ambiguous signal to be causal; the word lists are in causal-words.ts. */
export type SignalGuard =
	| "NONE"
	/** A word of sanction or blame governs ("arrested for", "blamed for"). */
	| "SANCTION"
	/** A word of protest or quarrel governs ("clashed over", "protested against"). */
	| "PROTEST"
	/** A word of protest that takes "against". */
	| "GRIEVANCE"
	/** A verb that the tagger took for another word, so that no verb group covers it. */
	| "UNTAGGED"
	/** No infinitive follows ("is due to arrive"). */
	| "NO_PLAN"
	/** An infinitive of purpose, not the complement of a verb, noun or adjective. */
	| "PURPOSE"
	/** The effect tells a harmful, forced or sudden happening, and it stands first ("when", "as", "amid"). */
	| "BACKGROUND"
	/** A noun of fear, pressure or unrest follows ("amid"). */
	| "PRESSURE"
	/** As BACKGROUND, or a clause tells the cause; no distance in time before it ("after"). */
	| "AFTER"
	/** It opens the sentence and has a verb of its own ("With the roads closed, …"). */
	| "ABSOLUTE"
	/** The thing itself, not what it is to be, is told by the infinitive ("was meant to be played on Friday"). */
	| "NO_STATE"
	/** A person or body is a target, no aim. */
	| "NO_TARGET"
	/** "Since" that gives no point in time: its clause is in the present, or opens the sentence without a perfect after it. */
	| "NOT_TIME";

/** A connective: its words, and how to read what stands around it. */
export interface CausalSignal {
	/** Lower-case tokens with a blank between them; `~` before a token means any form of that lemma. */
	words: string;
	frame: SignalFrame;
	/** Which side of the signal is the cause. */
	cause: "NEAR" | "FAR";
	relation: CausalRelation;
	mode: CausalMode;
	guard: SignalGuard;
	/**
	 * Share of its occurrences, past the guard, that stand between the arguments of an annotated causal relation in the
	 * training part of the Causal News Corpus (Tan et al., LREC 2022, CC0). Where it occurs fewer than ten times there: the
	 * value of its kind, lower for the more ambiguous. For "against" and "over" the share without a word of harm beside them.
	 */
	reliability: number;
}

type Row = readonly [words: string, reliability: number, guard?: SignalGuard];

function rows(
	frame: SignalFrame,
	cause: CausalSignal["cause"],
	relation: CausalRelation,
	mode: CausalMode,
	list: readonly Row[],
): CausalSignal[] {
	return list.map(([words, reliability, guard = "NONE"]) => ({
		words,
		frame,
		cause,
		relation,
		mode,
		guard,
		reliability,
	}));
}

/** Connectives that stand between (or before) their arguments. The longest match at a token wins. */
export const CAUSAL_SIGNALS: readonly CausalSignal[] = [
	...rows("CLAUSE", "NEAR", "CAUSE", "CONSEQUENCE", [
		["because", 0.93],
		["just because", 0.8],
		["given that", 0.8],
		["seeing that", 0.75],
		["due to the fact that", 0.93],
		["owing to the fact that", 0.93],
		["because of the fact that", 0.93],
		["on the ground that", 0.85],
		["on the grounds that", 0.85],
		["as", 0.6, "BACKGROUND"],
		["since", 0.6, "NOT_TIME"],
		["when", 0.55, "BACKGROUND"],
	]),
	...rows("CLAUSE_OR_PHRASE", "NEAR", "CAUSE", "CONSEQUENCE", [
		["after", 0.6, "AFTER"],
		["with", 0.6, "ABSOLUTE"],
		["in the wake of", 0.75],
		["in wake of", 0.75],
		["in the aftermath of", 0.75],
		["following", 0.84],
		["thanks to", 0.8],
		["in view of", 0.85],
		["in light of", 0.85],
		["in the light of", 0.85],
		["owing to", 0.95],
		["due to", 0.95, "NO_PLAN"],
		["because of", 0.91],
		["on account of", 0.9],
		["by reason of", 0.9],
		["by virtue of", 0.85],
		["as a result of", 0.95],
		["as a consequence of", 0.95],
		["as a direct result of", 0.95],
		["as the result of", 0.95],
		["in consequence of", 0.95],
		["under pressure from", 0.8],
		["under the weight of", 0.8],
		["amid", 0.6, "PRESSURE"],
		["amidst", 0.6, "PRESSURE"],
		["linked to", 0.6, "BACKGROUND"],
		["which was due to", 0.9],
	]),
	...rows("PHRASE", "NEAR", "CAUSE", "MOTIVATION", [
		["in response to", 0.9],
		["in reply to", 0.8],
		["in reaction to", 0.9],
		["in retaliation for", 0.95],
		["in retaliation to", 0.95],
		["in retaliation against", 0.95],
		["in revenge for", 0.95],
		["in reprisal for", 0.95],
		["in return for", 0.6],
		["in exchange for", 0.6],
		["in protest at", 0.95],
		["in protest against", 0.95],
		["in protest of", 0.95],
		["in protest over", 0.95],
		["in objection to", 0.8],
		["in opposition to", 0.8],
		["in anger at", 0.85],
		["in anger over", 0.85],
		["in anticipation of", 0.85],
		["in solidarity with", 0.85],
		["in favour of", 0.5, "PROTEST"],
		["in favor of", 0.5, "PROTEST"],
		["in defence of", 0.7],
		["in defense of", 0.7],
		["in honour of", 0.7],
		["in honor of", 0.7],
		["in memory of", 0.7],
		["in pursuit of", 0.7],
		["in fear of", 0.8],
		["for fear of", 0.9],
		["out of fear of", 0.9],
		["in connection with", 0.75, "SANCTION"],
		["in relation to", 0.6, "SANCTION"],
		["on charges of", 0.75],
		["on the charges of", 0.75],
		["on a charge of", 0.75],
		["on suspicion of", 0.75],
		["on allegations of", 0.75],
		["over", 0.5, "PROTEST"],
		["against", 0.48, "GRIEVANCE"],
		["for", 0.85, "SANCTION"],
		["at the request of", 0.7],
		["at the behest of", 0.7],
	]),
	...rows("INFINITIVE", "NEAR", "CAUSE", "PURPOSE", [
		["to", 0.85, "PURPOSE"],
		["in order to", 0.95],
		["so as to", 0.95],
		["in a bid to", 0.95],
		["in an apparent bid to", 0.95],
		["in an attempt to", 0.9],
		["in an apparent attempt to", 0.9],
		["in an effort to", 0.9],
		["as a way to", 0.85],
		["as a means to", 0.85],
		["with a view to", 0.9],
		["with the aim to", 0.9],
	]),
	...rows("PHRASE", "NEAR", "CAUSE", "PURPOSE", [
		["with the aim of", 0.9],
		["with the goal of", 0.9],
		["with the intention of", 0.9],
		["with the purpose of", 0.9],
		["for the purpose of", 0.9],
		["in the hope of", 0.85],
		["in hopes of", 0.85],
		["aimed at", 0.75, "NO_TARGET"],
		["in the name of", 0.6],
	]),
	...rows("CLAUSE", "NEAR", "CAUSE", "PURPOSE", [
		["so that", 0.9],
		[", so that", 0.9],
		["in order that", 0.9],
		["in the hope that", 0.85],
	]),
	...rows("CLAUSE", "NEAR", "CAUSE", "MOTIVATION", [
		["for fear that", 0.9],
		["out of fear that", 0.9],
		["fearing that", 0.85],
		["in protest that", 0.9],
	]),
	...rows("PARTICIPLE", "NEAR", "CAUSE", "MOTIVATION", [
		["demanding", 0.92],
		["protesting", 0.6],
		["condemning", 0.7],
		["denouncing", 0.75],
		["opposing", 0.6],
		["decrying", 0.75],
		["alleging", 0.8],
		["accusing", 0.75],
		["calling for", 0.7],
		["urging", 0.6],
		["angered by", 0.9],
		["enraged by", 0.9],
		["infuriated by", 0.9],
		["irked by", 0.9],
		["outraged by", 0.9],
		["alarmed by", 0.9],
		["worried by", 0.9],
		["fearing", 0.85],
		["citing", 0.85],
	]),
	...rows("PARTICIPLE", "NEAR", "CAUSE", "PURPOSE", [
		["seeking", 0.7],
		["hoping to", 0.85],
		["aiming to", 0.85],
		["trying to", 0.55],
		["attempting to", 0.55],
	]),
	...rows("PARTICIPLE", "FAR", "CAUSE", "CONSEQUENCE", [
		["leaving", 0.75],
		["killing", 0.8],
		["injuring", 0.8],
		["wounding", 0.8],
		["forcing", 0.85],
		["prompting", 0.95],
		["causing", 0.9],
		["triggering", 0.9],
		["sparking", 0.9],
		["provoking", 0.9],
		["fuelling", 0.9],
		["fueling", 0.9],
		["leading to", 0.85],
		["resulting in", 0.95],
		["destroying", 0.75],
		["damaging", 0.75],
		["disrupting", 0.8],
		["paralysing", 0.8],
		["paralyzing", 0.8],
		["crippling", 0.8],
		["stranding", 0.8],
		["displacing", 0.8],
		["inflicting", 0.8],
		["ending in", 0.7],
		["culminating in", 0.7],
		["creating", 0.6],
		["knocking out", 0.8],
		["costing", 0.8],
	]),
	...rows("PARTICIPLE", "FAR", "ENABLE", "CONSEQUENCE", [
		["allowing", 0.75],
		["enabling", 0.85],
		["paving the way for", 0.9],
		["clearing the way for", 0.9],
	]),
	...rows("PARTICIPLE", "FAR", "PREVENT", "CONSEQUENCE", [
		["preventing", 0.85],
		["halting", 0.8],
		["averting", 0.9],
		["delaying", 0.85],
		["thwarting", 0.9],
		["foiling", 0.9],
	]),
	...rows("SEQUEL", "FAR", "CAUSE", "CONSEQUENCE", [
		["as a result", 0.9],
		["as a consequence", 0.9],
		["as a direct result", 0.9],
		["in consequence", 0.9],
		["consequently", 0.9],
		["therefore", 0.85],
		["hence", 0.8],
		["thus", 0.75],
		["thereby", 0.8],
		[", so", 0.75],
		["and so", 0.75],
		["and thus", 0.85],
		["and therefore", 0.85],
		["and hence", 0.85],
		["as a result of which", 0.95],
		["because of which", 0.9],
		["due to which", 0.9],
		["following which", 0.75],
		["in the wake of which", 0.75],
		["for that reason", 0.85],
		["for this reason", 0.85],
		["because of this", 0.9],
		["because of that", 0.9],
		["due to this", 0.9],
		["that is why", 0.9],
		["which is why", 0.9],
		["this is why", 0.9],
	]),
	...rows("SEQUEL", "FAR", "CAUSE", "MOTIVATION", [
		["in response ,", 0.75],
		["in response", 0.75],
		["in reaction", 0.75],
		["in retaliation ,", 0.9],
		["in retaliation", 0.85],
		["in protest ,", 0.9],
	]),
	...rows("COPULA", "NEAR", "CAUSE", "MOTIVATION", [
		["~be a response to", 0.95],
		["~be a direct response to", 0.95],
		["~be in response to", 0.95],
		["~be in retaliation for", 0.95],
		["~be retaliation for", 0.95],
		["~be a retaliation for", 0.95],
		["~be revenge for", 0.95],
		["~be a revenge for", 0.95],
		["~be reprisal for", 0.95],
		["~be a reprisal for", 0.95],
		["~be in reprisal for", 0.95],
		["~be in revenge for", 0.95],
		["~be punishment for", 0.9],
		["~be a punishment for", 0.9],
		["~be payback for", 0.95],
		["~be an answer to", 0.8],
		["~be in reaction to", 0.95],
		["~be in reply to", 0.9],
		["~be a reaction to", 0.95],
		["~come in response to", 0.95],
		["~come in retaliation for", 0.95],
		["~be justified by the fact that", 0.9],
		["~be explained by the fact that", 0.9],
		["~be justified by", 0.85],
		["~be motivated by", 0.95],
		["~be prompted by", 0.95],
		["~be inspired by", 0.8],
	]),
	...rows("NOUN", "FAR", "CAUSE", "CONSEQUENCE", [
		["reason for", 0.85],
		["reasons for", 0.85],
		["reason behind", 0.85],
		["reasons behind", 0.85],
		["cause of", 0.85],
		["causes of", 0.85],
		["trigger for", 0.85],
	]),
	...rows("NOUN", "NEAR", "CAUSE", "CONSEQUENCE", [
		["result of", 0.8],
		["consequence of", 0.85],
		["upshot of", 0.8],
	]),
	...rows("COPULA", "FAR", "ENABLE", "CONSEQUENCE", [
		["pave the way for", 0.9],
		["paves the way for", 0.9],
		["paved the way for", 0.9],
		["make it possible for", 0.85],
		["makes it possible for", 0.85],
		["made it possible for", 0.85],
	]),
	...rows("COPULA", "NEAR", "CAUSE", "CONSEQUENCE", [
		["~be due to", 0.95, "NO_PLAN"],
		["~be because of", 0.95],
		["~be down to", 0.8],
		["~be a result of", 0.95],
		["~be the result of", 0.95],
		["~be a direct result of", 0.95],
		["~be the direct result of", 0.95],
		["~be a consequence of", 0.95],
		["~be the consequence of", 0.95],
		["~be the product of", 0.9],
		["~be explained by", 0.85],
		["~be linked to", 0.6],
		["~be connected to", 0.6],
		["~be related to", 0.5],
		["~be to blame", 0.5],
		["~come after", 0.7],
		["~come amid", 0.6],
		["~come as", 0.5],
		["~come in the wake of", 0.75],
		["~come on the heels of", 0.75],
	]),
	...rows("COPULA", "NEAR", "CAUSE", "PURPOSE", [
		["~be aimed at", 0.85, "NO_TARGET"],
		["~be intended to", 0.85, "NO_STATE"],
		["~be designed to", 0.8, "NO_STATE"],
		["~be meant to", 0.8, "NO_STATE"],
	]),
	...rows("COPULA", "FAR", "CAUSE", "CONSEQUENCE", [
		["led to", 0.85, "UNTAGGED"],
		["resulted in", 0.95, "UNTAGGED"],
		["gave rise to", 0.9, "UNTAGGED"],
		["~be the cause of", 0.95],
		["~be a cause of", 0.95],
		["~be the main cause of", 0.95],
		["~be the reason for", 0.95],
		["~be a reason for", 0.95],
		["~be the reason why", 0.95],
		["~be the reason", 0.8],
		["~be behind", 0.6],
		["~be to blame for", 0.9],
		["~be responsible for", 0.85],
		["~be blamed for", 0.85],
		["~be the trigger for", 0.95],
		["~be a trigger for", 0.95],
	]),
];

/** Idioms that hold the words of a signal and are none; `~` as in CausalSignal. */
export const NON_CAUSAL_IDIOMS: readonly string[] = [
	"because of course",
	"just because of course",
	"back to work",
	"return to work",
	"so do",
	"so does",
	"so did",
	"so is",
	"so are",
	"so was",
	"so were",
	"so has",
	"so have",
	"so will",
	"and so do",
	"and so does",
	"and so did",
	"and so is",
	"and so are",
	"and so on",
	", so do",
	", so does",
	", so did",
	"so far",
	"so long",
	"so much",
	"so many",
	"so on",
	"so called",
	"as well as",
	"as well",
	"as soon as",
	"as long as",
	"as far as",
	"as many as",
	"as much as",
	"as few as",
	"as little as",
	"as of",
	"as if",
	"as though",
	"as usual",
	"as expected",
	"as planned",
	"as scheduled",
	"as for",
	"as to",
	"as per",
	"as yet",
	"as such",
	"such as",
	"after all",
	"over time",
	"over again",
	"all over",
	"thanks to all",
	"with respect to",
	"with regard to",
	"following suit",
	"to date",
	"for example",
	"for instance",
	"for now",
	"for good",
	"for life",
	"for cover",
	"for dead",
	"for granted",
	"for sure",
	"for the first time",
	"for the time being",
	"against the backdrop of",
	"ever since",
	"even as",
	"as part of",
	"even after",
	"thus far",
	"hence the name",
];
