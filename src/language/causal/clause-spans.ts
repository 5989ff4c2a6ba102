import { COMPLEMENTIZER, REPORTING_VERBS, TIME_NOUNS } from "../en/causal-words.js";
import type { VerbGroup } from "../phrases.js";
import { antecedent, phraseAfter } from "./phrase-spans.js";
import { breakAt, isFiniteGroup, isNominal, type SentenceView, type TokenRange } from "./sentence-view.js";
import {
	clauseFollows,
	MAX_BRACKET,
	MAX_WALK,
	nominalBetween,
	openingBracket,
	opensRelative,
	trimmed,
	trimmedBefore,
} from "./span-edges.js";

/** The clause that ends before `end`: without its reporting frame, opening conjunction and leading adverbial. */
export function clauseBefore(view: SentenceView, end: number): TokenRange | null {
	const clause = nearestClause(view, end);
	// "Shops closed, police said, because …": the clause before the report is meant.
	if (clause && isReportFrame(view, clause)) return nearestClause(view, clause.first - 1) ?? clause;
	return clause;
}

/** A subject and a reporting verb behind a comma, without anything that is reported. */
function isReportFrame(view: SentenceView, range: TokenRange): boolean {
	if (breakAt(view, range.first - 1) !== "COMMA") return false;
	const group = view.groupAt(range.end - 1);
	return isFiniteGroup(group) && group.first > range.first && group.end === range.end && reports(view, group);
}

function nearestClause(view: SentenceView, end: number): TokenRange | null {
	const low = Math.max(view.first, end - MAX_WALK);
	let verb = -1;
	let start = low;
	let closed = 0;
	let parenthetical = false;
	for (let i = end - 1; i >= low; i--) {
		const group = view.groupAt(i);
		if (isFiniteGroup(group)) {
			if (verb < 0) verb = group.first;
			else if (!reports(view, group)) verb = group.first;
			else if (!opensRelative(view, group.first)) {
				start = afterReport(view, group.end, verb);
				break;
			}
			i = Math.max(group.first, low);
			continue;
		}
		const kind = breakAt(view, i);
		if (kind === "STRONG") {
			start = i + 1;
			break;
		}
		if (kind === "CLOSE") {
			const open = openingBracket(view, i, low);
			if (open >= 0) i = open;
			else closed++;
			continue;
		}
		if (kind === "OPEN") {
			if (closed > 0) closed--;
			else {
				start = i + 1;
				break;
			}
		}
		if (verb < 0) continue;
		if (kind === "COMMA") {
			if (!nominalBetween(view, i + 1, verb)) {
				const opening = openingComma(view, i, low);
				if (opening >= 0) i = opening;
				else parenthetical = true;
				continue;
			}
			if (parenthetical) {
				parenthetical = false;
				continue;
			}
			if (opensClauseAt(view, i, low)) {
				start = i + 1;
				break;
			}
		} else if (kind === "COORDINATOR") {
			if (breakAt(view, i - 1) === "COMMA" && finiteBefore(view, i, low)) {
				start = i + 1;
				break;
			}
		} else if (kind === "OPENER") {
			start = i + 1;
			break;
		} else if (kind === "RELATIVE") {
			if (nominalBetween(view, i + 1, verb)) {
				start = i + 1;
				break;
			}
			const noun = antecedent(view, i);
			start = noun ? noun.first : i;
			break;
		}
	}
	const range = trimmedBefore(view, start, end);
	return range && verb >= 0 ? trimmed(view, afterLeadingTime(view, range, verb), range.end) : range;
}

/** The clause that begins at `start`, up to its sentence end, reporting tail, next clause or strong signal. */
export function clauseAfter(view: SentenceView, start: number, initial = false): TokenRange | null {
	const high = Math.min(view.end, start + MAX_WALK);
	let verb = false;
	let relative = false;
	let end = high;
	let opened = 0;
	for (let i = start; i < high; i++) {
		if (i > start && view.barrierAt(i) && verb) {
			end = i;
			break;
		}
		const group = view.groupAt(i);
		if (group) {
			if (isFiniteGroup(group)) {
				if (relative) relative = false;
				else verb = true;
			}
			i = Math.min(group.end, high) - 1;
			continue;
		}
		const kind = breakAt(view, i);
		if (kind === "RELATIVE" && !verb && i > start && isFiniteGroup(view.groupAt(i + 1))) relative = true;
		if (kind === "OPEN") opened++;
		if (kind === "CLOSE" && opened-- <= 0) {
			end = i;
			break;
		}
		if (kind === "STRONG" || (kind === "OPENER" && verb && clauseFollows(view, i + 1, high))) {
			// ", hours after": the distance belongs to the next clause.
			return kind === "OPENER" ? trimmedBefore(view, start, i) : trimmed(view, start, i);
		}
		if (kind === "COMMA" && (initial ? verb : endsAtComma(view, i, high, verb))) {
			end = i;
			break;
		}
	}
	return trimmed(view, start, end);
}

