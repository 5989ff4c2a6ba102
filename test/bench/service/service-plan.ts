import { UsageError } from "../../../src/cli/run-command.js";
import { wholeNumber } from "../import-bench.js";
import type { ArchivePlan } from "./archives.js";
import { OPERATIONS, type OperationName } from "./operations.js";
import type { LoadPlan } from "./rounds.js";

export interface ServicePlan {
	/** Null where no server was named. */
	server: { url: string; archive: ArchivePlan } | null;
	embedded: ArchivePlan | null;
	load: LoadPlan;
	questions: number;
	operations: readonly OperationName[];
	starts: number;
	/** The program. */
	node: string;
}

/** Each uuid of a copy lies one step of 2^16 before that of the copy after it, of which times leave some 400. */
const MOST_COPIES = 400;
const SAMPLE = 500;

/** Throws a UsageError for options that make no sense. */
export function archivePlan(values: Readonly<Record<string, unknown>>, articles: number): ArchivePlan {
	const number = (name: string, otherwise: number) =>
		values[name] === undefined ? otherwise : wholeNumber(values, name, 1);
	const events = number("events", Math.ceil(articles / 5));
	const sample = number("sample", Math.max(SAMPLE, Math.ceil(articles / MOST_COPIES)));
	if (articles / sample > MOST_COPIES + 1)
		throw new UsageError(`--sample must be at least ${Math.ceil(articles / MOST_COPIES)} for ${articles} articles`);
	return { articles, events, links: number("links", events * 3), sample, seed: wholeNumber(values, "seed", 0) };
}

export function servicePlan(values: Readonly<Record<string, unknown>>): ServicePlan {
	const { database, embedded } = values;
	const articles = wholeNumber(values, "articles", 20);
	if (database !== undefined && !/^postgres(?:ql)?:\/\//.test(String(database)))
		throw new UsageError("--database takes postgresql://..., a server on which a database can be made");
	const embeddedArticles = embedded === undefined ? articles : wholeNumber(values, "embedded", 0);
	return {
		server: database === undefined ? null : { url: String(database), archive: archivePlan(values, articles) },
		embedded: embeddedArticles === 0 ? null : archivePlan(values, embeddedArticles),
		load: {
			connections: wholeNumber(values, "connections", 1),
			warmup: wholeNumber(values, "warmup", 0),
			seconds: wholeNumber(values, "seconds", 1),
			rounds: wholeNumber(values, "rounds", 1),
		},
		questions: wholeNumber(values, "questions", 1),
		operations: operationsOf(values.operations),
		starts: wholeNumber(values, "starts", 1),
		node: values.node === undefined ? process.execPath : String(values.node),
	};
}

function operationsOf(names: unknown): readonly OperationName[] {
	if (names === undefined) return OPERATIONS;
	const asked = String(names).split(",");
	const other = asked.find((name) => !(OPERATIONS as readonly string[]).includes(name));
	if (other !== undefined) throw new UsageError(`--operations takes some of ${OPERATIONS.join(", ")}, not "${other}"`);
	return OPERATIONS.filter((operation) => asked.includes(operation));
}
