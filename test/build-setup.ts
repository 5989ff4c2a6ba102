import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** What pages load, and what threads and processes run, is as its sources are. */
export function setup(): void {
	for (const file of ["../src/web/build.mjs", "../src/compile.mjs"])
		execFileSync(process.execPath, [fileURLToPath(new URL(file, import.meta.url))], { stdio: "inherit" });
}
