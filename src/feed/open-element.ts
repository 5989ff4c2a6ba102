import { webAddress } from "./web-address.js";
import type { XmlElement } from "./xml-element.js";
import type { XmlScope } from "./xml-names.js";

/** An open element. Of one that is passed over, `element` is null; of markup in a text, `text` is the element that holds it. */
export interface OpenElement {
	/** As written, in lower case: what its end tag has to say. */
	rawName: string;
	name: string;
	element: XmlElement | null;
	text: XmlElement | null;
	scope: XmlScope;
	base: string;
	language: string | null;
}

/** The element that stands for what was opened. */
export function newElement(opened: OpenElement, attributes: ReadonlyMap<string, string>): XmlElement {
	const { name, base, language } = opened;
	return { name, attributes, children: [], text: "", markup: null, base, language };
}

/** The base that xml:base gives; only web addresses are one, any other is as good as none. */
export function absoluteBase(value: string | undefined, inherited: string): string {
	return value === undefined ? inherited : (webAddress(value, inherited) ?? inherited);
}
