import { createContext } from "preact";

/**
 * Asks one of the questions of questions.ts: the server within its process, the browser over HTTP. Throws `Refused` where the
 * question could not be answered as asked.
 */
export type Ask = <Data>(query: string, variables: object) => Promise<Data>;

/** The service said no, in words for whoever asked. */
export class Refused extends Error {
	override name = "Refused";

	/** @param status of HTTP, that tells the same; 400 where it is not known. */
	constructor(
		message: string,
		readonly status = 400,
	) {
		super(message);
	}
}

/** What a page can do once it lives in a browser. */
export interface Alive {
	ask: Ask;
	/** The text at an address of this service. */
	read(path: string): Promise<string>;
	/** Calls `onData` with each message, over cut connections, until the answered function is called. */
	follow<Data>(query: string, variables: () => object, onData: (data: Data) => void): () => void;
}

/** Null on the server, and where the browser runs no scripts. */
export const AliveContext = createContext<Alive | null>(null);
