import { lookup as systemLookup } from "node:dns/promises";
import { connect as connectTcp, isIP, type LookupFunction, type Socket } from "node:net";
import { createSecureContext, rootCertificates, type SecureContext, connect as startTls } from "node:tls";
import type { buildConnector } from "undici";
import type { AllowedPrivate } from "./allowed-private.js";
import { orAborted, startDeadline } from "./deadline.js";
import { FetchFault, faultOf } from "./fetch-fault.js";
import { isPublicAddress } from "./public-address.js";
import { portOf } from "./web-address.js";

/** An IP address that a name leads to. */
export interface FoundAddress {
	address: string;
	family: 4 | 6;
}

/** Whose certificates are believed, as an option of TLS connections; made once, for reading all the roots takes a while. */
export interface Trust {
	secureContext?: SecureContext;
}

/** Trusts these PEM certificates besides the usual ones. */
export function trustAlso(certificates: readonly string[]): Trust {
	if (certificates.length === 0) return {};
	return { secureContext: createSecureContext({ ca: [...rootCertificates, ...certificates] }) };
}

/** How connections are made. */
export interface ConnectOptions {
	/** For looking up the name, connecting and the TLS handshake together. */
	connectTimeoutMs: number;
	allowed: AllowedPrivate;
	trust: Trust;
	lookup?: ((hostname: string) => Promise<FoundAddress[]>) | undefined;
}

/**
 * Connects for undici, to public addresses only. The name is looked up once for each connection, *every* address it leads
 * to must be public (or allowed), and exactly those addresses are dialled: between check and use there is no second
 * look-up that could answer otherwise (DNS rebinding). A pooled connection thus stays with the address that was checked.
 */
export function createGuardedConnector(options: ConnectOptions): buildConnector.connector {
	return (target, callback) => {
		connect(target, options).then(
			(socket) => callback(null, socket),
			(error: unknown) => callback(faultOf(error, target.host ?? target.hostname), null),
		);
	};
}

async function connect(target: buildConnector.Options, options: ConnectOptions): Promise<Socket> {
	const ms = options.connectTimeoutMs;
	const deadline = startDeadline(ms, `${target.host ?? target.hostname}: no connection after ${ms} ms`);
	try {
		const addresses = await orAborted(checkedAddresses(target, options), deadline.signal);
		return await dial(target, addresses, options.trust, deadline.signal);
	} finally {
		deadline.end();
	}
}

/** The addresses behind a host, all of which may be dialled. */
async function checkedAddresses(target: buildConnector.Options, options: ConnectOptions): Promise<FoundAddress[]> {
	const { hostname } = target;
	const family = isIP(hostname);
	const addresses: FoundAddress[] =
		family === 4 || family === 6
			? [{ address: hostname, family }]
			: await (options.lookup ?? lookupWithSystem)(hostname);
	if (addresses.length === 0) throw new FetchFault("DNS", `${hostname}: the name has no address`);
	const inUrl = family === 6 ? `[${hostname}]` : hostname;
	if (options.allowed.hasHost(inUrl, portOf(target))) return addresses;
	const blocked = addresses.find(({ address }) => !isPublicAddress(address) && !options.allowed.hasAddress(address));
	if (!blocked) return addresses;
	const who = family === 0 ? `${hostname} leads to ${blocked.address.slice(0, 50)}, which` : hostname;
	throw new FetchFault("BLOCKED_ADDRESS", `${who} is not a public address`);
}

/** The system's resolver: it also knows /etc/hosts and search domains, as an operator expects of names in his network. */
async function lookupWithSystem(hostname: string): Promise<FoundAddress[]> {
	const found = await systemLookup(hostname, { all: true });
	return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
}

/**
 * How long one of several addresses is tried before the next, in ms. Node's own 250 gives up on servers on the other side
 * of the world; four fit into the time for connecting.
 */
const NEXT_ADDRESS_MS = 1_200;

/** A connected socket, for https with a verified certificate. */
function dial(
	target: buildConnector.Options,
	addresses: FoundAddress[],
	trust: Trust,
	signal: AbortSignal,
): Promise<Socket> {
	// Node asks this where it would look the name up; so it dials what was checked, and tries one address after the other.
	const lookup: LookupFunction = (_hostname, { all }, answer) => {
		if (all) answer(null, addresses);
		else answer(null, addresses[0]?.address ?? "", addresses[0]?.family);
	};
	const route = {
		host: target.hostname,
		port: Number(portOf(target)),
		lookup,
		autoSelectFamily: true,
		autoSelectFamilyAttemptTimeout: NEXT_ADDRESS_MS,
		noDelay: true,
	};
	const tls = target.protocol === "https:";
	const socket = tls
		? startTls({
				...route,
				// The certificate is for the name. A final dot is DNS's, and no certificate has it.
				servername: isIP(target.hostname) ? "" : target.hostname.replace(/\.$/, ""),
				ALPNProtocols: ["http/1.1"],
				...trust,
			})
		: connectTcp(route);
	return new Promise((resolve, reject) => {
		const giveUp = () => socket.destroy(signal.reason);
		const settled = () => signal.removeEventListener("abort", giveUp);
		if (signal.aborted) giveUp();
		signal.addEventListener("abort", giveUp, { once: true });
		socket.once(tls ? "secureConnect" : "connect", () => {
			settled();
			resolve(socket);
		});
		// Stays on the socket: an error between here and undici's own listener would end the process.
		socket.on("error", (error) => {
			settled();
			reject(error);
		});
		socket.once("close", () => reject(new FetchFault("CONNECTION", `${target.hostname}: the connection was closed`)));
	});
}
