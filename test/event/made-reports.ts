import type { Report } from "../../src/event/cluster-reports.js";
import { newsFrequency, reportWeights } from "../../src/event/term-weight.js";

/** An archive that has counted nothing yet. */
export const IDF = newsFrequency(0, new Map());

/** A report of these words, of a day in January; words with a capital are names. */
export function reportOf(articleId: string, text: string, day = 5): Report {
	const words = text.split(" ");
	const names = new Set(words.flatMap((word) => (/^\p{Lu}/u.test(word) ? [word.toLowerCase()] : [])));
	const counts = new Map(words.map((word) => [word.toLowerCase(), 1]));
	const publishedAt = new Date(Date.UTC(2026, 0, day, 12));
	return {
		articleId,
		type: "OTHER",
		time: null,
		roles: new Map(),
		weights: reportWeights(counts, names, IDF),
		names,
		reports: 1,
		alike: 0,
		firstReportedAt: publishedAt,
		mainReports: { first: publishedAt, last: publishedAt },
	};
}
