import type { Token } from "../tokens.js";

/** Marks at which a clause may end. A full stop within a sentence is one that the splitter did not see. */
const BREAKS: ReadonlySet<string> = new Set([",", ";", ":", "—", "–", ".", "!", "?"]);

export const isComma = (token: Token): boolean => token.text === ",";

export const isBreak = (token: Token): boolean => token.pos === "PUNCT" && BREAKS.has(token.text);

/** A closing bracket or dash behind an insertion. */
export const isClosing = (token: Token): boolean => token.text === ")" || token.text === "—";

export const isQuotation = (token: Token | undefined): boolean =>
	token?.text === '"' || token?.text === "“" || token?.text === "”";
