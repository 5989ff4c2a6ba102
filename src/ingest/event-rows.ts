import type { ArticleDraft } from "../article/article-draft.js";
import { oneLine } from "../article/clean-text.js";
import type { PendingChange } from "../change-log.js";
import { decideFace, faceColumns, faceMentions } from "../event/face.js";
import type { PlacedMention, Placement } from "../event/place-article.js";
import type { ReportGroup } from "../event/report-group.js";
import { type StoredWeights, storeWeights } from "../event/stored-weights.js";
import { type InverseFrequency, keyTerms } from "../event/term-weight.js";
import { insertRows } from "../insert-rows.js";
import type { Term } from "../language/terms.js";
import type { SqlTransaction } from "../sql-transaction.js";
import type { WrittenArticle } from "./write-article.js";

const MAX_TITLE = 300;
/** By how many terms an event is found. */
const EVENT_KEY_TERMS = 16;

/** The words of an event's row: by what it is found, and what it is compared by. */
export interface EventWords {
	keyTerms: Term[];
	centroid: StoredWeights;
	reportCount: number;
	alike: number;
}

/** What an article has to say of the rows of the events it touches. */
export interface WrittenEvents {
	/**
	 * New events whose rows are final as soon as they are written: all that is told of them is in this article, and no claim gives them a
	 * cause. A row of this table stands in ten indexes, and each write of it in all of them.
	 */
	final: ReadonlySet<string>;
	/** Of those whose words it changes. */
	words: ReadonlyMap<string, EventWords>;
}

/** What stands in the rows of the events that an article has touched. */
export function eventRows(placement: Placement, idf: InverseFrequency): WrittenEvents {
	const effects = new Set(placement.claims.map(({ effect }) => effect?.eventId));
	const final = new Set(placement.newEventIds.filter((id) => !effects.has(id)));
	const words = new Map<string, EventWords>();
	for (const profile of placement.profiles.values()) {
		// A retelling adds no words to an event that articles are about.
		const isRetold = profile.reports > 0 && profile.id !== placement.mainEventId;
		if (!isRetold) words.set(profile.id, eventWords(profile, idf));
	}
	return { final, words };
}

/** Terms and weights as an event's row holds them. */
export function eventWords(group: ReportGroup, idf: InverseFrequency): EventWords {
	const { weights, reports, alike } = group;
	return {
		keyTerms: keyTerms(weights, idf, EVENT_KEY_TERMS),
		centroid: storeWeights(group),
		reportCount: reports,
		alike,
	};
}

/** Writes the events an article founds. */
export async function createEvents(
	tx: SqlTransaction,
	article: WrittenArticle,
	draft: ArticleDraft,
	placement: Placement,
	{ final, words }: WrittenEvents,
	now: Date,
	changes: PendingChange[],
): Promise<void> {
	const isCopy = article.isBasedOnId !== null;
	const { publishedAt } = draft;
	await insertRows(
		tx,
		"Event",
		placement.newEventIds.map((id) => {
			const own = placement.mentions.flatMap((placed, index) =>
				placed.eventId === id
					? [
							{
								...placed.mention,
								...placed,
								title: titleOf(placed, index, draft),
								publishedAt,
								articleId: article.id,
								isCopy,
							},
						]
					: [],
			);
			const face = decideFace(faceMentions(own));
			return {
				id,
				// Written first, then brought up to date: that is how often the others are written.
				revision: final.has(id) ? 2 : 1,
				updatedAt: now,
				...faceColumns(face),
				occurredAt: face.time?.start ?? publishedAt,
				firstReportedAt: publishedAt,
				lastReportedAt: publishedAt,
				articleCount: 1,
				originalCount: isCopy ? 0 : 1,
				confidence: Math.max(...own.map(({ confidence }) => confidence)),
				...words.get(id),
			};
		}),
	);
	for (const nodeId of placement.newEventIds) changes.push({ kind: "CREATED", nodeType: "EVENT", nodeId });
}

/** How a mention names its event. The headline is how the outlet itself names its news. */
export function titleOf({ mention, role }: PlacedMention, index: number, { headline }: ArticleDraft): string {
	return oneLine(role === "MAIN" && index === 0 ? headline : mention.title, MAX_TITLE);
}
