import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { CausalClaim, Span } from "../../../src/language/analysis.js";
import { claimsOf } from "./read-claims.js";

interface ExpectedLink {
	cause: string;
	effect: string;
	signal: string;
	relation: CausalClaim["relation"];
	mode: CausalClaim["mode"];
	stance: CausalClaim["stance"];
	attributedTo: string | null;
}

interface ExpectedCase {
	links: ExpectedLink[];
	/** True in the report, but nothing is lost where it is not found. */
	acceptable: ExpectedLink[];
}

const root = new URL("./cases/", import.meta.url);

describe.each(readdirSync(root))("the report %s", (name) => {
	const text = readFileSync(new URL(`${name}/article.txt`, root), "utf8");
	const expected = JSON.parse(readFileSync(new URL(`${name}/expected.json`, root), "utf8")) as ExpectedCase;
	const claims = claimsOf(text);
	const words = wordStarts(text);
	const fits = (claim: CausalClaim, link: ExpectedLink): boolean =>
		matches(text, words, claim.cause, link.cause) && matches(text, words, claim.effect, link.effect);

	test.each(expected.links)("says: $cause / $signal / $effect", (link) => {
		const claim = claims.find((candidate) => fits(candidate, link));
		expect(claim, "not found").toBeDefined();
		if (!claim) return;
		const signal = claim.signal ? text.slice(claim.signal.start, claim.signal.end) : "";
		expect(signal.includes(link.signal) || link.signal.includes(signal), `signal "${signal}"`).toBe(true);
		expect({ relation: claim.relation, mode: claim.mode, stance: claim.stance }).toEqual({
			relation: link.relation,
			mode: link.mode,
			stance: link.stance,
		});
		if (link.attributedTo === null) expect(claim.attributedTo).toBeNull();
		else expect(claim.attributedTo?.toLowerCase() ?? "").toContain(link.attributedTo.toLowerCase());
	});

	test("half of them and more are stated in so many words", () => {
		const stated = expected.links.filter((link) => claims.find((claim) => fits(claim, link))?.basis === "STATED");
		expect(stated.length / expected.links.length).toBeGreaterThanOrEqual(1 / 2);
	});

	test("nothing else is stated, and no cause overlaps its effect", () => {
		const extra = claims.filter(
			(claim) =>
				claim.basis === "STATED" && ![...expected.links, ...expected.acceptable].some((link) => fits(claim, link)),
		);
		expect(extra.map((claim) => text.slice(claim.signal?.start, claim.signal?.end))).toEqual([]);
		for (const { cause, effect } of claims) expect(cause.end <= effect.start || effect.end <= cause.start).toBe(true);
	});
});

function wordStarts(text: string): Span[] {
	return [...text.matchAll(/[\p{L}\p{N}]\S*/gu)].map((word) => ({
		start: word.index,
		end: word.index + word[0].length,
	}));
}

/** Token F1 of at least one half with some place where the words stand, as the evaluation counts it. */
function matches(text: string, words: readonly Span[], span: Span, wanted: string): boolean {
	for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
		const place = { start: at, end: at + wanted.length };
		const inSpan = words.filter((word) => overlaps(word, span));
		const inPlace = words.filter((word) => overlaps(word, place));
		const both = inSpan.filter((word) => overlaps(word, place)).length;
		if ((2 * both) / (inSpan.length + inPlace.length) >= 0.5) return true;
	}
	return false;
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
