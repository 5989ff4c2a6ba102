/**
 * The program of a thread, as a file that Node runs as it is: src/compile.mjs makes it before anything starts.
 *
 * @param entry an entry point of src/compile.mjs: its path in src, without the ending
 */
export function programFile(entry: string): URL {
	return new URL(`./generated/program/${entry.replaceAll("/", ".")}.js`, import.meta.url);
}
