import { COUNTRY_CODES } from "../en/entity-countries.js";
import { AMBIGUOUS_NAMES, INTERNATIONAL_BODIES, NAME_FORMS, OTHER_COUNTRY_NAMES } from "../en/entity-languages.js";
import type { KnownName } from "./gazetteer.js";

/** Names of countries and international bodies in one language, by their first word; longer names stand first. */
export type NamesOfLanguage = ReadonlyMap<string, readonly (readonly [printed: string, known: KnownName])[]>;

const byLanguage = new Map<string, NamesOfLanguage>();
const formsOf = readForms();

/** Shorter names decline into words of the language ("Mali"); they count as they are only. */
const MIN_DECLINED_LENGTH = 4;

/**
 * The names of countries in a language with their English names, from the Unicode CLDR that the runtime brings along
 * (`Intl.DisplayNames`), with the forms a language declines them in. Read once for each language, in about a
 * millisecond; a runtime without the language gives none.
 */
export function countryNames(language: string): NamesOfLanguage {
	const known = byLanguage.get(language);
	if (known) return known;
	const names = readNames(language);
	byLanguage.set(language, names);
	return names;
}

/** Words of the language that are names of places elsewhere ("Essen" in German). */
export function ambiguousNames(language: string): ReadonlySet<string> {
	return ambiguous.get(language) ?? NONE;
}

const NONE: ReadonlySet<string> = new Set();
const ambiguous = new Map(
	rows(AMBIGUOUS_NAMES).map(([language, words]) => [language, new Set(words.map(spaced))] as const),
);

function readNames(language: string): NamesOfLanguage {
	const index = new Map<string, [string, KnownName][]>();
	const seen = new Set<string>();
	const add = (printed: string, known: KnownName) => {
		if (printed === "" || seen.has(printed) || ambiguousNames(language).has(printed)) return;
		seen.add(printed);
		const key = firstWord(printed);
		const list = index.get(key);
		if (list) list.push([printed, known]);
		else index.set(key, [[printed, known]]);
	};
	for (const [row, entries] of rows(OTHER_COUNTRY_NAMES)) {
		if (row !== language) continue;
		for (const entry of entries) {
			const [printed = "", name = ""] = entry.split(":");
			for (const form of declined(spaced(printed), language)) add(form, { name: spaced(name), type: "GPE" });
		}
	}
	for (const [printed, name] of officialNames(language))
		for (const form of declined(printed, language)) add(form, { name, type: "GPE" });
	for (const line of INTERNATIONAL_BODIES.split("\n").filter((row) => row !== "")) {
		const [name = "", others = ""] = line.split("|");
		for (const printed of [name, ...others.split(",")]) add(printed, { name, type: "ORGANIZATION" });
	}
	for (const list of index.values()) list.sort((a, b) => b[0].length - a[0].length);
	return index;
}

function officialNames(language: string): [printed: string, name: string][] {
	const found: [string, string][] = [];
	let display: Intl.DisplayNames;
	try {
		display = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
	} catch {
		return found;
	}
	// An unknown language falls back to that of the machine, which would make the result depend on it.
	if (display.resolvedOptions().locale.split("-")[0] !== language) return found;
	for (const entry of COUNTRY_CODES.split(/\s+/u)) {
		const [code = "", name = ""] = entry.split(":");
		const printed = display.of(code);
		if (printed) found.push([printed.replace(/\s+/gu, " "), spaced(name)]);
	}
	return found;
}

/** The forms of a name of one word; a longer one only as it is. */
function declined(printed: string, language: string): string[] {
	const forms = formsOf.get(language);
	if (!forms || printed.length < MIN_DECLINED_LENGTH || /[\s.-]/u.test(printed) || isUpperCase(printed))
		return [printed];
	for (const [ending, list] of forms)
		if (printed.endsWith(ending)) return list.map((form) => printed.slice(0, printed.length - ending.length) + form);
	return [printed];
}

function readForms(): Map<string, [ending: string, forms: string[]][]> {
	const found = new Map<string, [string, string[]][]>();
	const bare = (part: string) => (part === "-" ? "" : part);
	for (const [language, entries] of rows(NAME_FORMS))
		found.set(
			language,
			entries.map((entry) => {
				const [ending = "", forms = ""] = entry.split(":");
				return [bare(ending), forms.split(",").map(bare)];
			}),
		);
	return found;
}

/** Lines of a table: a language, and what follows it. */
export function rows(table: string): [language: string, entries: string[]][] {
	return table
		.split("\n")
		.filter((line) => line !== "")
		.map((line) => {
			const [language = "", ...entries] = line.split(" ");
			return [language, entries];
		});
}

/** Letters, marks and digits at the start of a name. */
export function firstWord(printed: string): string {
	return /^[\p{L}\p{M}\p{N}]+/u.exec(printed)?.[0] ?? "";
}

const isUpperCase = (printed: string): boolean =>
	printed === printed.toUpperCase() && printed !== printed.toLowerCase();

function spaced(entry: string): string {
	return entry.replaceAll("_", " ");
}
