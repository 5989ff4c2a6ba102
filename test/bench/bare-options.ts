/**
 * Gives options that stand without a value the one they mean then, which `parseArgs` cannot: `--memory` becomes
 * `--memory=100000`, and `--memory 5` is `--memory=5`.
 */
export function withBareValues(args: readonly string[], bare: Readonly<Record<string, string>>): string[] {
	const found: string[] = [];
	for (let at = 0; at < args.length; at++) {
		const option = args[at] as string;
		const name = option.startsWith("--") ? option.slice(2) : "";
		if (!Object.hasOwn(bare, name)) {
			found.push(option);
			continue;
		}
		const next = args[at + 1];
		const hasValue = next !== undefined && !next.startsWith("-");
		found.push(`${option}=${hasValue ? next : bare[name]}`);
		if (hasValue) at++;
	}
	return found;
}
