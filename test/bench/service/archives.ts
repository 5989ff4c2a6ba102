import { cpSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { type Database, openDatabase } from "../../../src/db.js";
import { onServer, urlOf } from "../../database/template.js";
import type { BenchContext } from "../bench-types.js";
import { makeLargeArchive } from "../large-archive.js";
import { addLinkWeb } from "../link-web.js";

/** What is in an archive to measure with. Equal plans with equal seeds give archives of the same sizes. */
export interface ArchivePlan {
	articles: number;
	/** Events, about; never less than articles are about. */
	events: number;
	/** Claims between events, about, beside those that the pipeline found in what is left. */
	links: number;
	/** Articles that go through the whole pipeline; the others are made from them. */
	sample: number;
	seed: number;
}

/** Where an archive is: a server, or embedded in a directory. */
export type Place = { kind: "postgresql"; server: string } | { kind: "pglite"; directory: string };

export interface Archive {
	/** As `openDatabase` takes it. Nobody has it open. */
	url: string;
	plan: ArchivePlan;
	/** Seconds that making it took; null where it was there. */
	madeInSeconds: number | null;
	/** An archive with the same in it, for whoever changes it. */
	copy(): Promise<{ url: string; remove(): Promise<void> }>;
	/** Takes it away, unless it is to be kept. */
	remove(): Promise<void>;
}

/** The archives of a run: each plan's is made once. */
export interface Archives {
	get(place: Place, plan: ArchivePlan): Promise<Archive>;
	/** Takes them away, unless they are to be kept. */
	close(): Promise<void>;
}

/** @param keep to use archives that are there from before, and to leave them for the next time. */
export function archivesOf(keep: boolean, context: BenchContext): Archives {
	const made = new Map<string, Archive>();
	return {
		get: async (place, plan) => {
			const key = JSON.stringify([place, plan]);
			const archive = made.get(key) ?? (await makeArchive(place, plan, keep, context));
			made.set(key, archive);
			return archive;
		},
		close: async () => {
			for (const archive of made.values()) await archive.remove();
		},
	};
}

/** The directory of embedded archives, where none is named. */
export const EMBEDDED_DIRECTORY = join(tmpdir(), "antecedent-bench");

/** Postgres writes down which plan an archive was completely made by. */
const MARK = `create schema bench; create table bench.archive (plan jsonb not null)`;

/**
 * An archive made by a plan, of the service's own schema, which a service opens as any other.
 * @param keep to use one that is there from before, and to leave it for the next time; else it has a name of its own and is removed in the end.
 */
async function makeArchive(place: Place, plan: ArchivePlan, keep: boolean, context: BenchContext): Promise<Archive> {
	const parts = [plan.articles, plan.events, plan.links, plan.sample, plan.seed, ...(keep ? [] : [process.pid])];
	const name = `antecedent_bench_${parts.join("_")}`;
	const home = homeOf(place, name);
	const remove = async () => {
		if (!keep) await home.drop();
	};
	const copy = async () => {
		const other = homeOf(place, `${name}_copy_${process.pid}`);
		await other.drop();
		await other.copyOf(name);
		return { url: other.url, remove: () => other.drop() };
	};
	if (keep && (await home.exists()) && (await isComplete(home.url, plan)))
		return { url: home.url, plan, madeInSeconds: null, copy, remove };
	await home.drop();
	await home.create();
	const startedAt = performance.now();
	const db = await openDatabase({ url: home.url, statementTimeoutMs: 0 });
	try {
		await fill(db, plan, context);
		await db.pool.query(MARK);
		await db.pool.query("insert into bench.archive values ($1)", [JSON.stringify(plan)]);
	} catch (error) {
		await db.close();
		await home.drop();
		throw error;
	}
	await db.close();
	return { url: home.url, plan, madeInSeconds: (performance.now() - startedAt) / 1000, copy, remove };
}

async function fill(db: Database, plan: ArchivePlan, context: BenchContext): Promise<void> {
	await makeLargeArchive(db, plan, context);
	context.progress("claims");
	await addLinkWeb(db, { events: plan.events, links: plan.links });
	context.progress("statistics");
	await db.pool.query(db.kind === "postgresql" ? "vacuum analyze" : "analyze");
}

async function isComplete(url: string, plan: ArchivePlan): Promise<boolean> {
	const db = await openDatabase({ url });
	try {
		const { rows } = await db.pool.query<{ known: boolean }>(
			"select to_regclass('bench.archive') is not null as known",
		);
		if (!rows[0]?.known) return false;
		const made = await db.pool.query("select from bench.archive where plan = $1", [JSON.stringify(plan)]);
		return made.rowCount === 1;
	} finally {
		await db.close();
	}
}

/** Where an archive of a name is, or will be. */
interface Home {
	url: string;
	exists(): Promise<boolean>;
	create(): Promise<void>;
	/** Makes it as another one is, by its name, which nobody has open. */
	copyOf(name: string): Promise<void>;
	drop(): Promise<void>;
}

/** Sessions of others than the service plan as its own do. */
const PLANNING = ["random_page_cost = 1.1", "jit = off"];

const homeOf = (place: Place, name: string): Home =>
	place.kind === "postgresql" ? onPostgres(place.server, name) : inDirectory(place.directory, name);

function onPostgres(server: string, name: string): Home {
	return {
		url: urlOf(server, name),
		exists: async () => {
			const client = new pg.Client(server);
			await client.connect();
			try {
				return (await client.query("select from pg_database where datname = $1", [name])).rowCount === 1;
			} finally {
				await client.end();
			}
		},
		create: async () => {
			await onServer(server, `create database ${name} encoding 'UTF8' template template0`);
			for (const setting of PLANNING) await onServer(server, `alter database ${name} set ${setting}`);
		},
		copyOf: async (other) => onServer(server, `create database ${name} template ${other}${await byFiles(server)}`),
		drop: () => onServer(server, `drop database if exists ${name} with (force)`),
	};
}

/** From version 15 on a copy is written to the log as well, unless told otherwise: twice as much for an archive of gigabytes. */
async function byFiles(server: string): Promise<string> {
	const client = new pg.Client(server);
	await client.connect();
	try {
		const { rows } = await client.query("select current_setting('server_version_num')::int >= 150000 as asks");
		return rows[0].asks ? " strategy file_copy" : "";
	} finally {
		await client.end();
	}
}

function inDirectory(parent: string, name: string): Home {
	const directory = join(parent, name);
	return {
		url: `pglite:${join(directory, "pg")}`,
		exists: async () => existsSync(directory),
		create: async () => {
			mkdirSync(directory, { recursive: true });
		},
		copyOf: async (other) => cpSync(join(parent, other), directory, { recursive: true }),
		drop: async () => rmSync(directory, { recursive: true, force: true }),
	};
}
