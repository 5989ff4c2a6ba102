import type { EventType, OccurrenceStatus, TimeGranularity } from "../generated/prisma/client.js";
import type { SqlTransaction } from "../sql-transaction.js";
import { eventTime } from "./event-time.js";
import type { EventFace } from "./face.js";

/** How an event was shown after its last edit by some instant, as JSON of the database: instants are text. */
export interface EditedRow {
	/** What of it editors had decided: `title`, `type`, `status`, `time`. The rest was as the reports had it. */
	editedFields: string[];
	title: string;
	type: EventType;
	status: OccurrenceStatus;
	timeValue: string | null;
	timeStart: string | null;
	timeEnd: string | null;
	timeGranularity: TimeGranularity | null;
	timeApproximate: boolean;
	timeText: string | null;
	timeAnchor: string | null;
}

/**
 * The last edit of an event by an instant, as a scalar in a statement: `(select …)`, null where there is none. An editor's word counts from when it was
 * given, by whichever clock: it is neither printed nor read.
 */
export const editedText = (event: string, at: string): string => `(
	select json_build_object('editedFields', edited."editedFields", 'title', edited.title, 'type', edited.type, 'status', edited.status,
		'timeValue', edited."timeValue", 'timeStart', edited."timeStart", 'timeEnd', edited."timeEnd", 'timeGranularity', edited."timeGranularity",
		'timeApproximate', edited."timeApproximate", 'timeText', edited."timeText", 'timeAnchor', edited."timeAnchor")
	from "EventRevision" edited where edited."eventId" = ${event} and edited."recordedAt" <= ${at} order by edited.number desc limit 1
)`;

/** The last edits of events by an instant; events without any are absent. One statement. */
export async function readEdited(
	tx: Pick<SqlTransaction, "$queryRaw">,
	eventIds: readonly string[],
	at: Date,
): Promise<Map<string, EditedRow>> {
	const rows = await tx.$queryRaw<{ id: string; edited: EditedRow | null }[]>(STATEMENT, [...eventIds], at);
	return new Map(rows.flatMap(({ id, edited }) => (edited ? [[id, edited] as const] : [])));
}

/** The text of the statement, before, between and after its two values. */
const PARTS = [
	`select wanted.id, ${editedText("wanted.id", "wanted.at")} as edited from (select unnest(`,
	"::uuid[]) as id, ",
	"::timestamptz as at) wanted",
];
const STATEMENT: TemplateStringsArray = Object.assign(PARTS, { raw: PARTS });

/** The face that reports give an event, with what editors had decided of it in its place. */
export function editedFace(face: EventFace, edited: EditedRow | null | undefined): EventFace {
	if (!edited) return face;
	const decided = new Set(edited.editedFields);
	return {
		title: decided.has("title") ? edited.title : face.title,
		type: decided.has("type") ? edited.type : face.type,
		status: decided.has("status") ? edited.status : face.status,
		time: decided.has("time") ? timeOf(edited) : face.time,
	};
}

function timeOf(edited: EditedRow): EventFace["time"] {
	const date = (value: string | null) => (value === null ? null : new Date(value));
	const columns = { ...edited, timeStart: date(edited.timeStart), timeEnd: date(edited.timeEnd) };
	return eventTime(columns, date(edited.timeAnchor));
}
