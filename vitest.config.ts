import { defineConfig } from "vitest/config";

export default defineConfig({
	resolve: {
		// vitest would load graphql twice, as ESM and CJS ("another module or realm").
		alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }],
	},
	test: { include: ["test/**/*.test.ts"], testTimeout: 30_000, hookTimeout: 60_000 },
});
