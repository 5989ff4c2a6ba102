import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { UsageError } from "../../../src/cli/run-command.js";
import type { Database } from "../../../src/db.js";
import { ingestArticle } from "../../../src/ingest/ingest-article.js";
import { newId } from "../../../src/ingest/new-id.js";
import { WORLD } from "../../ingest/harbour-news.js";
import { openTestDatabase, testServerUrl } from "../../test-database.js";
import { addLinkWeb } from "../link-web.js";
import { multiplyArchive } from "../multiplied-archive.js";
import { serviceBench } from "../service-bench.js";
import { trimEvents } from "../trimmed-events.js";
import { namesTheSame } from "./contestants/contestant.js";
import { installPostGraphile } from "./contestants/postgraphile.js";
import { ticksOf } from "./processor.js";
import { servicePlan } from "./service-plan.js";
import type { ServiceResult } from "./service-result.js";
import { messageReader } from "./statement-counter.js";

const { signal } = new AbortController();
const quiet = { now: () => performance.now(), signal, progress: () => {} };

describe("an archive for the service", () => {
	let db: Database;
	beforeAll(async () => {
		db = await openTestDatabase();
		for (const article of WORLD) await ingestArticle(db, article, new Date("2026-03-10T00:00:00Z"), newId);
	}, 60_000);
	afterAll(() => db.close());
	const count = async (sql: string) =>
		Number((await db.pool.query<{ n: string }>(`select count(*) as n from ${sql}`)).rows[0]?.n);

	test("has the events that articles are about, whatever number is asked for, and nothing that names others", async () => {
		const about = await count(`(select distinct "eventId" from "EventArticle" where role = 'MAIN') x`);
		expect(await count(`"Event"`)).toBeGreaterThan(about);
		await trimEvents(db, 1);
		expect(await count(`"Event"`)).toBe(about);
		for (const table of ["Mention", "EventArticle", "EventParticipant", "EventContext"])
			expect(await count(`"${table}" x where not exists (select from "Event" e where e.id = x."eventId")`)).toBe(0);
		for (const column of ["causeId", "effectId"])
			expect(await count(`"CausalLink" x where not exists (select from "Event" e where e.id = x."${column}")`)).toBe(0);
		expect(await count(`"Evidence" x where not exists (select from "CausalLink" l where l.id = x."linkId")`)).toBe(0);
	});

	test("has a web of claims, each with the sentences of two reports, and no shortcut", async () => {
		await multiplyArchive(db, 9, quiet);
		const before = await count(`"CausalLink"`);
		const events = await count(`(select distinct "eventId" from "EventArticle" where role = 'MAIN') x`);
		const added = await addLinkWeb(db, { events, links: events * 2 });
		expect(await count(`"CausalLink"`)).toBe(before + added);
		expect(Math.abs(added - events * 2)).toBeLessThan(events * 0.5);
		const made = `select l.* from "CausalLink" l where exists (select from "Evidence" x where x."linkId" = l.id and x.index >= 10000)`;
		expect(await count(`(${made}) l where (select count(*) from "Evidence" x where x."linkId" = l.id) <> 2`)).toBe(0);
		expect(
			await count(
				`(${made}) a join (${made}) b on b."causeId" = a."effectId" join (${made}) c on c."causeId" = a."causeId" and c."effectId" = b."effectId"`,
			),
		).toBe(0);
		// The sentence stands where it is said to stand.
		expect(
			await count(
				`"Evidence" x join "ArticleRevision" r on r.id = x."revisionId" where x.index >= 10000 and substr(r.text, x."spanStart" + 1, x."spanEnd" - x."spanStart") <> x.exact`,
			),
		).toBe(0);
		expect(
			await count(
				`"Event" e where e."causeCount" <> (select count(*) from "CausalLink" l where l."effectId" = e.id and l.status <> 'RETRACTED')`,
			),
		).toBe(0);
	});
});

