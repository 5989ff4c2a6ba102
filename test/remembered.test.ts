import { expect, it } from "vitest";
import { remembered } from "../src/remembered.js";

const counted = (max?: number) => {
	const asked: string[] = [];
	const length = (text: string) => {
		asked.push(text);
		return text.length;
	};
	return { of: remembered(length, max), asked };
};

it("What was worked out is given again", () => {
	const { of, asked } = counted();
	expect([of("a"), of("bb"), of("a"), of("")]).toEqual([1, 2, 1, 0]);
	expect([of(""), of("bb")]).toEqual([0, 2]);
	expect(asked).toEqual(["a", "bb", ""]);
});

it("No more is remembered than is allowed, and no long text", () => {
	const { of, asked } = counted(2);
	for (const text of ["a", "b", "c", "b", "c"]) of(text);
	expect(asked).toEqual(["a", "b", "c", "b"]);
	const long = "x".repeat(201);
	expect([of(long), of(long)]).toEqual([201, 201]);
	expect(asked.filter((text) => text === long)).toHaveLength(2);
});
