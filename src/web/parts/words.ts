import type { CausalRelation, ContextRole, LinkStatus, OccurrenceStatus } from "../answers.js";

/** What stands behind a role on the timeline: a word, and a shape that tells it without colour. */
export interface RoleWord {
	word: string;
	shape: "cause" | "enabler" | "preventer" | "background";
}

export const ROLE_WORDS: Record<ContextRole, RoleWord> = {
	DIRECT_CAUSE: { word: "Cause", shape: "cause" },
	INDIRECT_CAUSE: { word: "Earlier cause", shape: "cause" },
	ENABLER: { word: "Made it possible", shape: "enabler" },
	PREVENTER: { word: "Stood against it", shape: "preventer" },
	BACKGROUND: { word: "Background", shape: "background" },
	RELATED: { word: "Related", shape: "background" },
};

export const RELATION_WORDS: Record<CausalRelation, string> = {
	CAUSE: "led to",
	ENABLE: "made possible",
	PREVENT: "prevented",
};

/** Empty where there is nothing to say: an event is taken to have occurred. */
export const STATUS_WORDS: Record<OccurrenceStatus, string> = {
	OCCURRED: "",
	ONGOING: "Going on",
	PLANNED: "Planned",
	POSTPONED: "Postponed",
	CANCELLED: "Cancelled",
	DENIED: "Denied",
	UNCERTAIN: "Not certain",
};

export const LINK_STATUS_WORDS: Record<LinkStatus, string> = {
	ACCEPTED: "accepted",
	PROPOSED: "said, not reviewed",
	DISPUTED: "disputed",
	RETRACTED: "retracted",
};

/** `1 article`, `3 articles`. */
export const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** `SCHEDULE_CHANGE` as people write it. */
export const inWords = (name: string): string => {
	const words = name.toLowerCase().replaceAll("_", " ");
	return words.charAt(0).toUpperCase() + words.slice(1);
};
