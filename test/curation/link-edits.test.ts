import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findQuotation } from "../../src/curation/find-quotation.js";
import { ingestArticle } from "../../src/ingest/ingest-article.js";
import { newId } from "../../src/ingest/new-id.js";
import { publicId } from "../../src/public-id.js";
import { at, each, type GraphQLClient, graphqlClient, type Json, NOW } from "../graphql/graphql-client.js";
import { COLLAPSE, COPY, DENIAL, STRIKE } from "../ingest/harbour-news.js";
import { INQUIRY, RESIGNATION, SHORTAGE } from "../ingest/repair/quay-news.js";
import { articleIdOf, backgroundEventOf, faultsOf, mainEventOf, openQuayWorld } from "../ingest/repair/repair-world.js";
import type { TestDatabase } from "../test-database.js";
import { ADD_EVIDENCE, CREATE_LINK, REVIEW, revisionOf } from "./curation-client.js";

let db: TestDatabase;
let client: GraphQLClient;
let collapse: string;
let strike: string;
let resignation: string;
let shortage: string;
let inquiry: string;
let built: string;
const article: Record<string, string> = {};

beforeAll(async () => {
	db = await openQuayWorld();
	client = graphqlClient(db);
	[collapse, strike, resignation, shortage, inquiry] = (await Promise.all(
		[COLLAPSE, STRIKE, RESIGNATION, SHORTAGE, INQUIRY].map((report) => mainEventOf(db, report)),
	)) as [string, string, string, string, string];
	built = await backgroundEventOf(db, COLLAPSE, "built in 1931");
	for (const [name, report] of Object.entries({ COPY, DENIAL, RESIGNATION, SHORTAGE }))
		article[name] = publicId("Article", await articleIdOf(db, report));
});
afterAll(() => db.close());

const ORANGES = "Traders said that prices of oranges had doubled.";

const create = async (fields: object): Promise<Json> =>
	at(
		await client.data(CREATE_LINK, {
			input: {
				causeId: publicId("Event", collapse),
				effectId: publicId("Event", shortage),
				relation: "ENABLE",
				mode: "CONSEQUENCE",
				evidence: [{ articleId: article.SHORTAGE, exact: ORANGES }],
				...fields,
			},
		}),
		"createCausalLink",
	);

describe("findQuotation", () => {
	const text = "It rained. It rained. It poured.";
	test.each([
		["the first place", { exact: "It rained." }, [0, 10]],
		["the place with that before it", { exact: "It rained.", prefix: "rained. " }, [11, 21]],
		["the place with that after it", { exact: "It rained.", suffix: " It poured" }, [11, 21]],
		["nothing where other words stand around it", { exact: "It rained.", suffix: " It snowed" }, null],
		["nothing for words that are not there", { exact: "It snowed." }, null],
		["nothing for no words", { exact: " " }, null],
	])("finds %s", (_name, quotation, place) => {
		expect(findQuotation(text, quotation)).toEqual(place && { start: place[0], end: place[1] });
	});
});

describe("createCausalLink", () => {
	let made: Json;

	test("makes an editor's link with the sentence where the article says it", async () => {
		made = await create({ idempotencyKey: "one", note: "the ledger says so" });
		const start = SHORTAGE.text.indexOf(ORANGES);
		expect(made).toMatchObject({
			userErrors: [],
			link: {
				basis: "CURATED",
				status: "ACCEPTED",
				relation: "ENABLE",
				confidence: 1,
				support: { supporting: 1, contradicting: 0 },
				evidence: { nodes: [{ stance: "SUPPORTS", span: { exact: ORANGES, start, end: start + ORANGES.length } }] },
			},
		});
		expect(await faultsOf(db)).toEqual([]);
	});

	test("answers the same request with the same link, and another one with the link that is there", async () => {
		const again = await create({ idempotencyKey: "one" });
		expect(again).toMatchObject({ link: { id: at(made, "link.id") }, userErrors: [] });
		const twice = await create({ idempotencyKey: "two" });
		expect(twice).toMatchObject({ link: { id: at(made, "link.id") }, userErrors: [{ code: "ALREADY_EXISTS" }] });
	});

	test("is seen in what preceded", async () => {
		const data = await client.data(
			"query($id: ID!) { event(id: $id) { causes { nodes { id } } whatPreceded { links { link { id } } } } }",
			{ id: publicId("Event", shortage) },
		);
		expect(each(data, "event.causes.nodes", "id")).toContain(at(made, "link.id"));
		expect(each(data, "event.whatPreceded.links", "link.id")).toContain(at(made, "link.id"));
	});

	const event = (id: string) => publicId("Event", id);
	test.each<[string, () => object, string, string[]]>([
		[
			"a circle",
			() => ({ causeId: event(resignation), effectId: event(collapse), mode: "PURPOSE" }),
			"CYCLE",
			["effectId"],
		],
		["an event as its own cause", () => ({ causeId: event(shortage) }), "CYCLE", ["effectId"]],
		[
			"a cause after its effect",
			() => ({ causeId: event(strike), effectId: event(built) }),
			"TEMPORAL_ORDER",
			["causeId"],
		],
		["no evidence", () => ({ relation: "CAUSE", evidence: [] }), "EVIDENCE_REQUIRED", ["evidence"]],
		[
			"words that no article says",
			() => ({ relation: "CAUSE", evidence: [{ articleId: article.SHORTAGE, exact: `${ORANGES} Twice.` }] }),
			"SPAN_MISMATCH",
			["evidence", "0"],
		],
		[
			"the words of a copy",
			() => ({ relation: "CAUSE", evidence: [{ articleId: article.COPY, exact: "Port Selway" }] }),
			"INVALID",
			["evidence", "0"],
		],
		[
			"a revision that there is not",
			() => ({ relation: "CAUSE", evidence: [{ articleId: article.SHORTAGE, revision: 7, exact: ORANGES }] }),
			"NOT_FOUND",
			["evidence", "0"],
		],
		["an event that there is not", () => ({ causeId: event(newId()) }), "NOT_FOUND", ["causeId"]],
	])("refuses %s, and stores nothing", async (_name, fields, code, path) => {
		const counts = () =>
			Promise.all([db.prisma.causalLink.count(), db.prisma.evidence.count(), db.prisma.edit.count()]);
		const before = await counts();
		expect(await create(fields())).toMatchObject({ link: null, userErrors: [{ code, path: ["input", ...path] }] });
		expect(await counts()).toEqual(before);
	});

	test("stands when the article is revised, as long as an editor says so", async () => {
		const text = SHORTAGE.text.replace("Fruit ran short", "Fresh fruit ran short");
		await ingestArticle(db, { ...SHORTAGE, text }, NOW, newId);
		const id = String(at(made, "link.id"));
		const data = await client.data("query($id: ID!) { causalLink(id: $id) { basis status support { supporting } } }", {
			id,
		});
		expect(at(data, "causalLink")).toEqual({ basis: "CURATED", status: "ACCEPTED", support: { supporting: 1 } });
		expect(await faultsOf(db)).toEqual([]);
	});
});

