import { decideFace } from "../../event/face.js";
import { readFaceMentions } from "../../event/read-face-mentions.js";
import type { TimeRange } from "../../event/time-range.js";
import type { SqlTransaction } from "../../sql-transaction.js";

/**
 * When events happened, as an editor has set it, else as their mentions tell it. Of those whose mentions have just moved the row does not
 * know it yet. At most two statements.
 * @param moved the events whose mentions have moved.
 * @returns null for an event that none dates.
 */
export async function readTimes(
	tx: SqlTransaction,
	eventIds: readonly string[],
	moved: readonly string[],
): Promise<(eventId: string) => TimeRange | null> {
	const wanted = [...new Set(eventIds)];
	const times = new Map<string, TimeRange | null>();
	const fresh = wanted.filter((id) => moved.includes(id));
	if (fresh.length > 0)
		for (const [id, mentions] of await readFaceMentions(tx, fresh, null)) times.set(id, decideFace(mentions).time);
	const others = wanted.filter((id) => !moved.includes(id));
	if (wanted.length > 0) {
		const rows = await tx.$queryRaw<(TimeRange & { id: string })[]>`
			select id, "timeStart" as start, "timeEnd" as "end", "timeGranularity" as granularity from "Event"
			where id = any(${wanted}::uuid[]) and (id = any(${others}::uuid[]) or 'time' = any("editedFields")) and "timeStart" is not null and "timeEnd" is not null`;
		for (const { id, ...time } of rows) times.set(id, time);
	}
	return (eventId) => times.get(eventId) ?? null;
}
