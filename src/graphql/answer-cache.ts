import { createHash } from "node:crypto";
import {
	type DocumentNode,
	type ExecutionResult,
	type GraphQLSchema,
	getNamedType,
	getOperationAST,
	OperationTypeNode,
	TypeInfo,
	visit,
	visitWithTypeInfo,
} from "graphql";
import type { Plugin } from "graphql-yoga";
import { LRUCache } from "lru-cache";
import { readLogHead } from "../change-log.js";
import type { LogHead } from "../changes/log-head.js";
import type { OperationTrace, ServerContext } from "./operation-trace.js";
import type { RequestContext } from "./request-context.js";

/** An answer as it was sent. */
export interface KeptAnswer {
	/** Where the change log ended before the answer was worked out. */
	head: string;
	/** When it was worked out, in milliseconds since 1970. */
	at: number;
	/** JSON. */
	body: string;
	/** As the header has it. */
	etag: string;
	/** Which operation it was: for the log and the metrics. */
	operation: Pick<OperationTrace, "type" | "name" | "field" | "cost">;
}

export interface AnswerCacheOptions {
	/** Bytes that answers and what they answer may take in all; 0 keeps none. */
	maxBytes: number;
	head: LogHead;
	/** The clock; milliseconds since 1970. */
	now: () => number;
}

/** An answer grows old even where nothing changes: what was to be published at noon is there at noon. */
const MAX_AGE_MS = 30_000;
/** Operations whose text and variables are longer than this are worked out each time. */
const MAX_KEY_LENGTH = 20_000;
/** Beyond the texts: the objects around them. */
const ENTRY_BYTES = 500;

/**
 * What these types tell changes without a row in the change log, when a feed was asked last, or is told to one client only. An interface stands for all
 * types that have it.
 */
export const UNLOGGED: ReadonlySet<string> = new Set(["ServiceInfo", "Feed", "FeedConnection", "Revisioned"]);

/**
 * Answers to queries over HTTP, each good for as long as the change log ends where it ended. Anything that is stored moves the end of the log, by whatever
 * process, so that nobody is told what was true before his own change.
 */
export class AnswerCache {
	readonly #answers: LRUCache<string, KeptAnswer> | null;
	readonly #head: LogHead;
	readonly #now: () => number;
	/** The latest end of the log for which an answer was kept. */
	#newest = -1n;

	constructor({ maxBytes, head, now }: AnswerCacheOptions) {
		this.#head = head;
		this.#now = now;
		this.#answers =
			maxBytes === 0
				? null
				: new LRUCache({
						maxSize: maxBytes,
						// Characters of one byte are what nearly all texts consist of.
						sizeCalculation: ({ body }, key) => body.length + key.length + ENTRY_BYTES,
					});
	}

