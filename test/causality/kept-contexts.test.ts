import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
	type CausalChain,
	type CitedSentence,
	type ContextLink,
	DEFAULT_CONTEXT_OPTIONS,
	type PrecedingContext,
} from "../../src/causality/context.js";
import { digestOf, digestWithin, USUAL_DIGESTS } from "../../src/causality/digest.js";
import { forgetAlike, forgetOld } from "../../src/causality/forget-contexts.js";
import { keepAnswer, keepDigests, keptAnswer } from "../../src/causality/keep-answers.js";
import {
	readCurrentContexts,
	readKeptContexts,
	readTellings,
	workOutContexts,
} from "../../src/causality/kept-contexts.js";
import { packContext, unpackContext, withTellings } from "../../src/causality/pack-context.js";
import { readPrecedingContext } from "../../src/causality/preceding.js";
import { lockLog, readLogHead, recordChanges } from "../../src/change-log.js";
import { markContexts } from "../../src/ingest/contexts/mark-contexts.js";
import { refreshContexts } from "../../src/ingest/contexts/refresh-contexts.js";
import { ingestArticle } from "../../src/ingest/ingest-article.js";
import { newId } from "../../src/ingest/new-id.js";
import { asciiJson } from "../../src/json.js";
import { inTransaction } from "../../src/sql-transaction.js";
import { eventually } from "../changes/subscribers.js";
import { article, COLLAPSE, STRIKE, WORLD } from "../ingest/harbour-news.js";
import { openTestDatabase, type TestDatabase } from "../test-database.js";

const NOW = new Date("2026-03-10T00:00:00Z");
const LIMITS = { maxSentences: 6, maxWords: 130 };
let db: TestDatabase;
let strike: string;

beforeAll(async () => {
	db = await openTestDatabase();
	for (const one of WORLD) await ingestArticle(db, one, NOW, newId);
	strike = await eventOf(STRIKE.url);
});
/** Each test has an archive that nobody has asked yet. */
beforeEach(() => db.prisma.keptContext.deleteMany());
afterAll(() => db.close());

const eventOf = async (url: string) =>
	(await db.prisma.eventArticle.findFirstOrThrow({ where: { role: "MAIN", article: { url } } })).eventId;

const fresh = (eventId = strike, at = NOW) =>
	readPrecedingContext(db, eventId, { at, clock: "PUBLISHED" }, DEFAULT_CONTEXT_OPTIONS, at);

/** Statements since the last count; what is kept afterwards begins a transaction. */
const readings = () =>
	db.statements.filter((text) => !/^(begin|commit)|lock_timeout|advisory|insert into "KeptContext"/i.test(text.trim()))
		.length;

async function ask(eventId = strike, at = NOW): Promise<{ context: PrecedingContext; statements: number }> {
	db.statements.length = 0;
	const [context] = (await readCurrentContexts(db, [eventId], DEFAULT_CONTEXT_OPTIONS, at)).contexts;
	const statements = readings();
	if (!context) throw new Error("no answer");
	return { context, statements };
}

/** As a writer changes an event. */
const change = (eventId: string) =>
	inTransaction(db.pool, async (tx) => {
		await lockLog(tx);
		await markContexts(tx, [eventId], NOW);
		await recordChanges(tx, [{ kind: "UPDATED", nodeType: "EVENT", nodeId: eventId }], null, NOW);
	});

const isStored = async (eventId = strike) =>
	(await db.prisma.keptContext.count({ where: { eventId, isUsual: true } })) === 1;

/** Asks, and waits until the answer is kept. */
async function askAndKeep(eventId = strike): Promise<PrecedingContext> {
	const { context } = await ask(eventId);
	await eventually(() => isStored(eventId), "the answer is kept");
	return context;
}

/** A sentence without what the ranking alone reads of it. */
const cited = (sentence: CitedSentence): object => {
	const { mode: _mode, basis: _basis, voice: _voice, isCopy: _isCopy, ...shown } = sentence as CitedSentence & Ranked;
	return shown;
};
type Ranked = Record<"mode" | "basis" | "voice" | "isCopy", unknown>;
const saying = (link: ContextLink) => ({ ...link, evidence: link.evidence.map(cited) });
const along = (chain: CausalChain) => ({ ...chain, links: chain.links.map(saying) });

