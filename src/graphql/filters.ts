import { builder } from "./builder.js";
import { enumType } from "./enum-type.js";

/** Inputs that the filters of several types share. */

export const TimeRangeInput = builder.inputType("TimeRange", {
	description:
		"A half-open interval of instants: `start` belongs to it, `end` does not. An end that is absent is open.",
	fields: (t) => ({
		start: t.field({ type: "DateTime", description: "The first instant of the interval." }),
		end: t.field({ type: "DateTime", description: "The first instant after the interval." }),
	}),
});

export const OrderDirection = enumType("OrderDirection", "Which end of a list comes first.", {
	ASC: "Smallest or earliest first.",
	DESC: "Largest or latest first.",
});
