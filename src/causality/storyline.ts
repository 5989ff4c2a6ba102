import type { ReportWords } from "./report-words.js";
import { indexWords, multiply, normalise, type WordIndex } from "./word-index.js";

/** An event that belongs to the storyline of the one asked about, or is told in its articles, as the press had it. */
export interface StorylineEvent {
	id: string;
	/** Articles about the event asked about that retell this one. */
	retellings: number;
	/** What its first report says; null where no article is about it: such an event is no step, but stands beside the storyline. */
	report: ReportWords | null;
	/** The text of its first report; null where no article is about it. */
	revisionId: string | null;
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
	/** Steps of the storyline before the event asked about. */
	length: number;
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

/** A storyline, measured: where its events stand, and by what others are measured. */
export interface MeasuredStoryline {
	/** The standing of each event that articles are about, for the event asked about. */
	standings: ReadonlyMap<string, Standing>;
	/** The standing of an event that no article is about, by what its sentences say. */
	standingBeside(event: Pick<StorylineEvent, "firstReportedAt" | "lastReportedAt">, sentences: ReportWords): Standing;
}

/**
 * Measures the events of a storyline for the event asked about. Words weigh by how few of the storyline's reports have them (1 + N/df, as a
 * logarithm), so that what all of them speak of counts least. Linear in the words of the reports, but for words that many reports share.
 * @param earlier in any order, without the event asked about. Those that no article is about are no steps, and left out.
 */
export function measureStoryline(earlier: readonly StorylineEvent[], asked: ReportWords): MeasuredStoryline {
	const steps = earlier
		.filter(({ report }) => report !== null)
		.sort((a, b) => a.firstReportedAt.getTime() - b.firstReportedAt.getTime() || (a.id < b.id ? -1 : 1));
	const reports = steps.map(({ report }) => report ?? NOTHING);
	const index = indexWords([...reports, asked]);
	const likeness = compareAll(index);
	const passedOn = namesPassedOn(index, steps.length);
	const firstReports = steps.map(({ firstReportedAt }) => firstReportedAt.getTime());
	const lastReports = steps.map(({ lastReportedAt }) => lastReportedAt.getTime()).sort((a, b) => a - b);
	const stepsSince = (at: Date) => 1 + lastReports.length - countUntil(lastReports, at.getTime());
	return {
		standings: new Map(
			steps.map(({ id, lastReportedAt }, at) => [
				id,
				{
					steps: stepsSince(lastReportedAt),
					place: at + 1,
					length: steps.length,
					breadth: reports[at]?.words.length ?? 0,
					figures: reports[at]?.figures ?? 0,
					likeness: likeness.toAsked[at] ?? 0,
					namesPassedOn: passedOn[at] ?? 0,
					novelty: 1 - (likeness.toEarlier[at] ?? 0),
				},
			]),
		),
		standingBeside: ({ firstReportedAt, lastReportedAt }, sentences) => {
			const { toAsked, toReports } = compareOne(index, sentences);
			return {
				steps: stepsSince(lastReportedAt),
				place: 1 + countUntil(firstReports, firstReportedAt.getTime()),
				length: steps.length,
				breadth: sentences.words.length,
				figures: sentences.figures,
				likeness: toAsked,
				namesPassedOn: 0,
				novelty: 1 - toReports,
			};
		},
	};
}

/** A storyline, with the event asked about, measured for it; null where no article is about that one. */
export function measureFor(storyline: readonly StorylineEvent[], eventId: string): MeasuredStoryline | null {
	const asked = storyline.find(({ id }) => id === eventId)?.report;
	return asked
		? measureStoryline(
				storyline.filter(({ id }) => id !== eventId),
				asked,
			)
		: null;
}

const NOTHING: ReportWords = { words: new Int32Array(0), names: 0, figures: 0 };

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

/** Each report's cosine to the event asked about, which is the last one, and its greatest cosine to a report before it. */
function compareAll(index: WordIndex): { toAsked: Float64Array; toEarlier: number[] } {
	const { documents, length } = index;
	const cosines = new Float64Array(documents.length);
	const toEarlier = documents.map((_, at) => {
		multiply(index, at, at, cosines);
		return normalise(cosines, length, length[at] as number, at);
	});
	return { toAsked: cosines, toEarlier };
}

/** The cosine of a text that is not in the index to the event asked about, and its greatest cosine to a report. */
function compareOne(index: WordIndex, { words }: ReportWords): { toAsked: number; toReports: number } {
	const { documents, numbers, weight, from, holders, length } = index;
	const unheardOf = Math.log(1 + documents.length);
	const cosines = new Float64Array(documents.length);
	let squares = 0;
	for (const word of words) {
		const number = numbers.get(word);
		const square = (number === undefined ? unheardOf : (weight[number] as number)) ** 2;
		squares += square;
		if (number === undefined) continue;
		const end = from[number + 1] as number;
		for (let place = from[number] as number; place < end; place++)
			(cosines[holders[place] as number] as number) += square;
	}
	const last = documents.length - 1;
	const toReports = normalise(cosines, length, Math.sqrt(squares), last);
	const dot = cosines[last] as number;
	return { toAsked: dot === 0 ? 0 : dot / (Math.sqrt(squares) * (length[last] as number)), toReports };
}

/** For each of the first `count` reports, the mean share of the later ones' weight that lies in names which none had before it. */
function namesPassedOn({ documents, weight, isName, total }: WordIndex, count: number): number[] {
	const firstToldBy = new Int32Array(weight.length).fill(-1);
	const reports = documents.slice(0, count);
	const sums = reports.map(() => 0);
	reports.forEach((document, at) => {
		for (const word of document) {
			if (!isName[word]) continue;
			const first = firstToldBy[word] as number;
			if (first < 0) firstToldBy[word] = at;
			else sums[first] = (sums[first] as number) + (weight[word] as number) / (total[at] as number);
		}
	});
	return sums.map((sum, at) => sum / Math.max(1, reports.length - 1 - at));
}
