/** Bars of one kind of thing, under a heading. */
export interface BarGroup {
	heading: string;
	bars: readonly { label: string; value: number }[];
}

export interface BarChart {
	title: string;
	/** What the bars say, in a line below the title. */
	subtitle: string;
	/** Where the line that all are compared to stands. */
	reference: number;
	groups: readonly BarGroup[];
}

const WIDTH = 860;
const LEFT = 230;
const RIGHT = 70;
const TOP = 64;
const BAR = 16;
const GAP = 6;
const HEADING = 26;
const BELOW = 18;
/** A bar so many times as long as the reference would leave the others too short to compare: it is cut, and shows that it is. */
const LONGEST = 8;

/** Colours that stand out from white and from black; text takes the page's. */
const STYLE = `
	text { font: 13px system-ui, sans-serif; fill: #1f2328; }
	.title { font-weight: 600; font-size: 16px; }
	.heading { font-weight: 600; }
	.quiet { fill: #59636e; }
	.bar { fill: #2f6fb3; }
	.axis { stroke: #59636e; stroke-width: 1; }
	.reference { stroke: #59636e; stroke-width: 1; stroke-dasharray: 3 3; }
	@media (prefers-color-scheme: dark) {
		text { fill: #f0f6fc; }
		.quiet { fill: #9198a1; }
		.bar { fill: #6ea8e0; }
		.axis, .reference { stroke: #9198a1; }
	}
`;

/**
 * A chart of lying bars as an SVG document, on nothing: it is read on light pages and on dark ones. Bars begin at 0 and are as long as their values are
 * large, but for those beyond `LONGEST` references, which end in a gap.
 */
export function barChart({ title, subtitle, reference, groups }: BarChart): string {
	const values = groups.flatMap(({ bars }) => bars.map(({ value }) => value));
	const largest = Math.min(Math.max(reference, ...values), LONGEST * reference);
	const lengthOf = (value: number) => (Math.min(value, largest) / largest) * (WIDTH - LEFT - RIGHT);
	const parts: string[] = [];
	let y = TOP;
	for (const { heading, bars } of groups) {
		parts.push(text(0, y + 14, heading, "heading"));
		y += HEADING;
		for (const { label, value } of bars) {
			const length = lengthOf(value);
			parts.push(
				text(LEFT - 8, y + 13, label, "", "end"),
				bar(LEFT, y, value > largest ? length - CUT : length),
				...(value > largest ? [bar(LEFT + length - CUT / 2, y, CUT / 2)] : []),
				text(LEFT + length + 6, y + 13, value.toFixed(2), "quiet"),
			);
			y += BAR + GAP;
		}
		y += BELOW - GAP;
	}
	const at = tenths(LEFT + lengthOf(reference));
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y}" role="img" aria-label="${escaped(title)}">`,
		`<title>${escaped(title)}</title>`,
		`<style>${STYLE}</style>`,
		text(0, 18, title, "title"),
		text(0, 38, subtitle, "quiet"),
		`<line class="axis" x1="${LEFT}" y1="${TOP}" x2="${LEFT}" y2="${y - BELOW}"/>`,
		`<line class="reference" x1="${at}" y1="${TOP}" x2="${at}" y2="${y - BELOW}"/>`,
		...parts,
		"</svg>",
		"",
	].join("\n");
}

/** Length of what stands behind the gap of a bar that is cut, and of the gap. */
const CUT = 24;

const bar = (x: number, y: number, length: number): string =>
	`<rect class="bar" x="${tenths(x)}" y="${y}" width="${tenths(length)}" height="${BAR}"/>`;

function text(x: number, y: number, words: string, kind: string, anchor = "start"): string {
	return `<text class="${kind}" x="${tenths(x)}" y="${y}" text-anchor="${anchor}">${escaped(words)}</text>`;
}

const tenths = (value: number): string => String(Math.round(value * 10) / 10);

const ESCAPES: Readonly<Record<string, string>> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
	"'": "&#39;",
};

/** Words as they stand in XML. */
export const escaped = (words: string): string =>
	words
		.replace(/[&<>"']/g, (mark) => ESCAPES[mark] ?? mark)
		// What XML 1.0 cannot hold at all.
		.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd");
