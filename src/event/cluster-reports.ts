import { sameEventLogit } from "./match-main.js";
import { joinGroups, likeness, type ReportGroup } from "./report-group.js";
import { dot, type InverseFrequency } from "./term-weight.js";

/** One article as it is clustered anew. */
export interface Report extends ReportGroup {
	articleId: string;
}

/** Reports that belong together. */
export interface ReportCluster extends ReportGroup {
	articleIds: string[];
}

/**
 * Sorts reports into events with hindsight: those two groups that are likeliest of one event are joined, beginning with single reports, as long as they
 * are likelier of one than of two (agglomerative clustering, with the measure of `likeness` for its linkage). What comes in one by one is judged by
 * what had come before; here nothing depends on the order. Quadratic in the number of reports, so for a few dozen.
 */
export function clusterReports(reports: readonly Report[], idf: InverseFrequency): ReportCluster[] {
	const ordered = [...reports].sort((a, b) => (a.articleId < b.articleId ? -1 : 1));
	const clusters: (ReportCluster | null)[] = ordered.map((report) => ({ ...report, articleIds: [report.articleId] }));
	const between = ordered.map((a) => ordered.map((b) => (a === b ? 0 : dot(a.weights, b.weights, idf))));
	const logits = clusters.map((a, i) => clusters.slice(0, i).map((b, j) => logitOf(a, b, i, j)));
	for (let pair = likeliest(logits); pair; pair = likeliest(logits)) {
		const [gone, kept] = pair;
		join(kept, gone);
	}
	return clusters.filter((cluster) => cluster !== null);

	function logitOf(a: ReportCluster | null, b: ReportCluster | null, i: number, j: number): number {
		return a && b ? sameEventLogit(a, b, likeness(a, b, idf, between[i]?.[j]), idf) : Number.NEGATIVE_INFINITY;
	}

	function join(kept: number, gone: number): void {
		const a = clusters[kept] as ReportCluster;
		const b = clusters[gone] as ReportCluster;
		clusters[kept] = {
			...joinGroups(a, b, idf, between[kept]?.[gone]),
			articleIds: [...a.articleIds, ...b.articleIds],
		};
		clusters[gone] = null;
		clusters.forEach((other, at) => {
			const sum = (between[kept]?.[at] ?? 0) + (between[gone]?.[at] ?? 0);
			(between[kept] as number[])[at] = sum;
			(between[at] as number[])[kept] = sum;
			if (at === kept) return;
			const logit = logitOf(clusters[kept] as ReportCluster, other, kept, at);
			(logits[Math.max(at, kept)] as number[])[Math.min(at, kept)] = logit;
		});
		logits[gone]?.fill(Number.NEGATIVE_INFINITY);
		for (const row of logits) if (row.length > gone) row[gone] = Number.NEGATIVE_INFINITY;
	}
}

/** The pair that is likeliest of one event, the later one first; null where no pair is likelier of one than of two. */
function likeliest(logits: readonly (readonly number[])[]): [later: number, earlier: number] | null {
	let best: [number, number] | null = null;
	let most = 0;
	logits.forEach((row, later) => {
		row.forEach((logit, earlier) => {
			if (logit < most || (best && logit === most)) return;
			most = logit;
			best = [later, earlier];
		});
	});
	return best;
}
