/** From this length on V8 makes a piece of a text by pointing into it. */
const SHORTEST_PIECE = 13;

/** The same text, holding on to no other: whoever remembers a word of an article would else remember the article with it. */
export const ownText = (text: string): string =>
	text.length < SHORTEST_PIECE ? text : Buffer.from(text, "utf16le").toString("utf16le");
