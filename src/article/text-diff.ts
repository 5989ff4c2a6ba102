import { type ArrayChange, diffArrays } from "diff";

/** A stretch that both texts have, that only the later one has, or that only the earlier one has. Never empty. */
export interface TextDiff {
	op: "EQUAL" | "INSERT" | "DELETE";
	text: string;
}

/**
 * Tokens deleted and inserted at most. The work grows with the square: a thousand (500 words replaced) takes 0.1 s of
 * the longest texts, and what differs more is easier to read by paragraphs.
 */
const MAX_EDITS = 1_000;
/** The same within one paragraph that changed: more is a paragraph rewritten. */
const MAX_PARAGRAPH_EDITS = 100;
/** Steps in all paragraphs that changed, the square of their edits: 0.2 s, two hundred paragraphs. */
const MAX_STEPS = 2_000_000;

/**
 * What changed from one text to another, by words. The texts of EQUAL and DELETE make `before`, those of EQUAL and
 * INSERT make `after`, to the character. Of neighbours with one `op` there is one; a DELETE stands before the INSERT
 * that replaces it. Texts that differ in more than 500 words are compared by paragraphs, and paragraph by paragraph
 * by words where these are small; those that differ in as many paragraphs are one DELETE and one INSERT. Some tenths
 * of a second at most, for two million characters.
 */
export function diffTexts(before: string, after: string): TextDiff[] {
	return merged(diffByWords(before, after, MAX_EDITS) ?? diffByParagraphs(before, after) ?? replaced(before, after));
}

/** Scripts without blanks between words. */
const UNSPACED =
	"\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}";
/** A word, a number, white space, or a single other character; of scripts without blanks each character. */
const TOKEN = new RegExp(`[${UNSPACED}]|(?:(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}])+|\\s+|.`, "gsu");
const PARAGRAPH = /[^\n]*\n+|[^\n]+$/g;

function diffByWords(before: string, after: string, maxEdits: number): TextDiff[] | null {
	return diffTokens(before.match(TOKEN) ?? [], after.match(TOKEN) ?? [], maxEdits);
}

function diffByParagraphs(before: string, after: string): TextDiff[] | null {
	const parts = diffTokens(before.match(PARAGRAPH) ?? [], after.match(PARAGRAPH) ?? [], MAX_EDITS);
	if (!parts) return null;
	const finer: TextDiff[] = [];
	let steps = MAX_STEPS;
	for (let i = 0; i < parts.length; i++) {
		const part = parts[i] as TextDiff;
		const next = parts[i + 1];
		if (part.op !== "DELETE" || next?.op !== "INSERT") {
			finer.push(part);
			continue;
		}
		steps -= MAX_PARAGRAPH_EDITS ** 2;
		const words = steps >= 0 ? diffByWords(part.text, next.text, MAX_PARAGRAPH_EDITS) : null;
		finer.push(...(words ?? [part, next]));
		i++;
	}
	return finer;
}

/**
 * What both begin and end with is set aside first: the usual edit is a paragraph more. Null where more than
 * `maxEdits` differ.
 */
function diffTokens(before: readonly string[], after: readonly string[], maxEdits: number): TextDiff[] | null {
	const shorter = Math.min(before.length, after.length);
	let head = 0;
	while (head < shorter && before[head] === after[head]) head++;
	let tail = 0;
	while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
	const changes = diffArrays(before.slice(head, before.length - tail), after.slice(head, after.length - tail), {
		maxEditLength: maxEdits,
	});
	if (!changes) return null;
	return [
		{ op: "EQUAL", text: before.slice(0, head).join("") },
		...changes.map(asTextDiff),
		{ op: "EQUAL", text: before.slice(before.length - tail).join("") },
	];
}

function asTextDiff({ added, removed, value }: ArrayChange<string>): TextDiff {
	return { op: added ? "INSERT" : removed ? "DELETE" : "EQUAL", text: value.join("") };
}

const replaced = (before: string, after: string): TextDiff[] => [
	{ op: "DELETE", text: before },
	{ op: "INSERT", text: after },
];

/** Neighbours in one, nothing empty; blanks alone between two changes belong to the change. */
function merged(parts: readonly TextDiff[]): TextDiff[] {
	const result: TextDiff[] = [];
	let deleted = "";
	let inserted = "";
	let blank = "";
	const flush = () => {
		if (deleted) result.push({ op: "DELETE", text: deleted });
		if (inserted) result.push({ op: "INSERT", text: inserted });
		deleted = "";
		inserted = "";
	};
	const equal = (text: string) => {
		const last = result.at(-1);
		if (last?.op === "EQUAL") last.text += text;
		else if (text) result.push({ op: "EQUAL", text });
	};
	for (const { op, text } of parts) {
		if (text === "") continue;
		if (op === "EQUAL") {
			if ((deleted || inserted) && !blank && text.trim() === "") {
				blank = text;
				continue;
			}
			flush();
			equal(blank + text);
			blank = "";
			continue;
		}
		deleted += blank;
		inserted += blank;
		blank = "";
		if (op === "DELETE") deleted += text;
		else inserted += text;
	}
	flush();
	equal(blank);
	return result;
}
