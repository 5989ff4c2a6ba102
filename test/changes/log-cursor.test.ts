import { describe, expect, test } from "vitest";
import { logCursor, logPosition } from "../../src/changes/log-cursor.js";

const KEY = "2f6a0c1e-6f0e-4b5e-9d1c-0f3a5b7c9d11";
const OTHER_KEY = "2f6a0c1e-6f0e-4b5e-9d1c-0f3a5b7c9d12";

describe("A cursor of the log", () => {
	test.each([0n, 1n, 255n, 2n ** 32n, 2n ** 53n + 1n, 2n ** 63n - 1n])(
		"stands for position %s and no other",
		(position) => {
			const cursor = logCursor(position, KEY);
			expect(cursor).toMatch(/^[\w-]{22}$/);
			expect(logPosition(cursor, KEY)).toBe(position);
			expect(logCursor(position, KEY)).toBe(cursor);
		},
	);

	test("is none of another log", () => {
		expect(logPosition(logCursor(7n, KEY), OTHER_KEY)).toBeNull();
	});

	test("is none with any character changed, left out or added", () => {
		const cursor = logCursor(1_234n, KEY);
		for (let index = 0; index < cursor.length; index++) {
			for (const character of "A9_-") {
				const changed = cursor.slice(0, index) + character + cursor.slice(index + 1);
				if (changed !== cursor) expect(logPosition(changed, KEY)).toBeNull();
			}
			expect(logPosition(cursor.slice(0, index) + cursor.slice(index + 1), KEY)).toBeNull();
			expect(logPosition(`${cursor.slice(0, index)}A${cursor.slice(index)}`, KEY)).toBeNull();
		}
	});

	test("is told from other layouts by its first byte", () => {
		const bytes = Buffer.from(logCursor(1n, KEY), "base64url");
		bytes[0] = 2;
		expect(logPosition(bytes.toString("base64url"), KEY)).toBeNull();
	});

	test.each([
		"",
		"1",
		"null",
		"' or 1=1 --",
		"A".repeat(22),
		"A".repeat(10_000),
		"\0".repeat(22),
		"ééééééééééééééééééééé",
	])("is not %j", (text) => {
		expect(logPosition(text, KEY)).toBeNull();
	});
});
