import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { ExecutionResult, GraphQLError } from "graphql";
import type { AddressPlaces } from "../access/address-places.js";
import { clientOf } from "../access/client.js";
import { isObject } from "../json.js";
import type { Logger } from "../log.js";
import type { SentOperation } from "./prepare-operation.js";
import type { ServedOperations } from "./served-operations.js";
import { MAX_OPERATIONS_PER_CONNECTION, tooMany } from "./websocket.js";

/**
 * GraphQL over server-sent events in its single connection mode, for browsers, which open no more than six connections to a host:
 * https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md. PUT reserves a stream, GET opens it, POST starts an operation whose answers
 * go there, DELETE ends one. The handler of the package `graphql-sse` keeps what a client does not read in memory without limit; here an operation's next
 * answer is asked for when the last one has left for the network.
 */
export interface EventStreams {
	handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
	/** Ends all streams, and what goes on in them. */
	close(): Promise<void>;
}

/** Milliseconds in which a reserved stream has to be opened. */
const OPEN_MS = 10_000;

/** Milliseconds between two comments that keep the connection alive. */
const PING_MS = 12_000;

const TOKEN_HEADER = "x-graphql-event-stream-token";

interface Stream {
	/** Opened by its client; resolves with null where it never was. */
	response: Promise<ServerResponse | null>;
	open(response: ServerResponse | null): void;
	isOpen: boolean;
	/** Gives back the place of its address. */
	leave(): void;
	/** Operations under way by the client's ids; null while one is prepared. */
	operations: Map<string, AsyncIterator<ExecutionResult> | null>;
}

/**
 * @param maxStreams reserved or open at once.
 * @param places what one address may have of them.
 */
export function createEventStreams(
	operations: ServedOperations,
	log: Logger,
	maxStreams: number,
	places: AddressPlaces,
): EventStreams {
	const streams = new Map<string, Stream>();

	const drop = (token: string, stream: Stream) => {
		if (streams.delete(token)) stream.leave();
		stream.open(null);
		for (const operation of stream.operations.values()) operation?.return?.();
		stream.operations.clear();
	};

	const reserve = (request: IncomingMessage, response: ServerResponse) => {
		if (streams.size >= maxStreams) return answer(response, 503, "no more streams are opened; try again later");
		const leave = places.take(clientOf(request).address);
		if (!leave) return answer(response, 429, "your address has all the connections it may have; close one");
		const token = randomUUID();
		const stream = newStream(leave);
		streams.set(token, stream);
		setTimeout(() => stream.isOpen || drop(token, stream), OPEN_MS).unref();
		response.writeHead(201, { "content-type": "text/plain; charset=utf-8" }).end(token);
	};

	const open = (token: string, stream: Stream, response: ServerResponse) => {
		if (stream.isOpen) return answer(response, 409, "the stream is open already");
		stream.isOpen = true;
		response.writeHead(200, EVENT_STREAM_HEADERS);
		response.write(":\n\n");
		const pings = setInterval(() => response.writableNeedDrain || response.write(":\n\n"), PING_MS);
		response.on("error", () => {});
		response.on("close", () => {
			clearInterval(pings);
			drop(token, stream);
		});
		stream.open(response);
	};

	const start = async (stream: Stream, request: IncomingMessage, response: ServerResponse) => {
		const sent = await readOperation(request);
		if (!sent) return answer(response, 400, "the body must be a JSON object with a query");
		const id = isObject(sent.extensions) ? String(sent.extensions.operationId ?? "") : "";
		if (id === "") return answer(response, 400, "extensions.operationId is missing");
		if (stream.operations.has(id)) return answer(response, 409, "there is an operation with this id already");
		if (stream.operations.size >= MAX_OPERATIONS_PER_CONNECTION) return refuse(response, [tooMany()]);
		stream.operations.set(id, null);
		const prepared = await operations.prepare(sent, request, clientOf(request));
		if (!("run" in prepared)) {
			stream.operations.delete(id);
			return refuse(response, prepared);
		}
		response.writeHead(202).end();
		send(stream, id, prepared.run).catch((error: unknown) => log.error({ err: error }, "an operation failed"));
	};

	return {
		handle: async (request, response) => {
			const url = new URL(request.url ?? "/", "http://localhost");
			if (request.method === "PUT") return reserve(request, response);
			const token = String(request.headers[TOKEN_HEADER] ?? url.searchParams.get("token") ?? "");
			const stream = streams.get(token);
			if (!stream) return answer(response, 404, "there is no such stream: reserve one with PUT");
			if (request.method === "GET") return open(token, stream, response);
			if (request.method === "POST") return start(stream, request, response);
			const id = url.searchParams.get("operationId") ?? "";
			const operation = stream.operations.get(id);
			stream.operations.delete(id);
			await operation?.return?.();
			response.writeHead(200).end();
		},
		close: async () => {
			for (const [token, stream] of streams) {
				const response = stream.isOpen ? await stream.response : null;
				drop(token, stream);
				response?.end();
			}
		},
	};
}

function newStream(leave: () => void): Stream {
	let open: Stream["open"] = () => {};
	const response = new Promise<ServerResponse | null>((resolve) => {
		open = resolve;
	});
	return { response, open, leave, isOpen: false, operations: new Map() };
}

/** Runs an operation and writes its answers to the stream, until it is over or was ended. */
async function send(
	stream: Stream,
	id: string,
	run: () => Promise<ExecutionResult | AsyncIterable<ExecutionResult>>,
): Promise<void> {
	const response = await stream.response;
	if (!response) return;
	const result = await run();
	const answers = Symbol.asyncIterator in result ? result[Symbol.asyncIterator]() : only(result);
	if (!stream.operations.has(id)) return void answers.return?.();
	stream.operations.set(id, answers);
	while (true) {
		const { done, value } = await answers.next();
		if (!stream.operations.has(id)) return;
		if (done) break;
		await write(response, "next", { id, payload: value });
	}
	stream.operations.delete(id);
	await write(response, "complete", { id });
}

async function* only(result: ExecutionResult): AsyncGenerator<ExecutionResult> {
	yield result;
}

/** Done when it has left for the network, or never will. */
function write(response: ServerResponse, event: string, data: object): Promise<void> {
	return new Promise((resolve) => {
		response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`, () => resolve());
	});
}

const EVENT_STREAM_HEADERS = {
	"content-type": "text/event-stream; charset=utf-8",
	"cache-control": "no-cache",
	connection: "keep-alive",
};

/** The operation in a body, whose length the listener has bounded. Only JSON: a form can be posted across sites without asking first. */
async function readOperation(request: IncomingMessage): Promise<(SentOperation & { extensions?: unknown }) | null> {
	if (!/^application\/json(;|$)/i.test(request.headers["content-type"] ?? "")) return null;
	const parts: Buffer[] = [];
	for await (const part of request) parts.push(part as Buffer);
	try {
		const body: unknown = JSON.parse(Buffer.concat(parts).toString("utf8"));
		return isObject(body) ? body : null;
	} catch {
		return null;
	}
}

function answer(response: ServerResponse, status: number, message: string): void {
	response.writeHead(status, JSON_TYPE).end(JSON.stringify({ errors: [{ message }] }));
}

function refuse(response: ServerResponse, errors: readonly GraphQLError[]): void {
	response.writeHead(400, JSON_TYPE).end(JSON.stringify({ errors }));
}

const JSON_TYPE = { "content-type": "application/json; charset=utf-8" };