const told = ({ entries, links, chains, unresolved, truncated, version }: PrecedingContext) => ({
	entries: entries.map(({ opening: _opening, news: _news, ...entry }) => ({
		...entry,
		sentence: entry.sentence && cited(entry.sentence),
		bestChain: entry.bestChain && along(entry.bestChain),
	})),
	links: links.map(saying),
	chains: chains.map(along),
	unresolved,
	truncated,
	version,
});

describe("An answer as text", () => {
	it("comes back as it was, dates as dates, with what its digest is made of and without", async () => {
		const context = await fresh();
		for (const limits of [...USUAL_DIGESTS, { maxSentences: 4, maxWords: 44 }]) digestWithin(context, limits);
		expect(context.entries.length).toBeGreaterThan(0);
		expect(context.chains.length).toBeGreaterThan(0);
		const { tellings, ...packed } = packContext(context);
		const { eventId, asOf, computedAt } = context;
		const back = unpackContext(packed, { eventId, asOf, computedAt });
		expect(told(back)).toEqual(told(context));
		expect(back.hasTellings).toBe(false);
		const whole = withTellings(back, tellings);
		expect([told(whole), whole.news, whole.hasTellings]).toEqual([told(context), context.news, true]);
		expect(whole.entries.map(({ opening }) => opening)).toEqual(context.entries.map(({ opening }) => opening));
		expect(whole.entries.map(({ news }) => news)).toEqual(context.entries.map(({ news }) => news.map(cited)));
		expect(digestOf(whole, LIMITS)).toEqual(digestOf(context, LIMITS));
		expect(back.digests).toEqual(USUAL_DIGESTS.map((limits) => ({ ...limits, digest: digestOf(context, limits) })));
		expect(back.digests[0]?.digest.sentences.length).toBeGreaterThan(0);
	});

	it("says a link once, however many chains go through it, and ten sentences of its evidence", async () => {
		const context = await fresh();
		const [link] = context.links;
		if (!link) throw new Error("no link");
		const many = { ...link, evidence: Array.from({ length: 30 }, () => link.evidence[0] ?? link.evidence[1]) };
		const { answer } = packContext({ ...context, links: [many as typeof link, ...context.links.slice(1)] });
		expect(answer.split(link.linkId)).toHaveLength(2);
		expect(answer.split(asciiJson(link.explanation))).toHaveLength(2);
		const { eventId, asOf, computedAt } = context;
		const back = unpackContext({ answer, digests: null }, { eventId, asOf, computedAt });
		expect([back.links[0]?.evidence.length, back.digests]).toEqual([10, []]);
	});
});

