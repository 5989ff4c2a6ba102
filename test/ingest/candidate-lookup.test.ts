import { expect, test } from "vitest";
import { decideLookup } from "../../src/ingest/candidate-lookup.js";

const DOCUMENTS: Record<string, number> = {
	velsen: 1,
	quay: 30,
	union: 60,
	strike: 700,
	port: 900,
	police: 5_000,
	say: 9_000,
};

test.each([
	["in a small archive by all its terms", ["quay", "velsen", "union"], 100, ["velsen", "quay", "union"], []],
	[
		"by the rare ones alone, and the common ones two at a time",
		["police", "strike", "velsen", "port"],
		100,
		["velsen"],
		["strike + port police", "port + police"],
	],
	["by no term that is too common even beside another", ["police", "say", "velsen"], 100, ["velsen"], []],
	["by none where all are that common", ["say", "police"], 100, [], []],
	["by an only term that is common neither", ["strike"], 100, [], []],
	["by a term once", ["quay", "quay"], 100, ["quay"], []],
	["by a term that no document has", ["unheard"], 100, ["unheard"], []],
	["by nothing without terms", [], 100, [], []],
])("An event is looked for %s", (_, terms, hits, any, pairs) => {
	const lookup = decideLookup(terms, (term) => DOCUMENTS[term] ?? 0, hits);
	expect(lookup.any).toEqual(any);
	expect(lookup.pairs.map(({ lead, others }) => `${lead} + ${others.join(" ")}`)).toEqual(pairs);
});
