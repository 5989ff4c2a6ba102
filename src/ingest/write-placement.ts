import type { ArticleDraft } from "../article/article-draft.js";
import { oneLine } from "../article/clean-text.js";
import type { PendingChange } from "../change-log.js";
import { foldName } from "../event/participants.js";
import type { PlacedMention, Placement } from "../event/place-article.js";
import type { EntityType, MentionRole, Prisma } from "../generated/prisma/client.js";
import { insertRows } from "../insert-rows.js";
import type { Analysis } from "../language/analysis.js";
import type { SqlTransaction } from "../sql-transaction.js";
import { createEvents, titleOf, type WrittenEvents } from "./event-rows.js";
import type { WrittenArticle } from "./write-article.js";

const MAX_NAME = 200;

/**
 * Writes the events an article founds, its mentions, and what ties them together. A dozen statements, whatever the article's length.
 * @returns the ids of the mentions, in the order of the placement.
 */
export async function writePlacement(
	tx: SqlTransaction,
	article: WrittenArticle,
	draft: ArticleDraft,
	analysis: Analysis,
	placement: Placement,
	rows: WrittenEvents,
	now: Date,
	newId: () => string,
	changes: PendingChange[],
): Promise<string[]> {
	await createEvents(tx, article, draft, placement, rows, now, changes);
	const entityIds = await writeEntities(tx, article.id, analysis, newId, changes);
	const mentions = placement.mentions.map((placed, index) =>
		mentionRow(placed, index, article, draft, analysis, entityIds, newId),
	);
	await insertRows(tx, "Mention", mentions);
	await writeEventArticles(tx, article, draft, placement);
	await writeParticipants(tx, placement, entityIds);
	await insertRows(
		tx,
		"UnresolvedReference",
		placement.unresolved.map((reference, index) => ({
			id: newId(),
			articleId: article.id,
			revisionId: article.revisionId,
			index,
			...reference,
			exact: draft.text.slice(reference.start, reference.end).toWellFormed(),
			publishedAt: draft.publishedAt,
		})),
	);
	return mentions.map(({ id }) => id);
}

function mentionRow(
	placed: PlacedMention,
	index: number,
	article: WrittenArticle,
	draft: ArticleDraft,
	analysis: Analysis,
	entityIds: ReadonlyMap<string, string>,
	newId: () => string,
): Prisma.MentionCreateManyInput {
	const { mention, time } = placed;
	const sentence = analysis.sentences[mention.sentence] ?? mention.extent;
	return {
		id: newId(),
		articleId: article.id,
		revisionId: article.revisionId,
		eventId: placed.eventId,
		index,
		role: placed.role,
		triggerStart: mention.start,
		triggerEnd: mention.end,
		sentenceStart: sentence.start,
		sentenceEnd: sentence.end,
		sentence: draft.text.slice(sentence.start, sentence.end).toWellFormed(),
		title: titleOf(placed, index, draft),
		type: mention.type,
		status: mention.status,
		polarity: mention.polarity,
		certainty: mention.certainty,
		attributedTo: mention.attributedTo,
		timeValue: time?.value ?? null,
		timeStart: time?.start ?? null,
		timeEnd: time?.end ?? null,
		timeGranularity: time?.granularity ?? null,
		timeApproximate: time?.approximate ?? false,
		timeText: time?.text ?? null,
		participants: participantsOf(placed, entityIds),
		confidence: placed.confidence,
		matchReason: placed.reason,
		publishedAt: draft.publishedAt,
	};
}

/** As stored in `Mention.participants`; a type, not an interface, so that it is JSON to the compiler. */
type StoredParticipant = {
	entityId: string;
	role: "ACTOR" | "RECIPIENT" | "OTHER";
	isPlace: boolean;
};

function participantsOf({ mention }: PlacedMention, entityIds: ReadonlyMap<string, string>): StoredParticipant[] {
	const found = new Map<string, StoredParticipant>();
	for (const { name, role } of mention.participants) {
		const entityId = entityIds.get(foldName(name));
		if (entityId && !found.has(entityId)) found.set(entityId, { entityId, role, isPlace: false });
	}
	for (const name of mention.places) {
		const entityId = entityIds.get(foldName(name));
		if (entityId && !found.has(entityId)) found.set(entityId, { entityId, role: "OTHER", isPlace: true });
	}
	return [...found.values()];
}

