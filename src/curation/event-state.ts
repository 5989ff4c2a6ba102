import type { CurationState } from "../generated/prisma/client.js";
import type { SqlTransaction } from "../sql-transaction.js";
import { revisionRefusal } from "./edit-input.js";
import { type Refusal, refused } from "./refusal.js";

/** An event as an edit finds it. */
export interface EventState {
	id: string;
	revision: number;
	curation: CurationState;
	editedFields: string[];
	mergedIntoId: string | null;
	/** Half-open, UTC; null where it is undated. */
	timeStart: Date | null;
	timeEnd: Date | null;
}

/** Events by id. One statement. */
export async function readStates(tx: SqlTransaction, ids: readonly string[]): Promise<Map<string, EventState>> {
	const rows = await tx.$queryRaw<EventState[]>`
		select id, revision, curation, "editedFields", "mergedIntoId", "timeStart", "timeEnd" from "Event"
		where id = any(${[...ids]}::uuid[])`;
	return new Map(rows.map((row) => [row.id, row]));
}

/** Why an event cannot be edited; null where it can. */
export function eventRefusal(field: string, event: EventState | undefined): Refusal | null {
	if (!event) return refused(field, "NOT_FOUND", "is the id of no event");
	if (event.curation === "MERGED") return refused(field, "CONFLICT", "was merged into another event: see mergedInto");
	if (event.curation === "RETRACTED")
		return refused(field, "CONFLICT", "is an event of which no article speaks any more");
	return null;
}

/** As `eventRefusal`; also where it is not as the editor saw it. */
export function lockedRefusal(field: string, event: EventState | undefined, expected: number): Refusal | null {
	return eventRefusal(field, event) ?? revisionRefusal(event as EventState, expected);
}

/** Says of events that an editor has decided on these things: automatic repair and ingest leave them alone. One statement. */
export async function markEdited(
	tx: SqlTransaction,
	eventIds: readonly string[],
	fields: readonly string[],
): Promise<void> {
	await tx.$executeRaw`
		update "Event" set curation = 'EDITED',
			"editedFields" = array(select distinct f from unnest("editedFields" || ${[...fields]}::text[]) as f order by f)
		where id = any(${[...eventIds]}::uuid[])`;
}
