import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** What the pages load is as their sources are, before any test asks for a page. */
export function setup(): void {
	execFileSync(process.execPath, [fileURLToPath(new URL("../../src/web/build.mjs", import.meta.url))], {
		stdio: "inherit",
	});
}
