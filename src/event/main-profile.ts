import type { EventMention } from "../language/analysis.js";
import type { ArticleReading } from "../language/analyze.js";
import type { Term } from "../language/terms.js";
import { timexInterval } from "../language/time/interval.js";
import type { EventTime } from "./event-time.js";
import { participantKey, type Roles } from "./participants.js";
import type { ReportGroup } from "./report-group.js";
import type { ArticleMentions } from "./select-mentions.js";
import type { TermWeights } from "./term-weight.js";

/** What is known of an article before its mentions are looked at. */
export interface WeighedArticle {
	/** The anchor of its relative dates. */
	publishedAt: Date;
	/** See `reportWeights`. */
	weights: TermWeights;
	/** Terms that stand in it as proper names. */
	nameTerms: ReadonlySet<Term>;
}

/** What an article is about: kind, time and participants of its main mentions, with its words. */
export function mainProfile(
	article: WeighedArticle,
	selected: ArticleMentions,
	reading: ArticleReading,
): ReportGroup & { time: EventTime | null } {
	const { publishedAt, weights } = article;
	const main = [...selected.main].sort((a, b) => a - b).map((index) => selected.mentions[index] as EventMention);
	const times = main.map((mention) => mentionTime(mention, reading, publishedAt));
	const latest = new Date(publishedAt.getTime() + 86_400_000);
	return {
		reports: 1,
		alike: 0,
		firstReportedAt: publishedAt,
		mainReports: { first: publishedAt, last: publishedAt },
		weights,
		names: new Set([...article.nameTerms].filter((term) => weights.has(term))),
		type: main.map(({ type }) => type).find((type) => type !== "OTHER") ?? "OTHER",
		// What is announced for later is not when the news happened.
		time: times.find((time) => time && time.start <= latest) ?? null,
		roles: rolesOf(main),
	};
}

/** When a mention says that its event happened; null where it does not. `anchor`: publication of the article. */
export function mentionTime(mention: EventMention, reading: ArticleReading, anchor: Date): EventTime | null {
	const range = mention.time ? timexInterval(mention.time) : null;
	if (!mention.time || !range) return null;
	const expression =
		mention.timeExpression === null ? undefined : reading.analysis.timeExpressions[mention.timeExpression];
	return {
		value: mention.time,
		...range,
		approximate: expression?.approximate ?? false,
		text: expression?.text ?? null,
		anchor,
	};
}

/** Who takes part in these mentions, by key; a part in the deed outweighs being named beside it. */
export function rolesOf(mentions: readonly EventMention[]): Roles {
	const roles = new Map<string, "ACTOR" | "RECIPIENT" | "OTHER">();
	for (const mention of mentions) {
		for (const { name, role } of mention.participants) {
			const key = participantKey(name);
			if (!roles.has(key) || roles.get(key) === "OTHER") roles.set(key, role);
		}
		for (const place of mention.places)
			if (!roles.has(participantKey(place))) roles.set(participantKey(place), "OTHER");
	}
	return roles;
}
