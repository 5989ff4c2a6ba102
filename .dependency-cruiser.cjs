// The import rules of `npm run check:imports`. A file says `from` here as a path; what it imports is `to`.
// Imports of types count like all others: a type that a later stage owns belongs to an earlier one.
// TypeScript 7 has no compiler API for JavaScript, so the files are read by swc.

/** Stages in the order in which data flows; `language` and `feed` stand side by side at the start. */
const STAGES = ["source", "article", "event", "causality", "ingest", "curation", "changes", "search"];

/** Beside their domain stand the fields that clients see of it; only they know the GraphQL builder. */
const GRAPHQL_FILE = "-graphql\\.ts$";

/** What serves or drives the stages, and which no stage knows. */
const OUTER = "^src/(graphql|cli|publish|web)/";

/** What listens, and what is told of a request; it never calls. */
const SERVER =
	"^src/(app|listener|probe-server|access/[a-z-]+|graphql/(http|plain-request|route|websocket|event-stream|stalled-streams|served-operations|operation-trace|request-context|traffic)|publish/publish-routes|web/page-routes)\\.ts$";

/** Stages do not import what comes later. */
const direction = STAGES.slice(0, -1).map((stage, index) => ({
	name: `${stage}-knows-no-later-stage`,
	comment: "Imports run language, feed → source → article → event → causality → ingest → curation → changes → search. Later stages add to earlier ones.",
	severity: "error",
	from: { path: `^src/${stage}/` },
	to: { path: `^src/(${STAGES.slice(index + 1).join("|")})/` },
}));

module.exports = {
	forbidden: [
		{
			name: "no-cycles",
			comment: "A cycle is one file in several pieces: move what both need into a third.",
			severity: "error",
			from: {},
			to: { circular: true },
		},
		{
			name: "nobody-imports-the-process",
			comment: "main.ts and app.ts put everything together; what others need of them belongs elsewhere.",
			severity: "error",
			from: { pathNot: "^src/main\\.ts$" },
			to: { path: "^src/(main|app)\\.ts$" },
		},
		{
			name: "main-imports-no-main",
			severity: "error",
			from: { path: "^src/main\\.ts$" },
			to: { path: "^src/main\\.ts$" },
		},
		{
			name: "language-is-pure",
			comment: "The analysis is a function of its text: no database, files, network, clock of its own or other stages.",
			severity: "error",
			from: { path: "^src/language/" },
			to: { pathNot: ["^src/language/", "node_modules/wink-"] },
		},
		{
			name: "reading-knows-no-training",
			comment: "What makes the models is for the command that makes them; the reading has only their weights.",
			severity: "error",
			from: { path: "^src/", pathNot: "^src/(language/causal/training|cli)/" },
			to: { path: "^src/language/causal/training/" },
		},
		{
			name: "feed-is-pure",
			comment: "Parsing turns bytes into entries; fetching is the business of source/.",
			severity: "error",
			from: { path: "^src/feed/" },
			to: { pathNot: ["^src/feed/", "^src/(json|parse-url)\\.ts$", "node_modules/"] },
		},
		...direction,
		{
			name: "stages-know-no-server",
			comment: "Only the *-graphql.ts files of a stage may import the GraphQL builder and what belongs to it.",
			severity: "error",
			from: { path: `^src/(${STAGES.join("|")})/`, pathNot: GRAPHQL_FILE },
			to: { path: OUTER },
		},
		{
			name: "graphql-files-know-no-command",
			comment: "What is published asks the service as a client does; the listener is handed its routes.",
			severity: "error",
			from: { path: [GRAPHQL_FILE, "^src/graphql/"] },
			to: { path: "^src/(cli|publish|web)/" },
		},
		{
			name: "logic-knows-no-graphql-file",
			comment: "What a *-graphql.ts file and the logic both need belongs into the logic.",
			severity: "error",
			from: { path: "^src/", pathNot: [GRAPHQL_FILE, "^src/graphql/"] },
			to: { path: GRAPHQL_FILE },
		},
		{
			name: "access-knows-no-stage",
			comment: "Who asks, and what he may do, is the same for all stages.",
			severity: "error",
			from: { path: "^src/access/" },
			to: { path: `^src/(language|feed|${STAGES.join("|")}|cli|web)/` },
		},
		{
			name: "access-knows-no-server",
			severity: "error",
			from: { path: "^src/access/", pathNot: GRAPHQL_FILE },
			to: { path: OUTER },
		},
		{
			name: "inner-files-know-no-stage",
			comment: "Configuration, database and log serve all stages and know none.",
			severity: "error",
			from: { path: "^src/(database/|config\\.ts$|db\\.ts$|log\\.ts$)" },
			to: { path: `^src/(language|feed|${STAGES.join("|")}|graphql|cli|web)/` },
		},
		{
			name: "one-way-to-the-database",
			comment: "Stages use db.ts; what is behind it may change.",
			severity: "error",
			from: { path: `^src/(${STAGES.join("|")}|graphql|web)/` },
			to: { path: ["^src/database/", "node_modules/(@electric-sql/pglite|@prisma/adapter-pg)/"] },
		},
		{
			name: "only-one-way-out",
			comment: "What is fetched is fetched by source/fetch-bytes.ts, which sees to addresses, limits and manners.",
			severity: "error",
			from: { path: "^src/", pathNot: ["^src/source/(fetch-bytes|wire|guarded-connect|allowed-private)\\.ts$", SERVER] },
			to: {
				path: [
					"node_modules/undici/",
					"^(node:)?(https?|http2|net|tls|dgram|dns)(/|$)",
					"^src/source/(wire|guarded-connect)\\.ts$",
				],
			},
		},
		{
			name: "no-unknown-module",
			comment: "The file does not exist, or the package is not installed.",
			severity: "error",
			from: {},
			to: { couldNotResolve: true },
		},
		{
			name: "only-declared-dependencies",
			comment: "What runs must be a dependency of its own in package.json: neither a development tool nor another package's.",
			severity: "error",
			// Of what launches, that which launches tools of development.
			from: { path: "^src/", pathNot: "^src/launch\\.mjs$" },
			to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"], dependencyTypesNot: ["npm"] },
		},
	],
	options: {
		parser: "swc",
		// Its swc reads no JSX. What pages may import is bounded otherwise: `npm run build` fails where they reach what only a
		// server has, and the lint finds their cycles.
		exclude: { path: "\\.tsx$" },
		doNotFollow: { path: ["node_modules", "^src/generated/"] },
		enhancedResolveOptions: {
			extensions: [".ts", ".tsx", ".js", ".mjs", ".json"],
			conditionNames: ["import", "node", "default", "types"],
			exportsFields: ["exports"],
		},
	},
};
