import { COMPLEMENTIZER, INFINITIVE_MARKER, REPORTING_VERBS, SIGNAL_ADVERBS, TIME_NOUNS } from "../en/causal-words.js";
import type { VerbGroup } from "../phrases.js";
import { breakAt, isFinite, isNominal, type SentenceView, type TokenRange } from "./sentence-view.js";

/** No argument is cut from farther away than this: what is longer is a list or no sentence, and the walk stays linear. */
const MAX_WALK = 70;
const MAX_BRACKET = 25;

/** The clause that ends before `end`: without its reporting frame, opening conjunction and leading adverbial. */
export function clauseBefore(view: SentenceView, end: number): TokenRange | null {
	const low = Math.max(view.first, end - MAX_WALK);
	let verb = -1;
	let start = low;
	let closed = 0;
	let parenthetical = false;
	for (let i = end - 1; i >= low; i--) {
		const group = view.groupAt(i);
		if (isFinite(group)) {
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

function isTimeNoun(view: SentenceView, index: number): boolean {
	return TIME_NOUNS.has(view.tokens[index]?.lower ?? "") && view.tokens[index]?.pos !== "ADJ";
}

/** "In June 2019 the government": a time before the subject belongs to the report, not to the event told. */
function afterLeadingTime(view: SentenceView, range: TokenRange, verb: number): number {
	let at = range.first;
	if (view.tokens[at]?.pos === "ADP") at++;
	const from = at;
	while (at < verb && (isTimeNoun(view, at) || (at > from && /^\d+$/.test(view.tokens[at]?.text ?? "")))) at++;
	return at > from && nominalBetween(view, at, verb) ? at : range.first;
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
			if (isFinite(group)) {
				if (relative) relative = false;
				else verb = true;
			}
			i = Math.min(group.end, high) - 1;
			continue;
		}
		const kind = breakAt(view, i);
		if (kind === "RELATIVE" && !verb && i > start && isFinite(view.groupAt(i + 1))) relative = true;
		if (kind === "OPEN") opened++;
		if (kind === "CLOSE" && opened-- <= 0) {
			end = i;
			break;
		}
		if (kind === "STRONG" || (kind === "OPENER" && verb && clauseFollows(view, i + 1, high))) {
			end = i;
			break;
		}
		if (kind === "COMMA" && (initial ? verb : endsAtComma(view, i, high, verb))) {
			end = i;
			break;
		}
	}
	return trimmed(view, start, end);
}

/** The noun phrase or gerund that begins at `start`, with its prepositional tail, list members and restrictive clauses. */
export function phraseAfter(view: SentenceView, start: number): TokenRange | null {
	const high = Math.min(view.end, start + MAX_WALK);
	let end = high;
	let relative = false;
	let opened = 0;
	for (let i = start; i < high; i++) {
		if (i > start && view.barrierAt(i)) {
			end = i;
			break;
		}
		const group = view.groupAt(i);
		if (isFinite(group)) {
			if (!relative) {
				end = i;
				break;
			}
			relative = false;
			i = Math.min(group.end, high) - 1;
			continue;
		}
		const kind = breakAt(view, i);
		if (kind === "OPEN") opened++;
		if (kind === "CLOSE" && opened-- <= 0) {
			end = i;
			break;
		}
		if (kind === "STRONG" || (kind === "OPENER" && i > start && clauseFollows(view, i + 1, high))) {
			end = i;
			break;
		}
		if (kind === "RELATIVE" && i > start) {
			if (!isNominal(view.tokens[i - 1])) {
				end = view.tokens[i - 1]?.pos === "ADP" ? i - 1 : i;
				break;
			}
			relative = true;
		}
		if ((kind === "COMMA" || kind === "COORDINATOR") && !listGoesOn(view, i, high)) {
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
		if (isFinite(group) && group.first > clause.first && group.end < verb && !opensRelative(view, group.first)) {
			return trimmedBefore(view, clause.first, group.first);
		}
	}
	return trimmedBefore(view, clause.first, verb);
}

/** The noun phrase, with its prepositional tail, that ends before a relative pronoun. */
export function antecedent(view: SentenceView, pronoun: number): TokenRange | null {
	let end = pronoun;
	if (view.tokens[end - 1]?.pos === "ADP") end--;
	if (breakAt(view, end - 1) === "COMMA") end--;
	const low = Math.max(view.first, end - MAX_BRACKET);
	let first = end;
	while (first > low) {
		const at = first - 1;
		const kind = breakAt(view, at);
		if (kind === "CLOSE") {
			const open = openingBracket(view, at, low);
			if (open < 0) break;
			first = open;
			continue;
		}
		if (view.groupAt(at) || (kind !== "NONE" && kind !== "COORDINATOR")) break;
		first = at;
	}
	return trimmed(view, first, end);
}

/** An argument before the signal: also without the adverbs that lean on the signal ("largely due to"). */
export function trimmedBefore(view: SentenceView, first: number, end: number): TokenRange | null {
	let b = end;
	while (b > first && SIGNAL_ADVERBS.has(view.tokens[b - 1]?.lower ?? "")) b--;
	return trimmed(view, first, b);
}

/** The range without punctuation and conjunctions at its ends; null if nothing is left. */
export function trimmed(view: SentenceView, first: number, end: number): TokenRange | null {
	let a = Math.max(first, view.first);
	let b = Math.min(end, view.end);
	while (b > a && isEdge(view, b - 1)) b--;
	while (a < b && (isEdge(view, a) || isLeadingAdverb(view, a, b))) a++;
	return a < b ? { first: a, end: b } : null;
}

function isEdge(view: SentenceView, index: number): boolean {
	const kind = breakAt(view, index);
	if (kind === "COMMA" || kind === "STRONG" || kind === "COORDINATOR") return true;
	return kind === "OPEN" || (view.tokens[index]?.pos === "PUNCT" && kind === "NONE" && !isQuote(view, index));
}

/** A straight quote at the edge is kept where its partner lies inside, which the caller cannot know: see balanceQuotes. */
const isQuote = (view: SentenceView, index: number): boolean => /^["'’)]$/.test(view.tokens[index]?.text ?? "");

function isLeadingAdverb(view: SentenceView, index: number, end: number): boolean {
	if (view.tokens[index]?.pos !== "ADV") return false;
	return index + 1 < end && breakAt(view, index + 1) === "COMMA";
}

function reports(view: SentenceView, group: VerbGroup): boolean {
	return REPORTING_VERBS.has(view.tokens[group.head]?.lemma ?? "");
}

function opensRelative(view: SentenceView, verb: number): boolean {
	return breakAt(view, verb - 1) === "RELATIVE";
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

function openingBracket(view: SentenceView, close: number, low: number): number {
	if (view.tokens[close]?.text !== ")" && view.tokens[close]?.text !== "”") return -1;
	const partner = view.tokens[close]?.text === ")" ? "(" : "“";
	for (let i = close - 1; i >= Math.max(low, close - MAX_BRACKET); i--) if (view.tokens[i]?.text === partner) return i;
	return -1;
}

function nominalBetween(view: SentenceView, first: number, end: number): boolean {
	for (let i = first; i < end; i++) if (isNominal(view.tokens[i]) || view.tokens[i]?.pos === "NUM") return true;
	return false;
}

function finiteBefore(view: SentenceView, index: number, low: number): boolean {
	for (let i = index - 1; i >= low; i--) {
		const group = view.groupAt(i);
		if (isFinite(group)) return !REPORTING_VERBS.has(view.tokens[group.head]?.lemma ?? "");
		const kind = breakAt(view, i);
		if (kind === "STRONG" || kind === "OPENER" || kind === "RELATIVE") return false;
	}
	return false;
}

/** A comma before a subject: does a clause or an adverbial end there, or is it inside a list or apposition? */
function opensClauseAt(view: SentenceView, comma: number, low: number): boolean {
	let first = comma;
	for (let i = comma - 1; i >= low; i--) {
		if (isFinite(view.groupAt(i))) return true;
		const kind = breakAt(view, i);
		if (kind === "STRONG") break;
		if (kind === "OPENER" || kind === "RELATIVE") return true;
		first = i;
	}
	const pos = view.tokens[first]?.pos;
	return pos === "ADP" || pos === "ADV" || pos === "SCONJ" || pos === "VERB" || pos === "PART" || pos === "CCONJ";
}

/** A comma after the verb ends the clause before a reporting tail, a coordinate clause, a participle or another clause. */
function endsAtComma(view: SentenceView, comma: number, high: number, verb: boolean): boolean {
	if (!verb) return false;
	const next = comma + 1;
	const kind = breakAt(view, next);
	if (kind === "COORDINATOR") return clauseFollows(view, next + 1, high);
	if (kind !== "NONE") return true;
	const group = view.groupAt(next);
	if (group) return true;
	return clauseFollows(view, next, high);
}

/** Before a comma that closes a relative or participle clause ("Smith, who fled, was found"): the comma that opens it. */
function openingComma(view: SentenceView, close: number, low: number): number {
	for (let i = close - 1; i >= Math.max(low, close - MAX_BRACKET); i--) {
		const kind = breakAt(view, i);
		if (kind === "STRONG") return -1;
		if (kind !== "COMMA") continue;
		const next = view.groupAt(i + 1);
		if (breakAt(view, i + 1) === "RELATIVE" || (next && !isFinite(next))) return i;
	}
	return -1;
}

/** A subject and a finite verb stand before the next break. */
function clauseFollows(view: SentenceView, first: number, high: number): boolean {
	for (let i = first; i < high; i++) {
		if (isFinite(view.groupAt(i))) return true;
		const kind = breakAt(view, i);
		if (kind !== "NONE" && kind !== "COORDINATOR") return false;
	}
	return false;
}

/** After a comma or "and" within a noun phrase: another member follows, and no verb of which it would be the subject. */
function listGoesOn(view: SentenceView, mark: number, high: number): boolean {
	const isComma = breakAt(view, mark) === "COMMA";
	let coordinated = !isComma;
	let nominal = false;
	for (let i = mark + 1; i < high; i++) {
		const group = view.groupAt(i);
		if (isFinite(group)) return false;
		if (group && !nominal && !coordinated) return false;
		const kind = breakAt(view, i);
		if (kind === "COORDINATOR") coordinated = true;
		else if (kind === "COMMA") {
			if (nominal && !isComma) return true;
		} else if (kind !== "NONE" || (i > mark + 1 && view.barrierAt(i))) return nominal && coordinated;
		if (i === mark + 1 && isComma && kind === "NONE" && view.tokens[i]?.pos === "ADP") return false;
		if (isNominal(view.tokens[i])) nominal = true;
	}
	return nominal && coordinated;
}

/** True where an infinitive begins: the marker, and a verb group of that form behind or around it. */
export function isInfinitive(view: SentenceView, index: number): boolean {
	return view.tokens[index]?.lower === INFINITIVE_MARKER && view.groupAt(index + 1)?.form === "INFINITIVE";
}
