/** What can be wrong with a database that is not wrong with the statement: no fault of ours, and it passes. */
export type DatabaseFault = "busy" | "unreachable" | "full" | "read-only";

/** Codes of Postgres (https://www.postgresql.org/docs/current/errcodes-appendix.html), of Prisma (P…) and of the system (E…). */
const FAULTS: Readonly<Record<DatabaseFault, readonly string[]>> = {
	/** It took too long, waited too long for a lock, met another transaction, or there are too many connections or too little memory. */
	busy: ["57014", "55P03", "40001", "40P01", "53200", "53300", "P2024", "P2028", "P2034", "P2037"],
	/** It is stopping, starting, or has gone; connections that were open are lost. */
	unreachable: [
		...["57P01", "57P02", "57P03", "08000", "08001", "08003", "08004", "08006", "P1001", "P1002", "P1008", "P1017"],
		...["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH", "ENOTFOUND", "EAI_AGAIN"],
	],
	/** There is no room for anything more on its disk. */
	full: ["53100", "ENOSPC"],
	/** It takes no changes: a server that is being moved, or the embedded one while there is hardly any room. */
	"read-only": ["25006"],
};

/** What `pg` says without a code. */
const MESSAGES: readonly (readonly [RegExp, DatabaseFault])[] = [
	[
		/timeout exceeded when trying to connect|due to connection timeout|canceling statement due to statement timeout/,
		"busy",
	],
	[
		/^Connection terminated|connection error and is not queryable|^The embedded database has (ended|failed)/,
		"unreachable",
	],
	[/No space left on device/, "full"],
];

const BY_CODE = new Map(
	(Object.keys(FAULTS) as DatabaseFault[]).flatMap((fault) => FAULTS[fault].map((code) => [code, fault] as const)),
);

/** What is wrong with the database, of an error or of what caused it; null where it is something else. */
export function databaseFault(error: unknown): DatabaseFault | null {
	for (let cause = error; cause instanceof Error; cause = cause.cause) {
		const { message } = cause;
		for (const code of codesOf(cause)) {
			const fault = BY_CODE.get(code);
			if (fault) return fault;
		}
		const found = MESSAGES.find(([pattern]) => pattern.test(message));
		if (found) return found[1];
	}
	return null;
}

/** The code of an error, and the one that the driver had, where Prisma has put its own in its place. */
function codesOf(error: Error): string[] {
	const { code, meta } = error as {
		code?: unknown;
		meta?: { driverAdapterError?: { cause?: { originalCode?: unknown } } };
	};
	return [code, meta?.driverAdapterError?.cause?.originalCode].filter((one) => typeof one === "string");
}

/** Whether nothing can be stored at present, whatever it is. What takes too long is not among it: that may be for ever. */
export function isDatabaseAway(error: unknown): boolean {
	const fault = databaseFault(error);
	return fault !== null && fault !== "busy";
}
