import type { EventView } from "../pages/event-data.js";
import { dayInWords, timeInWords } from "./time-words.js";
import { ROLE_WORDS } from "./words.js";

type Entry = EventView["whatPreceded"]["preceding"]["nodes"][number];

const dateOf = ({ time }: Pick<Entry, "time">): string => (time ? timeInWords(time.value) : "no date told");

function whoSays({ sentence }: Entry): string {
	if (!sentence) return "";
	const { source, publishedAt, attributedTo } = sentence;
	return `${source.name}, ${dayInWords(publishedAt)}${attributedTo ? `, as ${attributedTo} says` : ""}`;
}

/** The event and what preceded it as plain text; `address` is the page's own. */
export function asText(event: EventView, address: string): string {
	const lines = event.whatPreceded.preceding.nodes.map((entry) => {
		const says = entry.sentence ? `\n  “${entry.sentence.span.exact}” (${whoSays(entry)})` : "";
		return `${dateOf(entry)}: ${entry.title} [${ROLE_WORDS[entry.role].word}${entry.disputed ? ", disputed" : ""}]${says}`;
	});
	return [`${event.title} (${dateOf(event)})`, "", "What preceded", "", ...lines, "", address].join("\n");
}

/** As `asText`, in Markdown in which text from outside makes neither links nor markup. */
export function asMarkdown(event: EventView, address: string): string {
	const lines = event.whatPreceded.preceding.nodes.map((entry) => {
		const { sentence } = entry;
		const says = sentence
			? `\n  > ${escaped(sentence.span.exact)} ([${escaped(whoSays(entry))}](${encodeURI(sentence.article.url).replaceAll(")", "%29")}))`
			: "";
		const disputed = entry.disputed ? ", disputed" : "";
		return `- **${dateOf(entry)}**: ${escaped(entry.title)} (${ROLE_WORDS[entry.role].word}${disputed})${says}`;
	});
	return [
		`# ${escaped(event.title)}`,
		"",
		dateOf(event),
		"",
		"## What preceded",
		"",
		...lines,
		"",
		`<${address}>`,
	].join("\n");
}

/** What is markup in Markdown, or in the HTML that Markdown may hold. */
const escaped = (text: string): string => text.replaceAll(/[\\`*_{}[\]<>#|&]/g, "\\$&").replaceAll(/\s+/g, " ");
