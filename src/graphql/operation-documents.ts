import { GraphQLError } from "graphql";
import type { GraphQLParams, Plugin } from "graphql-yoga";
import { isObject } from "../json.js";
import { sha256 } from "../trusted-documents.js";
import { badUserInput, type ClientErrorCode, clientError } from "./client-error.js";
import { STATUS } from "./http-answers.js";
import { noteErrors, type ServerContext } from "./operation-trace.js";

/** An operation as it is sent: with its text, or with what stands for it. */
export interface SentDocument {
	query?: unknown;
	/** `documentId: "sha256:…"`, as GraphQL over HTTP has it. */
	documentId?: unknown;
	/** `extensions.persistedQuery.sha256Hash`, as Apollo and urql have it. */
	extensions?: unknown;
}

/** The texts that clients need not send. */
export interface OperationDocuments {
	/** The text of an operation. @returns why there is none, where it cannot be told or may not be executed. */
	textOf(sent: SentDocument): string | GraphQLError;
}

export interface OperationDocumentsOptions {
	/** Texts by the SHA-256 of each, in hex. */
	trusted: ReadonlyMap<string, string>;
	/** Whether nothing but these is executed. */
	trustedOnly: boolean;
	/** Whether clients may register texts by their hash (automatic persisted queries). */
	automatic: boolean;
}

/** Texts kept of those that clients have registered: the ones used last. */
const REGISTERED = 1_000;
/** Longer texts are executed but not kept, so that all of them together stay below 20 MB. */
const LONGEST_REGISTERED = 20_000;

/** Trusted documents, and automatic persisted queries, for every transport. */
export function operationDocuments({ trusted, trustedOnly, automatic }: OperationDocumentsOptions): OperationDocuments {
	const registered = new Map<string, string>();

	const register = (hash: string, text: string): void => {
		if (!automatic || trusted.has(hash) || text.length > LONGEST_REGISTERED) return;
		registered.delete(hash);
		registered.set(hash, text);
		const [oldest] = registered.keys();
		if (registered.size > REGISTERED && oldest !== undefined) registered.delete(oldest);
	};

	const find = (hash: string): string | undefined => {
		const text = trusted.get(hash) ?? registered.get(hash);
		// Used now, so forgotten last.
		if (text !== undefined) register(hash, text);
		return text;
	};

	return {
		textOf: (sent) => {
			const hash = hashOf(sent);
			if (hash instanceof GraphQLError) return hash;
			const { query } = sent;
			if (query === undefined || query === null) {
				if (hash === null) return badUserInput("the operation has neither a query nor a documentId");
				return find(hash) ?? notFound(trustedOnly);
			}
			if (typeof query !== "string") return badUserInput("the query of an operation is a string");
			if (hash !== null && sha256(query) !== hash)
				return badUserInput("the hash is not the SHA-256 of the query that was sent with it");
			if (trustedOnly && !trusted.has(hash ?? sha256(query))) return notTrusted();
			if (hash !== null) register(hash, query);
			return query;
		},
	};
}

/** Null where the operation names no document. */
function hashOf({ documentId, extensions }: SentDocument): string | null | GraphQLError {
	const persisted = isObject(extensions) ? extensions.persistedQuery : undefined;
	const sent = documentId ?? (isObject(persisted) ? persisted.sha256Hash : undefined);
	if (sent === undefined || sent === null) return null;
	const hash = typeof sent === "string" ? /^(?:sha256:)?([0-9a-f]{64})$/.exec(sent)?.[1] : undefined;
	return (
		hash ?? badUserInput("a document is named by its SHA-256 in lower-case hex, with or without sha256: before it")
	);
}

/** Clients of automatic persisted queries know this message, and send the text then. */
function notFound(trustedOnly: boolean): GraphQLError {
	return trustedOnly ? notTrusted() : clientError("PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound");
}

const notTrusted = () =>
	clientError("DOCUMENT_NOT_TRUSTED", "only operations that this service knows are executed, and this is none of them");

/** Puts the text where Yoga looks for it. */
export function useOperationDocuments(documents: OperationDocuments): Plugin<object, ServerContext> {
	return {
		onParams: ({ request, params, setParams, context: { trace } }) => {
			// What is no operation at all is refused by Yoga, as GraphQL over HTTP says.
			if (!isObject(params)) return;
			const { documentId = documentIdOf(request), ...others } = params as SentDocument;
			const sent = { ...others, documentId };
			if (sent.query != null ? typeof sent.query !== "string" : hashOf(sent) === null) return;
			const text = documents.textOf(sent);
			if (typeof text !== "string") {
				if (trace) noteErrors(trace, { errors: [text] });
				throw withStatus(text);
			}
			if (text !== sent.query || documentId !== undefined) setParams({ ...others, query: text } as GraphQLParams);
		},
	};
}

/** What is thrown here is answered before anything is executed, and so before statuses are given. */
function withStatus({ message, extensions }: GraphQLError): GraphQLError {
	const status = STATUS[extensions.code as ClientErrorCode] ?? 400;
	return new GraphQLError(message, { extensions: { ...extensions, http: { status } } });
}

/** By GET it stands in the address. */
function documentIdOf({ method, url }: Request): string | undefined {
	if (method !== "GET" || !url.includes("documentId=")) return undefined;
	return new URL(url).searchParams.get("documentId") ?? undefined;
}
