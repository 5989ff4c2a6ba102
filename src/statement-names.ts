import { createHash } from "node:crypto";

/** Prepared statements one connection may hold: each costs the server some 100 kB, and the service has far fewer queries. */
const MAX_NAMES = 400;

/** Texts remembered while they wait for a second use. */
const MAX_WAITING = 2_000;

/**
 * Names for prepared statements: a text gets one at its second use, always the same, and no more than a bounded
 * number of texts ever do. A text that is used once (a list of another length, say) would only fill the server's memory.
 */
export function createStatementNames(maxNames: number = MAX_NAMES): (text: string) => string | undefined {
	const names = new Map<string, string>();
	const waiting = new Set<string>();
	return (text) => {
		const name = names.get(text);
		if (name !== undefined || names.size >= maxNames) return name;
		if (!waiting.delete(text)) {
			if (waiting.size >= MAX_WAITING) waiting.clear();
			waiting.add(text);
			return undefined;
		}
		const made = `q_${createHash("sha256").update(text).digest("base64url").slice(0, 22)}`;
		names.set(text, made);
		return made;
	};
}
