import { builder } from "../graphql/builder.js";
import { badUserInput } from "../graphql/client-error.js";
import { enumType } from "../graphql/enum-type.js";
import type { RequestContext } from "../graphql/request-context.js";
import type { AsOf } from "../known.js";
import { type ContextOptions, DEFAULT_CONTEXT_OPTIONS } from "./context.js";
import { LinkBasis } from "./link-enums-graphql.js";

/** What can be asked of a context, and what is refused. */

/** Most events that a context can hold; also reported by `service { limits }`. */
export const MAX_CONTEXT_EVENTS = 100;

export const KnowledgeClock = enumType("KnowledgeClock", "By which clock something was known at an instant.", {
	PUBLISHED: "What the press had printed by then.",
	RECORDED: "What this service would have answered then: only what it had read by then.",
});

export const AsOfInput = builder.inputType("AsOfInput", {
	description: "An instant in the past, so that the answer holds nothing that was known only later.",
	fields: (t) => ({
		at: t.field({ type: "DateTime", required: true, description: "The instant." }),
		clock: t.field({ type: KnowledgeClock, defaultValue: "PUBLISHED", description: "By which clock." }),
	}),
});

export const ContextOptionsInput = builder.inputType("ContextOptions", {
	description: "What a context takes in.",
	fields: (t) => ({
		maxDepth: t.int({
			defaultValue: DEFAULT_CONTEXT_OPTIONS.maxDepth,
			description: "Longest chain followed, in links: 1 to 8.",
		}),
		maxEvents: t.int({
			defaultValue: DEFAULT_CONTEXT_OPTIONS.maxEvents,
			description: `Most events in the answer, the most relevant ones: 1 to ${MAX_CONTEXT_EVENTS}.`,
		}),
		minConfidence: t.float({
			defaultValue: DEFAULT_CONTEXT_OPTIONS.minConfidence,
			description: "Links weaker than this are not followed: 0 to 1.",
		}),
		bases: t.field({ type: [LinkBasis], description: "Only links on these grounds; all where absent." }),
		includeDisputed: t.boolean({
			defaultValue: DEFAULT_CONTEXT_OPTIONS.includeDisputed,
			description: "Follow links that somebody denies.",
		}),
		includeRelated: t.boolean({
			defaultValue: DEFAULT_CONTEXT_OPTIONS.includeRelated,
			description: "Also earlier events that no article ties to this one, but that share its participants and subject.",
		}),
		since: t.field({ type: "DateTime", description: "Nothing that ended before this instant." }),
	}),
});

/** A number within its bounds, both included; the default where it is absent. Throws BAD_USER_INPUT naming both. */
export function bounded(
	name: string,
	value: number | null | undefined,
	[min, max]: readonly [number, number],
	otherwise: number,
): number {
	const number = value ?? otherwise;
	if (min <= number && number <= max) return number;
	throw badUserInput(`${name} must be from ${min} to ${max}, not ${number}`);
}

/** The options with their defaults. Throws BAD_USER_INPUT for what is out of bounds. */
export function parseContextOptions(input: typeof ContextOptionsInput.$inferInput | null | undefined): ContextOptions {
	const defaults = DEFAULT_CONTEXT_OPTIONS;
	return {
		maxDepth: bounded("maxDepth", input?.maxDepth, [1, 8], defaults.maxDepth),
		maxEvents: bounded("maxEvents", input?.maxEvents, [1, MAX_CONTEXT_EVENTS], defaults.maxEvents),
		minConfidence: bounded("minConfidence", input?.minConfidence, [0, 1], defaults.minConfidence),
		bases: input?.bases ?? defaults.bases,
		includeDisputed: input?.includeDisputed ?? defaults.includeDisputed,
		includeRelated: input?.includeRelated ?? defaults.includeRelated,
		since: input?.since ?? defaults.since,
	};
}

/**
 * The instant as of which a question is answered: the one asked for, but inside an as-of answer never one after its own, and
 * by the stricter of both clocks: what was read by then had been printed by then. `knownAt` is null where the present is meant, so that
 * what is stored answers as it is.
 */
export interface Instant {
	asOf: AsOf;
	/** Null for the present. */
	knownAt: AsOf | null;
}

export function instantOf(
	inherited: AsOf | null,
	asked: typeof AsOfInput.$inferInput | null | undefined,
	{ now }: RequestContext,
): Instant {
	const views = [inherited, asked].filter((view) => view !== null && view !== undefined);
	if (views.length === 0) return { asOf: { at: now, clock: "PUBLISHED" }, knownAt: null };
	const at = new Date(Math.min(...views.map((view) => view.at.getTime())));
	const asOf: AsOf = { at, clock: views.some(({ clock }) => clock === "RECORDED") ? "RECORDED" : "PUBLISHED" };
	return { asOf, knownAt: asOf };
}
