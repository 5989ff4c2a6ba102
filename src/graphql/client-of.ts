import type { IncomingMessage } from "node:http";
import { isIPv6 } from "node:net";
import ipaddr from "ipaddr.js";

/**
 * Whom a request counts against: the address that it comes from. Of IPv6 only the network counts (/64): whoever has one has all its addresses.
 * @param proxyHops how many proxies of our own stand before this server, each of which adds the address it was asked from to
 * `x-forwarded-for`. What stands before those was written by the client, and may be anything. 0: the header is not looked at.
 */
export function clientOf(request: IncomingMessage, proxyHops: number): string {
	const direct = request.socket.remoteAddress ?? "unknown";
	if (proxyHops === 0) return network(direct);
	const forwarded = String(request.headers["x-forwarded-for"] ?? "").split(",");
	const address = forwarded.at(-proxyHops)?.trim() ?? "";
	return network(ipaddr.isValid(address) ? address : direct);
}

function network(address: string): string {
	const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
	if (!isIPv6(plain)) return plain;
	const parts = ipaddr.IPv6.parse(plain).parts.slice(0, 4);
	return `${parts.map((part) => part.toString(16)).join(":")}::/64`;
}
