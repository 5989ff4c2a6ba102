/**
 * An element of a feed as it was written, names made canonical (xml-names.ts). Either it has a structure (an item, an author,
 * a media:group) and its children are kept, or it holds a text, and markup in it is kept as HTML.
 */
export interface XmlElement {
	/** "title" in the feed's own vocabulary, "dc:creator" in a known other one; lower case. */
	name: string;
	/** By lower-case name, values decoded. */
	attributes: ReadonlyMap<string, string>;
	children: XmlElement[];
	/** Character data, decoded once; where there is markup, only what stands before it. */
	text: string;
	/** The whole content as HTML where elements stand in it; null if there are none. */
	markup: string | null;
	/** Absolute URL that relative ones in the element are relative to: xml:base, own or inherited, or the document's own. */
	base: string;
	/** xml:lang, own or inherited; "" where it says that the language is unknown. */
	language: string | null;
}

/** The first child with one of the names, in the order of the names; children without content count only if nothing else is there. */
export function childNamed(element: XmlElement, ...names: string[]): XmlElement | null {
	let empty: XmlElement | null = null;
	for (const name of names) {
		for (const child of element.children) {
			if (child.name !== name) continue;
			if (!isEmpty(child)) return child;
			empty ??= child;
		}
	}
	return empty;
}

/** All children with one of the names, in the order of the names and then of the document. */
export function childrenNamed(element: XmlElement, ...names: string[]): XmlElement[] {
	const found: XmlElement[] = [];
	for (const name of names) {
		for (const child of element.children) if (child.name === name) found.push(child);
	}
	return found;
}

/** An attribute's value without blanks at its ends; null if it is absent or empty. */
export function attributeOf(element: XmlElement | null, name: string): string | null {
	return element?.attributes.get(name)?.trim() || null;
}

/** Character data without blanks at its ends; null if there is none. */
export function textOf(element: XmlElement | null): string | null {
	return element?.text.trim() || null;
}

function isEmpty(element: XmlElement): boolean {
	return element.markup === null && element.children.length === 0 && element.text.trim() === "";
}
