import type { Mention, Polarity } from "../generated/prisma/client.js";
import { type AsOf, conditionText } from "../known.js";
import type { SqlTransaction } from "../sql-transaction.js";
import { eventTime } from "./event-time.js";
import { FACE_MENTIONS, type FaceMention } from "./face.js";

/** A mention, with what else is wanted of those that make a face. */
export interface ReadMention extends FaceMention {
	confidence: number;
	polarity: Polarity;
}

/**
 * The mentions that make the faces of events: current ones, or those known at an instant. One statement.
 * Of too many the main and the earliest ones are taken. Events without any are absent.
 */
export async function readFaceMentions(
	tx: Pick<SqlTransaction, "$queryRaw">,
	eventIds: readonly string[],
	knownAt: AsOf | null,
): Promise<Map<string, ReadMention[]>> {
	const statement = knownAt ? STATEMENTS[knownAt.clock] : STATEMENTS.NOW;
	const rows = await tx.$queryRaw<ToldMention[]>(statement, [...eventIds], knownAt?.at ?? null);
	const found = new Map<string, ReadMention[]>();
	for (const row of rows) {
		const list = found.get(row.eventId) ?? [];
		list.push({ ...row, time: eventTime(row, row.publishedAt) });
		found.set(row.eventId, list);
	}
	return found;
}

/** The text of the statement, before, between and after its two values. */
function statementFor(known: string): TemplateStringsArray {
	const parts = [
		"select m.* from (select unnest(",
		"::uuid[]) as id, ",
		`::timestamptz as at) wanted
		cross join lateral (
			select x."eventId", x."articleId", x.role, x.title, x.type, x.status, x."timeValue", x."timeStart", x."timeEnd", x."timeGranularity",
				x."timeApproximate", x."timeText", x."publishedAt", x.confidence, x.polarity, a."isBasedOnId" is not null as "isCopy"
			from "Mention" x join "Article" a on a.id = x."articleId"
			where x."eventId" = wanted.id and ${known}
			order by x.role = 'MAIN' desc, x."publishedAt", x.id limit ${FACE_MENTIONS}
		) m`,
	];
	return Object.assign(parts, { raw: parts });
}

const STATEMENTS = {
	NOW: statementFor('x."supersededAt" is null'),
	PUBLISHED: statementFor(conditionText("mention", "PUBLISHED", "x", "wanted.at")),
	RECORDED: statementFor(conditionText("mention", "RECORDED", "x", "wanted.at")),
};

type ToldMention = { isCopy: boolean } & Pick<
	Mention,
	| "eventId"
	| "articleId"
	| "role"
	| "title"
	| "type"
	| "status"
	| "timeValue"
	| "timeStart"
	| "timeEnd"
	| "timeGranularity"
	| "timeApproximate"
	| "timeText"
	| "publishedAt"
	| "confidence"
	| "polarity"
>;
