import { isIP, isIPv6 } from "node:net";
import ipaddr from "ipaddr.js";
import { parseUrl } from "../parse-url.js";

/** Who may be reached although the address is not public. */
export interface AllowedPrivate {
	/** Whether this host, as the URL names it, was named with any port or with this one; then all its addresses may be dialled. */
	hasHost(hostname: string, port: string): boolean;
	/** Whether an address lies in a range that was named. */
	hasAddress(address: string): boolean;
}

/**
 * Reads an operator's list of hosts (`intranet.example`, `127.0.0.1:8080`, `[::1]`) and ranges (`10.0.0.0/8`). A host is
 * allowed as a URL names it: another name that leads to the same address is not.
 * @throws Error naming an entry that is neither.
 */
export function readAllowedPrivate(entries: readonly string[]): AllowedPrivate {
	const hosts = new Set<string>();
	const ranges: [ipaddr.IPv4 | ipaddr.IPv6, number][] = [];
	for (const entry of entries) {
		if (ipaddr.isValidCIDR(entry)) ranges.push(ipaddr.parseCIDR(entry));
		else hosts.add(readHost(entry));
	}
	return {
		hasHost: (hostname, port) => hosts.has(hostname) || hosts.has(`${hostname}:${port}`),
		hasAddress(address) {
			if (!isIP(address)) return false;
			// A mapped address (::ffff:10.0.0.1) is the IPv4 address to the system.
			const parsed = ipaddr.process(address);
			return ranges.some(([base, bits]) => base.kind() === parsed.kind() && parsed.match(base, bits));
		},
	};
}

/** The entry spelled as `URL` spells hosts, with its port where it has one. */
function readHost(entry: string): string {
	const authority = isIPv6(entry) ? `[${entry}]` : entry;
	// Of a scheme without a default port, so that ":80" stays.
	const text = `any://${authority}`;
	const written = parseUrl(text);
	const plain = written && !written.username && !written.pathname && !written.search && !written.hash;
	const host = written && parseUrl(`http://${written.hostname}`);
	if (!plain || !host) {
		throw new Error(`"${entry}" is no host, host:port or address range that may be private`);
	}
	return written.port ? `${host.hostname}:${written.port}` : host.hostname;
}
