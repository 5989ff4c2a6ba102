import type { TestDatabase } from "../test-database.js";

/** Operations of an editor. */

const EVENT = "id revision title type status curation time { value start end text }";
const ERRORS = "userErrors { __typename message path code }";

export const UPDATE = `mutation($input: UpdateEventInput!) { updateEvent(input: $input) { event { ${EVENT} } ${ERRORS} } }`;
export const MERGE = `mutation($input: MergeEventsInput!) { mergeEvents(input: $input) { event { ${EVENT} } ${ERRORS} } }`;
export const SPLIT = `mutation($input: SplitEventInput!) { splitEvent(input: $input) { event { ${EVENT} } newEvent { ${EVENT} } ${ERRORS} } }`;

const LINK =
	"id revision relation mode basis status confidence explanation support { supporting contradicting } evidence(first: 20) { nodes { id stance attributedTo span { exact start end } } }";

export const CREATE_LINK = `mutation($input: CreateCausalLinkInput!) { createCausalLink(input: $input) { link { ${LINK} } ${ERRORS} } }`;
export const REVIEW = `mutation($input: ReviewCausalLinkInput!) { reviewCausalLink(input: $input) { link { ${LINK} } ${ERRORS} } }`;
export const ADD_EVIDENCE = `mutation($input: AddEvidenceInput!) { addEvidence(input: $input) { link { ${LINK} } ${ERRORS} } }`;

export const REVERT = `mutation($input: RevertInput!) { revert(input: $input) {
	node { id ... on Event { title curation revision } ... on CausalLink { status basis revision } } ${ERRORS} } }`;

/** The revision of an event or link; 1 where there is none. */
export async function revisionOf(db: TestDatabase, id: string): Promise<number> {
	const select = { revision: true } as const;
	const event = await db.prisma.event.findUnique({ where: { id }, select });
	const found = event ?? (await db.prisma.causalLink.findUnique({ where: { id }, select }));
	return found?.revision ?? 1;
}

/** All that editors can change, row by row, without what only says that a row has changed. */
export async function dumpOf(db: TestDatabase): Promise<Map<string, string>> {
	const rows = new Map<string, string>();
	for (const [table, key] of Object.entries(KEYS)) {
		const found = await db.pool.query<{ key: string; row: string }>(
			`select concat_ws(' ', ${key}) as key, (to_jsonb(t) - 'revision' - 'updatedAt')::text as row from "${table}" t`,
		);
		for (const row of found.rows) rows.set(`${table} ${row.key}`, row.row);
	}
	return rows;
}

const KEYS = {
	Event: "id",
	Mention: "id",
	EventArticle: `"eventId", "articleId"`,
	EventParticipant: `"eventId", "entityId"`,
	CausalLink: "id",
	Evidence: "id",
};
