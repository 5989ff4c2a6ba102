import type { Event, Mention, TimeGranularity } from "../generated/prisma/client.js";

/** When an event happened, at the precision at which it was told. */
export interface EventTime {
	/** TIMEX3 value: `2024-10`, `2024-10-26`, `2024-10-01T18:30`. */
	value: string;
	/** Half-open interval, UTC. */
	start: Date;
	end: Date;
	granularity: TimeGranularity;
	approximate: boolean;
	/** The words that said so. */
	text: string | null;
	/** Publication of the article whose words they are: relative dates were read from there. */
	anchor: Date | null;
}

export const TIME_COLUMNS = [
	"timeValue",
	"timeStart",
	"timeEnd",
	"timeGranularity",
	"timeApproximate",
	"timeText",
] as const satisfies (keyof Mention & keyof Event)[];

type TimeColumns = Pick<Mention | Event, (typeof TIME_COLUMNS)[number]>;

/** The time columns of a mention or event as one value; null where it is undated. */
export function eventTime(row: TimeColumns, anchor: Date | null): EventTime | null {
	if (!row.timeValue || !row.timeStart || !row.timeEnd || !row.timeGranularity) return null;
	return {
		value: row.timeValue,
		start: row.timeStart,
		end: row.timeEnd,
		granularity: row.timeGranularity,
		approximate: row.timeApproximate,
		text: row.timeText,
		anchor,
	};
}
