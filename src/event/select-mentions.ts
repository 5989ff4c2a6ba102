import type { CausalClaim, EventMention } from "../language/analysis.js";
import type { ArticleReading } from "../language/analyze.js";
import type { Term } from "../language/terms.js";
import { argumentMention, leadMention } from "./made-mentions.js";

/** The mentions that matching looks at, before the archive is asked for candidates. */
export interface ArticleMentions {
	mentions: EventMention[];
	terms: Term[][];
	/** Claims with both arguments pointing into `mentions`, where they name an event at all. */
	claims: CausalClaim[];
	/** Indexes of the mentions of the event the article is about; never empty. */
	main: ReadonlySet<number>;
}

/**
 * Settles which mentions are of the article's own event and which of others. A claim that joins two mentions of the article's
 * own event ("workers walked out after rejecting the offer") shows that there are two: the one that is not the news becomes an
 * event of its own. A claim's argument without a mention becomes one.
 */
export function selectMentions(reading: ArticleReading, text: string): ArticleMentions {
	const mentions = [...reading.analysis.mentions];
	const terms = [...reading.mentionTerms];
	const argument = (claim: CausalClaim, side: "cause" | "effect"): number | null => {
		const known = side === "cause" ? claim.causeMention : claim.effectMention;
		if (known !== null || claim.mode === "PURPOSE" || !foundsEvents(claim)) return known;
		const made = argumentMention(claim, claim[side], text, reading.analysis.sections);
		if (!made) return null;
		mentions.push(made.mention);
		terms.push(made.terms);
		return mentions.length - 1;
	};
	const claims = reading.analysis.causalLinks
		.filter((claim) => isSure(claim) && isBetweenTwo(claim))
		.map((claim) => ({
			...claim,
			causeMention: argument(claim, "cause"),
			effectMention: argument(claim, "effect"),
		}));
	if (!mentions.some((mention) => mention.role === "MAIN")) {
		const lead = leadMention(reading, text);
		mentions.push(lead.mention);
		terms.push(lead.terms);
	}
	const main = new Set<number>();
	mentions.forEach((mention, index) => {
		if (mention.role === "MAIN") main.add(index);
	});
	const first = mentions.findIndex((mention) => mention.role === "MAIN");
	for (const { causeMention, effectMention, mode } of claims) {
		if (mode === "PURPOSE" || causeMention === null || effectMention === null || causeMention === effectMention)
			continue;
		if (main.has(causeMention) && main.has(effectMention))
			main.delete(causeMention === first ? effectMention : causeMention);
	}
	return { mentions, terms, claims, main };
}

/** What is denied was claimed by somebody, and is to be kept as such. */
const foundsEvents = ({ basis, stance }: CausalClaim): boolean => basis === "STATED" || stance === "CONTRADICTS";

/**
 * What is read between the lines counts only if it is likelier than not; a word that signals it ("over", "amid") is a ground
 * of its own, so that less will do.
 */
const MIN_UNSIGNALLED = 0.5;
const MIN_SIGNALLED = 0.35;

const isSure = ({ basis, confidence, signal }: CausalClaim): boolean =>
	basis === "STATED" || confidence >= (signal === null ? MIN_UNSIGNALLED : MIN_SIGNALLED);

/**
 * Whether a claim can join two events. Where the signal is part of the effect ("collapsed, injuring four", "the blast left 14 dead")
 * the effect is the event's own outcome, told with it, and no second event.
 */
function isBetweenTwo({ signal, effect }: CausalClaim): boolean {
	return !(signal && effect.start <= signal.start && signal.end <= effect.end);
}
