import type { EntityType } from "../analysis.js";
import { CALENDAR_WORDS, HEAD_LINKS } from "../en/entity-words.js";
import type { Token, TokenizedText } from "../tokens.js";
import type { Candidate } from "./candidates.js";
import { isCapital } from "./candidates.js";
import { knownNameAt } from "./gazetteer.js";
import { headIndex, headType, openerType, titleLength } from "./heads.js";

/** One name cut out of a run; `known` where a list says what it denotes. */
export interface Segment extends Candidate {
	known: { name: string; type: EntityType } | null;
	/** True if a title stands right before it ("Secretary of Defense" before "Lloyd Austin"). */
	titled: boolean;
}

/**
 * Cuts a run of capitals into names: "US Secretary of Defense Lloyd Austin" holds a country, an office and a person.
 * A run whose last word is the head of a name ("Iranian Foreign Ministry") stays whole.
 */
export function segmentsOf(doc: TokenizedText, run: Candidate): Segment[] {
	const { text, tokens } = doc;
	const found: Segment[] = [];
	let titled = false;
	let at = run.first;
	while (at < run.end) {
		const token = tokens[at];
		if (!token) break;
		const known = knownNameAt(text, tokens, at, run.end);
		if (known?.end === run.end || (known && !headedUntil(doc, at, run.end))) {
			found.push({ first: at, end: known.end, known, titled: false });
			at = known.end;
			titled = false;
			continue;
		}
		if (!headedUntil(doc, at, run.end)) {
			const title = titleLength(tokens, at, run.end);
			if (title > 0) {
				at += title;
				titled = true;
				continue;
			}
		}
		if (!isCapital(token) && tokens[at + 1]?.text !== "-") {
			at++;
			continue;
		}
		const end = segmentEnd(doc, at, run.end);
		found.push({ first: at, end, known: null, titled });
		titled = false;
		at = end;
	}
	return found;
}

/** A segment ends before a title inside the run ("Pentagon Spokesman Pat Ryder"), else with the run. */
function segmentEnd(doc: TokenizedText, first: number, limit: number): number {
	if (headedUntil(doc, first, limit)) return limit;
	for (let at = first + 1; at < limit; at++) {
		const title = titleLength(doc.tokens, at, limit);
		if (title > 0 && at + title < limit) return at;
	}
	return limit;
}

/** True if the run ends in the head of a name, or opens with a word that takes in what follows. */
function headedUntil(doc: TokenizedText, first: number, end: number): boolean {
	const { tokens } = doc;
	if (openerType(tokens[first]?.lower ?? "") !== null) return true;
	const last = headIndex(tokens, first, end);
	for (let at = first; at < end; at++) {
		const { lower } = tokens[at] as Token;
		const heads = at === last || HEAD_LINKS.has(tokens[at + 1]?.lower ?? "");
		if (heads && headType(lower) !== null && !CALENDAR_WORDS.has(lower)) return titleLength(tokens, at, end) === 0;
	}
	return false;
}
