import type { EventView } from "../pages/event-data.js";
import { dayInWords, timeInWords } from "./time-words.js";
import { ROLE_WORDS } from "./words.js";

/** The page's answer in forms that others can take in. */
export const FORMS = { text: "Text", markdown: "Markdown", jsonLd: "JSON-LD" } as const;
export type Form = keyof typeof FORMS;

/** The event and what preceded it in a form; `address` is the page's own. */
export function copyAs(form: Form, event: EventView, address: string): string {
	return { text: asText, markdown: asMarkdown, jsonLd: asJsonLd }[form](event, address);
}

type Entry = EventView["whatPreceded"]["preceding"]["nodes"][number];

const dateOf = ({ time }: Pick<Entry, "time">): string => (time ? timeInWords(time.value) : "no date told");

function whoSays({ sentence }: Entry): string {
	if (!sentence) return "";
	const { source, publishedAt, attributedTo } = sentence;
	return `${source.name}, ${dayInWords(publishedAt)}${attributedTo ? `, as ${attributedTo} says` : ""}`;
}

function asText(event: EventView, address: string): string {
	const lines = event.whatPreceded.preceding.nodes.map((entry) => {
		const says = entry.sentence ? `\n  “${entry.sentence.span.exact}” (${whoSays(entry)})` : "";
		return `${dateOf(entry)}: ${entry.title} [${ROLE_WORDS[entry.role].word}${entry.disputed ? ", disputed" : ""}]${says}`;
	});
	return [`${event.title} (${dateOf(event)})`, "", "What preceded", "", ...lines, "", address].join("\n");
}

function asMarkdown(event: EventView, address: string): string {
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

/** schema.org: an Event whose page cites what preceded as events of their own. */
function asJsonLd(event: EventView, address: string): string {
	const item = ({ title, time }: Pick<EventView, "title" | "time">, url: string) => ({
		"@type": "Event",
		"@id": url,
		name: title,
		...(time && { startDate: time.value }),
	});
	const at = (id: string) => new URL(`/events/${id}`, address).href;
	return JSON.stringify(
		{
			"@context": "https://schema.org",
			"@type": "ItemList",
			about: item(event, at(event.id)),
			name: `What preceded: ${event.title}`,
			itemListOrder: "https://schema.org/ItemListOrderAscending",
			itemListElement: event.whatPreceded.preceding.nodes.map((entry, index) => ({
				"@type": "ListItem",
				position: index + 1,
				description: ROLE_WORDS[entry.role].word,
				item: {
					...item(entry, at(entry.event.id)),
					...(entry.sentence && {
						subjectOf: {
							"@type": "Quotation",
							text: entry.sentence.span.exact,
							isPartOf: {
								"@type": "NewsArticle",
								url: entry.sentence.article.url,
								headline: entry.sentence.article.headline,
							},
						},
					}),
				},
			})),
		},
		null,
		2,
	);
}
