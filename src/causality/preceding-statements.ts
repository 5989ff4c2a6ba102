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
type OfEach = Exclude<Statement, "events">;

/**
 * A statement of preceding-*.sql for a clock, with the name under which it is prepared. In the files, what was known at $2 is written as a call:
 * `mention_known(x)` is a condition on the row x, `places_of_article(id)` a table of the events that an article mentions, `reports_of_event(id)` one of
 * the articles that are about an event, and `edited_by_then(id)` the event's last edit.
 */
export const precedingStatement = (name: Statement, clock: KnowledgeClock): { name: string; text: string } =>
	STATEMENTS[clock][name].one;

/**
 * The same for several events at once: $1 is their ids, and what is a list of its own for each event is a list of the texts of such lists; rows say by `root`, from 0,
 * whose they are. What is read of events themselves is one statement for any number.
 */
export const precedingStatementOfMany = (name: OfEach, clock: KnowledgeClock): { name: string; text: string } =>
	STATEMENTS[clock][name].many;

/** The parameters that are lists of an event's own. */
const LISTS: Record<OfEach, readonly number[]> = { links: [], storyline: [3] };

function ofMany(name: OfEach, one: { name: string; text: string }): { name: string; text: string } {
	const lists = LISTS[name];
	const text = lists.reduce(
		(inner, n) => inner.replace(new RegExp(`\\$${n}\\b`, "g"), `root.list${n}`),
		one.text.replace(/\$1\b/g, "root.id"),
	);
	const sources = ["$1::uuid[]", ...lists.map((n) => `$${n}::text[]`)].join(", ");
	const columns = ["id", ...lists.map((n) => `list${n}`), "n"].join(", ");
	return {
		name: `${one.name}-of-many`,
		text: `select root.n::int - 1 as root, x.* from unnest(${sources}) with ordinality as root(${columns}) cross join lateral (\n${text.replace(/;\s*$/, "")}\n) x`,
	};
}

interface Texts {
	one: { name: string; text: string };
	many: { name: string; text: string };
}

function statementsFor(clock: KnowledgeClock): Record<OfEach, Texts> & { events: Pick<Texts, "one"> } {
	const readOne = (file: Statement) => ({
		name: `preceding-${file}-${clock.toLowerCase()}`,
		text: readFileSync(new URL(`./preceding-${file}.sql`, import.meta.url), "utf8")
			.replace(CONDITION, (_, kind, row) => conditionText(kind as KnownRow, clock, row, INSTANT))
			.replace(PLACES, (_, which, side, id) =>
				placesText(clock, side === "event" ? "eventId" : "articleId", id, INSTANT, which === "reports"),
			)
			.replace(EDITED, (_, id) => editedText(id, INSTANT)),
	});
	const read = (file: OfEach): Texts => {
		const one = readOne(file);
		return { one, many: ofMany(file, one) };
	};
	return { links: read("links"), storyline: read("storyline"), events: { one: readOne("events") } };
}

const STATEMENTS: Record<KnowledgeClock, ReturnType<typeof statementsFor>> = {
	PUBLISHED: statementsFor("PUBLISHED"),
	RECORDED: statementsFor("RECORDED"),
};
