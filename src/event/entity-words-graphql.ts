import { Prisma } from "../generated/prisma/client.js";

import { type Listing, where } from "../graphql/keyset.js";
import { MAX_RANKED, parseWords } from "../graphql/words.js";
import { foldName } from "./participants.js";

/** How entities are found by their names. */

/** The words of an entity's names, as their index has them. */
const ENTITY_WORDS = Prisma.sql`entity_words(entity."name", entity."aliases")`;

/** Shorter beginnings stand in too many names. */
const ENDS_IN_BEGINNING = /[\p{L}\p{N}]{3,}$/u;

/** The words as a query: names are not inflected, and the last word may go on, as whoever looks for a name is still writing it. */
export function nameQuery(words: string): Prisma.Sql {
	const asked = Prisma.sql`websearch_to_tsquery('simple', ${words})`;
	if (!ENDS_IN_BEGINNING.test(words)) return asked;
	// A query as text ends with its last word in quotes, or with the bracket around a phrase that is left out.
	return Prisma.sql`(select case when right(q::text, 1) = '''' then (q::text || ':*')::tsquery else q end from ${asked} q)`;
}

/** The entities one of whose names has the client's words, by name; all where there are none. */
export function entitiesNamed(query: string | null | undefined): Listing {
	const words = parseWords("query", query);
	const named = words === null ? null : Prisma.sql`${ENTITY_WORDS} @@ ${nameQuery(words)}`;
	return {
		order: { name: "Entity.NAME", kind: "text", direction: "ASC" },
		by: Prisma.sql`entity."name"`,
		id: Prisma.sql`entity."id"`,
		rows: Prisma.sql`from "Entity" entity ${where(named)}`,
	};
}

/**
 * The entities that fit the words, as `(select id, score …)`; scores are from 0 to 1, and 1 is for the name itself. Where more have them than
 * are ranked, those that have been known for longest are.
 */
export function matchingEntities(words: string): Prisma.Sql {
	return Prisma.sql`(
		select found.id, max(found.score) as score from (
			(select entity."id", ts_rank(${ENTITY_WORDS}, asked.query)::float8 as score
			from (select ${nameQuery(words)} as query) asked, "Entity" entity
			where querytree(asked.query) <> 'T' and ${ENTITY_WORDS} @@ asked.query limit ${MAX_RANKED}::int)
			union all
			(select entity."id", 1::float8 from "Entity" entity where entity."key" = ${foldName(words)} limit ${MAX_RANKED}::int)
		) found group by found.id
	)`;
}
