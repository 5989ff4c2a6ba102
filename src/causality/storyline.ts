import type { ReportOpening } from "./context.js";
import type { ReportWords } from "./report-words.js";

/** An event that belongs to the storyline of the one asked about, or is told in its articles, as the press had it. */
export interface StorylineEvent {
	id: string;
	/** Articles about the event asked about that retell this one. */
	retellings: number;
	/** What its first report consists of; null where no article is about it: such an event is no step, but stands beside the storyline. */
	report: ReportWords | null;
	/** How its first report begins; null where no article is about it. */
	opening: ReportOpening | null;
	/** Publication of the first and the last article about it; of the first that mentions it where none is about it. */
	firstReportedAt: Date;
	lastReportedAt: Date;
}

/** What speaks for telling an earlier event when a later one is explained. */
export interface Standing {
	/** Reports of the storyline since, this one included: 1 for the one directly before. */
	steps: number;
	/** Place in the storyline, 1 for its first event. */
	place: number;
	/** Different telling words that its reports use: how much there was to tell. */
	breadth: number;
	/** Different figures among them. */
	figures: number;
	/** Cosine of its words and those of the event asked about, 0–1. */
	likeness: number;
	/** Mean share, 0–1, of the later reports' weight that is in names which this one brought in. */
	namesPassedOn: number;
	/** How unlike it was to everything before it, 0–1. */
	novelty: number;
}

/**
 * The standing of each event of a storyline for the event asked about. Words weigh by how few of the storyline's reports have them
 * (1 + N/df, as a logarithm), so that what all of them speak of counts least. Linear in the words of the reports, but for words that
 * many reports share.
 * @param earlier in any order, without the event asked about.
 * @param sentences that tell the events which no article is about, by event.
 */
export function standings(
	earlier: readonly StorylineEvent[],
	asked: ReportWords,
	sentences: ReadonlyMap<string, ReportWords> = new Map(),
): ReadonlyMap<string, Standing> {
	const events = earlier.toSorted(
		(a, b) =>
			Number(a.report === null) - Number(b.report === null) ||
			a.firstReportedAt.getTime() - b.firstReportedAt.getTime() ||
			(a.id < b.id ? -1 : 1),
	);
	const steps = events.filter(({ report }) => report !== null);
	const told = events.map(({ id, report }) => report ?? sentences.get(id) ?? NOTHING);
	const index = indexWords(told, asked);
	const likeness = compareAll(index);
	const passedOn = namesPassedOn(index, steps.length);
	const firstReports = steps.map(({ firstReportedAt }) => firstReportedAt.getTime());
	const lastReports = steps.map(({ lastReportedAt }) => lastReportedAt.getTime()).sort((a, b) => a - b);
	return new Map(
		events.map(({ id, report, firstReportedAt, lastReportedAt }, at) => [
			id,
			{
				steps: 1 + lastReports.length - countUntil(lastReports, lastReportedAt.getTime()),
				place: report ? at + 1 : 1 + countUntil(firstReports, firstReportedAt.getTime()),
				breadth: told[at]?.words.size ?? 0,
				figures: told[at]?.figures ?? 0,
				likeness: likeness.toAsked[at] ?? 0,
				namesPassedOn: passedOn[at] ?? 0,
				novelty: 1 - (likeness.toEarlier[at] ?? 0),
			},
		]),
	);
}

const NOTHING: ReportWords = { words: new Set(), names: new Set(), figures: 0 };

/** How many numbers of an ascending list are at most `limit`, by bisection. */
function countUntil(sorted: readonly number[], limit: number): number {
	let low = 0;
	for (let high = sorted.length; low < high; ) {
		const middle = (low + high) >> 1;
		if ((sorted[middle] as number) > limit) high = middle;
		else low = middle + 1;
	}
	return low;
}

/** The reports as lists of numbered words, the event asked about last. */
interface WordIndex {
	documents: number[][];
	/** By word: its weight, and whether any report writes it as a name. */
	weight: number[];
	isName: boolean[];
	/** By document: sum of the weights, and length of the vector. */
	total: number[];
	length: number[];
}

function indexWords(reports: readonly ReportWords[], asked: ReportWords): WordIndex {
	const numbers = new Map<string, number>();
	const frequency: number[] = [];
	const isName: boolean[] = [];
	const all = [...reports, asked];
	const documents = all.map(({ words, names }) => {
		const document: number[] = [];
		for (const word of words) {
			let number = numbers.get(word);
			if (number === undefined) {
				number = numbers.size;
				numbers.set(word, number);
			}
			document.push(number);
			frequency[number] = (frequency[number] ?? 0) + 1;
			if (names.has(word)) isName[number] = true;
		}
		return document;
	});
	const weight = frequency.map((count) => Math.log(1 + all.length / count));
	const total = documents.map((document) => document.reduce((sum, word) => sum + (weight[word] as number), 0));
	const length = documents.map((document) =>
		Math.sqrt(document.reduce((sum, word) => sum + (weight[word] as number) ** 2, 0)),
	);
	return { documents, weight, isName, total, length };
}

/** Each report's cosine to the event asked about, and its greatest cosine to a report before it. */
function compareAll({ documents, weight, length }: WordIndex): { toAsked: number[]; toEarlier: number[] } {
	const holders: number[][] = weight.map(() => []);
	const toEarlier: number[] = [];
	let cosines = new Float64Array(0);
	documents.forEach((document, at) => {
		cosines = new Float64Array(at);
		for (const word of document) {
			const square = (weight[word] as number) ** 2;
			const before = holders[word] as number[];
			for (const other of before) cosines[other] = (cosines[other] as number) + square;
			before.push(at);
		}
		const own = length[at] as number;
		cosines.forEach((dot, other) => {
			cosines[other] = dot === 0 ? 0 : dot / (own * (length[other] as number));
		});
		toEarlier.push(cosines.reduce((most, cosine) => Math.max(most, cosine), 0));
	});
	return { toAsked: [...cosines], toEarlier };
}

/** For each of the first `count` reports, the mean share of the later ones' weight that lies in names which none had before it. */
function namesPassedOn({ documents, weight, isName, total }: WordIndex, count: number): number[] {
	const firstToldBy = new Map<number, number>();
	const reports = documents.slice(0, count);
	const sums = reports.map(() => 0);
	reports.forEach((document, at) => {
		for (const word of document) {
			if (!isName[word]) continue;
			const first = firstToldBy.get(word);
			if (first === undefined) firstToldBy.set(word, at);
			else sums[first] = (sums[first] as number) + (weight[word] as number) / (total[at] as number);
		}
	});
	return sums.map((sum, at) => sum / Math.max(1, reports.length - 1 - at));
}
