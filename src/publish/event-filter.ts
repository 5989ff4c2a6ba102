import { EventType } from "../generated/prisma/enums.js";
import { DEFAULT_ENTRIES, MAX_ENTRIES } from "./questions.js";

/** The variables of the question `EVENTS`. */
export interface EventsAsked {
	filter: { query?: string; entityIds?: string[]; types?: string[]; minSources?: number; hasCauses?: boolean };
	first: number;
}

export type FilterDecision =
	| { kind: "ok"; asked: EventsAsked /** The filter for people: `query "strike"`. */; words: string }
	| { kind: "invalid"; reason: string };

/** Parameters of an address, each with its value as it may be given. */
const PARAMETERS = ["query", "entity", "kind", "minSources", "hasCauses", "first"];

/**
 * Reads which events an address asks for: `?query=strike&entity=ent_…&entity=ent_…&kind=ASSAULT&minSources=2&hasCauses=true&first=20`.
 * What it does not know it refuses: a misspelt condition would else be none.
 */
export function decideFilter(parameters: URLSearchParams): FilterDecision {
	const refuse = (reason: string): FilterDecision => ({ kind: "invalid", reason });
	const unknown = [...parameters.keys()].find((name) => !PARAMETERS.includes(name));
	if (unknown !== undefined)
		return refuse(`${JSON.stringify(unknown.slice(0, 60))} is none of ${PARAMETERS.join(", ")}`);
	const twice = ["query", "minSources", "hasCauses", "first"].find((name) => parameters.getAll(name).length > 1);
	if (twice !== undefined) return refuse(`${twice} is given twice`);
	const kinds = parameters.getAll("kind");
	const strange = kinds.find((kind) => !Object.hasOwn(EventType, kind));
	if (strange !== undefined)
		return refuse(`kind: ${JSON.stringify(strange.slice(0, 60))} is none of ${Object.keys(EventType).join(", ")}`);
	const minSources = wholeNumber(parameters.get("minSources"), 1, 1_000_000);
	if (minSources === "strange") return refuse("minSources must be a whole number from 1");
	const first = wholeNumber(parameters.get("first"), 1, MAX_ENTRIES);
	if (first === "strange") return refuse(`first must be a whole number from 1 to ${MAX_ENTRIES}`);
	const hasCauses = parameters.get("hasCauses");
	if (hasCauses !== null && hasCauses !== "true" && hasCauses !== "false")
		return refuse("hasCauses must be true or false");
	const query = parameters.get("query")?.trim();
	const entityIds = parameters.getAll("entity");
	const words = [
		query && `“${query.slice(0, 100)}”`,
		kinds.join(" or "),
		entityIds.length > 0 && `about ${entityIds.length === 1 ? "one entity" : `${entityIds.length} entities`}`,
		minSources !== null && `told by ${minSources} outlets or more`,
		hasCauses !== null && `whose causes are ${hasCauses === "true" ? "" : "not "}known`,
	];
	return {
		kind: "ok",
		words: words.filter(Boolean).join(", "),
		asked: {
			filter: {
				...(query ? { query } : {}),
				...(entityIds.length > 0 ? { entityIds } : {}),
				...(kinds.length > 0 ? { types: kinds } : {}),
				...(minSources === null ? {} : { minSources }),
				...(hasCauses === null ? {} : { hasCauses: hasCauses === "true" }),
			},
			first: first ?? DEFAULT_ENTRIES,
		},
	};
}

function wholeNumber(text: string | null, least: number, most: number): number | null | "strange" {
	if (text === null) return null;
	const value = /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN;
	return least <= value && value <= most ? value : "strange";
}
