import { oneLine } from "../article/clean-text.js";
import type { Database } from "../db.js";
import type { EventType, OccurrenceStatus, TimeGranularity } from "../generated/prisma/client.js";
import { markContexts } from "../ingest/contexts/mark-contexts.js";
import { refreshEvents } from "../ingest/refresh-events.js";
import { timexInterval } from "../language/time/interval.js";
import type { SqlTransaction } from "../sql-transaction.js";
import { decideReason } from "./edit-input.js";
import { lockedRefusal, markEdited, readStates } from "./event-state.js";
import { closeEdit, type Editing, type EditResult, type EditTools, makeEdit, openEdit } from "./make-edit.js";
import { type Refusal, refused } from "./refusal.js";

/** What an editor says of an event. A field left out, or null, stays as the reports have it. */
export interface EventUpdate {
	eventId: string;
	expectedRevision: number;
	title?: string | null | undefined;
	type?: EventType | null | undefined;
	/** TIMEX3 value. */
	time?: string | null | undefined;
	status?: OccurrenceStatus | null | undefined;
	reason: string;
}

/** What can be written as an instant with a year of four digits. */
const FIRST_INSTANT = new Date("0001-01-01T00:00:00Z");
const LAST_INSTANT = new Date("9999-01-01T00:00:00Z");

const MAX_TITLE = 300;

/** What editors may set of an event, and the columns that hold it. */
export interface EventColumns {
	title?: string;
	type?: EventType;
	status?: OccurrenceStatus;
	time?: TimeColumns;
}

interface TimeColumns {
	timeValue: string | null;
	timeStart: Date | string | null;
	timeEnd: Date | string | null;
	timeGranularity: TimeGranularity | null;
	timeApproximate: boolean;
	timeText: string | null;
	timeAnchor: Date | string | null;
}

/** What is to be set, or why it cannot be. */
export function decideUpdate(update: EventUpdate): { kind: "ok"; columns: EventColumns } | Refusal {
	const columns: EventColumns = {};
	if (typeof update.title === "string") {
		const title = oneLine(update.title, MAX_TITLE + 1);
		if (title === "") return refused("title", "INVALID", "must say what happened");
		if (title.length > MAX_TITLE) return refused("title", "INVALID", `may have at most ${MAX_TITLE} characters`);
		columns.title = title;
	}
	if (update.type) columns.type = update.type;
	if (update.status) columns.status = update.status;
	if (typeof update.time === "string") {
		const interval = timexInterval(update.time);
		if (!interval) return refused("time", "INVALID", `${update.time} names no stretch of time, as 2024-10-26 does`);
		const { start, end, granularity } = interval;
		if (start < FIRST_INSTANT || end > LAST_INSTANT)
			return refused("time", "INVALID", `${update.time} is not within the years 1 to 9998`);
		columns.time = {
			timeValue: update.time,
			timeStart: start,
			timeEnd: end,
			timeGranularity: granularity,
			timeApproximate: false,
			timeText: null,
			timeAnchor: null,
		};
	}
	if (Object.keys(columns).length === 0) return refused("eventId", "INVALID", "comes without anything to be changed");
	return { kind: "ok", columns };
}

/** What an `UPDATE_EVENT` edit keeps to be undone. */
export interface UpdateBefore {
	columns: EventColumns;
	editedFields: string[];
	curation: "AUTOMATIC" | "CONFIRMED" | "EDITED";
}

/** Sets what an editor says of an event. It stands from then on, whatever is reported. */
export async function updateEvent(
	db: Database,
	update: EventUpdate,
	editing: Editing,
): Promise<EditResult<{ eventId: string }>> {
	const given = decideReason(update.reason);
	if (given.kind === "refused") return given;
	const decision = decideUpdate(update);
	if (decision.kind === "refused") return decision;
	const { eventId } = update;
	const { columns } = decision;
	return makeEdit(db, editing, "eventId", async (tools) => {
		const { tx } = tools;
		const state = (await readStates(tx, [eventId])).get(eventId);
		const refusal = lockedRefusal("eventId", state, update.expectedRevision);
		if (refusal || !state) return refusal as Refusal;
		const fields = Object.keys(columns) as (keyof EventColumns)[];
		const edit = await openEdit(tools, [eventId]);
		const { editedFields, curation } = state;
		const before = { columns: await readColumns(tx, eventId, fields), editedFields, curation };
		await markEdited(tx, [eventId], fields);
		await setColumns(tools, eventId, columns);
		await closeEdit(tools, edit, {
			action: "UPDATE_EVENT",
			reason: given.reason,
			targets: [eventId],
			before,
			after: { columns },
		});
		return { kind: "made", eventId };
	});
}

async function readColumns(
	tx: SqlTransaction,
	eventId: string,
	fields: readonly (keyof EventColumns)[],
): Promise<EventColumns> {
	const [row] = await tx.$queryRaw<Required<Omit<EventColumns, "time">>[] & TimeColumns[]>`
		select title, type, status, "timeValue", "timeStart", "timeEnd", "timeGranularity", "timeApproximate", "timeText", "timeAnchor"
		from "Event" where id = ${eventId}::uuid`;
	if (!row) throw new Error("an event that is locked has gone");
	const { title, type, status, ...time } = row;
	const all: Required<EventColumns> = { title, type, status, time };
	return Object.fromEntries(fields.map((field) => [field, all[field]]));
}

/** Writes columns of an event, and what follows from them. Four statements. */
export async function setColumns(
	{ tx, now, changes }: EditTools,
	eventId: string,
	{ time, ...columns }: EventColumns,
): Promise<void> {
	// What is not given stays as it is: a record is filled from the row, then from what is given.
	await tx.$executeRaw`
		update "Event" e set title = r.title, type = r.type, status = r.status, "timeValue" = r."timeValue", "timeStart" = r."timeStart",
			"timeEnd" = r."timeEnd", "timeGranularity" = r."timeGranularity", "timeApproximate" = r."timeApproximate",
			"timeText" = r."timeText", "timeAnchor" = r."timeAnchor"
		from "Event" b cross join lateral jsonb_populate_record(b, ${JSON.stringify({ ...columns, ...time })}::jsonb) r
		where b.id = ${eventId}::uuid and e.id = b.id`;
	await refreshEvents(tx, [eventId], now, changes);
	await markContexts(tx, [eventId], now);
}
