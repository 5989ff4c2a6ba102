import type { EntityMention } from "../analysis.js";
import type { TokenizedText } from "../tokens.js";
import { ambiguousNames, countryNames } from "./country-names.js";
import type { KnownName } from "./gazetteer.js";

/** Languages that write no spaces between words. */
const UNSPACED: ReadonlySet<string> = new Set(["zh", "ja", "th", "lo", "km", "my"]);

/** One character means too many things. */
const MIN_LENGTH = 2;

/** Behind the name of a country, these make another name of it: an ocean, a gulf, a state ("印度洋", "マリーナ"). */
const OTHER_NAME_BEHIND = /^[洋海湾兰蘭ー]/u;

export function isUnspaced(language: string): boolean {
	return UNSPACED.has(language);
}

type NamesByStart = ReadonlyMap<string, readonly (readonly [printed: string, known: KnownName])[]>;

const byLanguage = new Map<string, NamesByStart>();

/**
 * Countries and international bodies in a text without spaces: the longest name at each place. Katakana must not go on,
 * since all foreign words are written so.
 */
export function findUnspacedNames(doc: TokenizedText, language: string): EntityMention[] {
	const byStart = byLanguage.get(language) ?? readNames(language);
	byLanguage.set(language, byStart);
	const { text } = doc;
	const found: EntityMention[] = [];
	for (let at = 0; at < text.length; ) {
		const match = byStart.get(text.slice(at, at + MIN_LENGTH))?.find(([printed]) => standsAt(text, at, printed));
		if (match) {
			const [printed, { name, type }] = match;
			found.push({ start: at, end: at + printed.length, text: printed, type, name });
		}
		at += match?.[0].length ?? 1;
	}
	return found;
}

/** Names by their first two characters, the longest first. */
function readNames(language: string): NamesByStart {
	const byStart = new Map<string, [string, KnownName][]>();
	for (const list of countryNames(language).values())
		for (const [printed, known] of list) {
			if (printed.length < MIN_LENGTH || ambiguousNames(language).has(printed)) continue;
			const key = printed.slice(0, MIN_LENGTH);
			const same = byStart.get(key);
			if (same) same.push([printed, known]);
			else byStart.set(key, [[printed, known]]);
		}
	for (const list of byStart.values()) list.sort((x, y) => y[0].length - x[0].length);
	return byStart;
}

function standsAt(text: string, at: number, printed: string): boolean {
	if (!text.startsWith(printed, at)) return false;
	const after = text.slice(at + printed.length, at + printed.length + 2);
	if (OTHER_NAME_BEHIND.test(after)) return false;
	if (isKatakana(printed) && (isKatakana(after.charAt(0)) || isKatakana(text.charAt(at - 1)))) return false;
	return !(/^[A-Za-z]/.test(printed) && (/^[A-Za-z]/.test(after) || /[A-Za-z]$/.test(text.charAt(at - 1))));
}

const isKatakana = (text: string): boolean => /^[\u30a1-\u30fa\u30fc]/u.test(text);
