import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/** Bits of an IPv6 address that tell networks apart: a household or a rented server is given the rest (RFC 6177, RFC 7934). */
const NETWORK_BITS = 64;

/**
 * An address as it is counted: IPv4 as it is, also where it is written as IPv6 (`::ffff:203.0.113.7`), of IPv6 the network of 64 bits.
 * What is no address is left as it is.
 * @example countedAddress("2001:db8::17:1") // "2001:db8::/64"
 */
export function countedAddress(address: string): string {
	if (isIP(address) === 0) return address;
	const parsed = ipaddr.process(address);
	if (parsed instanceof ipaddr.IPv4) return parsed.toString();
	const bytes = parsed.toByteArray().map((byte, index) => (index < NETWORK_BITS / 8 ? byte : 0));
	return `${new ipaddr.IPv6(bytes).toString()}/${NETWORK_BITS}`;
}
