import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { clientOf } from "../access/client.js";
import type { Database } from "../db.js";
import { type PatternRoute, send, sendJson } from "../graphql/route.js";
import type { GraphQLServer } from "../graphql/server.js";
import { parseUrl } from "../parse-url.js";
import { parsePublicId } from "../public-id.js";
import { ask } from "./ask.js";
import { contextFeed, eventsFeed } from "./event-feed.js";
import { decideFilter, type FilterDecision } from "./event-filter.js";
import { writeJsonLd } from "./json-ld.js";
import type { Publication } from "./publication.js";
import { EVENT_CONTEXT, EVENTS, type EventContext, type ListedEvent } from "./questions.js";
import { writeAtom } from "./write-atom.js";
import { writeJsonFeed } from "./write-json-feed.js";

export interface PublishOptions {
	yoga: GraphQLServer;
	db: Database;
	/** Where clients reach this service (`https://news.example`); null where the request says it. */
	publicUrl: string | null;
}

const FEED_FORMATS = {
	atom: { type: "application/atom+xml; charset=utf-8", write: writeAtom },
	json: { type: "application/feed+json; charset=utf-8", write: writeJsonFeed },
} as const;

const JSON_LD = "application/ld+json";

/** Seconds that a copy may be used without asking again. Readers ask every few minutes at most. */
const FRESH_SECONDS = 60;

/**
 * The ways out: an event as JSON-LD, what preceded it and the events that meet a filter as feeds. Each answer has a bounded number of entries; the same
 * answer has the same ETag.
 */
export function publishRoutes(options: PublishOptions): PatternRoute[] {
	const methods = ["GET", "HEAD"];
	return [
		{
			name: "/events/{id}.{format}",
			path: /^\/events\/[a-z]+_[0-9a-f-]+\.(jsonld|atom|json)$/,
			methods,
			handle: (request, response) => publishEvent(options, request, response),
		},
		{
			name: "/events.{format}",
			path: /^\/events\.(atom|json)$/,
			methods,
			handle: (request, response) => publishEvents(options, request, response),
		},
	];
}

async function publishEvent(
	{ yoga, db, publicUrl }: PublishOptions,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const { origin, pathname } = addressOf(request, publicUrl);
	const [, id = "", format = ""] = /([^/]+)\.([a-z]+)$/.exec(pathname) ?? [];
	const parsed = parsePublicId(id);
	if (parsed?.type !== "Event") return unknownEvent(response, id);
	const asked = await ask<{ event: EventContext | null }>(yoga, EVENT_CONTEXT, { id }, clientOf(request));
	if (asked.kind === "refused" || !asked.data.event) return unknownEvent(response, id);
	const { event } = asked.data;
	if (event.mergedInto) return redirect(response, `/events/${event.mergedInto.id}.${format}`);
	if (format === "jsonld") return answer(request, response, JSON_LD, writeJsonLd(event, origin));
	const url = `${origin}/events/${id}.${format}`;
	const feed = contextFeed(event, await lastChangeOf(db, parsed.uuid), { origin, url });
	return answerFeed(request, response, format, feed);
}

async function publishEvents(
	{ yoga, publicUrl }: PublishOptions,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const { origin, pathname, search, searchParams } = addressOf(request, publicUrl);
	const decision: FilterDecision = decideFilter(searchParams);
	if (decision.kind === "invalid") return badRequest(response, decision.reason);
	const answered = await ask<{ events: { nodes: ListedEvent[] } }>(
		yoga,
		EVENTS,
		{ ...decision.asked },
		clientOf(request),
	);
	if (answered.kind === "refused") return badRequest(response, answered.message);
	const url = `${origin}${pathname}${search}`;
	const feed = eventsFeed(answered.data.events.nodes, decision.words, { origin, url });
	return answerFeed(request, response, pathname.slice(pathname.lastIndexOf(".") + 1), feed);
}

/** When the log last told of the event or of what preceded it; null where that has been pruned. */
async function lastChangeOf({ pool }: Database, eventId: string): Promise<Date | null> {
	const { rows } = await pool.query<{ at: Date }>(
		`select c.at from "Change" c where c."nodeId" = $1::uuid order by c.position desc limit 1`,
		[eventId],
	);
	return rows[0]?.at ?? null;
}

/**
 * What was asked for, and where: by the setting, else as the client names this host. A name that is none, or that is not given, is this machine's.
 */
function addressOf(request: IncomingMessage, publicUrl: string | null): URL {
	const origin = publicUrl ?? `http://${request.headers.host}`;
	const base = parseUrl(origin)?.origin ?? "http://localhost";
	return new URL(`${base}${request.url ?? "/"}`);
}

function answerFeed(request: IncomingMessage, response: ServerResponse, format: string, feed: Publication): void {
	const { type, write } = format === "json" ? FEED_FORMATS.json : FEED_FORMATS.atom;
	answer(request, response, type, write(feed));
}

/** Sends the body, or says that the client has it. */
function answer(request: IncomingMessage, response: ServerResponse, type: string, body: string): void {
	const etag = `"${createHash("sha256").update(body).digest("base64url")}"`;
	response.setHeader("etag", etag);
	response.setHeader("cache-control", `public, max-age=${FRESH_SECONDS}`);
	if (has(request.headers["if-none-match"], etag)) response.writeHead(304).end();
	else send(response, 200, type, body);
}

/** Whether a client's If-None-Match names this ETag (RFC 9110, weak comparison). */
function has(header: string | undefined, etag: string): boolean {
	const tags = header?.split(",").map((tag) => tag.trim().replace(/^W\//, "")) ?? [];
	return tags.includes(etag) || tags.includes("*");
}

function redirect(response: ServerResponse, location: string): void {
	response.writeHead(308, { location, "content-length": 0 }).end();
}

function unknownEvent(response: ServerResponse, id: string): void {
	sendJson(response, 404, { error: { code: "NOT_FOUND", message: `there is no event ${id.slice(0, 60)}` } });
}

function badRequest(response: ServerResponse, message: string): void {
	sendJson(response, 400, { error: { code: "BAD_USER_INPUT", message } });
}
