import { readTree } from "./page-tree.js";
import { readBlocks } from "./text-blocks.js";

/** Challenge pages are small; what is larger is not looked at. */
const MAX_PAGE = 400_000;

/** They show little to read: a sentence, a button, an incident number. */
const MAX_TEXT = 2_500;

/**
 * Marks in the code of challenges that ordinary pages of the same providers do not have: Cloudflare, PerimeterX (HUMAN),
 * DataDome, Imperva (Incapsula), Akamai, AWS WAF, Distil, Sucuri, Kasada, Anubis.
 */
const CODE =
	/_cf_chl_opt|cf-chl-(?:widget|bypass)|id=["']?(?:challenge-form|challenge-error-text|cf-wrapper|px-captcha|sec-if-cpt-container|anubis_challenge)|captcha-delivery\.com\/(?:c\.js|captcha|interstitial|i\.js)|_Incapsula_Resource\?|Incapsula incident ID|AwsWafIntegration|awsWafCookieDomainList|distil_r_captcha|sucuri_cloudproxy_js|\/149e9513-01fa-4fb0-aad4-566afd725d1b\//i;

/** Titles of challenges. */
const TITLE =
	/^\W*(?:just a moment|attention required|access (?:to this page has been )?denied|are you (?:a )?(?:robot|human)|please verify (?:you are|that you)|verify(?:ing)? you are (?:a )?human|human verification|robot check|security check|pardon our interruption|ddos-guard|checking your browser|bot (?:protection|verification|check)|you have been blocked|einen moment|un momento|un instant|один момент|bitte bestätigen|captcha\W*$|making sure you.re not a bot|client challenge)/i;

/** What a refusing server says in a challenge. */
const REFUSAL =
	/captcha|unusual (?:traffic|activity)|are you a robot|not a robot|verify (?:that )?you|enable (?:javascript and )?cookies/i;

/** Answers with which challenges come: forbidden, too many requests, unavailable; 202 and 405 are AWS's. */
const REFUSING = new Set([202, 401, 403, 405, 429, 503]);

/**
 * Whether a page asks whether its reader is a person, in place of what was asked for. Articles about such pages, and pages
 * that only carry a provider's script, are none.
 * @param status of the HTTP answer; challenges come with 200 as well.
 */
export function isBotChallenge(html: string, status: number): boolean {
	if (html.length > MAX_PAGE) return false;
	const isMarked = CODE.test(html) || TITLE.test(titleOf(html)) || (REFUSING.has(status) && REFUSAL.test(html));
	return isMarked && visibleLength(html) <= MAX_TEXT;
}

function titleOf(html: string): string {
	const match = /<title[^>]{0,200}>([^<]{0,300})/i.exec(html);
	return match?.[1]?.trim() ?? "";
}

function visibleLength(html: string): number {
	return readBlocks(readTree(html), () => false).reduce((sum, { size }) => sum + size, 0);
}
