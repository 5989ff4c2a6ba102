import type { EntityMention, EntityType } from "../analysis.js";
import { PLACE_PREPOSITIONS, SHORTENABLE_HEADS } from "../en/entity-words.js";
import type { TokenizedText } from "../tokens.js";
import { type Expansion, readAcronyms } from "./acronyms.js";
import type { FoundName } from "./found-name.js";
import { isFamilyFirst, isGivenName } from "./gazetteer.js";
import { isAllCapitals } from "./letters.js";
import { lastWord, type PersonNames, readPersonNames } from "./person-names.js";

/** Weights of one mention in the vote on the type of a name: a sure one decides, OTHER yields to any guess. */
const SURE_WEIGHT = 100;
const OTHER_WEIGHT = 0.5;

/**
 * Gives all mentions of one thing one name and one type: acronyms after what they stand for, last names after full
 * names, short forms of organisations after long ones. Changes nothing it was given.
 */
export function nameAliases(doc: TokenizedText, found: readonly FoundName[]): EntityMention[] {
	const names: Names = {
		acronyms: readAcronyms(doc, found),
		persons: readPersonNames(found),
		latest: new Map(),
		organizations: shortForms(found),
	};
	const kept: FoundName[] = [];
	const out: EntityMention[] = [];
	for (const item of found) {
		const mention = meant(doc, item, names);
		if (mention === null) continue;
		kept.push(item);
		out.push(mention);
	}
	return settleTypes(kept, out);
}

/** What the names of an article mean, as far as it is read. */
interface Names {
	acronyms: ReadonlyMap<string, Expansion>;
	persons: PersonNames;
	/** By last name, the person that was named last. */
	latest: Map<string, string>;
	organizations: ReadonlyMap<string, Expansion>;
}

/** The mention under the name and type of what it means; null for an ordinary word that means nothing named. */
function meant(
	doc: TokenizedText,
	item: FoundName,
	{ acronyms, persons, latest, organizations }: Names,
): EntityMention | null {
	const { mention } = item;
	const expanded = acronyms.get(mention.text);
	if (expanded) return renamed(mention, expanded.type, expanded.name);
	const last = lastWord(item.listed ? mention.text : mention.name);
	if (mention.type === "PERSON" && item.end > item.first + 1) {
		const name = persons.canonical.get(mention.name) ?? mention.name;
		latest.set(last, name);
		return renamed(mention, "PERSON", name);
	}
	const single = item.end === item.first + 1 || isParticled(doc, item) || isGlued(doc, item);
	const given = item.listed ? undefined : persons.byGiven.get(last);
	const person = single ? (latest.get(last) ?? persons.byLast.get(last) ?? given) : undefined;
	if (person && mayBeAlias(doc, item, person)) return renamed(mention, "PERSON", person);
	const long = item.listed || (mention.type === "PERSON" && item.sure) ? undefined : organizations.get(mention.name);
	if (long) return renamed(mention, long.type, long.name);
	return item.weak ? null : mention;
}

/** Spelled out, not spread: spreading costs many times as much. */
const renamed = ({ start, end, text }: EntityMention, type: EntityType, name: string): EntityMention => ({
	start,
	end,
	text,
	type,
	name,
});

/** "in Austin" is the city, whoever is called so; countries and groups keep their names. */
function mayBeAlias(doc: TokenizedText, item: FoundName, person: string): boolean {
	if (!item.listed) return true;
	// "Saddam" after "Fedayeen Saddam" is still whom the list says.
	const opening = /^\S+/u.exec(person)?.[0] ?? "";
	if (!isGivenName(opening) && !isFamilyFirst(opening)) return false;
	const { type, name, text } = item.mention;
	if (PLACE_PREPOSITIONS.has(doc.tokens[item.first - 1]?.lower ?? "")) return false;
	return type !== "OTHER" && (type === "PERSON" || name === text);
}

function isParticled(doc: TokenizedText, item: FoundName): boolean {
	return /^\p{Ll}/u.test(item.mention.text) && doc.tokens[item.first + 1]?.text === "-" && item.end === item.first + 3;
}

/** One word that the tokenizer cut in pieces. */
function isGlued(doc: TokenizedText, { first, end, mention }: FoundName): boolean {
	return end > first + 1 && !/[\s\p{P}]/u.test(mention.text) && doc.tokens[end - 1] !== undefined;
}

/** "Lehman" for "Lehman Brothers", "Gulf" for "Gulf of Mexico": the first word of one long name in the article. */
function shortForms(found: readonly FoundName[]): Map<string, { name: string; type: EntityType }> {
	const names = new Map<string, Map<string, EntityType>>();
	for (const { mention } of found) {
		const { name, type } = mention;
		if ((type !== "LOCATION" && type !== "ORGANIZATION") || !name.includes(" ")) continue;
		const words = name.split(" ");
		const gulf = type === "LOCATION" && words[1] === "of";
		const company = type === "ORGANIZATION" && SHORTENABLE_HEADS.has((words.at(-1) as string).toLowerCase());
		if (!gulf && !company) continue;
		for (let length = 1; length < (gulf ? 2 : words.length); length++) {
			const short = words.slice(0, length).join(" ");
			if (isAllCapitals(short)) continue;
			names.set(short, (names.get(short) ?? new Map()).set(mention.name, mention.type));
		}
	}
	const single = new Map<string, { name: string; type: EntityType }>();
	for (const [short, long] of names)
		if (long.size === 1) for (const [name, type] of long) single.set(short, { name, type });
	return single;
}

/** One type for one name: that of a sure mention, else the most frequent one, where OTHER yields to any. */
function settleTypes(found: readonly FoundName[], mentions: readonly EntityMention[]): EntityMention[] {
	const only = new Map<string, EntityType | null>();
	for (const { name, type } of mentions) {
		const known = only.get(name);
		if (known === undefined) only.set(name, type);
		else if (known !== type) only.set(name, null);
	}
	const disputed = new Map<string, Map<EntityType, number>>();
	for (const [index, { name, type }] of mentions.entries()) {
		if (only.get(name) !== null) continue;
		const counts = disputed.get(name) ?? new Map<EntityType, number>();
		const weight = found[index]?.sure ? SURE_WEIGHT : type === "OTHER" ? OTHER_WEIGHT : 1;
		disputed.set(name, counts.set(type, (counts.get(type) ?? 0) + weight));
	}
	for (const [name, counts] of disputed) {
		let best: EntityType = "OTHER";
		for (const [type, count] of counts) if (count > (counts.get(best) ?? 0)) best = type;
		only.set(name, best);
	}
	return mentions.map((mention) => {
		const type = only.get(mention.name) ?? mention.type;
		return type === mention.type ? mention : renamed(mention, type, mention.name);
	});
}
