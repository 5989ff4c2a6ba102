import { figure, formatTable } from "../table.js";
import type { Measured, ServiceResult } from "./service-result.js";

export const placeName = (place: Measured["place"]): string => (place === "pglite" ? "embedded" : "Postgres");

/** A dash for what was not measured, or cannot be told since nothing was answered in time. */
export const orNone = (value: number | null, digits = figure): string =>
	value === null || !Number.isFinite(value) ? "–" : digits(value);

const HEAD = [
	"contestant",
	"answers/s",
	"× by hand",
	"p50 ms",
	"p99 ms",
	"CPU ms",
	"Postgres ms",
	"MB",
	"statements",
	"kB",
];

/** The rows of one operation, head first. */
export function operationRows(figures: Measured["figures"], operation: string): string[][] {
	return [
		HEAD,
		...figures
			.filter((one) => one.operation === operation)
			.map((one) => [
				one.contestant,
				figure(one.requestsPerSecond),
				orNone(one.ratio, (ratio) => ratio.toFixed(2)),
				orNone(one.p50Ms),
				orNone(one.p99Ms),
				orNone(one.serverMs),
				orNone(one.postgresMs),
				orNone(one.residentMb, (mb) => mb.toFixed(0)),
				orNone(one.statements),
				orNone(one.answerKb),
			]),
	];
}

/** The operations that were measured, in their order. */
export const operationsIn = (measured: readonly Measured[]): string[] => [
	...new Set(measured.flatMap(({ figures }) => figures.map(({ operation }) => operation))),
];

export function archiveText({ place, holds, madeInSeconds }: Measured): string {
	const made = madeInSeconds === null ? "kept from before" : `made in ${figure(madeInSeconds)} s`;
	return `${figure(holds.articles)} articles, ${figure(holds.events)} events, ${figure(holds.links)} claims with ${figure(holds.evidence)} sentences, ${figure(holds.megabytes)} MB (${placeName(place)}; ${made})`;
}

export function serviceText(result: ServiceResult): string {
	const figures = result.measured.flatMap((one) => one.figures);
	const { connections, warmup, seconds, rounds } = result.load;
	return [
		`Node ${result.node}${result.postgres === null ? "" : `, PostgreSQL ${result.postgres}`}; ${connections} connections, ${rounds} rounds of ${seconds} s after ${warmup} s, ${result.questions} questions of a kind`,
		result.measured.map(archiveText).join("\n"),
		...operationsIn(result.measured).map(
			(operation) => `${operation}\n${formatTable(operationRows(figures, operation))}`,
		),
		`start of the service\n${formatTable(startRows(result.measured))}`,
		...result.skipped.map((reason) => `left out: ${reason}`),
	].join("\n\n");
}

export const startRows = (measured: readonly Measured[]): string[][] => [
	["archive", "ready after ms", "MB then"],
	...measured.map(({ place, start }) => [
		placeName(place),
		figure(start.milliseconds),
		orNone(start.residentMb, (mb) => mb.toFixed(0)),
	]),
];
