import {
	NATURE_KINDS,
	PART_LINK,
	PLACE_KIND_ADJECTIVE,
	PLACE_KINDS,
	PLACE_KINDS_AFTER_OF,
	PLACE_OFFICES,
	PLACE_PARTICIPLES,
	PLACE_PREPOSITIONS,
	STATE_ABBREVIATIONS,
} from "../en/entity-words.js";
import type { Token } from "../tokens.js";
import { knownNameAt } from "./gazetteer.js";
import { isUpper, touches } from "./letters.js";
import { countryOf } from "./places.js";

/** The longest abbreviation has so many tokens ("W.Va." may be cut at its stops). */
const MAX_ABBREVIATION_TOKENS = 3;

const states = new Map(
	STATE_ABBREVIATIONS.split(/\s+/).map((entry) => {
		const [printed = "", name = ""] = entry.split(":");
		return [printed, name.replaceAll("_", " ")];
	}),
);

/** The abbreviated state behind a comma that begins at `at` ("Fla." in "Tampa, Fla."); `end` is the token after it. */
export function stateAt(tokens: readonly Token[], at: number): { name: string; end: number } | null {
	if (tokens[at - 1]?.text !== ",") return null;
	let printed = "";
	for (let end = at + 1; end <= at + MAX_ABBREVIATION_TOKENS; end++) {
		const token = tokens[end - 1];
		if (!token || (end > at + 1 && !/^\p{Lu}\.$/u.test(token.text) && !touches(tokens[end - 2], token))) return null;
		printed += token.text;
		const name = states.get(printed);
		if (name) return { name, end };
	}
	return null;
}

/** True if a comma and the name of a region or state follow ("Palmer, Alaska"). A country may be the next of a list. */
export function isBeforeRegion(text: string, tokens: readonly Token[], at: number): boolean {
	if (tokens[at]?.text !== ",") return false;
	if (stateAt(tokens, at + 1)) return true;
	const known = knownNameAt(text, tokens, at + 1, Math.min(tokens.length, at + 5));
	if (known?.type !== "GPE") return false;
	const country = countryOf(known.name);
	return country !== null && country !== known.name;
}

/** GPE or LOCATION where the words beside a name say that it is a place: "the town of", "province", "in", "-based"; else null. */
export function placeType(
	text: string,
	tokens: readonly Token[],
	first: number,
	end: number,
): { type: "GPE" | "LOCATION"; sure: boolean } | null {
	const after = tokens[end];
	const kind = after && !isUpper(after.text) ? after.lower : "";
	if (PLACE_KINDS.has(kind) && !PLACE_KINDS_AFTER_OF.has(kind)) return place(kind, true);
	if (kind === PLACE_KIND_ADJECTIVE) return place("", false);
	const of = tokens[first - 1]?.lower === PART_LINK ? (tokens[first - 2]?.lower ?? "") : "";
	if (PLACE_KINDS.has(of)) return place(of, true);
	if (PLACE_OFFICES.has(of)) return place("", false);
	if (isBeforeRegion(text, tokens, end)) return place("", true);
	if (after?.text === "-" && touches(tokens[end - 1], after) && PLACE_PARTICIPLES.has(tokens[end + 1]?.lower ?? ""))
		return place("", false);
	return PLACE_PREPOSITIONS.has(tokens[first - 1]?.lower ?? "") ? place("", false) : null;
}

function place(kind: string, sure: boolean): { type: "GPE" | "LOCATION"; sure: boolean } {
	return { type: NATURE_KINDS.has(kind) ? "LOCATION" : "GPE", sure };
}
