import { readWeights } from "../../event/stored-weights.js";
import { addWeights, type TermWeights, weigh } from "../../event/term-weight.js";
import { readArticle } from "../../language/analyze.js";
import { countTerms, type Term } from "../../language/terms.js";
import { tokenize } from "../../language/tokens.js";
import type { SqlTransaction } from "../../sql-transaction.js";
import { TermCounts } from "../archive-memory.js";
import { frequenciesOf, readCounts } from "../archive-reader.js";
import { type EventWords, eventWords } from "../event-rows.js";

/**
 * Gives the words of events as they are once mentions have moved. It is asked inside the repair's transaction, after the mentions.
 * Events of which it knows nothing are absent, and keep the words they have.
 */
export type ReadWords = (tx: SqlTransaction, eventIds: readonly string[]) => Promise<ReadonlyMap<string, EventWords>>;

/** So many articles, or mentions, of an event are read again; a few already say what it is about. Reading one article takes 7 ms. */
const MAX_READ = 50;

/**
 * The words of events read anew: from the texts of the articles that are about them, originals and earlier ones first; where there are none,
 * from the mentions themselves. Three statements, whatever the number of events.
 */
export const readWords: ReadWords = async (tx, eventIds) => {
	const told = new Map<string, ToldWords[]>();
	const tell = (eventId: string, words: ToldWords) => told.set(eventId, [...(told.get(eventId) ?? []), words]);
	for (const { eventId, publishedAt, ...text } of await readMainTexts(tx, eventIds)) {
		const { terms, nameTerms } = readArticle({ ...text, publishedAt: publishedAt.toISOString() });
		tell(eventId, { counts: terms, names: nameTerms });
	}
	const retold = eventIds.filter((id) => !told.has(id));
	for (const { eventId, title } of retold.length > 0 ? await readTitles(tx, retold) : []) {
		const terms = countTerms(tokenize(title)).keys();
		tell(eventId, { counts: new Map([...terms].map((term) => [term, 1])), names: new Set() });
	}
	const all = [...told.values()].flat();
	const idf = await readFrequencies(
		tx,
		all.flatMap(({ counts }) => [...counts.keys()]),
	);
	return new Map(
		[...told].map(([eventId, parts]) => {
			const weighed = parts.map(({ counts, names }) => ({ weights: weigh(counts, idf), names }));
			return [eventId, eventWords(sum(weighed), idf)];
		}),
	);
};

interface ToldWords {
	counts: ReadonlyMap<Term, number>;
	names: ReadonlySet<Term>;
}

/**
 * The words of an event into which others are merged: the sum of theirs. As ever, what an event is made of comes from the articles that
 * are about it, as far as there are any. To be read before the mentions move. Two statements.
 */
export async function sumWords(
	tx: SqlTransaction,
	keepId: string,
	awayIds: readonly string[],
): Promise<ReadonlyMap<string, EventWords>> {
	const rows = await tx.$queryRaw<{ centroid: Record<Term, number>; hasMain: boolean }[]>`
		select e.centroid, exists (select from "EventArticle" x where x."eventId" = e.id and x.role = 'MAIN') as "hasMain"
		from "Event" e where e.id = any(${[keepId, ...awayIds]}::uuid[]) order by e.id`;
	const main = rows.filter(({ hasMain }) => hasMain);
	const words = sum((main.length > 0 ? main : rows).map(({ centroid }) => readWeights(centroid)));
	const idf = await readFrequencies(tx, words.weights.keys());
	return new Map([[keepId, eventWords(words, idf)]]);
}

interface WeighedWords {
	weights: TermWeights;
	names: ReadonlySet<Term>;
}

function sum(parts: readonly WeighedWords[]): WeighedWords {
	let weights: TermWeights = new Map();
	for (const part of parts) weights = addWeights(weights, part.weights);
	const names = parts.flatMap((part) => [...part.names]);
	return { weights, names: new Set(names.filter((term) => weights.has(term))) };
}

async function readFrequencies(tx: SqlTransaction, terms: Iterable<Term>) {
	const asked = [...terms];
	const counts = new TermCounts();
	await readCounts(tx, asked, counts);
	return frequenciesOf(counts, asked);
}

interface MainText {
	eventId: string;
	headline: string;
	text: string;
	language: string;
	publishedAt: Date;
}

function readMainTexts(tx: SqlTransaction, eventIds: readonly string[]): Promise<MainText[]> {
	return tx.$queryRaw<MainText[]>`
		select e.id as "eventId", r.headline, r.text, a.language, a."publishedAt"
		from unnest(${[...eventIds]}::uuid[]) as e(id)
		cross join lateral (
			select x."articleId" from "EventArticle" x where x."eventId" = e.id and x.role = 'MAIN'
			order by x."isCopy", x."publishedAt", x."articleId" limit ${MAX_READ}) told
		join "Article" a on a.id = told."articleId"
		cross join lateral (
			select y.headline, y.text from "ArticleRevision" y where y."articleId" = a.id order by y.number desc limit 1) r
		order by e.id, a."publishedAt", a.id`;
}

function readTitles(tx: SqlTransaction, eventIds: readonly string[]): Promise<{ eventId: string; title: string }[]> {
	return tx.$queryRaw<{ eventId: string; title: string }[]>`
		select e.id as "eventId", m.title from unnest(${[...eventIds]}::uuid[]) as e(id)
		cross join lateral (
			select x.title from "Mention" x where x."eventId" = e.id and x."supersededAt" is null
			order by x."publishedAt", x.id limit ${MAX_READ}) m`;
}
