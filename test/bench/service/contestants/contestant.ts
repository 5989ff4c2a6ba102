import type { ChildServer } from "../child.js";
import { namedIn, type OperationName, type Variables } from "../operations.js";

/** What is sent for one question. */
export interface AskRequest {
	method: "GET" | "POST";
	path: string;
	headers: Readonly<Record<string, string>>;
	body?: string;
}

/** A server in a process of its own, on an archive. */
export interface ServerKind {
	name: string;
	/** Whether it is the service that this project is about. */
	isService: boolean;
	/** @param url of the archive. */
	start(url: string, signal: AbortSignal): Promise<ChildServer>;
}

/** Who is measured: a server, asked in one way. */
export interface Contestant {
	name: string;
	server: ServerKind;
	/** Null where it does not answer this. */
	request(operation: OperationName, variables: Variables): AskRequest | null;
	/** What is wrong with its answer, beside the answer of the bare statement to the same question, if there is one; null where nothing is. */
	problemOf(operation: OperationName, answer: string, bare: string | null): string | null;
	/** Whether each question is asked once before each measurement, since answers are kept only for some seconds. */
	asksBefore?: boolean;
	/** Sent once to a server that has started. */
	prepare?(baseUrl: string): Promise<void>;
}

export const JSON_HEADERS = { "content-type": "application/json" } as const;

/** Whoever answers what the statement answers names the same objects; where there is no statement, some. */
export function namesTheSame(_operation: OperationName, answer: string, bare: string | null): string | null {
	const named = namedIn(answer);
	if (bare === null) return named.length > 1 ? null : "nothing is named";
	const expected = namedIn(bare);
	if (expected.length === 0) return "nothing is named that could be compared";
	const missing = expected.filter((id) => !named.includes(id));
	const added = named.filter((id) => !expected.includes(id));
	if (missing.length === 0 && added.length === 0) return null;
	return `${missing.length} of ${expected.length} are missing (${missing.slice(0, 3)}), ${added.length} are added (${added.slice(0, 3)}): ${answer.slice(0, 200)}`;
}
