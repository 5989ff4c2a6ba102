import type { IncomingMessage, ServerResponse } from "node:http";
import type { ExecutionResult } from "graphql";
import { type GraphQLParams, processRegularResult, type YogaServerInstance } from "graphql-yoga";
import { isObject } from "../json.js";
import { remembered } from "../remembered.js";
import { cachingOf } from "./http-answers.js";
import type { OperationTrace, ServerContext } from "./operation-trace.js";
import type { RequestContext } from "./request-context.js";

/**
 * What most clients send: an operation as JSON by POST, or in the address by GET, that is answered by one JSON. Yoga answers it as any other, with all
 * plug-ins, but is given no `Request` of the fetch API and makes no `Response`: they cost more than to answer from memory does. Everything else, and all
 * that is not as it should be, goes through Yoga as a whole.
 */

type Yoga = YogaServerInstance<ServerContext, RequestContext>;

/** Answers a request; to be called once for each. */
export type Answer = (request: IncomingMessage, response: ServerResponse, trace: OperationTrace) => Promise<void>;

/** @param hasCors whether answers may say which pages may read them: Yoga does that. */
export function answerBy(yoga: Yoga, hasCors: boolean): Answer {
	return async (request, response, trace) => {
		const accepted = isPlain(request, hasCors) ? acceptedType(request.headers.accept ?? "*/*") : null;
		if (accepted === null) return yoga(request, response, { trace });
		const text = request.method === "POST" ? await bodyOf(request) : "";
		if (text === null) return;
		const params = request.method === "POST" ? paramsOf(text) : paramsIn(request.url ?? "");
		const seen = new SeenRequest(request, response) as unknown as Request;
		const result = params && (await resultOf(yoga, params, seen, { req: request, res: response, trace }));
		if (result) return send(yoga, seen, response, result, accepted);
		// Yoga reads no stream where there is a body.
		await yoga(text === "" ? request : Object.assign(request, { body: text }), response, { trace });
	};
}

function isPlain({ method, headers }: IncomingMessage, hasCors: boolean): boolean {
	if (hasCors && headers.origin !== undefined) return false;
	// The explorer is a page.
	if (method === "GET") return !headers.accept?.includes("text/html");
	return (
		method === "POST" &&
		/^application\/json\s*(;|$)/i.test(headers["content-type"] ?? "") &&
		headers["content-length"] !== "0" &&
		headers["content-encoding"] === undefined
	);
}

const TYPES = ["application/json", "application/graphql-response+json"] as const;
type JsonType = (typeof TYPES)[number];

/** Clients have a few values of `accept`; others are read each time. */
const acceptedType = remembered(readAccepted, 50);

/** The first type that a client takes and that is given here; null where there is none, or where he may want a stream. As Yoga decides it. */
function readAccepted(accept: string): JsonType | null {
	const asked = accept.replace(/\s/g, "").toLowerCase().split(",");
	if (asked.some((type) => /^(text\/event-stream|multipart\/|.*charset=(?!utf-8))/.test(type))) return null;
	for (const type of asked) {
		const [range = ""] = type.split(";", 1);
		const given = TYPES.find((one) => one === range || range === "*/*" || range === "application/*");
		if (given) return given;
	}
	return null;
}

/** The text of a body; null where its client has gone. */
function bodyOf(request: IncomingMessage): Promise<string | null> {
	return new Promise((resolve) => {
		const chunks: Buffer[] = [];
		request.on("data", (chunk: Buffer) => chunks.push(chunk));
		request.once("end", () => resolve(Buffer.concat(chunks).toString()));
		request.once("close", () => resolve(null));
		request.once("error", () => resolve(null));
	});
}

function paramsOf(text: string): GraphQLParams | null {
	try {
		const sent: unknown = JSON.parse(text);
		return isObject(sent) ? (sent as GraphQLParams) : null;
	} catch {
		return null;
	}
}

