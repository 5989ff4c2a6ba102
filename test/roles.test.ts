import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase } from "../src/db.js";
import { createFromTemplate } from "./database/template.js";
import { type ServiceProcess, startService } from "./service-process.js";
import { testServerUrl } from "./test-database.js";

test("The embedded database is for one process that does all: another role is refused in one line", async () => {
	const service = await startService({ DATABASE_URL: "pglite:memory:" }, ["--role", "worker"]);
	const code = await new Promise((resolve) => service.child.once("close", resolve));
	expect(code).toBe(1);
	expect(service.output()).toBe(
		"antecedent: ROLE is worker, and the embedded database belongs to one process, which has to do all: leave ROLE out, or set DATABASE_URL to a Postgres server\n",
	);
});

describe.skipIf(testServerUrl === null)("Two workers and an api process that start at once on an empty server", () => {
	let database: { url: string; drop: () => Promise<void> };
	const started: ServiceProcess[] = [];
	let workers: ServiceProcess[];
	let api: ServiceProcess;

	beforeAll(async () => {
		database = await createFromTemplate(testServerUrl ?? "", `antecedent_test_roles_${process.pid}`);
		const start = async (role: string, settings: Record<string, string> = {}) => {
			const service = await startService({ DATABASE_URL: database.url, ROLE: role, ...settings });
			started.push(service);
			return service;
		};
		workers = [await start("worker"), await start("worker")];
		api = await start("api", { DB_POOL_SIZE: "1000" });
		await Promise.all([...workers, api].map((service) => service.ready()));
	});
	afterAll(async () => {
		await Promise.all(started.map((service) => service.end()));
		await database?.drop();
	});

	const ask = async (query: string) => {
		const headers = { "content-type": "application/json" };
		const response = await fetch(`${api.url}/graphql`, { method: "POST", headers, body: JSON.stringify({ query }) });
		return ((await response.json()) as { data: Record<string, { totalCount: number }> }).data;
	};

	test("load the sample world once", async () => {
		const loaded = workers.map((worker) => worker.output()).filter((output) => output.includes("just loaded from"));
		expect(loaded.length).toBeLessThanOrEqual(1);
		const db = await openDatabase({ url: database.url, poolSize: 1 });
		const changes = await db.prisma.change.findMany({ orderBy: { position: "asc" } });
		const articles = await db.prisma.article.count();
		const revised = await db.prisma.articleRevision.count();
		await db.close();
		expect(changes.map(({ position }) => Number(position))).toEqual(changes.map((_, index) => index + 1));
		expect(changes.filter(({ kind, nodeType }) => kind === "CREATED" && nodeType === "ARTICLE")).toHaveLength(articles);
		expect(articles).toBeGreaterThan(20);
		expect(revised).toBeGreaterThan(articles);
		expect(await ask("{ articles { totalCount } }")).toEqual({ articles: { totalCount: articles } });
	});

	test("a worker says how it is and answers nothing else", async () => {
		const [{ url }] = workers as [ServiceProcess];
		const statusOf = async (path: string, init?: RequestInit) => (await fetch(`${url}${path}`, init)).status;
		expect(await statusOf("/healthz")).toBe(200);
		expect(await statusOf("/readyz")).toBe(200);
		expect(await (await fetch(`${url}/metrics`)).text()).toContain('antecedent_queue_depth{queue="contexts"}');
		for (const path of ["/", "/graphql", "/schema.graphql", "/events.atom", "/opml"])
			expect(await statusOf(path)).toBe(404);
		expect(await statusOf("/graphql", { method: "POST", body: "{}" })).toBe(405);
		expect(workers[0]?.output()).toContain("Antecedent works after");
	});

	test("each says what it takes of the server's connections, and warns where there are not as many", async () => {
		const line = (service: ServiceProcess) =>
			service
				.output()
				.split("\n")
				.flatMap((text) => (text.startsWith("{") ? [JSON.parse(text)] : []))
				.find(({ allowed }) => allowed);
		for (const worker of workers) expect(line(worker)).toMatchObject({ role: "worker", pool: 5, most: 5 });
		expect(line(api)).toMatchObject({
			level: "warn",
			role: "api",
			most: 1_001,
			msg: expect.stringMatching(/^DB_POOL_SIZE is more than/),
		});
	});
});
