import { expect, test } from "vitest";
import { explanationOf } from "../../src/causality/explanation.js";

const LINK: Parameters<typeof explanationOf>[0] = {
	relation: "CAUSE",
	mode: "CONSEQUENCE",
	basis: "STATED",
	causeTitle: "Storm closes the port.",
	effectTitle: "Dockers walk out",
	status: "ACCEPTED",
	attributedTo: null,
	signal: null,
};

test.each<[string, Partial<typeof LINK>, string]>([
	[
		"what an outlet says",
		{ signal: "because of" },
		"“Storm closes the port” led to “Dockers walk out” (“because of”).",
	],
	["what an editor says", { basis: "CURATED" }, "“Storm closes the port” led to “Dockers walk out”."],
	[
		"what only somebody quoted says",
		{ mode: "MOTIVATION", attributedTo: "the union" },
		"According to the union, “Storm closes the port” was the reason for “Dockers walk out”.",
	],
	["what is inferred", { basis: "INFERRED" }, "“Storm closes the port” may have led to “Dockers walk out”."],
	[
		"what hangs on an ambiguous word, and is denied",
		{ basis: "INFERRED", relation: "PREVENT", status: "DISPUTED", signal: "after" },
		"“Storm closes the port” may have prevented or delayed “Dockers walk out” (“after”); this is disputed.",
	],
])("an explanation shows %s as what it is", (_name, change, printed) => {
	expect(explanationOf({ ...LINK, ...change })).toBe(printed);
});
