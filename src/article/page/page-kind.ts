import { isBotChallenge } from "./bot-challenge.js";

/** What kind of page it is, with the reason. */
export type PageKind =
	| { isArticle: true; reason: "article" }
	| { isArticle: false; reason: "bot-protection" | "consent" | "login" | "not-found" | "list" | "no-text" };

/** What the kind of a page is decided from. */
export interface PageEvidence {
	html: string;
	/** Title and headings. */
	titles: readonly string[];
	/** Size of the text found, in characters of an alphabet, and how much of it was links. */
	size: number;
	linked: number;
	/** Paragraphs of running text in it. */
	paragraphs: number;
	text: string;
	/** Whether the page has JSON-LD of its own article, or calls itself one in Open Graph. */
	isDeclared: boolean;
	/** Types of the JSON-LD at the top, in lower case. */
	types: ReadonlySet<string>;
	/** Path and parameters of the address. */
	path: string;
	hasPassword: boolean;
}

/** An article is at least a sentence where the page says that it is one, and a paragraph where it does not. */
const MIN_DECLARED = 80;
const MIN_UNDECLARED = 200;

/** Walls and error pages have no more text than this. */
const MAX_WALL = 1_200;

/** Beside a field for a password, more text than this is an article with a form in its margin. */
const MAX_ASKING = 500;

const NOT_FOUND =
	/^\W*(?:(?:error )?404\b|(?:page|article|story|seite|página) (?:not|nicht|no) (?:be )?(?:found|available|gefunden|encontrada)|page introuvable|not found|page (?:does not|doesn.t) exist|(?:we.re )?sorry,? (?:we|the page|this page|but)|oops|nothing (?:was )?found|страница не найдена)|\b(?:404|page not found)\W*$/i;
const CONSENT_TITLE =
	/\b(?:before you continue|bevor sie|consent|cookie(?:s| (?:policy|settings|notice))|(?:your|ihre) (?:privacy|privatsphäre)|privacy (?:choices|settings|gate|wall)|datenschutz(?:einstellungen)?|zustimmung|consentement|consentimiento|toestemming)\b/i;
const CONSENT_WORDS =
	/\b(?:cookies?|consent|personali[sz]ed (?:ads|content)|privacy policy|our (?:\d+ )?partners|tracking|zustimm\w*|einwillig\w*|datenschutz\w*|werbung|consentement|vie privée|privacidad|consentimiento)\b/giu;
const LOGIN_TITLE =
	/^\W*(?:log ?in|sign ?in|log ?on|(?:please )?(?:log|sign) (?:in|into)|subscribe to (?:continue|read)|subscriber|register to|members? only|anmelden|einloggen|login|connexion|connectez-vous|iniciar sesión|entrar|accedi|вход)/i;

/** Types of pages that list articles. */
const LIST_TYPES = [
	"collectionpage",
	"searchresultspage",
	"itemlist",
	"profilepage",
	"faqpage",
	"contactpage",
	"aboutpage",
];

/**
 * Whether a page is the page of one article. Prefers a wrong "article" to a lost one: walls and lists must show several marks
 * at once, and what has paragraphs of its own and says that it is an article is one.
 */
export function decidePageKind(page: PageEvidence): PageKind {
	if (isBotChallenge(page.html, 200)) return no("bot-protection");
	const isShort = page.size <= MAX_WALL;
	if (isShort && page.titles.some((title) => NOT_FOUND.test(title)) && !page.isDeclared) return no("not-found");
	if (isConsentWall(page)) return no("consent");
	if (isLoginWall(page)) return no("login");
	if (page.size < (page.isDeclared ? MIN_DECLARED : MIN_UNDECLARED)) return no("no-text");
	return isList(page) ? no("list") : { isArticle: true, reason: "article" };
}

const no = (reason: Exclude<PageKind["reason"], "article">): PageKind => ({ isArticle: false, reason });

/** A page titled like one and full of the words, or short and of little else. */
function isConsentWall(page: PageEvidence): boolean {
	if (page.isDeclared || page.size > 4 * MAX_WALL) return false;
	const words = page.text.slice(0, 5_000).match(CONSENT_WORDS)?.length ?? 0;
	const isTitled = page.titles.some((title) => CONSENT_TITLE.test(title));
	return words >= (isTitled ? 2 : 5) && words * 150 >= Math.min(page.size, 5_000);
}

/** A page titled like one, or one that asks for a password and says little else. */
function isLoginWall(page: PageEvidence): boolean {
	if (page.isDeclared || page.size > MAX_WALL || page.paragraphs >= 3) return false;
	return page.titles.some((title) => LOGIN_TITLE.test(title)) || (page.hasPassword && page.size <= MAX_ASKING);
}

function isList(page: PageEvidence): boolean {
	if (page.isDeclared) return false;
	if (page.linked > 0.5 * page.size) return true;
	const isFront =
		/^\/?(?:(?:index|home|default)\.\w+)?(?:\?utm_.*)?$|^\/[a-z]{2}(?:[-_][a-z]{2})?\/?(?:\?utm_.*)?$/i.test(page.path);
	if (isFront) return true;
	return LIST_TYPES.some((type) => page.types.has(type)) && page.paragraphs < 5;
}
