/**
 * A URL, or null for what is none. `URL.canParse` is not asked: on Node 20, once the engine has compiled what calls it (after some thousand calls), it takes
 * every address with a letter such as é or ü for none.
 */
export function parseUrl(text: string, base?: string | URL): URL | null {
	try {
		return new URL(text, base);
	} catch {
		return null;
	}
}
