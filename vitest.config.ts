import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
	resolve: {
		// vitest would load graphql twice, as ESM and CJS ("another module or realm").
		alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }],
	},
	test: {
		include: ["test/**/*.test.ts"],
		globalSetup: ["test/database/global-setup.ts", "test/build-setup.ts"],
		// Far above what a test takes: on a busy machine a first start of the embedded database alone can take 20 s.
		testTimeout: 60_000,
		hookTimeout: 120_000,
		// A file with an embedded database takes 300 MB and a core.
		maxWorkers: Math.min(4, availableParallelism()),
	},
});
