import { MODIFYING_PARTICIPLES, NEGATIONS, REPORTING_VERBS } from "../en/causal-words.js";
import { breakAt, isFiniteGroup, isNominal, type SentenceView, type TokenRange } from "./sentence-view.js";
import { clauseFollows, MAX_BRACKET, MAX_WALK, openingBracket, trimmed } from "./span-edges.js";

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
		if (isFiniteGroup(group)) {
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
	// A verb mistaken for a noun's preposition leaves a dangling one: "a dispute over | pay".
	if (end > start + 1 && end < high && view.tokens[end - 1]?.pos === "ADP" && isFiniteGroup(view.groupAt(end))) end--;
	return trimmed(view, start, end);
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
	while (first < end - 1 && view.tokens[first]?.pos === "ADP") first++;
	return trimmed(view, first, end);
}

/** After a comma or "and" within a noun phrase: another member follows, and no verb of which it would be the subject. */
function listGoesOn(view: SentenceView, mark: number, high: number): boolean {
	const isComma = breakAt(view, mark) === "COMMA";
	let coordinated = !isComma;
	let nominal = false;
	let member = false;
	// ", and": a clause of its own as often as a last member.
	const opensClause = breakAt(view, mark + 1) === "COORDINATOR";
	if (NEGATIONS.has(view.tokens[mark + 1]?.lower ?? "")) return false;
	for (let i = mark + 1; i < high; i++) {
		const group = view.groupAt(i);
		if (isFiniteGroup(group)) return false;
		if (group && !nominal && !coordinated && !isModifier(view, i)) return false;
		const kind = breakAt(view, i);
		if (kind === "COORDINATOR") coordinated = true;
		else if (kind === "COMMA") {
			if (nominal && !isComma) return true;
			if (member) return endsBeforeReport(view, i + 1, high);
		} else if (kind !== "NONE" || (i > mark + 1 && view.barrierAt(i))) return nominal && coordinated;
		if (i === mark + 1 && isComma && kind === "NONE" && view.tokens[i]?.pos === "ADP") return false;
		if (isNominal(view.tokens[i]) || view.tokens[i]?.pos === "NUM") {
			nominal = true;
			if (coordinated && isComma && !opensClause) member = true;
		}
	}
	return nominal && coordinated;
}

/** "falling demand", "damaged rails": the participle stands before the noun it describes. */
function isModifier(view: SentenceView, index: number): boolean {
	const group = view.groupAt(index);
	if (!group || group.end !== index + 1 || !isNominal(view.tokens[index + 1])) return false;
	return group.form === "PARTICIPLE" || MODIFYING_PARTICIPLES.has(view.tokens[index]?.lower ?? "");
}

/** Behind the last member of a list only a report stands, or nothing with a verb: ", two diplomats said". */
function endsBeforeReport(view: SentenceView, first: number, high: number): boolean {
	for (let i = first; i < high; i++) {
		const group = view.groupAt(i);
		if (isFiniteGroup(group)) return i > first && REPORTING_VERBS.has(view.tokens[group.head]?.lemma ?? "");
	}
	return true;
}