const linkBetween = (causeId: string, effectId: string) =>
	db.prisma.causalLink.findFirstOrThrow({ where: { causeId, effectId, status: { not: "RETRACTED" } } });

const review = async (linkId: string, status: string, fields: object = {}) =>
	at(
		await client.data(REVIEW, {
			input: {
				linkId: publicId("CausalLink", linkId),
				expectedRevision: await revisionOf(db, linkId),
				status,
				reason: "asked the union",
				...fields,
			},
		}),
		"reviewCausalLink",
	);

describe("reviewCausalLink", () => {
	test("decides on the status, and what is reported later adds evidence but does not change it", async () => {
		const link = await linkBetween(strike, resignation);
		expect(await review(link.id, "DISPUTED")).toMatchObject({
			userErrors: [],
			link: { status: "DISPUTED", basis: link.basis, relation: link.relation },
		});
		const again = {
			...RESIGNATION,
			url: "https://monitor.example/voss-out",
			source: { name: "monitor", homepage: "https://monitor.example/" },
		};
		const text =
			"Transport minister Edda Voss has resigned because of the strike of the dockers at Port Selway, her office announced on Monday. She had been in office for two years, and her party thanked her.";
		await ingestArticle(db, { ...again, headline: "Edda Voss resigns as transport minister", text }, NOW, newId);
		const after = await db.prisma.causalLink.findUniqueOrThrow({ where: { id: link.id } });
		expect(after.supporting).toBeGreaterThan(link.supporting);
		expect(after).toMatchObject({ status: "DISPUTED", basis: link.basis, mode: link.mode });
		expect(await faultsOf(db)).toEqual([]);
	});

	test("takes a link away, which no report brings back", async () => {
		const link = await linkBetween(resignation, inquiry);
		const { causeCount } = await db.prisma.event.findUniqueOrThrow({ where: { id: inquiry } });
		expect(at(await review(link.id, "RETRACTED"), "link.status")).toBe("RETRACTED");
		const text = `${INQUIRY.text}\n\nIt is to last until June.`;
		await ingestArticle(db, { ...INQUIRY, text }, NOW, newId);
		const after = await db.prisma.causalLink.findUniqueOrThrow({ where: { id: link.id } });
		expect(after).toMatchObject({ status: "RETRACTED", supporting: 1 });
		expect((await db.prisma.event.findUniqueOrThrow({ where: { id: inquiry } })).causeCount).toBe(causeCount - 1);
		expect(await faultsOf(db)).toEqual([]);
	});

	test("refuses what it cannot do", async () => {
		const { id, revision } = await linkBetween(strike, resignation);
		const code = async (...input: Parameters<typeof review>) => at(await review(...input), "userErrors.0.code");
		expect(await code(id, "ACCEPTED", { expectedRevision: revision - 1 })).toBe("CONFLICT");
		expect(await code(id, "ACCEPTED", { reason: "" })).toBe("INVALID");
		expect(await code(id, "PROPOSED")).toBe("INVALID");
		expect(await code(newId(), "ACCEPTED")).toBe("NOT_FOUND");
		expect((await linkBetween(strike, resignation)).revision).toBe(revision);
	});
});

describe("addEvidence", () => {
	const add = async (linkId: string, exact: string, fields: object = {}) =>
		at(
			await client.data(ADD_EVIDENCE, {
				input: {
					linkId: publicId("CausalLink", linkId),
					span: { articleId: article.RESIGNATION, exact },
					stance: "CONTRADICTS",
					attributedTo: "Edda Voss",
					...fields,
				},
			}),
			"addEvidence",
		);

	test("weighs with the rest, once", async () => {
		const link = await linkBetween(collapse, strike);
		const exact = "I can no longer do my work";
		const payload = await add(link.id, exact);
		expect(payload).toMatchObject({
			userErrors: [],
			link: {
				status: "DISPUTED",
				basis: "STATED",
				support: { supporting: link.supporting, contradicting: link.contradicting + 1 },
			},
		});
		expect(each(payload, "link.evidence.nodes", "attributedTo")).toContain("Edda Voss");
		expect(at(await add(link.id, exact), "userErrors.0.code")).toBe("ALREADY_EXISTS");
		expect(at(await add(link.id, "no such words"), "userErrors")).toMatchObject([
			{ code: "SPAN_MISMATCH", path: ["input", "span"] },
		]);
		expect(await faultsOf(db)).toEqual([]);
	});
});
