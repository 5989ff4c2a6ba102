import { describe, expect, it } from "vitest";
import { decideCanonical } from "../../src/article/believable-canonical.js";
import { canonicalUrl } from "../../src/article/url.js";
import { seededRandom } from "./seeded-random.js";

const PAGE = "https://www.daily.example/2026/03/02/quay-collapses-in-velsen";

describe("a page's claim of its address is believed", () => {
	it.each<[string, string, string]>([
		[PAGE, `${PAGE}/?utm_source=x#top`, "same-address"],
		[PAGE, "#", "same-address"],
		[PAGE, "http://daily.example/2026/03/02/quay-collapses-in-velsen?sort=new", "same-path"],
		[`${PAGE}?sort=new`, PAGE, "same-path"],
		[PAGE, "/velsen/quay-collapses-in-velsen", "same-name"],
		[PAGE, "quay-collapses-in-velsen-two-hurt", "similar-name"],
		[PAGE, "/news/two-hurt-as-quay-collapses-in-velsen-123456", "similar-name"],
		["https://www.daily.example/a/12345678", "/velsen/quay-collapses-12345678", "same-id"],
		["https://www.daily.example/story?id=1234567", "/velsen/a-1234567", "same-id"],
		["https://www.daily.example/article/idUSKBN27S0K4", "/article/us-quay/quay-collapses-idUSKBN27S0K4", "same-id"],
		["https://www.daily.example/live/quay-12345678/post/7654", "/live/quay-12345678", "same-id"],
		[
			"https://www.daily.example/velsen/quay-collapses-in-velsen/comments",
			"/velsen/quay-collapses-in-velsen",
			"same-name",
		],
		["https://www.daily.example/?p=123", PAGE, "short-address"],
		["https://www.daily.example/node/123", "/velsen/quay-collapses-in-velsen", "short-address"],
		["https://m.daily.example/a/1", PAGE, "short-address"],
		["https://amp.daily.example/2026/03/02/quay-collapses-in-velsen", PAGE, "same-address"],
		[
			"https://www-daily-example.cdn.ampproject.org/c/s/www.daily.example/amp/quay-collapses-in-velsen",
			PAGE,
			"same-name",
		],
		["https://edition.daily.example/2026/03/02/quay-collapses-in-velsen/index.html", PAGE, "same-path"],
		["http://127.0.0.1:4001/velsen/quay-collapses-again?x=1", "/velsen/quay-collapses-again", "same-path"],
	])("%s → %s: %s", (fetched, claimed, reason) => {
		const claim = canonicalUrl(new URL(claimed, fetched).href);
		expect(decideCanonical(fetched, claimed)).toEqual({ url: claim, reason });
	});
});

describe("a page's claim of its address is not believed", () => {
	it.each<[string, string | null, string]>([
		[PAGE, null, "no-claim"],
		[PAGE, "  ", "no-claim"],
		[PAGE, "https://", "not-an-address"],
		[PAGE, "javascript:alert(1)", "not-an-address"],
		[PAGE, "https://user:secret@www.daily.example/x", "not-an-address"],
		[PAGE, `/${"a".repeat(9000)}`, "not-an-address"],
		[PAGE, "https://www.other.example/2026/03/02/quay-collapses-in-velsen", "other-outlet"],
		[PAGE, "http://127.0.0.1/2026/03/02/quay-collapses-in-velsen", "other-outlet"],
		[PAGE, "http://localhost/2026/03/02/quay-collapses-in-velsen", "other-outlet"],
		[PAGE, "https://www.daily.example:8080/2026/03/02/quay-collapses-in-velsen", "other-outlet"],
		[PAGE, "https://shop.daily.example/2026/03/02/quay-collapses-in-velsen", "other-outlet"],
		[
			"https://anna.blogspot.com/2026/03/quay-collapses.html",
			"https://bert.blogspot.com/2026/03/quay-collapses.html",
			"other-outlet",
		],
		["https://us.example.co.uk/quay-collapses-again", "https://us.other.co.uk/quay-collapses-again", "other-outlet"],
		[
			"https://www.google.com/amp/s/www.daily.example/quay-collapses-again",
			"https://www.google.com/amp",
			"other-outlet",
		],
		[PAGE, "https://www.daily.example/", "front-page"],
		[PAGE, "/?utm_source=x", "front-page"],
		["https://www.daily.example/?p=123", "/", "drops-selection"],
		[PAGE, "/velsen", "list-page"],
		[PAGE, "/2026/03/02", "list-page"],
		[PAGE, "/news/velsen/", "list-page"],
		[PAGE, "/tag/quay-collapses-in-velsen", "list-page"],
		["https://www.daily.example/velsen/quay-collapses-in-velsen", "/velsen", "list-page"],
		["https://www.daily.example/story?id=5", "/story", "drops-selection"],
		["https://www.daily.example/story.php?12345", "/story.php", "drops-selection"],
		["https://www.daily.example/quay-collapses-in-velsen?page=2", "/quay-collapses-in-velsen", "drops-selection"],
		["https://www.daily.example/quay-collapses-in-velsen/2", "/quay-collapses-in-velsen", "another-article"],
		["https://www.daily.example/quay-collapses-in-velsen/page/3", "/quay-collapses-in-velsen", "another-article"],
		["https://www.daily.example/quay-collapses-in-velsen", "/quay-collapses-in-velsen/2", "another-article"],
		["https://www.daily.example/story?id=5", "/story?id=6", "another-article"],
		[PAGE, "/2026/03/02/minister-to-resign-over-budget", "another-article"],
		[PAGE, "/2026/03/01/quay-collapses-in-velsen-harbour", "another-article"],
		["https://www.daily.example/velsen/quay-collapses-12345678", "/velsen/quay-collapses-12345679", "another-article"],
		[
			"https://www.daily.example/velsen/quay-collapses-12345678",
			"/velsen/minister-resigns-87654321",
			"another-article",
		],
		["https://www.daily.example/live/league-table-round-12", "/live/league-table-round-13", "another-article"],
		["not a url", PAGE, "not-an-address"],
	])("%s → %s: %s", (fetched, claimed, reason) => {
		const decision = decideCanonical(fetched, claimed);
		expect(decision.url).toBe(canonicalUrl(fetched));
		expect(decision.reason).toBe(reason);
	});

	it("and whatever it is, nothing throws, and the address stays with the outlet", () => {
		const random = seededRandom(3);
		const pieces =
			"https:// // / ? # . .. % \\ www. daily.example other.example :80 @ quay-collapses 12345678 ?id=5 \u0000 é [".split(
				" ",
			);
		for (let round = 0; round < 5_000; round++) {
			const claim = Array.from({ length: random.below(8) }, () => random.pick(pieces)).join("");
			expect(new URL(decideCanonical(PAGE, claim).url).hostname, claim).toMatch(/^(?:www\.)*daily\.example$/);
		}
	});
});
