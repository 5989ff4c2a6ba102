import { closesCycle, isAgainstTime } from "../causality/decide-links.js";
import type { StoredLink } from "../causality/merged-links.js";
import { readEffects } from "../ingest/find-links.js";
import type { SqlTransaction } from "../sql-transaction.js";
import { type EventState, eventRefusal, readStates } from "./event-state.js";
import { type Refusal, refused } from "./refusal.js";

/** A link as an edit finds it. */
export type LinkState = StoredLink & { supporting: number };

/** One statement. */
export async function readLink(tx: SqlTransaction, id: string): Promise<LinkState | null> {
	const [link] = await tx.$queryRaw<LinkState[]>`
		select id, "causeId", "effectId", relation, mode, basis, status, confidence, revision, "createdAt", "reviewedAt", supporting
		from "CausalLink" where id = ${id}::uuid`;
	return link ?? null;
}

/**
 * Why there may be no link between two events: one of them is not there, the link would close a circle, or the cause begins only when the effect is
 * over. A purpose points at the future and is exempt from the order of time. Null where there may be one. Two statements.
 */
export async function endsRefusal(
	tx: SqlTransaction,
	{ causeId, effectId, mode }: Pick<StoredLink, "causeId" | "effectId" | "mode">,
	fields: { cause: string; effect: string },
): Promise<Refusal | null> {
	const states = await readStates(tx, [causeId, effectId]);
	const cause = states.get(causeId);
	const effect = states.get(effectId);
	const missing = eventRefusal(fields.cause, cause) ?? eventRefusal(fields.effect, effect);
	if (missing || !cause || !effect) return missing;
	const effects = await readEffects(tx, [effectId]);
	if (closesCycle(causeId, effectId, (id) => effects.get(id) ?? []))
		return refused(fields.effect, "CYCLE", "is among the causes of the cause already, or the same event");
	if (mode !== "PURPOSE" && isAgainstTime(timeOf(cause), timeOf(effect)))
		return refused(fields.cause, "TEMPORAL_ORDER", "begins only when the effect is over");
	return null;
}

const timeOf = ({ timeStart: start, timeEnd: end }: EventState) => (start && end ? { start, end } : null);
