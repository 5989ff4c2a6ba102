import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import type { SchemaEngine as Engine, MigrationList } from "@prisma/schema-engine-wasm";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import type pg from "pg";
import { openEmbedded } from "../src/database/embedded.js";
import type { Migration } from "../src/database/migrations.js";
import { closePool } from "../src/database/pool.js";

/**
 * The SQL that leads from the end of `migrations` to `schema` (text of schema.prisma); null when they agree.
 * Prisma's own schema engine decides, compiled to WebAssembly: unlike `prisma migrate` it needs no download. Its
 * scratch database is an embedded one in memory.
 */
export async function diffSchema(migrations: Migration[], schema: string): Promise<string | null> {
	const opened = await openEmbedded({ kind: "memory" }, { connectTimeoutMs: 60_000, statementTimeoutMs: 0 });
	try {
		const engine = await startEngine(opened.pool, schema);
		const { stdout } = await engine.diff({
			from: { tag: "migrations", ...migrationList(migrations) },
			to: { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: schema }] },
			script: true,
			exitCode: null,
			filters: { externalTables: [], externalEnums: [] },
		});
		engine.free();
		const sql = stdout?.trim() ?? "";
		return sql === "" || sql === "-- This is an empty migration." ? null : `${sql}\n`;
	} finally {
		await closePool(opened);
	}
}

async function startEngine(pool: pg.Pool, schema: string): Promise<Engine> {
	loading ??= loadEngine();
	await loading;
	const adapter = bindMigrationAwareSqlAdapterFactory(scratchFactory(pool));
	return bindings.SchemaEngine.new({ datamodels: [["schema.prisma", schema]] }, () => {}, adapter);
}

/** The bindings keep one instance, so that it can be made once only. */
let loading: Promise<void> | null = null;

/** The part of the global that is used here; Node's types declare no values for it. */
interface WebAssemblyGlobal {
	instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: { __wbindgen_start(): void } } }>;
}

/** The package's own entry imports a .wasm file as a module, which Node 20 and 22 refuse. This does the same by hand. */
async function loadEngine(): Promise<void> {
	const file = createRequire(import.meta.url)
		.resolve("@prisma/schema-engine-wasm/schema_engine_bg")
		.replace(/\.js$/, ".wasm");
	const { WebAssembly } = globalThis as unknown as { WebAssembly: WebAssemblyGlobal };
	const { instance } = await WebAssembly.instantiate(await readFile(file), {
		"./schema_engine_bg.js": { ...bindings },
	});
	bindings.__wbg_set_wasm(instance.exports);
	// Where the engine leaves its last words when it fails.
	Object.assign(globalThis, {
		PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => console.error(message) },
	});
	instance.exports.__wbindgen_start();
}

/** Type of the catalogue's one-letter columns, and of arrays of them. The adapter knows the second one only. */
const CHAR_OID = 18;
const CHAR_ARRAY_OID = 1002;

/**
 * The one scratch database serves as main and as shadow database. Two things the adapter lacks are added: the
 * catalogue's "char" type, and scripts in one piece (it splits them at every semicolon, also within a function).
 */
function scratchFactory(pool: pg.Pool): PrismaPg {
	const run = pool.query.bind(pool) as (query: pg.QueryArrayConfig) => Promise<pg.QueryArrayResult>;
	const runScript = pool.query.bind(pool) as (script: string) => Promise<unknown>;
	pool.query = (async (query: pg.QueryArrayConfig) => {
		const result = await run(query);
		for (const field of result.fields) if (field.dataTypeID === CHAR_OID) field.dataTypeID = CHAR_ARRAY_OID;
		return result;
	}) as typeof pool.query;
	const factory = new PrismaPg(pool);
	const connect = factory.connect.bind(factory);
	factory.connect = async () => {
		const adapter = await connect();
		const queryRaw = adapter.queryRaw.bind(adapter);
		adapter.queryRaw = async (query) => {
			const result = await queryRaw(query);
			const types = result.columnTypes.map((type) =>
				type === ColumnTypeEnum.CharacterArray ? ColumnTypeEnum.Character : type,
			);
			return { ...result, columnTypes: types };
		};
		adapter.executeScript = async (script) => {
			await runScript(script);
		};
		return adapter;
	};
	factory.connectToShadowDb = factory.connect;
	return factory;
}

function migrationList(migrations: Migration[]): MigrationList {
	return {
		baseDir: "prisma/migrations",
		lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
		shadowDbInitScript: "",
		migrationDirectories: migrations.map(({ name, sql }) => ({
			path: name,
			migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
		})),
	};
}
