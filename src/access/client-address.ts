import { isIP } from "node:net";
import ipaddr from "ipaddr.js";
import { remembered } from "../remembered.js";

/** Bits of an IPv6 address that tell networks apart: a household or a rented server is given the rest (RFC 6177, RFC 7934). */
const NETWORK_BITS = 64;

/**
 * An address as it is counted: IPv4 as it is, also where it is written as IPv6 (`::ffff:203.0.113.7`), of IPv6 the network of 64 bits.
 * What is no address is left as it is.
 * @example countedAddress("2001:db8::17:1") // "2001:db8::/64"
 */
export const countedAddress = remembered((address) => {
	if (isIP(address) === 0) return address;
	const parsed = ipaddr.process(address);
	if (parsed instanceof ipaddr.IPv4) return parsed.toString();
	const bytes = parsed.toByteArray().map((byte, index) => (index < NETWORK_BITS / 8 ? byte : 0));
	return `${new ipaddr.IPv6(bytes).toString()}/${NETWORK_BITS}`;
});

/** Whether an address is one of this machine's own: 127.0.0.0/8 or ::1. */
export const isLoopback = remembered(
	(address) => isIP(address) !== 0 && ipaddr.process(address).range() === "loopback",
);

/** Addresses and networks whose word is believed about whom they pass on. */
export type Trusted = (address: string) => boolean;

/**
 * Reads an operator's list of addresses and networks (`127.0.0.1`, `10.0.0.0/8`, `fd00::/8`).
 * @throws Error naming an entry that is neither.
 */
export function readTrusted(entries: readonly string[]): Trusted {
	const ranges = entries.map((entry): [ipaddr.IPv4 | ipaddr.IPv6, number] => {
		if (ipaddr.isValidCIDR(entry)) return ipaddr.parseCIDR(entry);
		if (isIP(entry) === 0) throw new Error(`"${entry}" is neither an address nor a network`);
		const address = ipaddr.process(entry);
		return [address, address.kind() === "ipv4" ? 32 : 128];
	});
	return (address) => {
		if (isIP(address) === 0) return false;
		const parsed = ipaddr.process(address);
		return ranges.some(([base, bits]) => base.kind() === parsed.kind() && parsed.match(base, bits));
	};
}

/**
 * Who sent a request that came through proxies. Each appends whom it was asked by to `x-forwarded-for`, and what stands before that anybody may have written: so
 * the list is read from its end, as far as it was written by proxies that are trusted.
 * @param peer who is connected.
 * @param forwarded the header `x-forwarded-for`, where there is one.
 */
export function senderAddress(peer: string, forwarded: string | undefined, isTrusted: Trusted): string {
	let sender = peer;
	for (const entry of (forwarded ?? "").split(",").reverse()) {
		const address = addressIn(entry);
		if (!isTrusted(sender) || address === null) break;
		sender = address;
	}
	return sender;
}

/** The address in an entry: some proxies write the port to it (`203.0.113.7:1234`, `[2001:db8::1]:1234`). */
function addressIn(entry: string): string | null {
	const bare = entry.trim().replace(/^\[([^\]]*)\](?::\d+)?$|^([\d.]+):\d+$/, "$1$2");
	return isIP(bare) === 0 ? null : bare;
}
