import { describe, expect, it } from "vitest";
import { decideRevision, type TextOrigin } from "../../src/article/decide-revision.js";

const known = (origin: TextOrigin, seenBefore = 0) => ({ contentHash: "a", origin, number: 3, seenBefore });

describe("a text that comes for an article", () => {
	it("makes the article where there is none", () => {
		expect(decideRevision(null, { contentHash: "a", origin: "FEED_SUMMARY" })).toEqual({
			kind: "create",
			reason: "new-article",
		});
	});

	it.each<[TextOrigin, TextOrigin, string, string]>([
		["PAGE", "PAGE", "revise", "changed"],
		["PAGE", "SUBMITTED", "revise", "changed"],
		["SUBMITTED", "PAGE", "revise", "changed"],
		["SUBMITTED", "SUBMITTED", "revise", "changed"],
		["PAGE", "FEED_CONTENT", "ignore", "weaker-origin"],
		["PAGE", "FEED_SUMMARY", "ignore", "weaker-origin"],
		["SUBMITTED", "FEED_CONTENT", "ignore", "weaker-origin"],
		["FEED_CONTENT", "FEED_SUMMARY", "ignore", "weaker-origin"],
		["FEED_CONTENT", "FEED_CONTENT", "revise", "changed"],
		["FEED_CONTENT", "PAGE", "revise", "better-origin"],
		["FEED_SUMMARY", "FEED_SUMMARY", "revise", "changed"],
		["FEED_SUMMARY", "FEED_CONTENT", "revise", "better-origin"],
		["FEED_SUMMARY", "PAGE", "revise", "better-origin"],
		["FEED_SUMMARY", "SUBMITTED", "revise", "better-origin"],
	])("from %s to %s: %s, %s", (from, to, kind, reason) => {
		expect(decideRevision(known(from), { contentHash: "b", origin: to })).toEqual({ kind, reason });
	});

	it.each<TextOrigin>(["SUBMITTED", "PAGE", "FEED_CONTENT", "FEED_SUMMARY"])(
		"that is the same changes nothing, from %s",
		(origin) => {
			expect(decideRevision(known("PAGE", 5), { contentHash: "a", origin })).toEqual({
				kind: "unchanged",
				reason: "same-content",
			});
		},
	);

	it.each([
		[0, "revise", "changed"],
		[1, "revise", "returned-once"],
		[2, "ignore", "alternates"],
		[9, "ignore", "alternates"],
	])("seen %i times before: %s, %s", (seenBefore, kind, reason) => {
		expect(decideRevision(known("PAGE", seenBefore), { contentHash: "b", origin: "PAGE" })).toEqual({ kind, reason });
	});

	it("seen too often in feeds still comes in as the page's", () => {
		expect(decideRevision(known("FEED_SUMMARY", 7), { contentHash: "b", origin: "PAGE" }).kind).toBe("revise");
	});
});

/** The revisions that a sequence of texts leaves behind. */
function revisionsOf(texts: readonly string[], origin: TextOrigin = "PAGE"): string[] {
	const revisions: string[] = [];
	for (const contentHash of texts) {
		const current = revisions.at(-1);
		const seenBefore = revisions.slice(0, -1).filter((earlier) => earlier === contentHash).length;
		const before =
			current === undefined ? null : { contentHash: current, origin, number: revisions.length, seenBefore };
		const { kind } = decideRevision(before, { contentHash, origin });
		if (kind === "create" || kind === "revise") revisions.push(contentHash);
	}
	return revisions;
}

describe("texts that alternate", () => {
	it.each([
		["AAAA", "A"],
		["ABC", "ABC"],
		["ABA", "ABA"],
		["ABABABABABAB", "ABAB"],
		["ABCABCABCABC", "ABCABC"],
		["ABABABC", "ABABC"],
	])("%s leave %s", (texts, left) => {
		expect(revisionsOf([...texts]).join("")).toBe(left);
	});
});
