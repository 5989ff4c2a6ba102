import type { CausalClaim, EventMention, Span } from "../analysis.js";
import type { Attribution } from "../attribution.js";
import type { Phrases } from "../phrases.js";
import type { TokenizedText } from "../tokens.js";
import type { CausalCandidate } from "./candidate.js";
import { claimContext, claimFrom } from "./claim-context.js";
import type { TrainedModels } from "./models.js";
import { withoutOwnActs } from "./own-acts.js";
import { type PlotLink, plotLinks } from "./plot-links.js";
import { readSignals } from "./read-signals.js";
import { countRecurrence, MIN_SENTENCES } from "./recurring-words.js";
import { type SentenceFacts, sentenceFacts } from "./sentence-facts.js";
import { type BelievedLink, linksOfSentence } from "./sentence-links.js";
import type { SentenceView, TokenRange } from "./sentence-view.js";
import { shippedModels } from "./shipped-models.js";

/**
 * The causal claims of a text: each with both spans, the signal, its kind, who says so or denies it, and how sure the
 * reading is. STATED claims hang on a signal of the lexicon (argument patterns after the Causal News Corpus, Tan et al.,
 * 2022, and BECauSE 2, Dunietz et al., 2017) in a sentence that the classifiers take for causal. INFERRED ones are the
 * classifiers' own: within a sentence, or between two happenings of the article's storyline, which are weak and told by
 * their low confidence. Cause and effect never overlap. Linear in the length of the text.
 */
export function findCausalClaims(
	input: {
		doc: TokenizedText;
		phrases: Phrases;
		attributions: readonly Attribution[];
		mentions: readonly EventMention[];
	},
	models: TrainedModels = shippedModels(),
): CausalClaim[] {
	const { doc, phrases, mentions } = input;
	const recurrence = doc.sentences.length < MIN_SENTENCES ? null : countRecurrence(doc);
	const believed: BelievedLink[] = [];
	for (const reading of readSignals(doc, phrases, mentions)) {
		const facts = sentenceFacts(reading.view);
		const told = linksOfSentence(models.causal, reading, facts);
		if (!recurrence) {
			believed.push(...told);
			continue;
		}
		const sure = told.filter(isSure);
		const plot = plotLinks(models.plot, facts, recurrence, told).map((link) => fromPlot(reading.view, facts, link));
		believed.push(...sure, ...plot.filter((link) => !sure.some((other) => tells(other, link))));
	}
	return claimsFrom(input, believed);
}

/** Whole clauses hold many happenings: where single ones are judged, a clause is inferred only from here on. */
const MIN_INFERRED = 0.6;

const isSure = ({ candidate, confidence }: BelievedLink): boolean =>
	candidate.entry !== null || confidence >= MIN_INFERRED;

/** The sentence tells of both happenings itself, the same way round; what it states is not doubted the other way round either. */
function tells({ candidate: told, basis }: BelievedLink, { candidate: { cause, effect } }: BelievedLink): boolean {
	if (holds(told.cause, cause) && holds(told.effect, effect)) return true;
	return basis === "STATED" && holds(told.cause, effect) && holds(told.effect, cause);
}

const holds = (range: TokenRange, { first }: TokenRange): boolean => range.first <= first && first < range.end;

function claimsFrom(
	input: { doc: TokenizedText; attributions: readonly Attribution[]; mentions: readonly EventMention[] },
	believed: readonly BelievedLink[],
): CausalClaim[] {
	const context = claimContext(input.doc, input.attributions, input.mentions);
	const links = new Map(believed.map((link) => [link.candidate, link]));
	const seen = new Set<string>();
	const claims: CausalClaim[] = [];
	for (const candidate of withoutOwnActs(input.doc, [...links.keys()])) {
		const claim = claimFrom(context, links.get(candidate) as BelievedLink);
		const key = spanKey(claim.cause, claim.effect);
		if (seen.has(key) || seen.has(spanKey(claim.effect, claim.cause))) continue;
		seen.add(key);
		claims.push(claim);
	}
	return claims.sort((a, b) => a.sentence - b.sentence || anchorOf(a) - anchorOf(b));
}

const anchorOf = (claim: CausalClaim): number => claim.signal?.start ?? Math.max(claim.cause.start, claim.effect.start);

function fromPlot(view: SentenceView, facts: SentenceFacts, link: PlotLink): BelievedLink {
	const range = (at: number): { first: number; end: number } => ({
		first: facts.view.first + at,
		end: facts.view.first + at + 1,
	});
	const [cause, effect] = link.order === "CAUSE_FIRST" ? [link.first, link.second] : [link.second, link.first];
	const at = view.first + link.second;
	const candidate: CausalCandidate = {
		cause: range(cause),
		effect: range(effect),
		signal: { first: at, end: at },
		relation: "CAUSE",
		mode: "CONSEQUENCE",
		sentence: view.index,
		source: null,
		byVerb: false,
		entry: null,
		reliability: 0,
		features: new Set(["CLAUSE_CAUSE", "CLAUSE_EFFECT"]),
	};
	return { candidate, basis: "INFERRED", confidence: link.probability };
}

const spanKey = (a: Span, b: Span): string => `${a.start}-${a.end}>${b.start}-${b.end}`;
