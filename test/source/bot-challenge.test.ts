import { expect, test } from "vitest";
import type { RawHeaders } from "../../src/source/answer-headers.js";
import { protectionInHeaders } from "../../src/source/bot-challenge.js";

test.each<[number, RawHeaders, string | null]>([
	[503, { "cf-mitigated": "challenge" }, "Cloudflare"],
	[202, { "x-amzn-waf-action": "challenge" }, "AWS WAF"],
	[429, { "x-vercel-mitigated": "challenge" }, "Vercel"],
	[403, { "x-datadome": "protected" }, "DataDome"],
	[403, { "x-kpsdk-ct": "token" }, "Kasada"],
	[404, { "x-datadome": "protected" }, null],
	[503, { "x-datadome": "protected" }, null],
	[403, { server: "cloudflare", "cf-ray": "1" }, null],
	[403, {}, null],
])("Status %i with %j is refused by %s", (status, headers, expected) => {
	expect(protectionInHeaders(status, headers)).toBe(expected);
});
