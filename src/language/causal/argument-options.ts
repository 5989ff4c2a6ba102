import { featureHash, wordHash } from "../learning/hashing.js";
import { scoreOf } from "../learning/linear-model.js";
import { clauseAfter, clauseBefore } from "./clause-spans.js";
import type { Order } from "./junction-place.js";
import type { CausalModels } from "./models.js";
import { antecedent, phraseAfter } from "./phrase-spans.js";
import { breakAt, hasFinite, type SentenceView, type TokenRange } from "./sentence-view.js";
import { trimmed } from "./span-edges.js";

/** One way to cut an argument beside a junction. */
export interface ArgumentOption {
	/** What cut it; the widest reaches to the end of the sentence. */
	kind: "CLAUSE" | "PHRASE" | "WIDEST";
	range: TokenRange;
}

/** Ways to cut the argument that ends at a junction. */
export function optionsBefore(view: SentenceView, junction: number): ArgumentOption[] {
	return options([
		["CLAUSE", clauseBefore(view, junction)],
		["PHRASE", antecedent(view, junction)],
		["WIDEST", trimmed(view, view.first, junction)],
	]);
}

/** Ways to cut the argument behind a junction, without the comma and the conjunction at it. */
export function optionsBehind(view: SentenceView, junction: number): ArgumentOption[] {
	const start = behindConnective(view, junction);
	return options([
		["CLAUSE", clauseAfter(view, start)],
		["PHRASE", phraseAfter(view, start)],
		["WIDEST", trimmed(view, start, view.end)],
	]);
}

function options(list: readonly (readonly [ArgumentOption["kind"], TokenRange | null])[]): ArgumentOption[] {
	return list.flatMap(([kind, range]) => (range ? [{ kind, range }] : []));
}

/** The connective at a junction as a range, empty where there is none: "as", ", after", "demanding". */
export function connectiveAt(view: SentenceView, junction: number): TokenRange {
	const first = breakAt(view, junction) === "COMMA" ? junction + 1 : junction;
	const tag = view.tokens[first]?.pos;
	const joins = tag === "ADP" || tag === "SCONJ" || tag === "PART" || (tag === "VERB" && first === junction);
	return { first, end: joins && first + 1 < view.end ? first + 1 : first };
}

function behindConnective(view: SentenceView, junction: number): number {
	const { first, end } = connectiveAt(view, junction);
	return view.tokens[first]?.pos === "VERB" ? first : end;
}

/** Features of an option: what cut it, how long it is beside the others, what stands at the junction and at its outer end. */
export function optionFeatures(
	view: SentenceView,
	junction: number,
	order: Order,
	option: ArgumentOption,
	all: readonly ArgumentOption[],
): number[] {
	const { kind, range } = option;
	const kindHash = wordHash(kind + order);
	const at = view.tokens[junction];
	const isBefore = range.end <= junction;
	const outer = view.tokens[isBefore ? range.first - 1 : range.end];
	const inner = view.tokens[isBefore ? range.first : range.end - 1];
	const length = Math.min(15, range.end - range.first);
	const longest = Math.max(...all.map((other) => other.range.end - other.range.first));
	const finite = Number(hasFinite(view, range));
	const word = wordHash(at?.lower ?? "");
	const tag = wordHash(at?.pos ?? "");
	return [
		featureHash(0, kindHash),
		featureHash(1, kindHash, word),
		featureHash(2, kindHash, tag),
		featureHash(3, kindHash, length),
		featureHash(4, kindHash, Math.round((8 * (range.end - range.first)) / longest)),
		featureHash(5, kindHash, finite, tag),
		featureHash(6, finite, length, tag),
		featureHash(7, wordHash(outer?.pos ?? ""), kindHash),
		featureHash(8, wordHash(outer?.lower ?? ""), kindHash),
		featureHash(9, wordHash(inner?.pos ?? ""), kindHash),
		featureHash(10, wordHash(outer?.pos ?? ""), wordHash(inner?.pos ?? "")),
		featureHash(11, kindHash, longest - (range.end - range.first) > 3 ? 1 : 0, tag),
	];
}

/** The likeliest option on one side of a junction; null where nothing can be cut. */
export function bestOption(
	models: CausalModels,
	view: SentenceView,
	junction: number,
	order: Order,
	side: "before" | "behind",
): TokenRange | null {
	const all = side === "before" ? optionsBefore(view, junction) : optionsBehind(view, junction);
	let best: { range: TokenRange; score: number } | null = null;
	for (const option of all) {
		const score = scoreOf(models[side], { hashes: optionFeatures(view, junction, order, option, all) });
		if (!best || score > best.score) best = { range: option.range, score };
	}
	return best?.range ?? null;
}
