/** Texts from outside may be of any length. */
const MAX_LENGTH = 200;

/**
 * A function that depends on nothing but a text, with what it gave for those of late: for what is asked of the same few texts with every request.
 * @param max so many are remembered, then it begins anew.
 */
export function remembered<T>(of: (text: string) => T, max = 1_000): (text: string) => T {
	const known = new Map<string, T>();
	return (text) => {
		if (text.length > MAX_LENGTH) return of(text);
		const before = known.get(text);
		if (before !== undefined) return before;
		const value = of(text);
		if (known.size >= max) known.clear();
		known.set(text, value);
		return value;
	};
}
