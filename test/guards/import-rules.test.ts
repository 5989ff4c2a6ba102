import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));
const root = mkdtempSync(join(tmpdir(), "antecedent-imports-"));
afterAll(() => rmSync(root, { recursive: true }));

/** A project with these files, by path and text. */
function writeProject(name: string, files: Record<string, string>): string {
	const directory = join(root, name);
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(directory, path)), { recursive: true });
		writeFileSync(join(directory, path), text);
	}
	cpSync(join(PROJECT, "package.json"), join(directory, "package.json"));
	symlinkSync(join(PROJECT, "node_modules"), join(directory, "node_modules"));
	return directory;
}

interface Violation {
	from: string;
	rule: { name: string };
}

/** What the project's rules find in it, as "rule: file". */
async function violations(directory: string): Promise<string[]> {
	const tool = join(PROJECT, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
	const config = join(PROJECT, ".dependency-cruiser.cjs");
	const output = await new Promise<string>((resolve) => {
		const options = { cwd: directory, maxBuffer: 2 ** 26 };
		execFile(process.execPath, [tool, "--config", config, "--output-type", "json", "src"], options, (_error, stdout) =>
			resolve(stdout),
		);
	});
	const { summary } = JSON.parse(output) as { summary: { violations: Violation[] } };
	return summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`).sort();
}

/** Files that others import. */
const INNER = {
	"src/db.ts": "export {};",
	"src/app.ts": "export {};",
	"src/main.ts": `import "./app.js";`,
	"src/database/server.ts": `import "pg";`,
	"src/language/tokens.ts": "export interface Token {}",
	"src/language/causal/training/train.ts": "export {};",
	"src/feed/rss.ts": "export {};",
	"src/source/fetch.ts": "export {};",
	"src/source/wire.ts": `import "undici";`,
	"src/article/extract.ts": "export {};",
	"src/event/match.ts": "export {};",
	"src/causality/link.ts": "export {};",
	"src/ingest/run.ts": "export {};",
	"src/curation/edit.ts": "export {};",
	"src/search/find.ts": `import "../curation/edit.js";`,
	"src/changes/tail.ts": "export {};",
	"src/access/role.ts": "export {};",
	"src/graphql/builder.ts": "export {};",
	"src/event/event-graphql.ts": `import "../graphql/builder.js";`,
	"src/cli/import.ts": "export {};",
};

/** Each stands for what one rule allows, beside what it forbids. */
const ALLOWED = {
	"src/language/sentences.ts": `import type { Token } from "./tokens.js"; import "wink-eng-lite-web-model"; export type Sentence = Token[];`,
	"src/feed/atom.ts": `import "./rss.js"; import "htmlparser2";`,
	"src/causality/preceding.ts": `import "../event/match.js"; import "../language/tokens.js"; import "../db.js"; import "node:crypto";`,
	"src/curation/undo.ts": `import "../ingest/run.js";`,
	"src/causality/link-graphql.ts": `import "../graphql/builder.js"; import "../event/event-graphql.js";`,
	"src/source/fetch-bytes.ts": `import "./wire.js";`,
	"src/access/access.ts": `import "./role.js"; import "../db.js"; import type {} from "node:http";`,
	"src/access/access-graphql.ts": `import "../graphql/builder.js";`,
	"src/graphql/schema.ts": `import "../event/event-graphql.js";`,
	"src/graphql/http.ts": `import "node:http";`,
	"src/cli/export.ts": `import "../ingest/run.js"; import "../db.js";`,
};

/** One file for each rule, which breaks it. */
const FORBIDDEN: Record<string, [path: string, text: string]> = {
	"nobody-imports-the-process": ["src/ingest/restart.ts", `import "../app.js";`],
	"main-imports-no-main": ["src/main.ts", `import "./main.js";`],
	"language-is-pure": ["src/language/remember.ts", `import "node:fs";`],
	"reading-knows-no-training": ["src/language/causal/learn.ts", `import "./training/train.js";`],
	"feed-is-pure": ["src/feed/poll.ts", `import "node:net";`],
	"source-knows-no-later-stage": ["src/source/publish.ts", `import "../article/extract.js";`],
	"article-knows-no-later-stage": ["src/article/group.ts", `import "../event/match.js";`],
	"event-knows-no-later-stage": ["src/event/explain.ts", `import type {} from "../causality/link.js";`],
	"causality-knows-no-later-stage": ["src/causality/again.ts", `import "../ingest/run.js";`],
	"ingest-knows-no-later-stage": ["src/ingest/correct.ts", `import "../curation/edit.js";`],
	"curation-knows-no-later-stage": ["src/curation/tell.ts", `import "../changes/tail.js";`],
	"changes-knows-no-later-stage": ["src/changes/look.ts", `import "../search/find.js";`],
	"stages-know-no-server": ["src/event/serve.ts", `import "../graphql/builder.js";`],
	"graphql-files-know-no-command": ["src/event/import-graphql.ts", `import "../cli/import.js";`],
	"logic-knows-no-graphql-file": ["src/causality/rank.ts", `import "../event/event-graphql.js";`],
	"access-knows-no-stage": ["src/access/edit.ts", `import "../curation/edit.js";`],
	"access-knows-no-server": ["src/access/serve-all.ts", `import "../graphql/builder.js";`],
	"inner-files-know-no-stage": ["src/database/clean.ts", `import "../article/extract.js";`],
	"one-way-to-the-database": ["src/article/store.ts", `import "../database/server.js";`],
	"only-one-way-out": ["src/ingest/post.ts", `import "undici";`],
	"no-unknown-module": ["src/event/lost.ts", `import "./nowhere.js";`],
	"only-declared-dependencies": ["src/cli/check.ts", `import "typescript";`],
};

/** Doors beside `undici`. */
const OTHER_WAYS_OUT = {
	"src/event/ask.ts": `import "node:https";`,
	"src/article/look-up.ts": `import "node:dns/promises";`,
	"src/cli/dial.ts": `import "net";`,
	"src/source/around.ts": `import "./wire.js";`,
};

test("What the rules allow passes", async () => {
	expect(await violations(writeProject("allowed", { ...INNER, ...ALLOWED }))).toEqual([]);
});

describe("A file is found that breaks the rule", () => {
	let found: string[] = [];
	beforeAll(async () => {
		const cycle = {
			"src/event/one.ts": `import type { Two } from "./two.js"; export type One = Two | 1;`,
			"src/event/two.ts": `import type { One } from "./one.js"; export type Two = One | 2;`,
		};
		found = await violations(
			writeProject("forbidden", {
				...INNER,
				...ALLOWED,
				...cycle,
				...OTHER_WAYS_OUT,
				...Object.fromEntries(Object.values(FORBIDDEN)),
			}),
		);
	});

	test.each(Object.entries(FORBIDDEN))("%s", (rule, [path]) => {
		expect(found).toContain(`${rule}: ${path}`);
	});

	test("no-cycles, also where only types go round", () => {
		expect(found).toContainEqual(expect.stringMatching(/^no-cycles: src\/event\/(one|two)\.ts$/));
	});

	test.each(Object.keys(OTHER_WAYS_OUT))("only-one-way-out, also by %s", (path) => {
		expect(found).toContain(`only-one-way-out: ${path}`);
	});

	test("and every rule has one", async () => {
		const config = await import(join(PROJECT, ".dependency-cruiser.cjs"));
		const rules: { name: string }[] = config.default.forbidden;
		expect(rules.map(({ name }) => name).sort()).toEqual(["no-cycles", ...Object.keys(FORBIDDEN)].sort());
	});
});