describe("What was asked before", () => {
	it("is read by one statement, and its digest by one more", async () => {
		const first = await askAndKeep();
		const again = await ask();
		expect(again.statements).toBe(1);
		expect(told(again.context)).toEqual(told(first));
		db.statements.length = 0;
		const [whole] = await readTellings(db, [again.context], DEFAULT_CONTEXT_OPTIONS);
		expect(db.statements).toHaveLength(1);
		expect(whole && digestOf(whole, LIMITS)).toEqual(digestOf(first, LIMITS));
		expect(digestOf(first, LIMITS).sentences.length).toBeGreaterThan(0);
	});

	it("is read by one statement for all who ask in the same turn, each as of when he asks, whatever of it they want", async () => {
		const collapse = await eventOf(COLLAPSE.url);
		const known = [await askAndKeep(), await askAndKeep(collapse)];
		const missing = newId();
		const wanted = { digests: false, events: false, citations: "none" } as const;
		const options = { ...DEFAULT_CONTEXT_OPTIONS, maxEvents: 1 };
		const read = async (eventId: string, seconds: number, one = DEFAULT_CONTEXT_OPTIONS) => {
			const at = new Date(NOW.getTime() + seconds * 1_000);
			const { kept, head } = await readKeptContexts(db, [eventId], one, at, wanted);
			const context = kept.get(eventId);
			return { seen: context && told(context), at: context?.asOf.at, head };
		};
		db.statements.length = 0;
		const [first, second, again, none] = await Promise.all([
			read(strike, 1),
			read(collapse, 2),
			read(strike, 3),
			read(missing, 4),
		]);
		expect(db.statements).toHaveLength(1);
		expect([first, second, again].map((one) => one?.seen)).toEqual(
			[known[0], known[1], known[0]].map((one) => one && told(one)),
		);
		expect([first, second, again].map((one) => one?.at?.getTime())).toEqual(
			[1, 2, 3].map((seconds) => NOW.getTime() + seconds * 1_000),
		);
		expect([first?.head, none?.seen]).toEqual([null, undefined]);
		expect(none?.head).toBe(await readLogHead(db.pool));

		db.statements.length = 0;
		const others = await Promise.all([read(strike, 1), read(strike, 1, options), read(strike, 600)]);
		expect(db.statements).toHaveLength(3);
		expect(others.map(({ seen }) => seen !== undefined)).toEqual([true, false, true]);
	});

	it("fails for all who asked for it together, and for nobody who asks later", async () => {
		await askAndKeep();
		const wanted = { digests: false, events: false, citations: "none" } as const;
		let isBroken = true;
		const query = (...input: [string]) => (isBroken ? Promise.reject(new Error("gone")) : db.pool.query(...input));
		const pool = Object.create(db.pool, { query: { value: query } });
		const read = () => readKeptContexts({ ...db, pool }, [strike], DEFAULT_CONTEXT_OPTIONS, NOW, wanted);
		const answers = await Promise.allSettled([read(), read()]);
		expect(answers.map((one) => (one as PromiseRejectedResult).reason.message)).toEqual(["gone", "gone"]);
		isBroken = false;
		expect((await read()).kept.has(strike)).toBe(true);
	});

	it("is worked out once for all who ask meanwhile, each as of when he asks; once more where something was stored between", async () => {
		const known = await fresh();
		const head = await readLogHead(db.pool);
		const ask = async (seconds: number, head: string) => {
			const at = new Date(NOW.getTime() + seconds * 1_000);
			const [context] = await workOutContexts(db, [strike], DEFAULT_CONTEXT_OPTIONS, at, head);
			expect(context?.asOf.at).toEqual(at);
			expect(context && told(context)).toEqual(told(known));
		};
		const worked = () => db.statements.filter((text) => text.startsWith("-- The storyline")).length;
		db.statements.length = 0;
		await Promise.all([ask(0, head), ask(1, head), ask(2, head)]);
		expect(worked()).toBe(1);
		await eventually(isStored, "the answer is kept");
		db.statements.length = 0;
		await Promise.all([ask(0, head), ask(0, `${BigInt(head) - 1n}`)]);
		expect(worked()).toBe(2);
	});

	it("has no digest until one is asked for, and then that one is kept with it", async () => {
		await askAndKeep();
		const { context } = await ask();
		expect([context.digests, context.hasTellings]).toEqual([[], true]);
		const [usual, odd] = [LIMITS, { maxSentences: 4, maxWords: 44 }];
		const digest = digestWithin(context, usual);
		digestWithin(context, odd);
		await keepDigests(db, context, DEFAULT_CONTEXT_OPTIONS);
		const again = (await ask()).context;
		expect([again.digests, again.hasTellings]).toEqual([[{ ...usual, digest }], false]);
		expect(digest.sentences.length).toBeGreaterThan(0);
		expect(told(again)).toEqual(told(context));
	});

	it("keeps no digest of an answer that was replaced, or was never kept", async () => {
		await askAndKeep();
		const { context } = await ask();
		await db.prisma.keptContext.updateMany({ data: { computedAt: new Date(NOW.getTime() - 1) } });
		const unkept = await fresh();
		for (const one of [context, unkept]) {
			digestWithin(one, LIMITS);
			await keepDigests(db, one, DEFAULT_CONTEXT_OPTIONS);
		}
		expect((await ask()).context.digests).toEqual([]);
	});

	it("is as of when it is asked, and says when it was worked out", async () => {
		await askAndKeep();
		const later = new Date(NOW.getTime() + 60_000);
		const { context } = await ask(strike, later);
		expect([context.asOf.at, context.computedAt]).toEqual([later, NOW]);
	});

	it("is worked out anew after an hour, and for the past", async () => {
		await askAndKeep();
		expect((await ask(strike, new Date(NOW.getTime() + 3_599_000))).statements).toBe(1);
		expect((await ask(strike, new Date(NOW.getTime() + 3_601_000))).statements).toBe(4);
		expect((await ask(strike, new Date(NOW.getTime() - 1_000))).statements).toBe(4);
	});

	it("by other options is kept beside it, one of them", async () => {
		const asked = async (maxDepth: number) => {
			db.statements.length = 0;
			const options = { ...DEFAULT_CONTEXT_OPTIONS, maxDepth };
			const [context] = (await readCurrentContexts(db, [strike], options, NOW)).contexts;
			const statements = readings();
			await eventually(
				async () =>
					(await db.prisma.keptContext.count({ where: { options: { endsWith: JSON.stringify(options) } } })) === 1,
				"the answer is kept",
			);
			return [statements, context?.chains.every(({ links }) => links.length <= maxDepth)];
		};
		await askAndKeep();
		expect([await asked(2), await asked(2), await asked(3), await asked(2)]).toEqual([
			[4, true],
			[1, true],
			[4, true],
			[4, true],
		]);
		expect((await ask()).statements).toBe(1);
	});

	it("of several events is read together, whatever of it is kept", async () => {
		const collapse = await eventOf(COLLAPSE.url);
		await askAndKeep();
		const { contexts: both } = await readCurrentContexts(db, [collapse, strike], DEFAULT_CONTEXT_OPTIONS, NOW);
		expect(both.map(({ eventId }) => eventId)).toEqual([collapse, strike]);
		expect(both.map(told)).toEqual([told(await fresh(collapse)), told(await fresh())]);
	});
});