/** Finds or makes the entities an article names. @returns their ids by folded name. */
async function writeEntities(
	tx: SqlTransaction,
	articleId: string,
	analysis: Analysis,
	newId: () => string,
	changes: PendingChange[],
): Promise<Map<string, string>> {
	const named = new Map<string, { type: EntityType; name: string; key: string; aliases: Set<string>; count: number }>();
	for (const { name, text, type } of analysis.entities) {
		const key = foldName(name);
		if (!key) continue;
		const entity = named.get(key) ?? { type, name: oneLine(name, MAX_NAME), key, aliases: new Set<string>(), count: 0 };
		if (text !== name) entity.aliases.add(oneLine(text, MAX_NAME));
		entity.count++;
		named.set(key, entity);
	}
	if (named.size === 0) return new Map();
	const rows = [...named.values()]
		.sort((a, b) => (a.key < b.key ? -1 : 1))
		.map((entity) => ({ ...entity, id: newId(), aliases: [...entity.aliases].sort() }));
	const written = await tx.$queryRaw<{ id: string; key: string }[]>`
		with given as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, type "EntityType", name text, key text, aliases text[])),
		-- Nearly all are known by these names: an update that changes nothing would write the row and its place in every index all the same.
		known as materialized (
			select e.id, e.type, e.key from given g join "Entity" e on e.type = g.type and e.key = g.key
			where e.aliases @> g.aliases or cardinality(e.aliases) >= 20
		),
		written as (
			insert into "Entity" as e (id, type, name, key, aliases)
			select g.id, g.type, g.name, g.key, g.aliases from given g
			where not exists (select from known k where k.type = g.type and k.key = g.key)
			on conflict (type, key) do update set aliases = array(select distinct a from unnest(e.aliases || excluded.aliases) a order by a limit 20)
			returning e.id, e.key
		)
		select id, key from known union all select id, key from written`;
	const ids = new Map(written.map(({ id, key }) => [key, id]));
	for (const row of rows)
		if (ids.get(row.key) === row.id) changes.push({ kind: "CREATED", nodeType: "ENTITY", nodeId: row.id });
	await insertRows(
		tx,
		"ArticleEntity",
		rows.flatMap(({ key, count }) => {
			const entityId = ids.get(key);
			return entityId ? [{ articleId, entityId, count }] : [];
		}),
	);
	return ids;
}

async function writeEventArticles(
	tx: SqlTransaction,
	article: WrittenArticle,
	draft: ArticleDraft,
	placement: Placement,
): Promise<void> {
	const strength: MentionRole[] = ["FORESEEN", "BACKGROUND", "MAIN"];
	const roles = new Map<string, MentionRole>();
	for (const { eventId, role } of placement.mentions) {
		const known = roles.get(eventId);
		if (!known || strength.indexOf(role) > strength.indexOf(known)) roles.set(eventId, role);
	}
	roles.set(placement.mainEventId, "MAIN");
	await insertRows(
		tx,
		"EventArticle",
		[...roles].map(([eventId, role]) => ({
			eventId,
			articleId: article.id,
			role,
			publishedAt: draft.publishedAt,
			sourceId: article.sourceId,
			isCopy: article.isBasedOnId !== null,
		})),
	);
}

async function writeParticipants(
	tx: SqlTransaction,
	placement: Placement,
	entityIds: ReadonlyMap<string, string>,
): Promise<void> {
	const rows = new Map<string, StoredParticipant & { eventId: string; mentions: number }>();
	for (const placed of placement.mentions) {
		// Who took part is said by the articles that are about it, as far as there are any.
		if (placed.role !== "MAIN" && placement.profiles.get(placed.eventId)?.mainReports) continue;
		for (const participant of participantsOf(placed, entityIds)) {
			const key = `${placed.eventId} ${participant.entityId}`;
			const row = rows.get(key);
			if (!row) rows.set(key, { ...participant, eventId: placed.eventId, mentions: 1 });
			else {
				row.mentions++;
				row.isPlace &&= participant.isPlace;
				if (row.role === "OTHER") row.role = participant.role;
			}
		}
	}
	if (rows.size === 0) return;
	await tx.$executeRaw`
		insert into "EventParticipant" as p ("eventId", "entityId", role, "isPlace", mentions)
		select * from jsonb_to_recordset(${JSON.stringify([...rows.values()])}::jsonb)
			as r("eventId" uuid, "entityId" uuid, role "ParticipantRole", "isPlace" boolean, mentions int)
		on conflict ("eventId", "entityId") do update set
			mentions = p.mentions + excluded.mentions,
			"isPlace" = p."isPlace" and excluded."isPlace",
			role = case when p.role = 'OTHER' then excluded.role else p.role end`;
}
