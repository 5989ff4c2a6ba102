import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DEFAULT_CONTEXT_OPTIONS } from "../../src/causality/context.js";
import { readPrecedingContext } from "../../src/causality/preceding.js";
import { UsageError } from "../../src/cli/run-command.js";
import { type Database, openDatabase } from "../../src/db.js";
import { createGraphQLServer } from "../../src/graphql/server.js";
import type { KnowledgeClock } from "../../src/known.js";
import { createLog } from "../../src/log.js";
import { publicId } from "../../src/public-id.js";
import { recordStatements } from "../test-database.js";
import type { Bench, BenchContext, BenchResult } from "./bench-types.js";
import { wholeNumber } from "./import-bench.js";
import { type LargeArchive, makeLargeArchive } from "./large-archive.js";
import { quantile } from "./measure.js";
import { figure, formatTable } from "./table.js";

const HELP = `preceding: how fast "what preceded" is answered in a large archive, beside reading one event by its id in the same run. Milliseconds are
those of the clock, one question after the other. The archive is imported in part and multiplied.

  --articles N     in the archive, about (2000)
  --sample N       of them imported through the whole pipeline (500)
  --questions N    different events asked about: late ones, those at the end of long chains first (300)
  --clock CLOCK    ask as of the present by this clock, PUBLISHED or RECORDED (PUBLISHED)
  --seed N         of the articles and the choice of events (1)
  --database URL   where the archive is made and stays, postgresql://... or pglite:DIRECTORY; one that holds articles is asked as
                   it is (default: embedded, in a directory that is removed)`;

export const precedingBench: Bench = {
	help: HELP,
	options: {
		articles: { type: "string", default: "2000" },
		sample: { type: "string", default: "500" },
		questions: { type: "string", default: "300" },
		clock: { type: "string", default: "PUBLISHED" },
		seed: { type: "string", default: "1" },
		database: { type: "string" },
	},
	valueWhenBare: {},
	async run(values, context) {
		const { clock } = values;
		if (clock !== "PUBLISHED" && clock !== "RECORDED")
			throw new UsageError(`--clock takes PUBLISHED or RECORDED, not "${clock}"`);
		const plan = {
			articles: wholeNumber(values, "articles", 10),
			sample: wholeNumber(values, "sample", 10),
			questions: wholeNumber(values, "questions", 1),
			seed: wholeNumber(values, "seed", 0),
			clock: clock as KnowledgeClock,
		};
		const directory = values.database === undefined ? mkdtempSync(join(tmpdir(), "antecedent-bench-")) : null;
		const url = directory === null ? String(values.database) : `pglite:${join(directory, "pg")}`;
		try {
			const { statements, ...db } = await recordStatements(await openDatabase({ url }));
			try {
				if ((await db.prisma.article.count()) === 0) await makeLargeArchive(db, plan, context);
				return await measureAnswers(db, statements, plan, context);
			} finally {
				await db.close();
			}
		} finally {
			if (directory !== null) rmSync(directory, { recursive: true, force: true });
		}
	},
};

interface Plan extends LargeArchive {
	questions: number;
	clock: KnowledgeClock;
}

/** What a reader's page asks for. */
export const READERS_QUESTION = `query($id: ID!, $asOf: AsOfInput) { event(id: $id) { whatPreceded(asOf: $asOf) {
	preceding(first: 30) { nodes { role relevance title time { value } event { id title time { value } } sentence { span { exact } article { url headline } } } }
	chains(first: 3) { links { explanation } } digest(maxWords: 130) { text } } } }`;
const ONE_EVENT = `select id, title, "timeValue" from "Event" where id = $1`;

/** Milliseconds of each question. */
interface Asked {
	name: string;
	times: number[];
	/** Statements that the first question took. */
	statements: number;
}

