import { readWebAddress } from "./web-address.js";

/** Whether a redirect is followed. */
export type NextHop =
	| { kind: "follow"; url: URL; permanent: boolean }
	| { kind: "refused"; code: "REDIRECTS" | "UNSUPPORTED_SCHEME"; message: string };

/**
 * Where an answer leads.
 * @param location the `Location` header
 * @param trail all URLs asked so far, the one that gave this answer last
 */
export function decideNextHop(
	status: number,
	location: string | null,
	trail: readonly URL[],
	maxRedirects: number,
): NextHop {
	const from = trail[trail.length - 1];
	const refuse = (message: string, code: "REDIRECTS" | "UNSUPPORTED_SCHEME" = "REDIRECTS"): NextHop => ({
		kind: "refused",
		code,
		message: `${from?.host}: ${message}`,
	});
	if (location === null) return refuse(`answers ${status} without saying where to go`);
	const address = readWebAddress(location, from);
	if (address.kind === "refused") return refuse(`leads on to ${address.reason}`, "UNSUPPORTED_SCHEME");
	const { url } = address;
	if (from?.protocol === "https:" && url.protocol === "http:") {
		return refuse(`leads from https to http on ${url.host}, where anyone on the way could change the answer`);
	}
	const seen = trail.findIndex((earlier) => earlier.href === url.href);
	if (seen >= 0) {
		const circle = [...trail.slice(seen), url].map(({ protocol, host }) => `${protocol}//${host}`);
		return refuse(`redirects go round in a circle: ${circle.join(" → ")}`);
	}
	if (trail.length > maxRedirects) return refuse(`redirects again after ${maxRedirects} redirects`);
	return { kind: "follow", url, permanent: status === 301 || status === 308 };
}
