import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { takeDirectoryLock } from "./directory-lock.js";
import { DatabaseOpenError } from "./open-error.js";

/** The major version of the Postgres inside the pinned PGlite. Directories of another one cannot be opened. */
export const EMBEDDED_MAJOR = "18";

export interface DataDirectory {
	/** To be called once Postgres answers: from here on the directory holds a database. */
	confirm(): void;
	/** Gives the directory back. */
	release(): void;
}

/**
 * Makes a directory ready for the embedded Postgres and takes it for this process. Throws `DatabaseOpenError` if it is
 * in use, holds something else than a database, or one made by another Postgres.
 *
 * Beside `<directory>` stand `<directory>.lock` (see directory-lock.ts) and, until the first start has succeeded,
 * `<directory>.new`: a first start that was interrupted leaves half a database, which the next one throws away.
 */
export function claimDataDirectory(directory: string): DataDirectory {
	const marker = `${directory}.new`;
	makeDirectory(dirname(directory));
	const lock = takeDirectoryLock(`${directory}.lock`, directory);
	try {
		if (existsSync(marker)) rmSync(directory, { recursive: true, force: true });
		makeDirectory(directory);
		if (readdirSync(directory).length === 0) writeFileSync(marker, "");
		else checkMajor(directory);
	} catch (error) {
		lock.release();
		throw error;
	}
	return { confirm: () => rmSync(marker, { force: true }), release: () => lock.release() };
}

function makeDirectory(path: string): void {
	try {
		mkdirSync(path, { recursive: true, mode: 0o700 });
	} catch (error) {
		throw new DatabaseOpenError(`Cannot make the directory ${path}: ${(error as Error).message}`, { cause: error });
	}
}

function checkMajor(directory: string): void {
	const file = join(directory, "PG_VERSION");
	if (!existsSync(file)) {
		throw new DatabaseOpenError(
			`${directory} is not empty and holds no database. Set DATABASE_URL to another directory.`,
		);
	}
	const major = readFileSync(file, "utf8").trim();
	if (major === EMBEDDED_MAJOR) return;
	throw new DatabaseOpenError(
		`${directory} was made by PostgreSQL ${major}, and this version brings PostgreSQL ${EMBEDDED_MAJOR}. ` +
			"Open it with the version that made it, export the articles (npm run -s export -- articles) and import them into a new directory.",
	);
}
