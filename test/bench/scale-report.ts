import {
	lockMs,
	mostPerArchive,
	type ScaleGoal,
	type ScaleInputs,
	type ScaleNeed,
	workerSpeedup,
} from "./scale-model.js";
import { figure, formatTable, percent } from "./table.js";

/** The needs of several steps beside one another, and what they were reckoned from. */
export function scaleReport(
	inputs: ScaleInputs,
	goal: Omit<ScaleGoal, "articlesPerMinute">,
	needs: readonly ScaleNeed[],
): string {
	const row = (name: string, cell: (need: ScaleNeed) => string) => [name, ...needs.map(cell)];
	const { questionsPerArticle, subscribers, wantedPart } = goal;
	return [
		`One article of ${figure(inputs.length)} characters: ${figure(inputs.readMs)} ms of reading, ${figure(inputs.storeMs)} ms of storing and ${figure(inputs.contextMs)} ms of contexts in the worker; ${figure(inputs.storeDatabaseMs)} and ${figure(inputs.contextDatabaseMs)} ms in the database;
${figure(lockMs(inputs))} ms with the writers' lock; ${figure(inputs.statements)} statements, ${figure(inputs.rows)} rows, ${figure(inputs.changes)} changes, ${figure(inputs.bytes / 1_000)} kB on disk, ${figure(inputs.walBytes / 1_000)} kB of log.
One question: ${figure(inputs.questionMs)} ms in the api process, ${figure(inputs.questionDatabaseMs)} ms in the database. One change to one subscriber: ${figure(inputs.deliveryMs)} ms.
Eight writers at once commit ${figure(inputs.commits)} times a second, and ${figure(inputs.notifyingCommits)} times where each commit notifies.
Measured with ${inputs.measured}.`,
		formatTable([
			row("articles a minute", (need) => figure(need.articlesPerMinute)),
			row("workers", (need) => figure(need.workers)),
			row("api processes", (need) => figure(need.apis)),
			row("connections", (need) => figure(need.connections)),
			row("the writers' lock is busy", (need) =>
				need.lockBusy > 1 ? `${figure(need.lockBusy)} ×` : percent(need.lockBusy),
			),
			row("archives", (need) => figure(need.archives)),
			row("cores of the database", (need) => figure(need.databaseCores)),
			row("of these, reads", (need) => figure(need.readCores)),
			row("million rows a day", (need) => figure(need.rowsPerDay / 1e6)),
			row("GB a day", (need) => figure(need.gbPerDay)),
			row("MB of log a second", (need) => figure(need.walMbPerSecond)),
			row("questions a second", (need) => figure(need.questionsPerSecond)),
			row("deliveries a second", (need) => figure(need.deliveriesPerSecond)),
		]),
		needs
			.map(
				({ articlesPerMinute, walls }) =>
					`${figure(articlesPerMinute)} a minute: ${walls.join(", ") || "nothing is in the way"}`,
			)
			.join("\n"),
		`With ${figure(questionsPerArticle)} questions for each article, and ${figure(subscribers)} subscribers who want ${percent(wantedPart)} of the changes. One archive takes ${figure(mostPerArchive(inputs))} articles a minute.
Two workers store ${figure(workerSpeedup(inputs, 2))} times as much as one, four ${figure(workerSpeedup(inputs, 4))} times.`,
	].join("\n\n");
}
