import { REFERENCE_BLOCKERS, REFERENCES } from "../en/time-relations.js";
import { at, follow, type Lexeme } from "./lexemes.js";
import type { Reading } from "./meaning.js";

const BY_FIRST_WORD: ReadonlyMap<string, typeof REFERENCES> = group();

/** "now", "currently", "recently", "the past", "soon": times without a date of their own. */
export function readReference(lx: readonly Lexeme[], i: number): Reading | null {
	const entries = BY_FIRST_WORD.get(at(lx, i).lower);
	if (!entries) return null;
	for (const { words, value } of entries) {
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
		return { end, meaning: { kind: "fixed", value } };
	}
	return null;
}

function group(): Map<string, typeof REFERENCES> {
	const map = new Map<string, (typeof REFERENCES)[number][]>();
	const longestFirst = [...REFERENCES].sort((a, b) => b.words.length - a.words.length);
	for (const entry of longestFirst) {
		const key = entry.words[0] ?? "";
		const list = map.get(key);
		if (list) list.push(entry);
		else map.set(key, [entry]);
	}
	return map;
}
