import { readFileSync } from "node:fs";
import { editedText } from "../event/edited-face.js";
import { conditionText, type KnowledgeClock, type KnownRow, placesText } from "../known.js";

const CONDITION = /\b(article|revision|mention|evidence)_known\((\w+)\)/g;
const PLACES = /\b(places|reports)_of_(event|article)\(([^()]+)\)/g;
const EDITED = /\bedited_by_then\(([^()]+)\)/g;
/** All three statements take the instant in the same place. */
const INSTANT = "$2";

const FILES = ["links", "storyline", "events"] as const;
type Statement = (typeof FILES)[number];

/**
 * A statement of preceding-*.sql for a clock, with the name under which it is prepared. In the files, what was known at $2 is written as a call:
 * `mention_known(x)` is a condition on the row x, `places_of_article(id)` a table of the events that an article mentions, `reports_of_event(id)` one of
 * the articles that are about an event, and `edited_by_then(id)` the event's last edit.
 */
export const precedingStatement = (name: Statement, clock: KnowledgeClock): { name: string; text: string } =>
	STATEMENTS[clock][name];

function statementsFor(clock: KnowledgeClock): Record<Statement, { name: string; text: string }> {
	const read = (file: Statement) => ({
		name: `preceding-${file}-${clock.toLowerCase()}`,
		text: readFileSync(new URL(`./preceding-${file}.sql`, import.meta.url), "utf8")
			.replace(CONDITION, (_, kind, row) => conditionText(kind as KnownRow, clock, row, INSTANT))
			.replace(PLACES, (_, which, side, id) =>
				placesText(clock, side === "event" ? "eventId" : "articleId", id, INSTANT, which === "reports"),
			)
			.replace(EDITED, (_, id) => editedText(id, INSTANT)),
	});
	return { links: read("links"), storyline: read("storyline"), events: read("events") };
}

const STATEMENTS: Record<KnowledgeClock, Record<Statement, { name: string; text: string }>> = {
	PUBLISHED: statementsFor("PUBLISHED"),
	RECORDED: statementsFor("RECORDED"),
};