	/** What is asked, as a key; null where it is not kept. */
	keyOf({ query, operationName, variables }: Asked): string | null {
		if (!this.#answers || typeof query !== "string" || query.length > MAX_KEY_LENGTH) return null;
		try {
			const key = `${JSON.stringify(variables ?? null)}\n${operationName ?? ""}\n${query}`;
			return key.length > MAX_KEY_LENGTH ? null : key;
		} catch {
			// Too deep to be written; whoever reads it says so.
			return null;
		}
	}

	/** Where the log ends now. Null where it cannot be read: whoever answers then says what is wrong. */
	async head(): Promise<string | null> {
		return this.#head.read().catch(() => null);
	}

	/** The answer that is still good. */
	find(key: string, head: string): KeptAnswer | null {
		const answer = this.#answers?.get(key);
		if (!answer) return null;
		const age = this.#now() - answer.at;
		return answer.head === head && age >= 0 && age < MAX_AGE_MS ? answer : null;
	}

	/** @param head where the log ended *before* anything of the answer was read. */
	keep(key: string, head: string, body: string, operation: KeptAnswer["operation"]): KeptAnswer {
		// Of no answer from before will anything be sent again: they would only fill the memory.
		if (BigInt(head) > this.#newest) {
			this.#newest = BigInt(head);
			this.#answers?.clear();
		}
		const answer = { head, at: this.#now(), body, etag: etagOf(body), operation };
		this.#answers?.set(key, answer);
		return answer;
	}
}

interface Asked {
	query?: unknown;
	operationName?: unknown;
	variables?: unknown;
}

/** Names a body by what it says. */
export const etagOf = (body: string): string =>
	`"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;

/** The tag of what is about to be sent, where it is known already. */
const etags = new WeakMap<Request, string>();

/** The tag of the answer to a request, where it came from here or was kept here. */
export const keptEtag = (request: Request): string | undefined => etags.get(request);

/** Answers that come out with `stringify` are not looked into by Yoga: it sends what that gives. */
type Stringified = ExecutionResult & { stringify?: (result: ExecutionResult) => string };

/** Answers queries that were asked before. Stands after what finds the text of an operation, and shapes the answer last. */
export function useAnswerCache(cache: AnswerCache): Plugin<RequestContext, ServerContext> {
	const pending = new WeakMap<OperationTrace, { key: string; head: string; isGood: boolean }>();
	return {
		onParams: async ({ request, params, setResult, context: { trace } }) => {
			if (!trace || request.headers.get("accept")?.includes("text/event-stream")) return;
			const key = cache.keyOf(params);
			if (key === null) return;
			const head = await cache.head();
			if (head === null) return;
			const kept = cache.find(key, head);
			if (!kept) {
				pending.set(trace, { key, head, isGood: false });
				return;
			}
			Object.assign(trace, kept.operation, { isKept: true });
			etags.set(request, kept.etag);
			setResult({ data: {}, stringify: () => kept.body } as Stringified);
		},
		onExecute: async ({ args: { schema, document, operationName, contextValue } }) => {
			const asked = pending.get(contextValue.trace);
			if (!asked) return;
			asked.isGood = isLogged(schema, document, operationName);
			const { replicas, pool } = contextValue.db;
			// What a replica answers is good for as far as the log goes there, before anything of the answer is read.
			if (asked.isGood && replicas) asked.head = await readLogHead(pool);
		},
		onExecutionResult: ({ request, result, setResult, context }) => {
			const { trace } = context as unknown as ServerContext;
			const asked = trace && pending.get(trace);
			if (!trace || !asked?.isGood || !isWhole(result)) return;
			setResult({
				...result,
				stringify: (whole: ExecutionResult) => {
					const { type, name, field, cost } = trace;
					const body = JSON.stringify({ ...whole, stringify: undefined });
					etags.set(request, cache.keep(asked.key, asked.head, body, { type, name, field, cost }).etag);
					return body;
				},
			} as Stringified);
		},
	};
}

/** One answer, without an error and with the status of every other. */
function isWhole(result: unknown): result is ExecutionResult {
	if (typeof result !== "object" || result === null || Symbol.asyncIterator in result) return false;
	const { data, errors, extensions } = result as ExecutionResult;
	return !!data && !errors && extensions?.http === undefined;
}

const known = new WeakMap<DocumentNode, Map<string, boolean>>();

/** Whether all that an operation asks for changes only with a row in the log. Looked into once for each document. */
function isLogged(schema: GraphQLSchema, document: DocumentNode, operationName: string | null | undefined): boolean {
	const ofDocument = known.get(document) ?? new Map<string, boolean>();
	known.set(document, ofDocument);
	const name = operationName ?? "";
	const before = ofDocument.get(name);
	if (before !== undefined) return before;
	let logged = getOperationAST(document, operationName)?.operation === OperationTypeNode.QUERY;
	const types = new TypeInfo(schema);
	const look = visitWithTypeInfo(types, {
		Field: () => {
			for (const type of [types.getParentType(), types.getType()])
				if (type && UNLOGGED.has(getNamedType(type).name)) logged = false;
		},
	});
	// Fragments of other operations too: what is kept too seldom is right all the same.
	if (logged) visit(document, look);
	ofDocument.set(name, logged);
	return logged;
}
