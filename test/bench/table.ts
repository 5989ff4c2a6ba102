/** Lines of a table: the first row is the head, the first column is set to the left, the others to the right. */
export function formatTable(rows: readonly (readonly string[])[]): string {
	const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
	const lines = rows.map((row) =>
		row
			.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
			.join("  "),
	);
	lines.splice(1, 0, widths.map((width) => "-".repeat(width)).join("  "));
	return lines.map((line) => line.trimEnd()).join("\n");
}

/** "1,234" or "12.3": three digits that tell, no more. */
export const figure = (value: number): string =>
	value.toLocaleString("en-US", { maximumFractionDigits: value >= 100 ? 0 : value >= 10 ? 1 : 2 });

/** A part as "12.3 %". */
export const percent = (part: number): string => `${(part * 100).toFixed(1)} %`;
