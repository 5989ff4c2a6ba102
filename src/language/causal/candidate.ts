import type { CausalMode, CausalRelation } from "../analysis.js";
import type { TokenRange } from "./sentence-view.js";

/** Two spans and a signal that may be a causal claim; deciding is a step of its own. */
export interface CausalCandidate {
	cause: TokenRange;
	effect: TokenRange;
	/** The words the claim hangs on; empty, where it would stand, if there are none. */
	signal: TokenRange;
	relation: CausalRelation;
	mode: CausalMode;
	/** Index into `sentences` of the signal's sentence. */
	sentence: number;
	/** Who blames or explains, where the signal itself reports ("Officials blamed the storm"). */
	source: TokenRange | null;
	/** True for a verb with subject and object, false for a connective. */
	byVerb: boolean;
	/** Names the lexicon entry ("due to", "trigger"), what reliability is measured by; null where the lexicon reads nothing. */
	entry: string | null;
	/** 0–1, of the lexicon entry; 0 without one. */
	reliability: number;
	/** Observations that raise or lower the reliability; see lexicon-confidence.ts. */
	features: ReadonlySet<CandidateFeature>;
}

export type CandidateFeature =
	/** The argument on the far side has no verb. */
	| "VERBLESS_FAR"
	/** A subject that names a person or body, which does not happen. */
	| "AGENT_SUBJECT"
	/** A subject that names a happening. */
	| "EVENT_SUBJECT"
	/** The effect of a verb names a happening. */
	| "EVENT_OBJECT"
	/** One argument is the sentence before. */
	| "PREVIOUS_SENTENCE"
	/** The signal is negated. */
	| "NEGATED"
	/** A word of harm, force or alarm in the cause, in the effect. */
	| "EVENTFUL_CAUSE"
	| "EVENTFUL_EFFECT"
	/** The effect's verb is negated or modal. */
	| "UNREAL_EFFECT"
	/** The argument is a clause or verb phrase, not a noun phrase. */
	| "CLAUSE_CAUSE"
	| "CLAUSE_EFFECT"
	| "CLAUSE_NEAR"
	| "INITIAL"
	/** An agent prevents something: the preventing verb stands for its own cause; told as a duty ("had to"), or not. */
	| "OWN_ACT"
	| "OBLIGED";
