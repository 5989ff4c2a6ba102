import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Database } from "../db.js";
import { type ConfiguredToken, readAuthorization, type Shown } from "./access-token.js";
import type { Client, Holder } from "./client.js";
import { isLoopback, readTrusted, senderAddress } from "./client-address.js";
import { type AccessMode, decideMode, refusalOf } from "./decide-access.js";
import { isLocalHost, isOfForeignPage, isPassedOn, namesThisMachine } from "./local-request.js";
import type { Role } from "./role.js";
import { findHolder, hasTokens } from "./token-table.js";

export interface AccessOptions {
	db: Pick<Database, "pool">;
	/** Tokens of the configuration. Default none; those of the table count in any case. */
	tokens?: readonly ConfiguredToken[];
	/** The address on which the service listens. Default any, so that nothing can be changed without a token. */
	host?: string;
	/** Addresses and networks of proxies whose `x-forwarded-for` is believed. Default none. */
	trustedProxies?: readonly string[];
	/** The clock; tests give their own. */
	now?: () => Date;
}

/** A request that is not answered at all. */
export interface RefusedRequest {
	kind: "refused";
	status: 401 | 403;
	code: "UNAUTHENTICATED" | "FORBIDDEN";
	message: string;
}

/** What a request shows of who sends it, not looked up yet. */
export type Sender = Omit<Client, "holder"> & { shown: Shown };

/** Who may do what. */
export interface Access {
	/** What an HTTP request, or the one that asks for a WebSocket, shows of who sends it. */
	senderOf(request: IncomingMessage): Sender;
	/** Who that is: looked up each time, so that a revoked token stops at once. Refused where the token is none of ours. */
	clientBehind(sender: Sender): Promise<Client | RefusedRequest>;
	/** Who sends a request; refused also where it names a host that this machine has not, and tokens do not protect it. */
	identify(request: IncomingMessage): Promise<Client | RefusedRequest>;
	/** Why a client may not do what needs a role; null where it may. */
	refusal(client: Client, needed: Role): Promise<string | null>;
	/** How changes are allowed at present. */
	mode(): Promise<AccessMode>;
}

export const isRefused = (client: Client | RefusedRequest): client is RefusedRequest => "kind" in client;

/** Decides by configured tokens, those of the table, and the address on which the service listens. */
export function createAccess(options: AccessOptions): Access {
	const { db, tokens = [], host = "0.0.0.0", trustedProxies = [], now = () => new Date() } = options;
	const isTrusted = readTrusted(trustedProxies);
	const isLocal = isLocalHost(host);

	const mode = async () => decideMode(tokens.length > 0 || (await hasTokens(db)), isLocal);

	const senderOf = ({ headers, socket }: IncomingMessage): Sender => {
		const peer = socket.remoteAddress ?? "";
		const address = senderAddress(peer, headerText(headers["x-forwarded-for"]), isTrusted);
		const direct = isLoopback(peer) && !isPassedOn(headers);
		return {
			address,
			isLocal: direct && namesThisMachine(headers.host) && !isOfForeignPage(headers),
			shown: readAuthorization(headers.authorization),
		};
	};

	const clientBehind = async ({ shown, ...sender }: Sender): Promise<Client | RefusedRequest> => {
		if (shown.kind === "none") return { ...sender, holder: null };
		if (shown.kind === "malformed") return unauthenticated('is not "Bearer" and a token');
		const holder = configuredHolder(tokens, shown.hash) ?? (await findHolder(db, shown.hash, now()));
		return holder ? { ...sender, holder } : unauthenticated("holds a token that is unknown, revoked or no longer good");
	};

	return {
		senderOf,
		clientBehind,
		identify: async (request) => {
			const client = await clientBehind(senderOf(request));
			if (isRefused(client) || client.holder || !isLocal || namesThisMachine(request.headers.host)) return client;
			return (await mode()) === "OPEN" ? misdirected(request) : client;
		},
		refusal: async (client, needed) => refusalOf(client, client.holder ? "TOKENS" : await mode(), needed),
		mode,
	};
}

/** All are compared, each in the same time. */
function configuredHolder(tokens: readonly ConfiguredToken[], hash: string): Holder | null {
	const sought = Buffer.from(hash, "hex");
	let found: Holder | null = null;
	for (const { name, role, hash: known } of tokens)
		if (timingSafeEqual(Buffer.from(known, "hex"), sought)) found = { name, role };
	return found;
}

const headerText = (header: string | string[] | undefined): string | undefined =>
	Array.isArray(header) ? header.join(",") : header;

const unauthenticated = (why: string): RefusedRequest => ({
	kind: "refused",
	status: 401,
	code: "UNAUTHENTICATED",
	message: `the authorization ${why}`,
});

const misdirected = ({ headers }: IncomingMessage): RefusedRequest => ({
	kind: "refused",
	status: 403,
	code: "FORBIDDEN",
	message: `this service has no tokens, so it answers only to names of its own machine, and ${JSON.stringify((headers.host ?? "").slice(0, 100))} is none; with API_TOKENS it answers to any`,
});
