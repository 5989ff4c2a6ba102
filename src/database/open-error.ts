/**
 * The database cannot be opened as things are: the server does not answer, the directory is in use, the password is
 * wrong. `message` is one line for the person who started the program; print it without a stack trace and exit with 1.
 */
export class DatabaseOpenError extends Error {
	override readonly name = "DatabaseOpenError";
}
