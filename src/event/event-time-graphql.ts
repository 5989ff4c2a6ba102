import { builder } from "../graphql/builder.js";
import { enumType } from "../graphql/enum-type.js";
import type { EventTime as EventTimeValue } from "./event-time.js";

const TimeGranularity = enumType("TimeGranularity", "How precisely a time was told.", {
	DECADE: "To the decade.",
	YEAR: "To the year.",
	SEASON: "To the season.",
	QUARTER: "To the quarter of a year.",
	MONTH: "To the month.",
	WEEK: "To the week.",
	DAY: "To the day.",
	HOUR: "To the hour.",
	MINUTE: "To the minute.",
});

export const EventTime = builder.objectRef<EventTimeValue>("EventTime").implement({
	description:
		"When something happened, at the precision at which it was told. Print `value`; sort and compare by `start` and `end`.",
	fields: (t) => ({
		value: t.expose("value", {
			type: "TimexValue",
			description: "The time at its own precision: `2024-10` where only the month was told.",
		}),
		start: t.expose("start", { type: "DateTime", description: "First instant of the interval that `value` names." }),
		end: t.expose("end", { type: "DateTime", description: "First instant after that interval." }),
		granularity: t.expose("granularity", { type: TimeGranularity, description: "The precision." }),
		approximate: t.exposeBoolean("approximate", { description: "Told as being near (`about`, `early`), not exact." }),
		text: t.exposeString("text", {
			nullable: true,
			description: "The words that said so; null where the time was not told in words.",
		}),
		anchor: t.expose("anchor", {
			type: "DateTime",
			nullable: true,
			description: "Publication of the article whose words they are: `on Tuesday` was read from there.",
		}),
	}),
});
