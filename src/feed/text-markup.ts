import type { XmlElement } from "./xml-element.js";

/** Adds character data to what an element holds. */
export function appendText(holder: XmlElement, text: string): void {
	if (holder.markup === null) holder.text += text;
	else holder.markup += escaped(text);
}

/** Begins an element in a text, as HTML, with the attributes that decide whether it is shown. */
export function beginMarkup(holder: XmlElement, name: string, attributes: ReadonlyMap<string, string>): void {
	holder.markup ??= escaped(holder.text);
	const style = attributes.get("style");
	holder.markup += `<${name}${attributes.has("hidden") ? " hidden" : ""}${style ? ` style="${escaped(style)}"` : ""}>`;
}

/** Ends an element in a text. */
export function endMarkup(holder: XmlElement, name: string): void {
	holder.markup += `</${name}>`;
}

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
	return text.replace(/[&<>"]/g, (char) => ESCAPES[char] ?? char);
}
