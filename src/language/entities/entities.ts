import type { EntityMention } from "../analysis.js";
import { PLAIN_ACRONYMS } from "../en/entity-common-words.js";
import { PLURAL_ENDING, TEAM_WORDS } from "../en/entity-words.js";
import type { Token, TokenizedText } from "../tokens.js";
import { isAcronymOf, spelledFrom } from "./acronyms.js";
import { nameAliases } from "./aliases.js";
import { candidatesIn, MAX_NAME_TOKENS } from "./candidates.js";
import { type Judgement, judgeName } from "./classify.js";
import { findForeignNames } from "./foreign-names.js";
import type { FoundName } from "./found-name.js";
import { isCommonOnly, isCommonWord } from "./gazetteer.js";
import { namesInHeadline } from "./headline.js";
import { letteringOf, readVocabulary } from "./lettering.js";
import { isAllCapitals } from "./letters.js";
import { stateAt } from "./place-cues.js";
import type { Segment } from "./segments.js";
import { segmentsOf } from "./segments.js";
import { findUnspacedNames, isUnspaced } from "./unspaced-names.js";

/** Acronyms in the plural are not longer. */
const MAX_ACRONYM_LENGTH = 7;

/**
 * The names in a text, in order and without overlap. `name` is one for all the ways the article names the same thing:
 * "US", "U.S." and "American" are "United States", "Austin" after "Lloyd Austin" is "Lloyd Austin", an acronym
 * introduced in brackets is the name it stands for. Lists of names first, then the words of the name and those beside it.
 * In another language than English only names that are certain (`findForeignNames`).
 *
 * @param language BCP 47 primary tag; "und" is read as English
 */
export function findEntities(doc: TokenizedText, language = "en"): EntityMention[] {
	if (language !== "en" && language !== "und")
		return isUnspaced(language) ? findUnspacedNames(doc, language) : findForeignNames(doc, language);
	const letterings = doc.sentences.map((sentence) => letteringOf(doc, sentence));
	const vocabulary = readVocabulary(doc, letterings);
	const found: FoundName[] = [];
	for (const [index, sentence] of doc.sentences.entries()) {
		const lettering = letterings[index] ?? "TITLE";
		if (lettering === "SENTENCE") {
			for (const run of candidatesIn(doc, sentence, vocabulary))
				for (const segment of segmentsOf(doc, run)) add(doc, found, segment, sentence.firstToken, null);
		} else
			for (const { shouted, ...run } of namesInHeadline(doc, sentence, lettering, vocabulary))
				for (const segment of segmentsOf(doc, run)) add(doc, found, segment, sentence.firstToken, shouted);
	}
	return nameAliases(doc, found);
}

function add(doc: TokenizedText, found: FoundName[], segment: Segment, floor: number, shouted: string | null): void {
	const { tokens } = doc;
	const { first } = segment;
	const state = stateAt(tokens, first);
	const end = Math.min(state?.end ?? segment.end, first + MAX_NAME_TOKENS);
	const { start } = tokens[first] as Token;
	const text = doc.text.slice(start, (tokens[end - 1] as Token).end);
	const known = state ? { name: state.name, type: "GPE" as const } : segment.known;
	const plain = known === null && (PLAIN_ACRONYMS.has(text) || isPluralAcronym(text));
	if (isBracketed(tokens, first, end) && isAllCapitals(text)) spellOut(doc, found, first - 1, text, floor);
	const judged = known
		? { type: known.type, sure: true }
		: judge(doc, { first, end, known: segment.known, titled: segment.titled }, shouted);
	found.push({
		first,
		end,
		mention: {
			start,
			end: start + text.length,
			text,
			type: judged.type,
			name: known?.name ?? shouted ?? oneSpaced(text),
		},
		sure: judged.sure,
		listed: known !== null,
		weak: plain || (known === null && !segment.titled && end === first + 1 && isWeak(tokens[first] as Token, judged)),
	});
}

/** A name shouted in a headline shows nothing of its kind: the other mentions decide. */
function judge(doc: TokenizedText, segment: Segment, shouted: string | null): Judgement {
	return shouted === null ? judgeName(doc.text, doc.tokens, segment) : { type: "OTHER", sure: false };
}

/** An ordinary word by itself is a name only where another mention says whose; a team is known by its word. */
function isWeak({ lower }: Token, judged: Judgement): boolean {
	if (TEAM_WORDS.has(lower) && judged.type === "ORGANIZATION") return false;
	return isCommonOnly(lower) || (isCommonWord(lower) && judged.type === "OTHER");
}

function isBracketed(tokens: readonly Token[], first: number, end: number): boolean {
	return tokens[first - 1]?.text === "(" && tokens[end]?.text === ")";
}

/** Puts the long name that an acronym in brackets spells in the place of its pieces, where a small word broke it. */
function spellOut(doc: TokenizedText, found: FoundName[], bracket: number, acronym: string, floor: number): void {
	const before = found.at(-1);
	if (before?.end === bracket && isAcronymOf(acronym, before.mention.text)) return;
	const first = spelledFrom(doc.tokens, bracket, acronym, floor);
	if (first === null) return;
	while ((found.at(-1)?.first ?? -1) >= first) found.pop();
	if ((found.at(-1)?.end ?? 0) > first) return;
	const { start } = doc.tokens[first] as Token;
	const { end } = doc.tokens[bracket - 1] as Token;
	const text = doc.text.slice(start, end);
	const mention: EntityMention = { start, end, text, type: "ORGANIZATION", name: oneSpaced(text) };
	found.push({ first, end: bracket, mention, sure: true, listed: false, weak: false });
}

/** "MPs", "EVMs". */
const isPluralAcronym = (text: string): boolean =>
	text.length <= MAX_ACRONYM_LENGTH && text.endsWith(PLURAL_ENDING) && /^\p{Lu}{2,}s$/u.test(text);

const oneSpaced = (text: string): string => (/\s{2}|[^\S ]/u.test(text) ? text.replace(/\s+/gu, " ") : text);
