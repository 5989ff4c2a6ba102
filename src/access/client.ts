import type { IncomingMessage } from "node:http";
import { countedAddress } from "./client-address.js";
import type { Role } from "./role.js";

/** Whoever has been given a token. */
export interface Holder {
	/** The token's name, which stands in the history of what is edited. */
	name: string;
	role: Role;
}

/** Who sends a request. */
export interface Client {
	/** The IP address that it comes from: the peer's, or the one that a trusted proxy names. Empty where there is none. */
	address: string;
	/** It comes from this machine, and neither through a proxy nor from a page of somebody else: see local-request.ts. */
	isLocal: boolean;
	/** Whose token it showed; null where it showed none. */
	holder: Holder | null;
}

const clients = new WeakMap<IncomingMessage, Client>();

/** Notes who sends a request; the listener does so before anything else looks at it. */
export function rememberClient(request: IncomingMessage, client: Client): void {
	clients.set(request, client);
}

/** Who sends a request: nobody but an address, where the listener has not said. */
export function clientOf(request: IncomingMessage): Client {
	return clients.get(request) ?? { address: request.socket.remoteAddress ?? "", isLocal: false, holder: null };
}

/**
 * What limits count a client by: `token anna`, or `address 203.0.113.7`. Of IPv6 the first half of the address, since whoever has one
 * has all 2^64 that begin so.
 */
export function clientKey({ holder, address }: Pick<Client, "holder" | "address">): string {
	return holder ? `token ${holder.name}` : `address ${countedAddress(address)}`;
}
