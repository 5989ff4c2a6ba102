import { enumType } from "../graphql/enum-type.js";

/** The axes on which a claim is described, so that it can be printed truthfully. */

export const CausalRelation = enumType("CausalRelation", "How one event bears on another (force dynamics).", {
	CAUSE: "It led to it.",
	ENABLE: "It made it possible.",
	PREVENT: "It prevented or delayed it.",
});

export const CausalMode = enumType("CausalMode", "By what way one event led to another.", {
	CONSEQUENCE: "The event brought it about.",
	MOTIVATION: "An actor reacted to the event.",
	PURPOSE: "An actor aimed at the event; the aim is the cause, what was done for it the effect.",
});

export const LinkBasis = enumType("LinkBasis", "On what ground a link stands.", {
	STATED: "A sentence says so.",
	INFERRED: "Read between the lines.",
	CURATED: "An editor says so.",
});

export const LinkStatus = enumType("LinkStatus", "How far a link is borne out.", {
	PROPOSED: "Claimed once, or only by people who are quoted.",
	ACCEPTED: "Claimed independently by several outlets, or plainly by one.",
	DISPUTED: "Somebody denies it: never print it as a fact.",
	RETRACTED: "Nobody claims it any more.",
});

export const Stance = enumType("Stance", "Whether a sentence speaks for a claim or against it.", {
	SUPPORTS: "It says so.",
	CONTRADICTS: "It denies it.",
});
