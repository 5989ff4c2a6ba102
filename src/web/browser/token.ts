const KEY = "antecedent.token";

/** The desk's token, as long as the tab is open; null where there is none, or the browser keeps nothing. */
export function keptToken(): string | null {
	try {
		return sessionStorage.getItem(KEY);
	} catch {
		return null;
	}
}

/** Keeps the token for this tab; an empty one is forgotten. */
export function keepToken(token: string): void {
	if (token) sessionStorage.setItem(KEY, token);
	else sessionStorage.removeItem(KEY);
}
