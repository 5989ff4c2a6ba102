import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildSchema, type GraphQLSchema } from "graphql";
import { describe, expect, test } from "vitest";
import { schema } from "../../src/graphql/schema.js";
import { elements } from "./schema-elements.js";

const TARGET = fileURLToPath(new URL("../../../shared/schema.target.graphql", import.meta.url));

/** What is served and not in the target, with the reason. */
const ADDED: Record<string, string> = {
	InputError: "UserError is an interface in the target, and an interface needs a type that implements it",
	"ServiceInfo.access": "a client has to know whether it may offer to change anything",
	Access: "of ServiceInfo.access",
	AccessMode: "of ServiceInfo.access",
	AccessRole: "of ServiceInfo.access",
	"EventRevision.editor": "a history that does not say who is half of one",
	"Article.provenance":
		"the target tells where the date was read, and not where headline, authors, picture and language were",
	FactProvenance: "of Article.provenance",
	FactSource: "of Article.provenance",
};

/** What payloads hold beside their errors: the target leaves it open. */
const PAYLOADS: Record<string, string> = {
	ArticlePayload: "article: Article",
	FeedPayload: "feed: Feed",
	RemovePayload: "removedId: ID",
	EventPayload: "event: Event",
	SplitEventPayload: "event: Event newEvent: Event",
	CausalLinkPayload: "link: CausalLink",
	RevertPayload: "node: Node",
	ImportPayload: "read: Int! created: Int! unchanged: Int!",
};

describe.skipIf(!existsSync(TARGET))("the target schema (skipped where ../shared is absent)", () => {
	const served = new Map(elements(schema).map(({ path, type }) => [path, type]));
	const target = existsSync(TARGET)
		? new Map(elements(targetSchema()).map(({ path, type }) => [path, type]))
		: new Map<string, string>();

	test("gives the name, type, arguments and default of everything that is served", () => {
		const different = [...target].filter(([path, type]) => served.has(path) && served.get(path) !== type);
		expect(different.map(([path, type]) => `${path}: target ${type}, served ${served.get(path)}`)).toEqual([]);
		const added = [...served.keys()].filter(
			(path) => !target.has(path) && !(path in ADDED) && !((path.split(/[. ]/)[0] ?? "") in ADDED),
		);
		expect(added).toEqual([]);
	});

	test("is served whole", () => {
		expect([...target.keys()].filter((path) => !served.has(path))).toEqual([]);
	});
});

/** The target as a schema: the file leaves out connections, their arguments and payloads. */
function targetSchema(): GraphQLSchema {
	const written = readFileSync(TARGET, "utf8");
	const connections = new Set([...written.matchAll(/(\w+)Connection!/g)].map(([, name]) => name));
	const arguments_ = "first: Int after: String last: Int before: String";
	const spelled = written
		.replace(
			/\(([^()]*)\): (\w+Connection!)/g,
			(_all, args: string, type) =>
				`(${args.replace(/first: Int = \d+/, "").replace(/after: String/, "")} ${arguments_}): ${type}`,
		)
		.replace(/(\w+): (\w+Connection!)/g, (all, name, type) =>
			all.includes(")") ? all : `${name}(${arguments_}): ${type}`,
		);
	const types = [...connections].map(
		(name) =>
			`type ${name}Connection { edges: [${name}Edge!]! nodes: [${name}!]! pageInfo: PageInfo! totalCount: Int! } type ${name}Edge { cursor: String! node: ${name}! }`,
	);
	const payloads = [...new Set([...written.matchAll(/\w+Payload/g)].map(([name]) => name))].map(
		(name) => `type ${name} { userErrors: [UserError!]! ${PAYLOADS[name] ?? ""} }`,
	);
	const pageInfo =
		"type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }";
	return buildSchema([spelled, ...types, ...payloads, pageInfo].join("\n"));
}
