import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { create, extract, list } from "tar";
import { claimDataDirectory, EMBEDDED_MAJOR } from "./data-directory.js";
import { DatabaseOpenError } from "./open-error.js";

/**
 * A backup is the directory of a stopped embedded database as one `.tar.gz`: with its log (WAL), so that it starts as after a crash even where the
 * process before was killed. It is read and written in pieces; memory does not grow with the archive.
 */

/** Names what a database of any version has, and nothing else. */
const VERSION_FILE = "PG_VERSION";

/**
 * Writes the database of a directory to a file that does not exist yet. Throws `DatabaseOpenError` where there is none, where a process has it, or where
 * the file cannot be written; then there is no file.
 * @returns bytes of the file.
 */
export async function backUp(directory: string, file: string): Promise<number> {
	if (!existsSync(join(directory, VERSION_FILE)))
		throw new DatabaseOpenError(`There is no database in ${directory}. Set DATABASE_URL to the directory of one.`);
	if (existsSync(file)) throw new DatabaseOpenError(`${file} exists already, and is not written over.`);
	const claim = claimDataDirectory(directory);
	// What bears the name is whole.
	const part = `${file}.part`;
	try {
		await create({ file: part, cwd: directory, gzip: true, portable: true }, ["."]);
		flush(part);
		renameSync(part, file);
		return statSync(file).size;
	} catch (error) {
		rmSync(part, { force: true });
		throw new DatabaseOpenError(`The backup cannot be written: ${(error as Error).message}`, { cause: error });
	} finally {
		claim.release();
	}
}

/**
 * Puts a backup into a directory that is empty or not there. Throws `DatabaseOpenError` where it is not, where a process has it, or where the file is no
 * whole backup of this Postgres; then the directory is as it was. A restore that was killed is thrown away by the next start, as a first start is.
 */
export async function restoreBackup(file: string, directory: string): Promise<void> {
	await checkBackup(file);
	if (existsSync(directory) && readdirSync(directory).length > 0)
		throw new DatabaseOpenError(
			`${directory} is not empty, and a backup is restored into an empty directory only. Move it away, or set DATABASE_URL to another directory.`,
		);
	const claim = claimDataDirectory(directory);
	try {
		await extract({
			file,
			cwd: directory,
			strict: true,
			preserveOwner: false,
			filter: (_path, entry) => isPlain(entry),
		});
		claim.confirm();
	} catch (error) {
		rmSync(directory, { recursive: true, force: true });
		claim.confirm();
		throw new DatabaseOpenError(`The backup cannot be restored: ${(error as Error).message}`, { cause: error });
	} finally {
		claim.release();
	}
}

/** Reads the whole file before anything is written, so that one cut off or of another kind is refused in time. */
async function checkBackup(file: string): Promise<void> {
	let major = "";
	let foreign: string | null = null;
	try {
		await list({
			file,
			strict: true,
			onReadEntry: (entry) => {
				if (!isPlain(entry)) foreign = entry.path;
				if (entry.path.replace(/^\.\//, "") !== VERSION_FILE) return;
				entry.on("data", (bytes) => {
					major += bytes;
				});
			},
		});
	} catch (error) {
		throw new DatabaseOpenError(`${file} is no whole backup: ${(error as Error).message}`, { cause: error });
	}
	if (foreign !== null)
		throw new DatabaseOpenError(`${file} is no backup: it holds ${foreign}, which is neither a file nor a directory.`);
	if (major === "") throw new DatabaseOpenError(`${file} is no backup: there is no ${VERSION_FILE} in it.`);
	if (major.trim() !== EMBEDDED_MAJOR)
		throw new DatabaseOpenError(
			`${file} was made by PostgreSQL ${major.trim()}, and this version brings PostgreSQL ${EMBEDDED_MAJOR}: see docs/operations.md on upgrades.`,
		);
}

/** Links in an archive could lead out of the directory. */
const isPlain = (entry: object): boolean =>
	"type" in entry ? ["File", "OldFile", "Directory"].includes(String(entry.type)) : true;

/** To the disk itself: a backup is for the day on which the machine fails. */
function flush(file: string): void {
	const handle = openSync(file, "r+");
	fsyncSync(handle);
	closeSync(handle);
}
