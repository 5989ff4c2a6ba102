/**
 * XML without its DOCTYPE, the first one before the root. Entities that it declares are thereby unknown, and stay as they
 * are written: neither a file nor a server is asked for any, and none grows. Linear.
 */
export function withoutDoctype(xml: string): { text: string; doctype: string | null } {
	let at = 0;
	for (;;) {
		at = xml.indexOf("<", at);
		if (at < 0) return { text: xml, doctype: null };
		if (xml.startsWith("<!--", at)) at = after(xml, "-->", at + 4);
		else if (xml.startsWith("<?", at)) at = after(xml, "?>", at + 2);
		else break;
	}
	if (!/^<!doctype/i.test(xml.slice(at, at + 9))) return { text: xml, doctype: null };
	const end = doctypeEnd(xml, at);
	return { text: xml.slice(0, at) + xml.slice(end), doctype: xml.slice(at + 2, Math.min(end, at + 200)) };
}

/** The place after `end`, or the end of the text where it is missing. */
function after(text: string, end: string, from: number): number {
	const at = text.indexOf(end, from);
	return at < 0 ? text.length : at + end.length;
}

/** The place after the ">" that is in no string, comment or internal subset; after the first ">" if there is none such. */
function doctypeEnd(xml: string, start: number): number {
	let inSubset = false;
	for (let i = start + 2; i < xml.length; i++) {
		const char = xml[i];
		if (char === '"' || char === "'") {
			const end = xml.indexOf(char, i + 1);
			if (end < 0) break;
			i = end;
		} else if (char === "<" && xml.startsWith("<!--", i)) i = after(xml, "-->", i + 4) - 1;
		else if (char === "[") inSubset = true;
		else if (char === "]") inSubset = false;
		else if (char === ">" && !inSubset) return i + 1;
	}
	return after(xml, ">", start);
}

const CDATA = "<![CDATA[";

/**
 * XML in which a CDATA section that nobody closed ends where its element does, instead of taking all items up to the next
 * section's end with it. Sections that are closed stay, whatever they contain. Linear: each stretch is searched once.
 */
export function closeCdata(xml: string): { text: string; closed: number } {
	const parts: string[] = [];
	let copied = 0;
	let closed = 0;
	let end = -2;
	let start = xml.indexOf(CDATA);
	while (start >= 0) {
		if (end !== -1 && end < start) end = xml.indexOf("]]>", start);
		const next = xml.indexOf(CDATA, start + CDATA.length);
		const isSuspect = end === -1 || (next >= 0 && next < end);
		const stretch = isSuspect ? xml.slice(start, next < 0 ? undefined : next) : "";
		const name = isSuspect
			? /<([^\s<>/!?]{1,60})[^<>]*>\s*$/.exec(xml.slice(Math.max(0, start - 300), start))?.[1]
			: null;
		const close = name ? stretch.indexOf(`</${name}`) : -1;
		if (close >= 0) {
			parts.push(xml.slice(copied, start + close), "]]>");
			copied = start + close;
			closed++;
			start = next;
		} else {
			// Sections that begin inside of this one are its text.
			start = end < 0 ? next : xml.indexOf(CDATA, end);
		}
	}
	return closed ? { text: parts.join("") + xml.slice(copied), closed } : { text: xml, closed };
}

/** XML without its comments; one that does not end is left. */
export function withoutComments(xml: string): string {
	const parts: string[] = [];
	let copied = 0;
	for (;;) {
		const start = xml.indexOf("<!--", copied);
		const end = start < 0 ? -1 : xml.indexOf("-->", start + 4);
		if (end < 0) return parts.join("") + xml.slice(copied);
		parts.push(xml.slice(copied, start));
		copied = end + 3;
	}
}
