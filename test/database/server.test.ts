import { createServer } from "node:net";
import { describe, expect, test } from "vitest";
import { DatabaseOpenError } from "../../src/database/open-error.js";
import { openDatabase } from "../../src/db.js";
import { testServerUrl } from "../test-database.js";
import { urlOf } from "./template.js";

/** What opening a database says when it fails. */
async function failure(url: string): Promise<string> {
	try {
		const database = await openDatabase({ url, connectTimeoutMs: 1_000 });
		await database.close();
	} catch (error) {
		expect(error).toBeInstanceOf(DatabaseOpenError);
		return (error as Error).message;
	}
	throw new Error(`${url} can be opened`);
}

/** A port at which something listens that says nothing, while `act` runs. */
async function withMutePort(act: (port: number) => Promise<void>): Promise<void> {
	const server = createServer(() => {});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	try {
		await act(typeof address === "object" && address !== null ? address.port : 0);
	} finally {
		server.close();
	}
}

describe("A server that cannot be used gives one line with place and reason, without the password", () => {
	test("when nothing listens there", async () => {
		expect(await failure("postgresql://reader:secret@127.0.0.1:1/news")).toBe(
			"Cannot use the database at 127.0.0.1:1/news: connect ECONNREFUSED 127.0.0.1:1",
		);
	});

	test("when the host has two addresses and neither answers", async () => {
		expect(await failure("postgresql://reader:secret@localhost:1/news")).toMatch(
			/^Cannot use the database at localhost:1\/news: connect ECONNREFUSED [^\n]*$/,
		);
	});

	test("when what listens there says nothing", async () => {
		await withMutePort(async (port) => {
			expect(await failure(`postgresql://reader:secret@127.0.0.1:${port}/news`)).toMatch(
				/^Cannot use .*\/news: .*timeout/,
			);
		});
	});

	test("when the socket does not exist", async () => {
		expect(await failure("postgresql:///news?host=/nowhere")).toMatch(
			/^Cannot use the database at \/nowhere\/news: .*ENOENT/,
		);
	});

	test.skipIf(testServerUrl === null)("when the database does not exist", async () => {
		expect(await failure(urlOf(testServerUrl ?? "", "antecedent_nowhere"))).toMatch(
			/\/antecedent_nowhere: database "antecedent_nowhere" does not exist$/,
		);
	});

	test("when the URL is none", async () => {
		expect(await failure("mysql://reader:secret@db/news")).toMatch(/^DATABASE_URL must be pglite:/);
	});
});
