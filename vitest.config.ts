import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** Files that measure the memory of their process, or change something of it for good. */
const ALONE = ["test/feed/hostile-feeds.test.ts", "test/source/fetch-limits.test.ts", "test/metrics.test.ts"];

const SHARED = {
	// vitest would load graphql twice, as ESM and CJS ("another module or realm").
	resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
};

const TIMES = {
	// Far above what a test takes: on a busy machine a first start of the embedded database alone can take 20 s.
	testTimeout: 60_000,
	hookTimeout: 120_000,
};

export default defineConfig({
	test: {
		globalSetup: ["test/database/global-setup.ts", "test/build-setup.ts"],
		// A file with an embedded database takes 300 MB and a core.
		maxWorkers: Math.min(4, availableParallelism()),
		projects: [
			{ ...SHARED, test: { ...TIMES, name: "alone", include: ALONE } },
			// To load the service anew for each file takes longer than most files do: a worker loads it once, and its files one after the other.
			{
				...SHARED,
				test: { ...TIMES, name: "together", include: ["test/**/*.test.ts"], exclude: ALONE, isolate: false },
			},
		],
	},
});
