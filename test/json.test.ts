import { expect, it } from "vitest";
import { asciiJson } from "../src/json.js";

it.each([
	["nothing but ASCII", { text: 'a "quoted"\n\\ text', n: 1.5, none: null }],
	["quotes and dashes", ["“Was? – Ja!”", "naïve", "ÿ"]],
	[
		"characters of two units, halves of them, and what JSON writes itself",
		["😀", "\ud83d", "\u2028\u0000\u007f\u0080\uffff"],
	],
	["keys", { größe: { 名: [] } }],
])("JSON of %s is ASCII, and says the same", (_, value) => {
	const json = asciiJson(value);
	expect(json).toMatch(/^[\x20-\x7f]*$/);
	expect(JSON.parse(json)).toEqual(value);
});

it("JSON of ASCII is as it was", () => {
	expect(asciiJson({ a: ["~", 1] })).toBe('{"a":["~",1]}');
});