/** What stands in an address; null where it names no operation, or is no JSON where it should be. */
function paramsIn(url: string): GraphQLParams | null {
	const sent = new URLSearchParams(url.slice(url.indexOf("?") + 1));
	if (!["query", "extensions", "documentId"].some((name) => sent.has(name))) return null;
	const json = (name: string) => {
		const text = sent.get(name);
		return text ? JSON.parse(text) : undefined;
	};
	try {
		return {
			query: sent.get("query") || undefined,
			operationName: sent.get("operationName") || undefined,
			variables: json("variables"),
			extensions: json("extensions"),
		} as GraphQLParams;
	} catch {
		return null;
	}
}

type Result = ExecutionResult | AsyncIterable<ExecutionResult>;

/** Null where it is refused before anything is executed: Yoga says so in its way. */
async function resultOf(
	yoga: Yoga,
	params: GraphQLParams,
	request: Request,
	context: { req: IncomingMessage; res: ServerResponse; trace: OperationTrace },
): Promise<Result | null> {
	try {
		const result = await yoga.getResultForParams({ params, request }, context as ServerContext);
		return (result as Result | undefined) ?? null;
	} catch {
		return null;
	}
}

/** As much of a `Request` as plug-ins look at. */
class SeenRequest implements Pick<Request, "method" | "url" | "signal"> {
	readonly method: string;
	readonly url: string;
	readonly headers: { get(name: string): string | null };
	readonly #response: ServerResponse;
	#signal: AbortSignal | null = null;

	constructor(request: IncomingMessage, response: ServerResponse) {
		this.method = request.method ?? "";
		this.url = `http://localhost${request.url ?? ""}`;
		this.headers = { get: (name) => headerOf(request, name) };
		this.#response = response;
	}

	/** Is aborted when the client goes before it was answered. Few look at it. */
	get signal(): AbortSignal {
		if (this.#signal) return this.#signal;
		const controller = new AbortController();
		const response = this.#response;
		response.once("close", () => {
			if (!response.writableFinished) controller.abort();
		});
		this.#signal = controller.signal;
		return this.#signal;
	}
}

function headerOf({ headers }: IncomingMessage, name: string): string | null {
	const value = headers[name.toLowerCase()] ?? null;
	return Array.isArray(value) ? value.join(", ") : value;
}

async function send(
	yoga: Yoga,
	request: Request,
	response: ServerResponse,
	result: Result,
	type: JsonType,
): Promise<void> {
	if (response.destroyed) return;
	const { status, headers, body } = isWhole(result)
		? { status: 200, headers: HEADERS[type], body: (result.stringify ?? JSON.stringify)(result) }
		: await faulty(yoga, result, type);
	const caching = request.method === "GET" && status === 200 ? cachingOf(request, body) : null;
	if (caching?.isKnown) return void response.writeHead(304, { ...headers, ...caching.headers }).end();
	response.writeHead(status, { ...headers, ...caching?.headers, "content-length": Buffer.byteLength(body) });
	response.end(body);
}

/** Which status and headers go with which errors is Yoga's to say. */
async function faulty(yoga: Yoga, result: Result, type: JsonType) {
	const said = processRegularResult(result as never, yoga.fetchAPI, type);
	if (Symbol.asyncIterator in result) await result[Symbol.asyncIterator]().return?.();
	return { status: said.status, headers: Object.fromEntries(said.headers), body: await said.text() };
}

const HEADERS: Readonly<Record<JsonType, Record<string, string>>> = {
	"application/json": { "content-type": "application/json; charset=utf-8" },
	"application/graphql-response+json": { "content-type": "application/graphql-response+json; charset=utf-8" },
};

/** What is sent as it is, with the status of every good answer. */
function isWhole(result: Result): result is ExecutionResult & { stringify?: (result: ExecutionResult) => string } {
	return !(Symbol.asyncIterator in result) && !result.errors && result.extensions?.http === undefined;
}
