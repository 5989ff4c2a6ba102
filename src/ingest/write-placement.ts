import type { ArticleDraft } from "../article/article-draft.js";
import { oneLine } from "../article/clean-text.js";
import type { PendingChange } from "../change-log.js";
import { foldName } from "../event/event-profile.js";
import type { PlacedMention, Placement } from "../event/place-article.js";
import { storeWeights } from "../event/stored-weights.js";
import type { InverseFrequency } from "../event/term-weight.js";
import { keyTerms } from "../event/term-weight.js";
import type { EntityType, MentionRole, Prisma } from "../generated/prisma/client.js";
import { insertRows } from "../insert-rows.js";
import type { Analysis } from "../language/analysis.js";
import type { WrittenArticle } from "./write-article.js";

type Transaction = Prisma.TransactionClient;

const MAX_TITLE = 300;
const MAX_NAME = 200;
/** By how many terms an event is found. */
const EVENT_KEY_TERMS = 16;

/** Writes the events an article founds, its mentions, and what ties them together. A dozen statements, whatever the article's length. */
export async function writePlacement(
	tx: Transaction,
	article: WrittenArticle,
	draft: ArticleDraft,
	analysis: Analysis,
	placement: Placement,
	idf: InverseFrequency,
	newId: () => string,
	changes: PendingChange[],
): Promise<void> {
	await createEvents(tx, draft, placement, changes);
	const entityIds = await writeEntities(tx, article.id, analysis, newId, changes);
	await insertRows(
		tx,
		"Mention",
		placement.mentions.map((placed, index) => mentionRow(placed, index, article, draft, analysis, entityIds, newId)),
	);
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
	const grown = [...placement.profiles.values()].map((profile) => ({
		id: profile.id,
		terms: keyTerms(profile.weights, idf, EVENT_KEY_TERMS),
		centroid: storeWeights(profile),
	}));
	await tx.$executeRaw`
		update "Event" e set "keyTerms" = r.terms, centroid = r.centroid
		from jsonb_to_recordset(${JSON.stringify(grown)}::jsonb) as r(id uuid, terms text[], centroid jsonb) where e.id = r.id`;
}

async function createEvents(
	tx: Transaction,
	draft: ArticleDraft,
	placement: Placement,
	changes: PendingChange[],
): Promise<void> {
	await insertRows(
		tx,
		"Event",
		placement.newEventIds.map((id) => ({
			id,
			// Title, time and counts are set from the mentions once they are written.
			title: "",
			type: placement.profiles.get(id)?.type ?? "OTHER",
			status: "OCCURRED" as const,
			occurredAt: draft.publishedAt,
			firstReportedAt: draft.publishedAt,
			lastReportedAt: draft.publishedAt,
			confidence: 0,
		})),
	);
	for (const nodeId of placement.newEventIds) changes.push({ kind: "CREATED", nodeType: "EVENT", nodeId });
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
	// The headline is how the outlet itself names its news.
	const title = placed.role === "MAIN" && index === 0 ? draft.headline : mention.title;
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
		title: oneLine(title, MAX_TITLE),
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
	tx: Transaction,
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
		with given as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, type "EntityType", name text, key text, aliases text[]))
		insert into "Entity" as e (id, type, name, key, aliases)
		select id, type, name, key, aliases from given
		on conflict (type, key) do update set
			aliases = case when e.aliases @> excluded.aliases or cardinality(e.aliases) >= 20 then e.aliases
				else array(select distinct a from unnest(e.aliases || excluded.aliases) a order by a limit 20) end
		returning e.id, e.key`;
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
	tx: Transaction,
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
	tx: Transaction,
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
