import { hashToken, newToken } from "../../src/access/access-token.js";
import { publicId } from "../../src/public-id.js";
import { type ServedLog, serveLog } from "../changes/subscribers.js";
import { openQuayWorld } from "../ingest/repair/repair-world.js";
import type { TestDatabase } from "../test-database.js";

/** A served world of news, and an editor's token for it. */
export interface ServedWorld {
	db: TestDatabase;
	served: ServedLog;
	token: string;
	close(): Promise<void>;
}

export async function serveWorld(): Promise<ServedWorld> {
	const db = await openQuayWorld();
	const token = newToken();
	const tokens = [{ name: "anna", role: "EDITOR" as const, hash: hashToken(token) }];
	const served = await serveLog(db, { access: { tokens } });
	const close = async () => {
		await served.close();
		await db.close();
	};
	return { db, served, token, close };
}

/** Pages of events, for either direction. */
export const EVENTS = `query Events($first: Int, $after: String, $last: Int, $before: String) {
	events(first: $first, after: $after, last: $last, before: $before) {
		edges { cursor node { id title } }
		pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
		totalCount } }`;

/** Ids of all events, in the order of the list. */
export const ALL_EVENTS = "{ events(first: 100) { nodes { id } } }";

export const UPDATE = `mutation Update($input: UpdateEventInput!) { updateEvent(input: $input) {
	event { id title revision } userErrors { message path code } } }`;

export const CHANGES = `subscription Changes($after: String) { changes(after: $after, heartbeatSeconds: 1) {
	__typename ... on Change { cursor nodeId } ... on Heartbeat { cursor } } }`;

export interface ChangesData {
	changes: { __typename: string; cursor: string; nodeId?: string };
}

export interface EventsData {
	events: {
		edges: { cursor: string; node: { id: string; title: string } }[];
		pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
		totalCount: number;
	};
}

export interface UpdateData {
	updateEvent: {
		event: { id: string; title: string; revision: number } | null;
		userErrors: { message: string; path: string[]; code: string }[];
	};
}

/** What it takes to give the n-th event of the archive another title. */
export async function renamed({ db }: ServedWorld, n: number, title: string) {
	const { id, revision } = await db.prisma.event.findFirstOrThrow({
		where: { curation: { notIn: ["MERGED", "RETRACTED"] } },
		orderBy: { id: "asc" },
		skip: n,
	});
	const eventId = publicId("Event", id);
	return { input: { eventId, expectedRevision: revision, title, reason: "as the port calls it" } };
}
