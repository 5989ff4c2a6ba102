import { REFERENCE_BLOCKERS, REFERENCES } from "../en/time-relations.js";
import { at, follow, type Lexeme } from "./lexemes.js";
import { fixed, type Reading } from "./meaning.js";

/** The references that begin with a word, longest first. */
interface Group {
	entries: (typeof REFERENCES)[number][];
	/** What follows the word in them; null where it is one by itself. */
	seconds: Set<string> | null;
}

const BY_FIRST_WORD: ReadonlyMap<string, Group> = group();

/** "now", "currently", "recently", "the past", "soon": times without a date of their own. */
export function readReference(lx: readonly Lexeme[], i: number): Reading | null {
	const found = BY_FIRST_WORD.get(at(lx, i).lower);
	// Nearly every "the" and "for" of a text ends here.
	if (!found || (found.seconds && !found.seconds.has(at(lx, i + 1).lower))) return null;
	for (const { words, value } of found.entries) {
		const end = follow(lx, i, words);
		if (end < 0) continue;
		const blocked = REFERENCE_BLOCKERS[words[words.length - 1] ?? ""]?.includes(at(lx, end).lower);
		if (blocked || REFERENCE_BLOCKERS[at(lx, i).lower]?.includes(at(lx, i - 1).lower)) continue;
		// A capitalised name ("Future Group", "Current TV") is no reference.
		if (at(lx, i).capital && at(lx, end).capital) continue;
		// "the past tense", "the past two weeks": the phrase goes on.
		const next = at(lx, end);
		if (
			words.length > 1 &&
			at(lx, end - 1).sense?.shift &&
			(next.sense?.unit || next.kind === "number" || next.pos === "NOUN" || next.pos === "ADJ" || next.pos === "NUM")
		)
			continue;
		return { end, meaning: fixed("DATE", value) };
	}
	return null;
}

function group(): Map<string, Group> {
	const map = new Map<string, Group>();
	const longestFirst = [...REFERENCES].sort((a, b) => b.words.length - a.words.length);
	for (const entry of longestFirst) {
		const [first = "", second] = entry.words;
		const known = map.get(first) ?? { entries: [], seconds: new Set<string>() };
		known.entries.push(entry);
		if (second === undefined) known.seconds = null;
		else known.seconds?.add(second);
		map.set(first, known);
	}
	return map;
}
