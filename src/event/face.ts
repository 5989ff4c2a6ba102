import type { EventType, MentionRole, OccurrenceStatus } from "../generated/prisma/client.js";
import type { EventTime } from "./event-time.js";

/** One mention, as far as an event's face is made of it. */
export interface FaceMention {
	role: MentionRole;
	title: string;
	type: EventType;
	status: OccurrenceStatus;
	time: EventTime | null;
	publishedAt: Date;
	articleId: string;
	/** Copies repeat their original: they have no say of their own. */
	isCopy: boolean;
}

/** How an event is shown: decided from its mentions, so that it can be decided again for any moment in the past. */
export interface EventFace {
	title: string;
	type: EventType;
	status: OccurrenceStatus;
	time: EventTime | null;
}

/** A face is decided from so many mentions at most: an event with a thousand reports looks like one with forty. */
export const FACE_MENTIONS = 40;

/** The mentions that have a say in a face, of those of one article in their order: the main ones first. */
export function faceMentions<Told extends FaceMention>(mentions: readonly Told[]): Told[] {
	const isMain = ({ role }: Told) => role === "MAIN";
	return [...mentions.filter(isMain), ...mentions.filter((mention) => !isMain(mention))].slice(0, FACE_MENTIONS);
}

/**
 * The face of an event from the mentions known at some moment.
 * Title: the earliest article that is about it, else the fullest retelling. Type: that of most mentions. Status: as last
 * reported. Time: the value that most articles give; of equally many the more exact one.
 * @param mentions at least one.
 */
export function decideFace(mentions: readonly FaceMention[]): EventFace {
	const ordered = [...mentions].sort(
		(a, b) =>
			Number(a.isCopy) - Number(b.isCopy) ||
			a.publishedAt.getTime() - b.publishedAt.getTime() ||
			compare(a.articleId, b.articleId),
	);
	const main = ordered.filter((mention) => mention.role === "MAIN");
	const telling = main[0] ?? fullest(ordered);
	const news = main.length > 0 ? main : ordered;
	return {
		title: telling.title,
		type: mostCommon(news.filter((mention) => mention.type !== "OTHER").map((mention) => mention.type)) ?? "OTHER",
		status: latestStatus(news),
		time: commonTime(ordered),
	};
}

/** A face as the columns of the `Event` table that show it. */
export function faceColumns({ title, type, status, time }: EventFace) {
	return {
		title,
		type,
		status,
		timeValue: time?.value ?? null,
		timeStart: time?.start ?? null,
		timeEnd: time?.end ?? null,
		timeGranularity: time?.granularity ?? null,
		timeApproximate: time?.approximate ?? false,
		timeText: time?.text ?? null,
		timeAnchor: time?.anchor ?? null,
	};
}

/** A retelling fit for a list is a clause of some length, not a bare noun and not a paragraph. */
const IDEAL_TITLE_LENGTH = 80;

function fullest(mentions: readonly FaceMention[]): FaceMention {
	const distance = (mention: FaceMention) =>
		Math.abs(mention.title.length - IDEAL_TITLE_LENGTH) + (mention.time ? 0 : 20);
	return mentions.reduce((best, mention) => (distance(mention) < distance(best) ? mention : best));
}

function latestStatus(mentions: readonly FaceMention[]): OccurrenceStatus {
	let latest = mentions[0] as FaceMention;
	for (const mention of mentions) if (mention.publishedAt.getTime() > latest.publishedAt.getTime()) latest = mention;
	// What is once reported as having happened does not become a plan again because a later piece looks ahead.
	const happened = mentions.some((mention) => mention.status === "OCCURRED");
	return happened && (latest.status === "PLANNED" || latest.status === "UNCERTAIN") ? "OCCURRED" : latest.status;
}

const EXACTNESS = ["DECADE", "YEAR", "SEASON", "QUARTER", "MONTH", "WEEK", "DAY", "HOUR", "MINUTE"];

function commonTime(mentions: readonly FaceMention[]): EventTime | null {
	const votes = new Map<string, { time: EventTime; articles: Set<string> }>();
	for (const mention of mentions) {
		if (!mention.time) continue;
		const vote = votes.get(mention.time.value) ?? { time: mention.time, articles: new Set<string>() };
		vote.articles.add(mention.articleId);
		votes.set(mention.time.value, vote);
	}
	let best: { time: EventTime; articles: Set<string> } | null = null;
	for (const vote of votes.values()) {
		const more = best ? vote.articles.size - best.articles.size : 1;
		const finer = best ? EXACTNESS.indexOf(vote.time.granularity) - EXACTNESS.indexOf(best.time.granularity) : 1;
		if (more > 0 || (more === 0 && finer > 0)) best = vote;
	}
	return best?.time ?? null;
}

function mostCommon<T>(values: readonly T[]): T | null {
	const counts = new Map<T, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	let best: T | null = null;
	for (const [value, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = value;
	return best;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
