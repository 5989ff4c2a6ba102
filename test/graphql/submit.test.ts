import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestDatabase, type TestDatabase } from "../test-database.js";
import { at, each, type GraphQLClient, graphqlClient } from "./graphql-client.js";

let db: TestDatabase;
let client: GraphQLClient;

beforeAll(async () => {
	db = await openTestDatabase();
	client = graphqlClient(db);
});
afterAll(() => db.close());

const SUBMIT = `mutation($input: SubmitArticleInput!) { submitArticle(input: $input) {
	article { id url headline language publishedAt publishedAtProvenance source { name } revisions { totalCount } sections { role text } events { nodes { title } } mentions { nodes { trigger { exact } sentence { exact start end } } } }
	userErrors { __typename message path code } } }`;

const ARTICLE = {
	url: "https://harbour.example/2031/03/strike?utm_source=feed",
	headline: "Dockers walk out in Velsen",
	text: "Dockers in Velsen walked out on Wednesday in response to the closure of the night terminal.\n\nThe union said the strike would last a week.\n\nBackground\n\nOn March 1, the port authority closed the night terminal.",
	publishedAt: "2031-03-06T08:00:00Z",
	sourceName: "Harbour Post",
	language: "en",
};

describe("submitArticle", () => {
	test("reads an article and answers with what it found, every quotation where it says it is", async () => {
		const payload = at(await client.data(SUBMIT, { input: ARTICLE }), "submitArticle");
		expect(payload).toMatchObject({
			article: {
				headline: ARTICLE.headline,
				language: "en",
				publishedAt: "2031-03-06T08:00:00.000Z",
				publishedAtProvenance: "SUBMITTED",
				source: { name: "Harbour Post" },
				revisions: { totalCount: 1 },
			},
			userErrors: [],
		});
		expect(each(payload, "article.events.nodes", "title").length).toBeGreaterThan(0);
		for (const mention of each(payload, "article.mentions.nodes", "sentence.exact"))
			expect(ARTICLE.text).toContain(mention);
		const found = await client.data("query($url: URL!) { article(url: $url) { headline } }", { url: ARTICLE.url });
		expect(at(found, "article.headline")).toBe(ARTICLE.headline);
	});

	test("changes nothing when the same text comes again, and makes a revision of another text", async () => {
		const again = await client.data(SUBMIT, { input: ARTICLE });
		expect(at(again, "submitArticle.article.revisions.totalCount")).toBe(1);
		const revised = await client.data(SUBMIT, {
			input: { ...ARTICLE, text: `${ARTICLE.text}\n\nTalks began on Thursday.` },
		});
		expect(at(revised, "submitArticle.article.revisions.totalCount")).toBe(2);
		expect(at(revised, "submitArticle.article.id")).toBe(at(again, "submitArticle.article.id"));
		expect(await db.prisma.article.count()).toBe(1);
	});

	test("says which field cannot be used, and stores nothing", async () => {
		const data = await client.data(SUBMIT, { input: { url: "https://harbour.example/empty" } });
		expect(at(data, "submitArticle")).toMatchObject({
			article: null,
			userErrors: [
				{
					__typename: "InputError",
					path: ["input", "text"],
					code: "INVALID",
					message: expect.stringContaining("text"),
				},
			],
		});
		expect(await db.prisma.article.count()).toBe(1);
	});

	test.each([
		["an address that is none", { url: "javascript:alert(1)", text: "x" }],
		["a date that is none", { url: "https://harbour.example/x", text: "x", publishedAt: "yesterday" }],
		["a language that is none", { url: "https://harbour.example/x", text: "x", language: "not a tag" }],
	])("refuses %s before anything is done", async (_name, input) => {
		const answer = await client.ask(SUBMIT, { input });
		expect(answer.errors).toMatchObject([{ code: "BAD_USER_INPUT" }]);
		expect(answer.statements).toEqual([]);
	});

	test.each([
		["characters that the database refuses", "Dockers\u0000 walked out on Wednesday.\u0007"],
		["half characters", "Dockers \ud800 walked out on Wednesday."],
		["a single very long word", "a".repeat(100_000)],
	])("takes a text with %s", async (_name, text) => {
		const data = await client.data(SUBMIT, { input: { url: "https://harbour.example/hostile", text } });
		expect(at(data, "submitArticle.userErrors")).toEqual([]);
	});

	test("gives the same article for the same idempotency key without reading anything, and refuses the key for another one", async () => {
		const keyed = { ...ARTICLE, url: "https://harbour.example/2031/03/keyed", idempotencyKey: "harbour-77" };
		const first = at(await client.data(SUBMIT, { input: keyed }), "submitArticle");
		expect(at(first, "userErrors")).toEqual([]);
		const again = await client.ask(SUBMIT, { input: { ...keyed, description: undefined } });
		expect(at(again.data, "submitArticle.article.id")).toBe(at(first, "article.id"));
		expect(again.statements.filter((text) => /^\s*(insert|update|with)/i.test(text))).toEqual([]);
		for (const other of [{ text: `${ARTICLE.text} More.` }, { url: "https://harbour.example/other" }]) {
			const refused = await client.data(SUBMIT, { input: { ...keyed, ...other } });
			expect(at(refused, "submitArticle")).toEqual({
				article: null,
				userErrors: [
					{
						__typename: "InputError",
						code: "CONFLICT",
						path: ["input", "idempotencyKey"],
						message: "idempotencyKey was used for something else; take another one",
					},
				],
			});
		}
		expect(await db.prisma.article.count({ where: { url: { contains: "other" } } })).toBe(0);
		for (const idempotencyKey of ["", "x".repeat(201), "a\0b"]) {
			const refused = await client.data(SUBMIT, { input: { ...keyed, idempotencyKey } });
			expect(at(refused, "submitArticle.userErrors.0.message")).toBe(
				"idempotencyKey must have from 1 to 200 characters",
			);
		}
		await db.prisma.submission.deleteMany();
	});
});