describe("It is forgotten when something changes:", () => {
	it("an article is published about an event that it shows", async () => {
		const before = await askAndKeep();
		const shown = before.entries[0]?.eventId ?? "";
		const { url } = await db.prisma.article.findFirstOrThrow({
			where: { events: { some: { eventId: shown, role: "MAIN" } } },
		});
		const known = WORLD.find((one) => one.url === url);
		if (!known) throw new Error("no article");
		await ingestArticle(db, { ...known, text: `${known.text}\n\nNobody had expected it.` }, NOW, newId);
		expect(await isStored()).toBe(false);
		expect(told((await ask()).context)).toEqual(told(await fresh()));
	});

	it("older news of the same matter comes late", async () => {
		await askAndKeep();
		const late = article(
			"late",
			"warned",
			"2026-02-20T10:00:00Z",
			"Dockers Union warns of Osborne Quay at Port Selway",
			`The Dockers Union warned the harbour authority on Friday that the Osborne Quay at Port Selway could collapse. The quay was built in 1931, union leader Marta Oden said; she asked for every quay to be inspected.

Dockers at Port Selway would not unload ships at the quay for long, she said.`,
		);
		await ingestArticle(db, late, NOW, newId);
		expect(await isStored()).toBe(false);
		const warned = await eventOf(late.url);
		const { context } = await ask();
		expect(context.entries.map(({ eventId }) => eventId)).toContain(warned);
	});

	it("but not when news comes that has nothing to do with it", async () => {
		await askAndKeep();
		const other = article(
			"far",
			"opera",
			"2026-03-09T10:00:00Z",
			"Opera house opens in Ostby",
			"The opera house of Ostby opened on Monday with a gala, after eleven years of building, its director said.\n\nTickets for the first season are sold out.",
		);
		await ingestArticle(db, other, NOW, newId);
		expect(await isStored()).toBe(true);
	});

	it("but not when other news merely retells what it shows, and then it is what it would be anew", async () => {
		const before = await askAndKeep();
		const collapse = await eventOf(COLLAPSE.url);
		expect(before.entries.map(({ eventId }) => eventId)).toContain(collapse);
		const retelling = article(
			"courier",
			"cranes",
			"2026-03-09T14:00:00Z",
			"Ostby orders new cranes for its container terminal",
			`The harbour of Ostby has ordered four cranes for its container terminal, its director said on Monday. They are to be delivered next spring.

What preceded

On March 2, a section of the Osborne Quay at Port Selway collapsed and four dockers were injured.`,
		);
		const then = new Date(NOW.getTime() - 60_000);
		await ingestArticle(db, retelling, then, newId);
		const marked = await db.prisma.eventContext.findMany({ where: { dirtyAt: then } });
		expect(marked.map(({ eventId }) => eventId)).toEqual([await eventOf(retelling.url)]);
		expect(await db.prisma.eventArticle.count({ where: { eventId: collapse, article: { url: retelling.url } } })).toBe(
			1,
		);
		expect(await isStored()).toBe(true);
		expect(told((await ask()).context)).toEqual(told(await fresh()));
	});

	it("but not when it is worked out while something else is stored", async () => {
		const far = await eventOf("https://far.example/opera");
		const storing = inTransaction(db.pool, async (tx) => {
			await lockLog(tx);
			await markContexts(tx, [far], NOW);
			await setTimeout(100);
			await recordChanges(tx, [{ kind: "UPDATED", nodeType: "EVENT", nodeId: far }], null, NOW);
		});
		await ask();
		await storing;
		await eventually(isStored, "the answer is kept");
	});

	it("and what was worked out before the change is not kept after it, but after any other", async () => {
		const head = await readLogHead(db.pool);
		const context = await fresh();
		const keep = () =>
			inTransaction(db.pool, async (tx) => {
				await lockLog(tx);
				await keepAnswer(tx, keptAnswer(context, DEFAULT_CONTEXT_OPTIONS), head);
			});
		const far = await eventOf("https://far.example/opera");
		expect(context.entries.map(({ eventId }) => eventId)).not.toContain(far);
		await change(far);
		await keep();
		expect(await isStored()).toBe(true);
		await db.prisma.keptContext.deleteMany();
		await change(context.entries[0]?.eventId ?? "");
		await keep();
		expect(await isStored()).toBe(false);
	});

	it("nor after an article about an earlier event with a word in common, of which it knows nothing", async () => {
		const head = await readLogHead(db.pool);
		const context = await fresh();
		const [earlier, later] = await Promise.all(
			["https://far.example/opera", STRIKE.url].map(async (url) =>
				db.prisma.event.findUniqueOrThrow({ where: { id: await eventOf(url) } }),
			),
		);
		if (!earlier || !later) throw new Error("no events");
		const { id, keyTerms, firstReportedAt } = earlier;
		const keepAfter = async (data: Partial<Pick<typeof earlier, "keyTerms" | "firstReportedAt">>) => {
			await db.prisma.event.update({ where: { id }, data });
			await inTransaction(db.pool, async (tx) => {
				await lockLog(tx);
				await forgetAlike(tx, id);
				await keepAnswer(tx, keptAnswer(context, DEFAULT_CONTEXT_OPTIONS), head);
			});
			return isStored();
		};
		const before = new Date(later.firstReportedAt.getTime() - 1);
		expect(await keepAfter({ keyTerms: later.keyTerms })).toBe(true);
		await db.prisma.keptContext.deleteMany();
		expect(await keepAfter({ firstReportedAt: before })).toBe(false);
		expect(await keepAfter({ keyTerms })).toBe(true);
		await db.prisma.event.update({ where: { id }, data: { firstReportedAt } });
	});

	it("nor replaced by an older one", async () => {
		await askAndKeep();
		const head = await readLogHead(db.pool);
		const older = await fresh(strike, new Date(NOW.getTime() - 1_000));
		await db.prisma.$transaction((tx) =>
			keepAnswer(tx, keptAnswer({ ...older, version: "older" }, DEFAULT_CONTEXT_OPTIONS), head),
		);
		expect((await ask()).context.version).not.toBe("older");
	});
});

describe("What is too old to be given", () => {
	it("is deleted, however much there is, and nothing else", async () => {
		const events = await db.prisma.event.findMany({ select: { id: true }, take: 3 });
		const row = { options: "", version: "", answer: "", tellings: "" };
		for (const [n, { id }] of events.entries())
			for (const isUsual of [true, false])
				await db.prisma.keptContext.create({
					data: { ...row, eventId: id, isUsual, computedAt: new Date(NOW.getTime() - n * 1_000) },
				});
		expect(await forgetOld(db.pool, new Date(NOW.getTime() - 500), 3)).toBe(4);
		expect(await db.prisma.keptContext.findMany({ select: { computedAt: true } })).toEqual(
			Array(2).fill({ computedAt: NOW }),
		);
	});
});

describe("Who keeps contexts true", () => {
	it("keeps what it works out, so that the first who asks need not wait", async () => {
		let computed = 1;
		while (computed > 0) computed = (await refreshContexts(db, 20, NOW)).computed;
		const { context, statements } = await ask();
		expect(statements).toBe(1);
		expect(told(context)).toEqual(told(await fresh()));
		const { version } = await db.prisma.eventContext.findUniqueOrThrow({ where: { eventId: strike } });
		expect(context.version).toBe(version);
	});
});
