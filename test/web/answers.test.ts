import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { answerTypes } from "./print-answers.js";

test("answers.ts is what `npm run schema` writes from the questions and the schema", async () => {
	const committed = readFileSync(new URL("../../src/web/answers.ts", import.meta.url), "utf8");
	expect(committed === (await answerTypes()), 'run "npm run schema" and commit src/web/answers.ts').toBe(true);
});
