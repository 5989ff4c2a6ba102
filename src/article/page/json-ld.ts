import { isObject } from "../../json.js";

/** An object of JSON-LD; its values are unchecked. */
export type JsonObject = Record<string, unknown>;

/** What the JSON-LD of a page holds that can describe an article. */
export interface JsonLd {
	/** Objects of article types at the top, in a graph or as a page's main entity; not the entries of lists. */
	articles: JsonObject[];
	/** Objects of the type WebPage or a kind of it. */
	pages: JsonObject[];
	/** Types of all objects at the top, in lower case. */
	types: ReadonlySet<string>;
	/** The object itself, or the one with the same @id that says more. */
	resolve(value: unknown): unknown;
}

/** Nesting followed: graph, page, main entity and what holds them. */
const MAX_DEPTH = 6;

/** Objects looked at, over all scripts. */
const MAX_OBJECTS = 3_000;

/** Longer scripts are read no further than the parser's own limits. */
const MAX_SCRIPT = 1_000_000;

const ARTICLE_TYPE = /(article|posting|report|opinion|newsitem|review)$/i;
const PAGE_TYPE = /page$/i;

/** Properties that lead from an object to what the page is about. */
const TO_MAIN = ["@graph", "mainEntity", "mainEntityOfPage", "about", "itemReviewed", "isPartOf"];

/** Reads a page's JSON-LD scripts; those that are no JSON even after repair count as absent. */
export function readJsonLd(scripts: readonly string[]): JsonLd {
	const articles: JsonObject[] = [];
	const pages: JsonObject[] = [];
	const types = new Set<string>();
	const byId = new Map<string, JsonObject>();
	let seen = 0;
	const visit = (value: unknown, depth: number, isTop: boolean): void => {
		if (depth > MAX_DEPTH || seen > MAX_OBJECTS) return;
		if (Array.isArray(value)) {
			for (const entry of value.slice(0, MAX_OBJECTS)) visit(entry, depth + 1, isTop);
			return;
		}
		if (!isObject(value)) return;
		seen++;
		const own = typesOf(value);
		if (isTop) for (const type of own) types.add(type.toLowerCase());
		const id = value["@id"];
		if (typeof id === "string" && Object.keys(value).length > Object.keys(byId.get(id) ?? {}).length)
			byId.set(id, value);
		if (own.some((type) => ARTICLE_TYPE.test(type))) articles.push(value);
		else if (own.some((type) => PAGE_TYPE.test(type))) pages.push(value);
		for (const property of TO_MAIN) {
			if (property in value) visit(value[property], depth + 1, property === "@graph");
		}
		for (const property of ["author", "publisher", "image"]) rememberIds(value[property], byId);
	};
	for (const script of scripts) visit(parseScript(script), 0, true);
	const resolve = (value: unknown): unknown => {
		if (!isObject(value) || typeof value["@id"] !== "string") return value;
		return byId.get(value["@id"]) ?? value;
	};
	return { articles, pages, types, resolve };
}

/** The types of an object, without the address of their vocabulary. */
export function typesOf(value: JsonObject): string[] {
	const type = value["@type"];
	const list = Array.isArray(type) ? type : [type];
	return list.filter((entry) => typeof entry === "string").map((entry) => entry.replace(/^.*[/#:]/, ""));
}

function rememberIds(value: unknown, byId: Map<string, JsonObject>): void {
	for (const entry of Array.isArray(value) ? value.slice(0, 20) : [value]) {
		if (!isObject(entry) || typeof entry["@id"] !== "string") continue;
		if (Object.keys(entry).length > Object.keys(byId.get(entry["@id"]) ?? {}).length) byId.set(entry["@id"], entry);
	}
}

/** A script's value; undefined where it is no JSON. */
function parseScript(script: string): unknown {
	if (script.length > MAX_SCRIPT) return undefined;
	const text = script
		.trim()
		.replace(/^\s*(?:\/\/|\/\*)?\s*<!\[CDATA\[\s*(?:\*\/)?/, "")
		.replace(/(?:\/\/|\/\*)?\s*\]\]>\s*(?:\*\/)?\s*$/, "")
		.replace(/^\s*<!--/, "")
		.replace(/-->\s*$/, "");
	return (
		tryParse(text) ??
		tryParse(repairJson(text)) ??
		tryParse(repairJson(text.replaceAll("&quot;", '"').replaceAll("&amp;", "&")))
	);
}

function tryParse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/**
 * JSON as templates write it, made JSON: comments, commas before a closing bracket, a semicolon at the end, line breaks and
 * other controls within strings, escapes that JSON does not know. One pass.
 */
function repairJson(text: string): string {
	const parts: string[] = [];
	/** The place of a comma after which only white space came. */
	let comma: number | null = null;
	let at = 0;
	while (at < text.length) {
		const character = text.charAt(at);
		const next = text.charAt(at + 1);
		if (character === "/" && (next === "*" || next === "/")) {
			const end = text.indexOf(next === "*" ? "*/" : "\n", at + 2);
			at = end < 0 ? text.length : end + (next === "*" ? 2 : 0);
			continue;
		}
		const end = character === '"' ? endOfString(text, at) : at + 1;
		if ((character === "]" || character === "}") && comma !== null) parts[comma] = "";
		if (character === ",") comma = parts.length;
		else if (character.trim() && character !== ";") comma = null;
		if (character !== ";") parts.push(character === '"' ? repairString(text.slice(at, end)) : character);
		at = end;
	}
	if (comma !== null) parts[comma] = "";
	return parts.join("");
}

function endOfString(text: string, start: number): number {
	for (let at = start + 1; at < text.length; at++) {
		const character = text.charAt(at);
		if (character === "\\") at++;
		else if (character === '"') return at + 1;
	}
	return text.length;
}

function repairString(quoted: string): string {
	return quoted
		.replace(/[\u0000-\u001f]/g, (control) => (control === "\n" ? "\\n" : " "))
		.replace(/\\(?!["\\/bfnrtu])/g, "\\\\")
		.replace(/\\u(?![0-9a-f]{4})/gi, "\\\\u");
}
