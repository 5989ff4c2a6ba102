import { FACE_MENTIONS, type FaceMention } from "../event/face.js";
import type { Polarity } from "../generated/prisma/client.js";

/** A mention, as far as an answer to "what preceded?" that shows its event depends on it by more than the event's face. */
export interface ToldMention extends FaceMention {
	polarity: Polarity;
}

/** How well a sentence tells an event by itself, the higher the better: a dated sentence of an original stands on its own. */
export const tellingRank = ({ time, isCopy, polarity }: Pick<ToldMention, "time" | "isCopy" | "polarity">): number =>
	(time ? 2 : 0) + (isCopy ? 0 : 1) - (polarity === "NEGATED" ? 8 : 0);

/** An event that no article is about is measured by what the first who tell it say: many more may retell it, and it stays what it was. */
export const FIRST_TELLINGS = 3;

/**
 * Whether an article that mentions an event too changes what answers show of it beside its face. It does not where it only retells it, later than others and
 * no better: then answers that show the event stand. What is retold again and again, a war or a law, would otherwise have hundreds of them worked out anew
 * with each article.
 * @param mentions that make the event's face, those of the article among them, in their order: `readFaceMentions`.
 */
export function isMerelyRetold(mentions: readonly ToldMention[], articleId: string): boolean {
	const isNew = (mention: ToldMention) => mention.articleId === articleId;
	const first = mentions.findIndex(isNew);
	if (first < 0) return true;
	const added = mentions.filter(isNew);
	const earlier = mentions.slice(0, first);
	const reported = mentions[0]?.role === "MAIN";
	return (
		added.every(({ role }) => role !== "MAIN") &&
		(reported || first >= FIRST_TELLINGS) &&
		Math.max(...added.map(tellingRank)) <= Math.max(...earlier.map(tellingRank)) &&
		// As many as are looked at: those in between may have taken the place of others.
		(mentions.length < FACE_MENTIONS || first + added.length === mentions.length)
	);
}
