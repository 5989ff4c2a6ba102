import { type FieldNode, getArgumentValues, getNamedType, isObjectType, Kind, visit } from "graphql";
import { loadArticle } from "../article/article-graphql.js";
import { type Loader, loaderFor } from "../batch.js";
import { loadEvent, readAheadBy } from "../event/event-graphql.js";
import { askedFields, fieldsAsked } from "../graphql/asked-fields.js";
import type { RequestContext } from "../graphql/request-context.js";
import { required } from "../graphql/rows.js";
import { type MaybePromise, whenThere } from "../maybe-promise.js";
import { loadSource } from "../source/source-graphql.js";
import type { ContextDigest, ContextOptions, DigestLimits, PrecedingContext } from "./context.js";
import {
	type AsOfInput,
	type ContextOptionsInput,
	type Instant,
	instantOf,
	parseContextOptions,
} from "./context-options-graphql.js";
import { digestWithin, sameLimits } from "./digest.js";
import { keepDigests } from "./keep-answers.js";
import {
	isKept,
	type NamedRows,
	readCurrentContexts,
	readKeptContexts,
	readTellings,
	workOutContexts,
} from "./kept-contexts.js";
import type { Wanted } from "./kept-rows.js";
import { readPrecedingContexts } from "./preceding.js";

/** How queries read contexts, and what stands in them: once for all that ask in one tick, and a kept one by one statement with its event. */

/** So many contexts are put together by one statement: more would hold up others for longer than they would save. */
const CONTEXTS_AT_ONCE = 20;

/** Fields of what a context consists of that give events, and those that say who says so; as `Type.field`. */
const EVENTS = [
	"ContextEntry.event",
	"ContextLink.cause",
	"ContextLink.effect",
	"CausalChain.root",
	"CausalChain.target",
	"DigestSentence.events",
];
const CITATIONS = ["Evidence.article", "Evidence.source"];

/** Fields of articles that their brief rows answer (kept-contexts.ts), and what an object of any type is asked for. */
const BRIEF = new Set(["headline", "url", "publishedAt", "language", "source"].map((field) => `Article.${field}`));
const isOfArticles = (field: string) => /^(Article|Revisioned|Node)\./.test(field) && !/\.(id|__typename)$/.test(field);

/** What an operation may come to ask of a context. */
export function wantedBy(context: RequestContext): Wanted {
	const { all, rows } = askedFields(context);
	const isBrief = [...all].every((field) => !isOfArticles(field) || BRIEF.has(field));
	return {
		digests: rows.has("PrecedingContext.digest"),
		events: EVENTS.some((field) => rows.has(field)),
		citations: !CITATIONS.some((field) => rows.has(field)) ? "none" : isBrief ? "brief" : "whole",
	};
}

/** What preceded the events of a list is read together. */
export function contextLoader(
	context: RequestContext,
	{ asOf, knownAt }: Instant,
	options: ContextOptions,
	wanted: Wanted,
): Loader<PrecedingContext> {
	const { db, now, keepsContexts } = context;
	const what = `preceding ${knownAt ? asOf.at.toISOString() : "now"} ${asOf.clock} ${JSON.stringify(options)}`;
	return loaderFor<PrecedingContext>(context, what, async (ids) => {
		const read = new Map<string, PrecedingContext>();
		for (let from = 0; from < ids.length; from += CONTEXTS_AT_ONCE) {
			const some = ids.slice(from, from + CONTEXTS_AT_ONCE);
			const contexts =
				keepsContexts && knownAt === null
					? await readCurrent(context, some, options, wanted)
					: await readPrecedingContexts(db, some, asOf, options, now);
			for (const one of contexts) read.set(one.eventId, one);
		}
		return read;
	});
}

/** As of the present. */
async function readCurrent(
	context: RequestContext,
	eventIds: readonly string[],
	options: ContextOptions,
	wanted: Wanted,
): Promise<PrecedingContext[]> {
	const { db, now } = context;
	const [only, another] = eventIds;
	const head = only && !another ? lookedFor.get(context)?.get(lookOf(only, options)) : undefined;
	if (head !== undefined) return workOutContexts(db, eventIds, options, now, head);
	const { contexts, ...rows } = await readCurrentContexts(db, eventIds, options, now, wanted);
	noteRows(context, rows);
	return contexts;
}