test("the service and a server by hand answer the same, and are measured", async () => {
	const plan = { articles: "200", sample: "20", questions: "5", rounds: "1", seconds: "1", warmup: "0", starts: "1" };
	const database = testServerUrl === null ? {} : { database: testServerUrl, embedded: "0" };
	const options = { ...defaults(), ...plan, ...database, operations: "WhatPreceded,Article" };
	const { json, text } = await serviceBench.run(options, quiet);
	const { measured } = json as ServiceResult;
	const names = testServerUrl === null ? ["by hand", "service, embedded"] : ["by hand", "service"];
	for (const operation of ["WhatPreceded", "Article"]) {
		for (const contestant of names) {
			const found = measured[0]?.figures.find((one) => one.operation === operation && one.contestant === contestant);
			expect(found).toMatchObject({ operation, contestant });
			expect(found?.requestsPerSecond).toBeGreaterThan(0);
			expect(found?.ratio).toBeGreaterThan(0);
			expect(found?.p99Ms).toBeGreaterThanOrEqual(found?.p50Ms ?? 0);
			if (process.platform === "linux") expect(found?.serverMs).toBeGreaterThan(0);
			if (contestant !== "by hand") expect(found?.statements).toBeGreaterThanOrEqual(1);
		}
	}
	expect(measured[0]?.start?.milliseconds).toBeGreaterThan(0);
	expect(text).toContain("WhatPreceded");
}, 120_000);

const defaults = () =>
	Object.fromEntries(Object.entries(serviceBench.options).map(([name, option]) => [name, option.default]));

test.each([
	[{ database: "mysql://x" }],
	[{ operations: "WhatPreceded,Nothing" }],
	[{ seconds: "0" }],
	[{ articles: "100000", sample: "10" }],
])("%j is refused", (values) => {
	expect(() => servicePlan({ ...defaults(), ...values })).toThrow(UsageError);
});

test("answers that name other objects are told apart", () => {
	const id = (last: number) => `evt_00000000-0000-0000-0000-00000000000${last}`;
	expect(namesTheSame("Event", `["${id(1)}","${id(2)}","${id(1)}"]`, `{"a":"${id(2)}","b":"${id(1)}"}`)).toBeNull();
	expect(namesTheSame("Event", `["${id(1)}"]`, `["${id(1)}","${id(2)}"]`)).toMatch(/^1 of 2 are missing/);
	expect(namesTheSame("Event", `["${id(1)}","${id(3)}"]`, `["${id(1)}"]`)).toMatch(/1 are added/);
	expect(namesTheSame("Event", "[]", "null")).toMatch(/nothing is named/);
});

test("PostGraphile is left out, with a word, where Node is too old for it", async () => {
	expect(await installPostGraphile(join(tmpdir(), "nowhere"), "v20.19.0")).toMatchObject({
		kind: "skipped",
		reason: expect.stringContaining("Node 22"),
	});
});

test("processor time is read behind a name that holds brackets and blanks", () => {
	expect(ticksOf("42 (a) b (c) S 1 42 42 0 -1 4194304 100 0 0 0 30 12 0 0 20 0 1")).toBe(42);
});

describe("statements on the wire", () => {
	const message = (type: string, content: string) => {
		const head = Buffer.alloc(5);
		head.write(type);
		head.writeInt32BE(content.length + 4, 1);
		return Buffer.concat([head, Buffer.from(content)]);
	};
	const start = Buffer.concat([Buffer.from([0, 0, 0, 12]), Buffer.from("QEQEQEQE")]);
	const sent = Buffer.concat([start, message("P", "QE"), message("E", "QQ"), message("Q", ""), message("S", "")]);

	test.each([1, 2, 3, 7, 1_000])("are read from pieces of %d bytes", (size) => {
		const types: string[] = [];
		const read = messageReader((type) => types.push(String.fromCharCode(type)));
		for (let at = 0; at < sent.length; at += size) read(sent.subarray(at, at + size));
		expect(types.join("")).toBe("PEQS");
	});
});
