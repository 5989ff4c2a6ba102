import type { SignalGuard } from "../en/causal-signals.js";
import {
	AGENT_NOUNS,
	AS_COMPLEMENTS,
	AS_GOVERNORS,
	COPULAS,
	EVENT_NOUNS,
	EVENTFUL_WORDS,
	GOAL_NOUNS,
	GRIEVANCE_WORDS,
	PARTICLE_VERBS,
	PERSON_PRONOUNS,
	PRESSURE_NOUNS,
	PROGRESSIVE_ENDINGS,
	PROTEST_WORDS,
	REPORTING_VERBS,
	SANCTION_WORDS,
	STATIVE_VERBS,
	TIME_NOUNS,
} from "../en/causal-words.js";
import type { VerbGroup } from "../phrases.js";
import { isPurpose, isTimeOnly } from "./purpose.js";
import {
	breakAt,
	hasFinite,
	hasVerb,
	isFiniteGroup,
	isNominal,
	type SentenceView,
	type TokenRange,
} from "./sentence-view.js";
import type { SignalMatch } from "./signal-matches.js";

/** How far before an ambiguous preposition the word that governs it may stand. */
const GOVERNOR_REACH = 12;
const QUARREL_REACH = 6;
/** "sentenced … for ignoring": with a gerund the governing verb may stand far off. */
const GERUND_REACH = 28;

/** NEAR stands beside the signal; `initial` where it also opens the sentence. */
export interface SignalArguments {
	near: TokenRange;
	far: TokenRange;
	initial: boolean;
}

/** Guards that can be decided before the arguments are cut. */
export function passesEarlyGuard(view: SentenceView, match: SignalMatch): boolean {
	const guard: SignalGuard = match.signal.guard;
	if (guard === "ABSOLUTE") return match.first === view.first;
	if (guard === "NO_STATE") return !COPULAS.has(view.tokens[match.end]?.lower ?? "");
	if (guard === "UNTAGGED") return view.groupAt(match.first) === undefined;
	if (guard === "PURPOSE") return isPurpose(view, match.first);
	if (guard === "SANCTION") {
		const reach = view.groupAt(match.end)?.form === "GERUND" ? GERUND_REACH : GOVERNOR_REACH;
		const before = view.tokens[match.first - 1];
		if (isTime(view, match.end) || before?.pos === "ADJ" || GOAL_NOUNS.has(before?.lower ?? "")) return false;
		if (isPersonal(view, match.end)) return false;
		return governed(view, match.first, SANCTION_WORDS, reach);
	}
	if (guard === "GRIEVANCE") return governed(view, match.first, GRIEVANCE_WORDS);
	if (guard === "PROTEST")
		return (
			!isParticle(view, match.first) &&
			!isTime(view, match.end) &&
			governed(view, match.first, PROTEST_WORDS, QUARREL_REACH)
		);
	if (guard === "PRESSURE") return holds(view, { first: match.end, end: match.end + 5 }, PRESSURE_NOUNS);
	if (guard === "BACKGROUND" && isRelativeTime(view, match.first)) return false;
	if (guard === "BACKGROUND" && isComparison(view, match)) return false;
	if (guard === "NOT_TIME") return !isTime(view, match.end);
	return true;
}

/** Guards that look at the arguments. */
export function passesLateGuard(view: SentenceView, guard: SignalGuard, args: SignalArguments): boolean {
	const { near, far, initial } = args;
	switch (guard) {
		case "BACKGROUND":
			if (initial || isTime(view, near.first) || tellsState(view, far) || isProgressive(view, near)) return false;
			if (isReport(view, near)) return false;
			return holds(view, far, EVENTFUL_WORDS) && (holds(view, near, EVENTFUL_WORDS) || holds(view, near, EVENT_NOUNS));
		case "AFTER":
			if (initial || isTime(view, near.first) || isTimed(view, near.first - 2)) return false;
			if (tellsState(view, far) || isPronoun(view, near)) return false;
			return hasFinite(view, near) || holds(view, far, EVENTFUL_WORDS);
		case "SANCTION":
		case "GRIEVANCE":
		case "NO_TARGET":
			return !isActor(view, near);
		case "ABSOLUTE":
			return initial && hasVerb(view, near);
		case "NOT_TIME":
			return isPresent(view, near) || (initial && !hasPerfect(view, far));
		default:
			return true;
	}
}

/** "for itself", not "for her role". */
function isPersonal(view: SentenceView, at: number): boolean {
	return PERSON_PRONOUNS.has(view.tokens[at]?.lower ?? "") && !["NOUN", "ADJ"].includes(view.tokens[at + 1]?.pos ?? "");
}

