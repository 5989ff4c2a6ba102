import type { FoundName } from "./found-name.js";
import { isFamilyFirst, isGivenName } from "./gazetteer.js";

/** Whom the parts of full names in an article mean. */
export interface PersonNames {
	/** Every full name as printed, to the one form that stands for its person. */
	canonical: ReadonlyMap<string, string>;
	/** Last names that one person in the article has, to that person. */
	byLast: ReadonlyMap<string, string>;
	/** Given names that one person in the article has, to that person. */
	byGiven: ReadonlyMap<string, string>;
}

/**
 * Reads the full names of persons in an article. "Richard Nixon" and "Richard M. Nixon" are one person, by the form
 * that came first; "George W. Bush" and "George H. W. Bush" are two.
 */
export function readPersonNames(found: readonly FoundName[]): PersonNames {
	const forms = new Map<string, Set<string>>();
	for (const { mention, first, end } of found) {
		if (mention.type !== "PERSON" || end === first + 1) continue;
		const key = withoutInitials(mention.name);
		forms.set(key, (forms.get(key) ?? new Set()).add(mention.name));
	}
	const canonical = new Map<string, string>();
	for (const [key, same] of forms) {
		const merged = mergedName(key, same);
		for (const name of same) canonical.set(name, merged ?? name);
	}
	const last = new Map<string, Set<string>>();
	const given = new Map<string, Set<string>>();
	for (const name of canonical.values()) {
		const first = /^\S+/u.exec(name)?.[0] ?? "";
		add(last, lastWord(name), name);
		if (isFamilyFirst(first)) add(last, first, name);
		else if (isGivenName(first)) add(given, first, name);
	}
	return { canonical, byLast: singles(last), byGiven: singles(given) };
}

/** The last word of a name, with the particle that hangs on it ("al-Jaafari" gives "Jaafari"). */
export function lastWord(name: string): string {
	const bare = withoutSuffix(name);
	if (!/[^A-Za-z]/.test(bare)) return bare;
	return /[\p{L}\p{M}\p{N}'’.]+$/u.exec(bare)?.[0] ?? bare;
}

const withoutSuffix = (name: string): string =>
	(name.endsWith("r") || name.endsWith(".")) && /[JS]r\.?$/.test(name)
		? name.replace(/[\s,]+(?:Jr|Sr)\.?$/u, "")
		: name;

/** One form for all that differ by initials: the one that came first. Null where two of them have different ones. */
function mergedName(key: string, forms: ReadonlySet<string>): string | null {
	if (forms.size - (forms.has(key) ? 1 : 0) > 1) return null;
	const [first] = forms;
	return first ?? null;
}

/** The name without single letters before its last word, and without "Jr." */
function withoutInitials(name: string): string {
	const bare = withoutSuffix(name);
	if (bare === name && !/(?:^|\s|\.)\p{Lu}(?:\.|\s)/u.test(name)) return name;
	const words = bare.split(" ");
	const kept = words.filter((word, index) => index === words.length - 1 || !/^(?:\p{Lu}\.)+$|^\p{Lu}$/u.test(word));
	return kept.length < 2 ? name : kept.join(" ");
}

function add(names: Map<string, Set<string>>, word: string, name: string): void {
	names.set(word, (names.get(word) ?? new Set()).add(name));
}

function singles(names: ReadonlyMap<string, ReadonlySet<string>>): Map<string, string> {
	const single = new Map<string, string>();
	for (const [word, full] of names) if (full.size === 1) for (const name of full) single.set(word, name);
	return single;
}
