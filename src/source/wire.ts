import { isIP } from "node:net";
import type { Readable } from "node:stream";
import { Agent, type Dispatcher, ProxyAgent } from "undici";
import { parseUrl } from "../parse-url.js";
import { type AllowedPrivate, readAllowedPrivate } from "./allowed-private.js";
import type { RawHeaders } from "./answer-headers.js";
import { orAborted, startDeadline } from "./deadline.js";
import { FetchFault, faultOf } from "./fetch-fault.js";
import { createGuardedConnector, type FoundAddress, trustAlso } from "./guarded-connect.js";
import { isPublicAddress } from "./public-address.js";
import { portOf } from "./web-address.js";

/** An answer whose body is still to be read; the body must be read to its end or destroyed. */
export interface WireAnswer {
	status: number;
	headers: RawHeaders;
	body: Readable;
}

/** Sends single requests, and follows nothing. */
export interface Wire {
	/**
	 * Asks for one URL. The signal also ends the reading of the body.
	 * @throws FetchFault, or the signal's reason
	 */
	ask(url: URL, headers: Record<string, string>, signal: AbortSignal): Promise<WireAnswer>;
	/** Ends what is under way and closes all connections. */
	close(): Promise<void>;
}

/** How the wire connects. */
export interface WireOptions {
	allowPrivate: readonly string[];
	connectTimeoutMs: number;
	firstByteTimeoutMs: number;
	maxHeaderBytes: number;
	trustedCertificates: readonly string[];
	lookup?: ((hostname: string) => Promise<FoundAddress[]>) | undefined;
	proxyUrl: string | null;
}

/** Opens the wire. Throws where an option cannot be understood. */
export function openWire(options: WireOptions): Wire {
	const allowed = readAllowedPrivate(options.allowPrivate);
	const dispatcher = options.proxyUrl === null ? directly(options, allowed) : throughProxy(options, options.proxyUrl);
	return {
		async ask(url, headers, signal) {
			if (options.proxyUrl !== null) refuseForProxy(url, allowed);
			const ms = options.firstByteTimeoutMs;
			const deadline = startDeadline(ms, `${url.host}: no answer after ${ms} ms`, signal);
			try {
				const path = url.pathname + url.search;
				const request = { origin: url.origin, path, method: "GET" as const, headers, signal: deadline.signal };
				// While a connection is made, undici does not look at the signal.
				const answer = await orAborted(dispatcher.request(request), deadline.signal);
				deadline.stopClock();
				// An error without a listener would end the process, and one can come at any time.
				answer.body.on("error", () => {}).once("close", deadline.end);
				return { status: answer.statusCode, headers: answer.headers, body: answer.body };
			} catch (error) {
				deadline.end();
				throw signal.aborted ? signal.reason : faultOf(error, url.host);
			}
		},
		close: () => dispatcher.destroy(),
	};
}

/** Time is kept by deadlines: undici's own clocks are coarse, and that for bodies starts anew with each byte. */
const NO_CLOCKS = { headersTimeout: 0, bodyTimeout: 0 };

/** A feed is asked again in minutes, and an article's page hardly ever: an idle connection only burdens its server. */
const KEEP_ALIVE = { keepAliveTimeout: 4_000, keepAliveMaxTimeout: 10_000 };

function directly(options: WireOptions, allowed: AllowedPrivate): Dispatcher {
	const { connectTimeoutMs, lookup, maxHeaderBytes } = options;
	const trust = trustAlso(options.trustedCertificates);
	const connect = createGuardedConnector({ connectTimeoutMs, trust, lookup, allowed });
	return new Agent({ connect, maxHeaderSize: maxHeaderBytes, ...NO_CLOCKS, ...KEEP_ALIVE });
}

function throughProxy(options: WireOptions, proxyUrl: string): Dispatcher {
	if (!/^https?:\/\//i.test(proxyUrl) || !parseUrl(proxyUrl)) {
		throw new Error("The proxy's address is no http or https URL");
	}
	const timeout = options.connectTimeoutMs;
	const trust = trustAlso(options.trustedCertificates);
	return new ProxyAgent({
		uri: proxyUrl,
		// http goes as it is: many proxies tunnel to port 443 alone.
		proxyTunnel: false,
		requestTls: { timeout, ...trust },
		proxyTls: { timeout, ...trust },
		maxHeaderSize: options.maxHeaderBytes,
		...NO_CLOCKS,
		...KEEP_ALIVE,
	});
}

/**
 * What can be refused before a proxy is asked. The proxy looks names up, so which addresses a name may lead to is for its
 * own rules to say; what needs no look-up is said here.
 */
function refuseForProxy(url: URL, allowed: AllowedPrivate): void {
	if (allowed.hasHost(url.hostname, portOf(url))) return;
	const address = url.hostname.replace(/^\[|\]$/g, "");
	const blocked =
		isIP(address) === 0 ? LOCAL_NAME.test(address) : !isPublicAddress(address) && !allowed.hasAddress(address);
	if (blocked) throw new FetchFault("BLOCKED_ADDRESS", `${url.host} is not a public address`);
}

/** Names that mean this machine (RFC 6761 §6.3). */
const LOCAL_NAME = /(^|\.)localhost\.?$/i;
