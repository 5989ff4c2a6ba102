/** A language tag with hyphens between its parts; null for none and for what is no tag. */
export function languageTag(text: string | null): string | null {
	const tag = text?.trim().replaceAll("_", "-") ?? "";
	return /^[a-z]{1,8}(?:-[a-z\d]{1,8})*$/i.test(tag) ? tag : null;
}
