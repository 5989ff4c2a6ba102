import ipaddr from "ipaddr.js";

/**
 * Whether an IP address is one of the public internet: in no range that IANA set aside for special use (loopback, private,
 * link-local with the metadata services of clouds, carrier NAT, multicast, documentation, …). An address that carries an
 * IPv4 address within it (mapped, NAT64, 6to4, Teredo) is as public as that one. False for what is no address at all.
 * @example isPublicAddress("169.254.169.254") // false
 */
export function isPublicAddress(address: string): boolean {
	// ipaddr.js would also take "127.1" and "0x7f000001" for IPv4; whoever dials may not.
	if (!ipaddr.IPv4.isValidFourPartDecimal(address) && !ipaddr.IPv6.isValid(address)) return false;
	const parsed = ipaddr.parse(address);
	if (parsed instanceof ipaddr.IPv4) return parsed.range() === "unicast";
	const inner = carriedAddresses(parsed);
	if (inner.length > 0) return inner.every((each) => each.range() === "unicast");
	// What is neither set aside nor in 2000::/3 was never given out (RFC 4291 §2.4), as ::7f00:1, which some dial as 127.0.0.1.
	return parsed.range() === "unicast" && parsed.match(GLOBAL_UNICAST, 3);
}

const GLOBAL_UNICAST = ipaddr.IPv6.parse("2000::");

/** The IPv4 addresses a translator or tunnel would send a packet to. */
function carriedAddresses(address: ipaddr.IPv6): ipaddr.IPv4[] {
	const bytes = address.toByteArray();
	const at = (start: number) => new ipaddr.IPv4(bytes.slice(start, start + 4));
	switch (address.range()) {
		case "ipv4Mapped": // ::ffff:0:0/96
		case "rfc6145": // ::ffff:0:0:0/96
			return [at(12)];
		case "rfc6052":
			// 64:ff9b::/96 alone: 64:ff9b:1::/48 is for use within one network (RFC 8215).
			return address.match(NAT64, 96) ? [at(12)] : [];
		case "6to4": // RFC 3056 §2: 2002:V4ADDR::/48
			return [at(2)];
		case "teredo": // RFC 4380 §4: server, flags, port, then the client's address with all bits turned over
			return [at(4), new ipaddr.IPv4(bytes.slice(12).map((byte) => byte ^ 0xff))];
		default:
			return [];
	}
}

const NAT64 = ipaddr.IPv6.parse("64:ff9b::");