/** Of a request, the answers that were looked for with their event and are not kept, each with the end of the change log at that moment. */
const lookedFor = new WeakMap<RequestContext, Map<string, string>>();
const lookOf = (eventId: string, options: ContextOptions): string => `${eventId} ${JSON.stringify(options)}`;

function noteRows(context: RequestContext, { events, articles, sources }: NamedRows): void {
	loadEvent.note(context, events);
	loadArticle.note(context, articles);
	loadSource.note(context, sources);
}

readAheadBy(async (context, id, info) => {
	const options = context.keepsContexts ? optionsAhead(info) : null;
	if (!options) return;
	const wanted = wantedBy(context);
	const { kept, head, ...rows } = await readKeptContexts(context.db, [id], options, context.now, wanted);
	noteRows(context, rows);
	const loader = contextLoader(context, instantOf(null, null, context), options, wanted);
	for (const [eventId, one] of kept) loader.note(eventId, one);
	if (head !== null) lookedFor.set(context, new Map([...(lookedFor.get(context) ?? []), [lookOf(id, options), head]]));
});

type AskedOfEvent = Parameters<Parameters<typeof readAheadBy>[0]>[2];
interface Arguments {
	asOf?: typeof AsOfInput.$inferInput | null;
	options?: typeof ContextOptionsInput.$inferInput | null;
}

const constant = new WeakMap<FieldNode, ContextOptions | null>();

/** By which options an event is going to be asked what preceded it, as of the present; null where that is not asked, or is not plain. */
function optionsAhead(info: AskedOfEvent): ContextOptions | null {
	const [field, another] = fieldsAsked(info, "Event").filter(({ name }) => name.value === "whatPreceded");
	if (!field || another) return null;
	const known = constant.get(field);
	if (known !== undefined) return known;
	const options = optionsOf(field, info);
	if (!hasVariables(field)) constant.set(field, options);
	return options;
}

function optionsOf(field: FieldNode, { returnType, variableValues }: AskedOfEvent): ContextOptions | null {
	const type = getNamedType(returnType);
	const definition = isObjectType(type) ? type.getFields()[field.name.value] : undefined;
	if (!definition) return null;
	try {
		const { asOf, options } = getArgumentValues(definition, field, variableValues) as Arguments;
		return asOf ? null : parseContextOptions(options);
	} catch {
		// The field itself will say what is wrong with them.
		return null;
	}
}

function hasVariables({ arguments: given = [] }: FieldNode): boolean {
	let found = false;
	for (const argument of given)
		visit(argument, {
			[Kind.VARIABLE]: () => {
				found = true;
			},
		});
	return found;
}

/** The digest of a context within limits. One that was worked out of a kept answer is kept with it. */
export function digestFor(
	request: RequestContext,
	context: PrecedingContext,
	options: ContextOptions,
	limits: DigestLimits,
): MaybePromise<ContextDigest> {
	const isKnown = context.hasTellings || context.digests.some((one) => sameLimits(one, limits));
	return whenThere(isKnown ? context : required(tellingsOf(request, options, context)), (whole) => {
		const before = context.digests.length;
		const digest = digestWithin(context, limits, whole);
		// Nobody waits for it, and where it cannot be kept it is worked out again.
		if (context.digests.length > before && isKept(context))
			void keepDigests(request.db, context, options).catch(() => {});
		return digest;
	});
}

/** A kept context with what its digest is made of; those of a list are read together. */
function tellingsOf(
	request: RequestContext,
	options: ContextOptions,
	context: PrecedingContext,
): MaybePromise<PrecedingContext | null> {
	const what = `tellings ${JSON.stringify(options)}`;
	const asked = tellingsAsked.get(request) ?? new Map<string, PrecedingContext>();
	tellingsAsked.set(request, asked.set(context.eventId, context));
	return loaderFor<PrecedingContext>(request, what, async (ids) => {
		const contexts = ids.flatMap((id) => asked.get(id) ?? []);
		const whole = await readTellings(request.db, contexts, options);
		return new Map(whole.map((one) => [one.eventId, one]));
	}).load(context.eventId);
}

/** Of a request, the contexts whose tellings it has asked for. */
const tellingsAsked = new WeakMap<RequestContext, Map<string, PrecedingContext>>();