async function measureAnswers(
	db: Database,
	sent: string[],
	plan: Plan,
	{ progress, signal }: BenchContext,
): Promise<BenchResult> {
	progress("choice of events");
	const eventIds = await chooseEvents(db, plan);
	const now = new Date();
	const server = createGraphQLServer({ db, log: createLog({ logLevel: "error" }), now: () => now });
	const sizes = { entries: 0, depth: 0 };
	const context = (id: string) =>
		readPrecedingContext(db, id, { at: now, clock: plan.clock }, DEFAULT_CONTEXT_OPTIONS, now);
	const asOf = plan.clock === "PUBLISHED" ? null : { at: now, clock: plan.clock };
	const askers: [name: string, ask: (id: string) => Promise<unknown>][] = [
		["one event, by its id", (id) => db.pool.query({ name: "bench-event", text: ONE_EVENT, values: [id] })],
		[
			"what preceded, first time",
			async (id) => {
				const { entries, chains } = await context(id);
				sizes.entries += entries.length;
				sizes.depth += Math.max(0, ...chains.map(({ links }) => links.length));
			},
		],
		["what preceded, again", context],
		[
			"the same over GraphQL",
			async (id) => {
				const body = JSON.stringify({ query: READERS_QUESTION, variables: { id: publicId("Event", id), asOf } });
				const headers = { "content-type": "application/json" };
				const request = new Request("http://localhost/graphql", { method: "POST", headers, body });
				const answer = (await (await server.fetch(request)).json()) as { errors?: unknown };
				if (answer.errors) throw new Error(JSON.stringify(answer.errors));
			},
		],
	];
	const asked: Asked[] = [];
	for (const [name, ask] of askers) {
		const times: number[] = [];
		sent.length = 0;
		let statements = 0;
		for (const id of eventIds) {
			if (signal.aborted) break;
			progress(`${name}: ${figure(times.length)} of ${figure(eventIds.length)}`);
			const startedAt = performance.now();
			await ask(id);
			times.push(performance.now() - startedAt);
			statements ||= sent.length;
		}
		asked.push({ name, times, statements });
	}
	const articles = await db.prisma.article.count();
	return report(db, articles, asked, {
		entries: sizes.entries / eventIds.length,
		depth: sizes.depth / eventIds.length,
	});
}

function report(
	db: Database,
	articles: number,
	asked: readonly Asked[],
	means: { entries: number; depth: number },
): BenchResult {
	const figures = asked.map(({ name, times, statements }) => ({
		name,
		questions: times.length,
		p50: quantile(times, 0.5),
		p95: quantile(times, 0.95),
		max: Math.max(...times),
		statements,
	}));
	const least = figures[0]?.p50 ?? Number.NaN;
	return {
		json: { database: db.kind, articles, means, figures },
		text: [
			`${figure(articles)} articles, ${db.description}; ${figure(means.entries)} entries in an answer, the longest chain of ${figure(means.depth)} links, on average`,
			formatTable([
				["", "questions", "statements", "p50 ms", "p95 ms", "max ms", "p50 × one event"],
				...figures.map(({ name, questions, statements, p50, p95, max }) => [
					name,
					figure(questions),
					String(statements),
					...[p50, p95, max].map(figure),
					figure(p50 / least),
				]),
			]),
		].join("\n\n"),
	};
}

/** So many of the latest events are looked at for each that is asked about. */
const CHOICE = 20;

/** Late events that articles are about; those to which the longest chains lead first, of equal ones any. */
async function chooseEvents(db: Database, { questions, seed }: Plan): Promise<string[]> {
	const client = await db.pool.connect();
	try {
		const { rows } = await client.query<{ id: string }>(
			`with recursive late as (
				select a."eventId" as id from (select "eventId", "publishedAt" from "EventArticle" where role = 'MAIN' order by "publishedAt" desc limit $1) a
				group by a."eventId"
			), walk(root, id, depth) as (
				select id, id, 0 from late
				union select w.root, l."causeId", w.depth + 1 from walk w join "CausalLink" l on l."effectId" = w.id where w.depth < 4
			)
			select root as id from walk group by root order by max(depth) desc, md5(root::text || $2) limit $3`,
			[questions * CHOICE, String(seed), questions],
		);
		return rows.map(({ id }) => id);
	} finally {
		client.release();
	}
}
