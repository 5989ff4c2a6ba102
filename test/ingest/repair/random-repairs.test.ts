import { afterAll, beforeAll, expect, it } from "vitest";
import { ingestArticle } from "../../../src/ingest/ingest-article.js";
import { newId } from "../../../src/ingest/new-id.js";
import { findMentionsIn } from "../../../src/ingest/repair/carry-mentions.js";
import { mergeEvents } from "../../../src/ingest/repair/merge-events.js";
import { moveMentions } from "../../../src/ingest/repair/move-mentions.js";
import { RepairError } from "../../../src/ingest/repair/repair-error.js";
import { splitEvent } from "../../../src/ingest/repair/split-event.js";
import { type SeededRandom, seededRandom } from "../../article/seeded-random.js";
import type { TestDatabase } from "../../test-database.js";
import { QUAY_NEWS } from "./quay-news.js";
import { faultsOf, NOW, openQuayWorld, repair } from "./repair-world.js";

/** Whatever is merged, split, moved and revised, in whatever order: nothing disagrees, and nothing is lost. */

const ROUNDS = 60;

let db: TestDatabase;
beforeAll(async () => {
	db = await openQuayWorld();
});
afterAll(() => db.close());

const listed = () =>
	db.prisma.event.findMany({ where: { curation: { notIn: ["MERGED", "RETRACTED"] } }, orderBy: { id: "asc" } });
const mentionsOf = (eventId: string) => db.prisma.mention.findMany({ where: { eventId }, orderBy: { id: "asc" } });

async function mergeSome(random: SeededRandom): Promise<string> {
	const [keep, ...away] = random.shuffled(await listed()).slice(0, random.chance(0.3) ? 3 : 2);
	const awayIds = away.map(({ id }) => id);
	await repair(db, (tx, changes) =>
		mergeEvents(tx, { keepId: keep?.id ?? "", awayIds, reason: "at random" }, NOW, newId, changes),
	);
	return `merge ${awayIds.join(" ")} into ${keep?.id}`;
}

async function splitSome(random: SeededRandom): Promise<string> {
	const { id } = random.pick(await listed());
	const mentions = await mentionsOf(id);
	const articles = [...new Set(mentions.map(({ articleId }) => articleId))];
	const some = random.shuffled(articles).slice(0, 1 + random.below(articles.length));
	const mentionIds = random.chance(0.6)
		? await findMentionsIn(db.prisma, id, some)
		: mentions.flatMap((mention) => (random.chance(0.5) ? [mention.id] : []));
	const split = repair(db, (tx, changes) =>
		splitEvent(tx, { eventId: id, mentionIds, reason: "at random" }, NOW, newId, changes),
	);
	return split.then(
		({ result }) => `split ${result} from ${id}`,
		(error) => {
			if (error instanceof RepairError) return `split nothing from ${id}: ${error.message}`;
			throw error;
		},
	);
}

async function moveSome(random: SeededRandom): Promise<string> {
	const [to, ...from] = random.shuffled(await listed()).slice(0, 3);
	const mentions = (await Promise.all(from.map(({ id }) => mentionsOf(id)))).flat();
	const mentionIds = mentions.flatMap(({ id }) => (random.chance(0.4) ? [id] : []));
	await repair(db, (tx, changes) =>
		moveMentions(tx, { mentionIds, toEventId: to?.id ?? "", reason: "at random" }, NOW, newId, changes),
	);
	return `move ${mentionIds.length} mentions to ${to?.id}`;
}

async function revise(random: SeededRandom, round: number): Promise<string> {
	const article = random.pick(QUAY_NEWS);
	const text = `${article.text}\n\nUpdate ${round}: the port is still closed.`;
	const { kind } = await ingestArticle(db, { ...article, text }, NOW, newId);
	return `${kind} ${article.url}`;
}

it.each([1, 2, 3])("a sequence of repairs and revisions keeps everything in line (seed %i)", async (seed) => {
	const random = seededRandom(seed);
	const ids = new Set((await db.prisma.event.findMany({ select: { id: true } })).map(({ id }) => id));
	const links = new Set((await db.prisma.causalLink.findMany({ select: { id: true } })).map(({ id }) => id));
	const done = { merge: 0, split: 0, move: 0, revised: 0, held: 0 };
	for (let round = 0; round < ROUNDS; round++) {
		const evidence = await db.prisma.evidence.count();
		const events = (await listed()).length;
		const draw = random.next();
		let what: string;
		// Splits are a little likelier where few events are left.
		if (draw < 0.05) what = await revise(random, round);
		else if (draw < 0.25) what = await moveSome(random);
		else if (events > 4 && draw < 0.25 + events / 26) what = await mergeSome(random);
		else what = await splitSome(random);
		const [kind = ""] = what.split(" ");
		if (kind in done) done[kind as keyof typeof done]++;
		done.held += await db.prisma.evidence.count({ where: { heldBack: true } });

		expect(await faultsOf(db), `round ${round}: ${what}`).toEqual([]);
		if (kind !== "revised") expect(await db.prisma.evidence.count(), what).toBe(evidence);
		for (const { id } of await db.prisma.event.findMany({ select: { id: true } })) ids.add(id);
		for (const { id } of await db.prisma.causalLink.findMany({ select: { id: true } })) links.add(id);
	}
	// Every id ever given out answers.
	expect(await db.prisma.event.count({ where: { id: { in: [...ids] } } })).toBe(ids.size);
	expect(await db.prisma.causalLink.count({ where: { id: { in: [...links] } } })).toBe(links.size);
	for (const count of Object.values(done)) expect(count, JSON.stringify(done)).toBeGreaterThan(0);
});
