import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Before all tests: the generated client, and the database of which every test gets a copy. */
export default async function setup(): Promise<() => Promise<void>> {
	execFileSync(process.execPath, [fileURLToPath(new URL("../../prisma/generate.mjs", import.meta.url))], {
		stdio: "inherit",
	});
	// Workers inherit it: they have to find this run's template.
	process.env.TEST_RUN_ID = String(process.pid);
	// Only now, when the client is there to be imported.
	const { testServerUrl } = await import("../test-database.js");
	const { createTemplate } = await import("./template.js");
	const { prepareSnapshot } = await import("./snapshot.js");
	await prepareSnapshot();
	return testServerUrl === null ? async () => {} : createTemplate(testServerUrl);
}
