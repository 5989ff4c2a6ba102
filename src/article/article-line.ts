import { isObject } from "../json.js";
import type { FieldError, SubmittedArticle } from "./article-draft.js";

export type ParsedLine = { kind: "ok"; article: SubmittedArticle } | { kind: "invalid"; errors: FieldError[] };

/**
 * Reads one JSON value as a submitted article: `{url, headline?, text, publishedAt?, language?, source?: {name?, homepage?}}`.
 * Unknown fields are passed over; null counts as absent.
 */
export function parseArticleLine(value: unknown): ParsedLine {
	if (!isObject(value)) return { kind: "invalid", errors: [{ field: "", reason: "is not a JSON object" }] };
	const errors: FieldError[] = [];
	const read = (field: string, from: Record<string, unknown>, key: string, required: boolean): string | undefined => {
		const found = from[key];
		if (typeof found === "string") return found;
		if (found === undefined || found === null) {
			if (required) errors.push({ field, reason: "is missing" });
		} else
			errors.push({ field, reason: `is ${Array.isArray(found) ? "an array" : `a ${typeof found}`}, not a string` });
		return undefined;
	};
	const source = value.source ?? undefined;
	if (source !== undefined && !isObject(source)) errors.push({ field: "source", reason: "is not an object" });
	const article: SubmittedArticle = {
		url: read("url", value, "url", true) ?? "",
		headline: read("headline", value, "headline", false),
		text: read("text", value, "text", true) ?? "",
		publishedAt: read("publishedAt", value, "publishedAt", false),
		language: read("language", value, "language", false),
		source: isObject(source)
			? {
					name: read("source.name", source, "name", false),
					homepage: read("source.homepage", source, "homepage", false),
				}
			: undefined,
	};
	return errors.length > 0 ? { kind: "invalid", errors } : { kind: "ok", article };
}

/** `field "text" is missing; field "url" is not a URL` */
export function describeErrors(errors: readonly FieldError[]): string {
	return errors.map(({ field, reason }) => (field ? `field "${field}" ${reason}` : `the line ${reason}`)).join("; ");
}
