import { headerOf, type RawHeaders } from "./answer-headers.js";

/** Headers that say: this is not the page but a challenge, whatever the status. */
const CHALLENGE_HEADERS: readonly [header: string, value: RegExp, product: string][] = [
	// https://developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response/
	["cf-mitigated", /^challenge/i, "Cloudflare"],
	// https://docs.aws.amazon.com/waf/latest/developerguide/waf-captcha-and-challenge-how-it-works.html
	["x-amzn-waf-action", /^(challenge|captcha)/i, "AWS WAF"],
	["x-vercel-mitigated", /^challenge/i, "Vercel"],
];

/** Headers of all answers of a protected host, so that only those which refuse are a challenge. */
const GUARDED_HEADERS: readonly [header: string, product: string][] = [
	["x-datadome", "DataDome"],
	["x-kpsdk-ct", "Kasada"],
];

/** What is written in the first kB of the page that a bot gets. */
const CHALLENGE_PAGES: readonly [text: RegExp, product: string][] = [
	[/<title>(Just a moment\.\.\.|Attention Required! \| Cloudflare)/i, "Cloudflare"],
	[/challenges\.cloudflare\.com|\/cdn-cgi\/challenge-platform/i, "Cloudflare"],
	[/captcha-delivery\.com|datadome/i, "DataDome"],
	[/px-captcha|_pxAppId|perimeterx|<title>Access to this page has been denied/i, "PerimeterX"],
	[/_Incapsula_Resource|Incapsula incident ID/i, "Imperva"],
	[/errors\.edgesuite\.net|<title>Access Denied<\/title>[\s\S]{0,400}Reference&#32;&#35;/i, "Akamai"],
	[/awswaf\.com|AwsWafIntegration/i, "AWS WAF"],
	[/<title>Vercel Security Checkpoint/i, "Vercel"],
	[/KPSDK/, "Kasada"],
	[/Sucuri WebSite Firewall/i, "Sucuri"],
	[/<title>Making sure you(&#39;|'|&apos;)re not a bot!/i, "Anubis"],
	[/<title>DDoS-Guard|ddos-guard\.net/i, "DDoS-Guard"],
];

/** The bot protection that the headers of an answer name as the one who refuses; null where they name none. */
export function protectionInHeaders(status: number, headers: RawHeaders): string | null {
	for (const [header, value, product] of CHALLENGE_HEADERS) {
		if (value.test(headerOf(headers, header) ?? "")) return product;
	}
	if (status !== 403 && status !== 429) return null;
	for (const [header, product] of GUARDED_HEADERS) {
		if (headerOf(headers, header) !== null) return product;
	}
	return null;
}

/** The statuses under which challenge pages are sent; other errors of a protected host are its own. */
const CHALLENGE_STATUS = new Set([401, 403, 405, 406, 429, 503]);

/** The bot protection whose page this is the start of; null where it is none that is known. */
export function protectionInPage(status: number | null, bodyStart: string): string | null {
	if (status === null || !CHALLENGE_STATUS.has(status)) return null;
	for (const [text, product] of CHALLENGE_PAGES) {
		if (text.test(bodyStart)) return product;
	}
	return null;
}
