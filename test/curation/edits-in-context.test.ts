import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publicId } from "../../src/public-id.js";
import { at, type GraphQLClient, graphqlClient, type Json } from "../graphql/graphql-client.js";
import { openQuayWorld } from "../ingest/repair/repair-world.js";
import type { TestDatabase } from "../test-database.js";
import { REVERT, REVIEW, revisionOf, UPDATE } from "./curation-client.js";

/** What editors decided, in answers: from then on, and not before. */

const day = (n: number) => new Date(`2031-06-0${n}T12:00:00.000Z`);
/** The instant of the next request. */
let now = day(1);
let db: TestDatabase;
let client: GraphQLClient;
let effect: string;
let cause: string;
let link: string;

beforeAll(async () => {
	db = await openQuayWorld();
	client = graphqlClient(db, { now: () => now });
	const row = await db.prisma.causalLink.findFirstOrThrow({
		where: { status: { not: "RETRACTED" }, relation: "CAUSE" },
		orderBy: [{ confidence: "desc" }, { id: "asc" }],
	});
	({ id: link, causeId: cause, effectId: effect } = row);
});
afterAll(() => db.close());

const CONTEXT = `query($id: ID!, $asOf: AsOfInput) { event(id: $id) { whatPreceded(asOf: $asOf) { version
	preceding(first: 100) { nodes { event { id title status time { value } type } title status time { value } } }
	links { status mode link { id status mode } explanation } } } }`;

async function contextAt(at_: Date | null, clock = "PUBLISHED"): Promise<Json> {
	const asOf = at_ && { at: at_.toISOString(), clock };
	return at(await client.data(CONTEXT, { id: publicId("Event", effect), asOf }), "event.whatPreceded");
}

function find(list: Json, fits: (item: Json) => boolean): Json {
	return (Array.isArray(list) ? list : []).find(fits) ?? null;
}

const entryOf = (context: Json) =>
	find(at(context, "preceding.nodes"), (node) => at(node, "event.id") === publicId("Event", cause));
const linkOf = (context: Json) =>
	find(at(context, "links"), (item) => at(item, "link.id") === publicId("CausalLink", link));

/** The face of the entry, and of its event: the two agree. */
function faceOf(context: Json): Json {
	const entry = entryOf(context);
	const { id: _, type: __, ...event } = at(entry, "event") as Record<string, Json>;
	expect(event).toEqual({ title: at(entry, "title"), status: at(entry, "status"), time: at(entry, "time") });
	return event;
}

const edit = async (fields: object) =>
	client.data(UPDATE, {
		input: {
			eventId: publicId("Event", cause),
			expectedRevision: await revisionOf(db, cause),
			reason: "right",
			...fields,
		},
	});

describe("What an editor says of an event", () => {
	let told: Json;
	let version: Json;

	test("stands in answers of the present, also where it is only one of the entries", async () => {
		const before = await contextAt(null);
		told = faceOf(before);
		version = at(before, "version");
		now = day(2);
		await edit({ title: "What the editor calls it", time: "2026-02-20", status: "UNCERTAIN" });
		now = day(3);
		const after = await contextAt(null);
		expect(faceOf(after)).toEqual({
			title: "What the editor calls it",
			status: "UNCERTAIN",
			time: { value: "2026-02-20" },
		});
		expect(at(linkOf(after), "explanation")).toContain("“What the editor calls it”");
		expect(at(after, "version")).not.toBe(version);
	});

	test.each(["PUBLISHED", "RECORDED"])("stood nowhere before it was said (%s)", async (clock) => {
		const before = await contextAt(new Date(day(2).getTime() - 1), clock);
		expect(faceOf(before)).toEqual(told);
		expect(at(before, "version")).toBe(version);
		expect(faceOf(await contextAt(day(2), clock))).toMatchObject({ title: "What the editor calls it" });
	});

	test("is what was said by then, edit by edit", async () => {
		now = day(4);
		await edit({ title: "What he calls it now" });
		now = day(6);
		expect(faceOf(await contextAt(day(3)))).toMatchObject({ title: "What the editor calls it" });
		expect(faceOf(await contextAt(day(5)))).toEqual({
			title: "What he calls it now",
			status: "UNCERTAIN",
			time: { value: "2026-02-20" },
		});
	});

	test("gives way to the reports where it was taken back, and stood until then", async () => {
		now = day(7);
		const expectedRevision = await revisionOf(db, cause);
		const input = { nodeId: publicId("Event", cause), toRevision: 0, expectedRevision, reason: "wrong" };
		expect(at(await client.data(REVERT, { input }), "revert.userErrors")).toEqual([]);
		now = day(8);
		expect(faceOf(await contextAt(null))).toEqual(told);
		expect(faceOf(await contextAt(day(6)))).toMatchObject({ title: "What he calls it now" });
	});

	test("takes one statement more of the answer to be found, and no more for many events", async () => {
		const asOf = { at: now.toISOString() };
		const { statements } = await client.ask(CONTEXT, { id: publicId("Event", effect), asOf });
		expect(statements.filter((statement) => statement.startsWith("select wanted.id"))).toHaveLength(1);
	});
});

describe("What an editor decides of a link", () => {
	const review = async (status: string) => {
		const input = {
			linkId: publicId("CausalLink", link),
			expectedRevision: await revisionOf(db, link),
			status,
			reason: "so",
		};
		expect(at(await client.data(REVIEW, { input }), "reviewCausalLink.userErrors")).toEqual([]);
	};
	const statusAt = async (instant: Date | null) => {
		const found = linkOf(await contextAt(instant));
		expect(at(found, "link.status")).toEqual(at(found, "status"));
		return at(found, "status");
	};

	test("stands in answers from then on", async () => {
		const before = await statusAt(null);
		now = new Date("2031-06-10T00:00:00Z");
		await review("DISPUTED");
		now = new Date("2031-06-12T00:00:00Z");
		expect(before).not.toBe("DISPUTED");
		expect(await statusAt(null)).toBe("DISPUTED");
		expect(await statusAt(new Date("2031-06-09T00:00:00Z"))).toBe(before);
	});

	test("is that it never was: so from then on, and not before", async () => {
		now = new Date("2031-06-14T00:00:00Z");
		await review("RETRACTED");
		now = new Date("2031-06-16T00:00:00Z");
		expect(linkOf(await contextAt(null))).toBeNull();
		expect(linkOf(await contextAt(new Date("2031-06-13T00:00:00Z")))).not.toBeNull();
	});
});
