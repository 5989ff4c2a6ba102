import { afterAll, beforeAll, expect, test } from "vitest";
import { submitArticle } from "../../src/ingest/submit.js";
import { openTestDatabase, type TestDatabase } from "../test-database.js";

let db: TestDatabase;
const NOW = new Date("2031-03-07T12:00:00Z");

beforeAll(async () => {
	db = await openTestDatabase();
});
afterAll(() => db.close());

let submissions = 0;

/** What is submitted with a new key, and the same at another address or with another text. */
function submission() {
	const number = ++submissions;
	const input = {
		url: `https://harbour.example/2031/03/keyed-${number}`,
		headline: `Dockers walk out of terminal ${number}`,
		text: `Dockers walked out of terminal ${number} in Velsen on Wednesday.\n\nThe union said the strike would last a week.`,
		publishedAt: new Date("2031-03-06T08:00:00Z"),
		idempotencyKey: `key-${number}`,
	};
	return {
		input,
		elsewhere: { ...input, url: `${input.url}-elsewhere` },
		otherText: { ...input, text: `${input.text}\n\nTalks began on Thursday.` },
	};
}

const CONFLICT = {
	kind: "invalid",
	errors: [
		{
			path: ["input", "idempotencyKey"],
			message: "idempotencyKey was used for something else; take another one",
			code: "CONFLICT",
		},
	],
};

async function stored() {
	const [articles, revisions, changes] = await Promise.all([
		db.prisma.article.count(),
		db.prisma.articleRevision.count(),
		db.prisma.change.count({ where: { nodeType: "ARTICLE" } }),
	]);
	return { articles, revisions, changes };
}

const submit = (input: Parameters<typeof submitArticle>[1]) => submitArticle(db, input, NOW, null);

test.each(["elsewhere", "otherText"] as const)(
	"Of two submissions with one key at the same time and different content (%s), one is stored and the other refused",
	async (other) => {
		// Which one is first is left to the database: the ways in which they can fall together come by themselves.
		for (let round = 0; round < 5; round++) {
			const before = await stored();
			const { input, [other]: different } = submission();
			const answers = await Promise.all(
				(round % 2 ? [input, different] : [different, input]).flatMap((one) => [one, one]).map(submit),
			);
			const refused = answers.filter(({ kind }) => kind === "invalid");
			expect(refused).toEqual([CONFLICT, CONFLICT]);
			const accepted = answers.flatMap((answer) => (answer.kind === "invalid" ? [] : answer.articleId));
			expect(accepted).toHaveLength(2);
			expect(new Set(accepted).size).toBe(1);
			const after = await stored();
			expect(after.articles - before.articles).toBe(1);
			expect(after.revisions - before.revisions).toBe(1);
			expect(after.changes - before.changes).toBe(1);
		}
	},
);

test("Eight submissions of the same with one key at the same time are all answered alike", async () => {
	const { input } = submission();
	const before = await stored();
	const answers = await Promise.all(Array.from({ length: 8 }, () => submit(input)));
	const ids = answers.map((answer) => (answer.kind === "invalid" ? answer.errors : answer.articleId));
	expect(new Set(ids).size).toBe(1);
	expect(answers.filter(({ kind }) => kind === "created")).toHaveLength(1);
	expect((await stored()).articles - before.articles).toBe(1);
});

test("A key for what is known already is taken too, and by one", async () => {
	const { input, elsewhere } = submission();
	const first = await submit({ ...input, idempotencyKey: null });
	const again = await submit({ ...elsewhere, idempotencyKey: null });
	expect([first.kind, again.kind]).toEqual(["created", "created"]);
	const answers = await Promise.all([input, elsewhere].map(submit));
	expect(answers.map(({ kind }) => kind).sort()).toEqual(["invalid", "unchanged"]);
	expect(answers).toContainEqual(CONFLICT);
});

test("A key whose submission failed is free again", async () => {
	const { input } = submission();
	expect((await submit({ ...input, text: "" })).kind).toBe("invalid");
	expect((await submit(input)).kind).toBe("created");
});
