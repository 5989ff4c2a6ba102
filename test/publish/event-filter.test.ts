import { describe, expect, test } from "vitest";
import { decideFilter } from "../../src/publish/event-filter.js";

const decide = (query: string) => decideFilter(new URLSearchParams(query));

describe("the events that an address asks for", () => {
	test.each([
		["", { filter: {}, first: 50 }, ""],
		["query=strike+-drill", { filter: { query: "strike -drill" }, first: 50 }, "“strike -drill”"],
		["query=%20", { filter: {}, first: 50 }, ""],
		[
			"kind=ASSAULT&kind=PROTEST&first=7",
			{ filter: { types: ["ASSAULT", "PROTEST"] }, first: 7 },
			"ASSAULT or PROTEST",
		],
		["entity=ent_x", { filter: { entityIds: ["ent_x"] }, first: 50 }, "about one entity"],
		[
			"minSources=3&hasCauses=false",
			{ filter: { minSources: 3, hasCauses: false }, first: 50 },
			"told by 3 outlets or more, whose causes are not known",
		],
	])("%j are %j", (query, asked, words) => {
		expect(decide(query)).toEqual({ kind: "ok", asked, words });
	});

	test.each([
		["querry=strike", '"querry" is none of query, entity, kind, minSources, hasCauses, first'],
		["__proto__=1", '"__proto__" is none of'],
		["query=a&query=b", "query is given twice"],
		["kind=assault", 'kind: "assault" is none of AGREE, CONSULT'],
		["kind=toString", 'kind: "toString" is none of'],
		["minSources=0", "minSources must be a whole number from 1"],
		["minSources=1e3", "minSources must be"],
		["first=101", "first must be a whole number from 1 to 100"],
		["first=-1", "first must be"],
		["first=", "first must be"],
		["hasCauses=yes", "hasCauses must be true or false"],
	])("%j is refused, since %s", (query, reason) => {
		expect(decide(query)).toEqual({ kind: "invalid", reason: expect.stringContaining(reason) });
	});
});