/** The verb phrase of an infinitive that begins at `start`: as a noun phrase, and with a clause that the verb takes. */
export function infinitiveAfter(view: SentenceView, start: number): TokenRange | null {
	const phrase = phraseAfter(view, start);
	if (!phrase) return null;
	const group = view.groupAt(start);
	const next = view.tokens[phrase.end];
	if (group && next?.lower === COMPLEMENTIZER && phrase.end <= group.end) {
		const clause = clauseAfter(view, phrase.end + 1);
		if (clause) return { first: phrase.first, end: clause.end };
	}
	return phrase;
}

/** The subject of the verb group that begins at `verb`: from the start of its clause, without a leading adverbial. */
export function subjectBefore(view: SentenceView, verb: number): TokenRange | null {
	const clause = clauseBefore(view, verb + 1);
	if (!clause || clause.first >= verb) return null;
	// "The storm cut off power and prevented": the subject ends before the first verb that it is the subject of.
	for (let i = clause.first; i < verb; i++) {
		const group = view.groupAt(i);
		if (isFiniteGroup(group) && group.first > clause.first && group.end < verb && !opensRelative(view, group.first)) {
			return trimmedBefore(view, clause.first, group.first);
		}
	}
	return trimmedBefore(view, clause.first, verb);
}

/** "In June 2019 the government": a time before the subject belongs to the report, not to the event told. */
function afterLeadingTime(view: SentenceView, range: TokenRange, verb: number): number {
	let at = range.first;
	if (view.tokens[at]?.pos === "ADP") at++;
	const from = at;
	while (at < verb && (isTimeNoun(view, at) || (at > from && /^\d+$/.test(view.tokens[at]?.text ?? "")))) at++;
	return at > from && nominalBetween(view, at, verb) ? at : range.first;
}

function isTimeNoun(view: SentenceView, index: number): boolean {
	return TIME_NOUNS.has(view.tokens[index]?.lower ?? "") && view.tokens[index]?.pos !== "ADJ";
}

function reports(view: SentenceView, group: VerbGroup): boolean {
	return REPORTING_VERBS.has(view.tokens[group.head]?.lemma ?? "");
}

/** After a reporting verb: its complementizer and a time adverbial ("said on Monday that") are skipped. */
function afterReport(view: SentenceView, end: number, verb: number): number {
	let at = end;
	if (view.tokens[at]?.pos === "ADP") {
		const time = view.tokens[at + 1];
		if (time && TIME_NOUNS.has(time.lower) && at + 2 < verb) at += 2;
	} else if (TIME_NOUNS.has(view.tokens[at]?.lower ?? "") && at + 1 < verb) at++;
	return at;
}

function finiteBefore(view: SentenceView, index: number, low: number): boolean {
	for (let i = index - 1; i >= low; i--) {
		const group = view.groupAt(i);
		if (isFiniteGroup(group)) return !REPORTING_VERBS.has(view.tokens[group.head]?.lemma ?? "");
		const kind = breakAt(view, i);
		if (kind === "STRONG" || kind === "OPENER" || kind === "RELATIVE") return false;
	}
	return false;
}

/** A comma before a subject: does a clause or an adverbial end there, or is it inside a list or apposition? */
function opensClauseAt(view: SentenceView, comma: number, low: number): boolean {
	let first = comma;
	for (let i = comma - 1; i >= low; i--) {
		if (isFiniteGroup(view.groupAt(i))) return true;
		const kind = breakAt(view, i);
		if (kind === "STRONG") break;
		if (kind === "OPENER" || kind === "RELATIVE") return true;
		first = i;
	}
	if (view.barrierAt(first)) return true;
	const pos = view.tokens[first]?.pos;
	return pos === "ADP" || pos === "ADV" || pos === "SCONJ" || pos === "VERB" || pos === "PART" || pos === "CCONJ";
}

/** A comma after the verb ends the clause before a reporting tail, a coordinate clause, a participle or another clause. */
function endsAtComma(view: SentenceView, comma: number, high: number, verb: boolean): boolean {
	if (!verb) return false;
	const next = comma + 1;
	const kind = breakAt(view, next);
	if (kind === "COORDINATOR")
		return view.tokens[next + 1]?.lower === COMPLEMENTIZER || clauseFollows(view, next + 1, high);
	if (kind !== "NONE") return true;
	const group = view.groupAt(next);
	if (group) return true;
	return clauseFollows(view, next, high);
}

/** Before a comma that closes a relative or participle clause ("Smith, who fled, was found"): the comma that opens it. */
function openingComma(view: SentenceView, close: number, low: number): number {
	let relative = false;
	for (let i = close - 1; i >= Math.max(low, close - MAX_BRACKET); i--) {
		const kind = breakAt(view, i);
		if (kind === "STRONG") return -1;
		if (kind === "RELATIVE") relative = true;
		if (kind !== "COMMA") continue;
		// "The firms, two carriers that fly the model, cancelled": an apposition with a relative clause of its own.
		if (relative && breakAt(view, i + 1) !== "RELATIVE") return isNominal(view.tokens[i - 1]) ? i : -1;
		const next = view.groupAt(i + 1);
		if (breakAt(view, i + 1) === "RELATIVE" || (next && !isFiniteGroup(next))) return i;
	}
	return -1;
}
