import type { IncomingHttpHeaders } from "node:http";
import { parseUrl } from "../parse-url.js";
import { remembered } from "../remembered.js";
import { isLoopback } from "./client-address.js";

/*
 * Where no token is configured, whoever uses this machine may do everything. Pages in his browser may not: any page can send requests to
 * 127.0.0.1, and one whose name leads there (DNS rebinding) can also read the answers.
 */

/** Whether a server that listens on this address is reached from this machine only. */
export const isLocalHost = (host: string): boolean =>
	isLoopback(bare(host)) || /^(?:[\w-]+\.)*localhost\.?$/i.test(host);

/**
 * Whether a request names this machine as its host. A page reached by DNS rebinding names its own. A request without the header is of a program: browsers
 * always send it.
 */
export const namesThisMachine = (host: string | undefined): boolean => host === undefined || isHostOfThisMachine(host);

const isHostOfThisMachine = remembered((host) => isLocalHost(parseUrl(`http://${host}`)?.hostname ?? ""));

/** Whether a request was sent by a page of another origin: browsers say so in everything but plain GET. */
export function isOfForeignPage({ origin, host }: IncomingHttpHeaders): boolean {
	if (origin === undefined) return false;
	// Of neither is taken for the other: both may be missing.
	return (parseUrl(origin)?.host ?? null) !== host;
}

/** Headers by which proxies say that they pass something on. */
const PROXY_HEADERS = ["forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-real-ip"];

/** Whether a proxy says that it passes this request on: it may come from anywhere. */
export const isPassedOn = (headers: IncomingHttpHeaders): boolean =>
	PROXY_HEADERS.some((name) => headers[name] !== undefined);

const bare = (host: string): string => host.replace(/^\[(.*)\]$/, "$1");