/** "as a newspaper reported": a reporting verb and nothing that is reported. */
function isReport(view: SentenceView, range: TokenRange): boolean {
	const group = firstFinite(view, range);
	if (!group || !REPORTING_VERBS.has(view.tokens[group.head]?.lemma ?? "")) return false;
	return isTimeOnly(view, group.end, range.end);
}

function isPronoun(view: SentenceView, range: TokenRange): boolean {
	const kind = breakAt(view, range.first);
	return kind === "RELATIVE" || (range.end - range.first === 1 && view.tokens[range.first]?.pos === "PRON");
}

/** A bare name or a noun for people, with nothing that happens in the phrase. */
export function isActor(view: SentenceView, range: TokenRange): boolean {
	if (hasVerb(view, range)) return false;
	let head: string | null = null;
	for (let i = range.first; i < range.end; i++) {
		const token = view.tokens[i];
		if (!token) break;
		if (token.pos === "ADP") break;
		if (token.pos === "NOUN") head = token.lower;
	}
	return head === null || AGENT_NOUNS.has(head);
}

/** "three days after": a unit of time stands right before the signal. */
function isTimed(view: SentenceView, at: number): boolean {
	return TIME_NOUNS.has(view.tokens[at]?.lower ?? "") && view.tokens[at - 1]?.pos !== "ADP";
}

/** True where a word of the list is in the range. */
export function holds(view: SentenceView, range: TokenRange, list: ReadonlySet<string>): boolean {
	for (let i = range.first; i < range.end; i++) {
		const token = view.tokens[i];
		if (token && (list.has(token.lower) || list.has(token.lemma))) return true;
	}
	return false;
}

/** The clause's own verb tells a state ("It was the first rally"). */
function tellsState(view: SentenceView, range: TokenRange): boolean {
	const group = firstFinite(view, range);
	return group !== undefined && !group.passive && STATIVE_VERBS.has(view.tokens[group.head]?.lemma ?? "");
}

/** "when I was taking pictures": what went on around the happening, not what brought it about. */
function isProgressive(view: SentenceView, range: TokenRange): boolean {
	const group = firstFinite(view, range);
	if (!group || group.end - group.first < 2) return false;
	const head = view.tokens[group.head];
	return head !== undefined && PROGRESSIVE_ENDINGS.some((ending) => head.lower.endsWith(ending));
}

function firstFinite(view: SentenceView, range: TokenRange): VerbGroup | undefined {
	for (let i = range.first; i < range.end; i++) {
		const group = view.groupAt(i);
		if (isFiniteGroup(group)) return group;
	}
	return undefined;
}

/** A number, date or stretch of time begins here ("since 2014", "for two days", "over the weekend"). */
export function isTime(view: SentenceView, at: number): boolean {
	for (let i = at; i < Math.min(at + 4, view.end); i++) {
		const token = view.tokens[i];
		if (!token) return false;
		if (TIME_NOUNS.has(token.lower) && token.pos !== "ADJ") return true;
		if (i === at && token.pos === "NUM") return true;
		if (isNominal(token) || token.pos === "VERB" || token.pos === "PUNCT") return false;
	}
	return false;
}

function governed(view: SentenceView, at: number, list: ReadonlySet<string>, reach = GOVERNOR_REACH): boolean {
	const low = Math.max(view.first, at - reach);
	for (let i = at - 1; i >= low; i--) {
		const token = view.tokens[i];
		if (!token) return false;
		if (list.has(token.lower)) return true;
		const kind = breakAt(view, i);
		if (kind === "STRONG" || kind === "OPENER") return false;
	}
	return false;
}

/** "in January, when": the clause tells about the time before it. */
function isRelativeTime(view: SentenceView, at: number): boolean {
	const before = breakAt(view, at - 1) === "COMMA" ? at - 2 : at - 1;
	if (before < view.first) return false;
	// "on May 5, when": a number there is a day or a year.
	if (TIME_NOUNS.has(view.tokens[before]?.lower ?? "")) return true;
	return before < at - 1 && /^\d+$/.test(view.tokens[before]?.text ?? "");
}

function isPresent(view: SentenceView, range: TokenRange): boolean {
	const group = firstFinite(view, range);
	return group?.tense === "PRESENT" && !group.perfect;
}

function hasPerfect(view: SentenceView, range: TokenRange): boolean {
	for (let i = range.first; i < range.end; i++) if (view.groupAt(i)?.perfect) return true;
	return false;
}

/** "such as", "as per": a preposition or a comparison. */
function isComparison(view: SentenceView, match: SignalMatch): boolean {
	if (AS_GOVERNORS.has(view.tokens[match.first - 1]?.lower ?? "")) return true;
	return AS_COMPLEMENTS.has(view.tokens[match.end]?.lower ?? "");
}

function isParticle(view: SentenceView, at: number): boolean {
	return PARTICLE_VERBS.has(view.tokens[at - 1]?.lemma ?? "");
}
