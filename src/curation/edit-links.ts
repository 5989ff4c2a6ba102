import { oneLine } from "../article/clean-text.js";
import { isEdited } from "../causality/merged-links.js";
import type { Database } from "../db.js";
import type { CausalMode, CausalRelation, LinkStatus, Stance } from "../generated/prisma/client.js";
import { markContexts } from "../ingest/contexts/mark-contexts.js";
import { readLinks, UNWEIGHED } from "../ingest/find-links.js";
import { refreshEvents } from "../ingest/refresh-events.js";
import { refreshLinks } from "../ingest/write-links.js";
import { insertRows } from "../insert-rows.js";
import type { SqlTransaction } from "../sql-transaction.js";
import { decideReason, keyRefusal, revisionRefusal } from "./edit-input.js";
import { endsRefusal, readLink } from "./link-state.js";
import { closeEdit, type Editing, type EditResult, type EditTools, makeEdit, openEdit, readMade } from "./make-edit.js";
import { evidenceRows, findSpans, type QuotedSpan, spansRefusal } from "./quoted-evidence.js";
import { refused } from "./refusal.js";

/** Where a link is, when it is not made: what is there already, or what has won. */
export type LinkResult = EditResult<{ linkId: string }> & { linkId?: string };

export interface NewLink {
	causeId: string;
	effectId: string;
	relation: CausalRelation;
	mode: CausalMode;
	evidence: readonly QuotedSpan[];
	note?: string | null | undefined;
	idempotencyKey?: string | null | undefined;
}

/** What the edits of links keep to be undone: of a link that was there and retracted, what it was. */
export interface CreatedBefore {
	link: LinkDecision | null;
}
export interface CreatedAfter {
	linkId: string;
	evidenceIds: string[];
}
/** What editors decide of a link. */
export interface LinkDecision {
	mode: CausalMode;
	basis: "STATED" | "INFERRED" | "CURATED";
	status: LinkStatus;
	reviewedAt: string | null;
}

/** Says that one event led to another, with the sentences that say so. It stands as an editor's from then on. */
export async function createCausalLink(db: Database, wanted: NewLink, editing: Editing): Promise<LinkResult> {
	const { causeId, effectId, relation, mode, evidence, note, idempotencyKey } = wanted;
	const given = note?.trim() ? decideReason(note, "note") : { kind: "ok" as const, reason: "" };
	if (given.kind === "refused") return given;
	const refusal = keyRefusal(idempotencyKey) ?? spansRefusal("evidence", evidence);
	if (refusal) return refusal;
	let known: string | undefined;
	const result = await makeEdit(db, editing, "causeId", async (tools): Promise<EditResult<{ linkId: string }>> => {
		const { tx, now, newId, changes } = tools;
		const made = (await readMade(tx, idempotencyKey)) as CreatedAfter | null;
		if (made) return { kind: "made", linkId: made.linkId };
		const [stored] = await readLinks(tx, [{ causeId, effectId, relation }]);
		if (stored && stored.status !== "RETRACTED") {
			known = stored.id;
			return refused(
				"effectId",
				"ALREADY_EXISTS",
				"is linked to the cause already: review that link, or add evidence to it",
			);
		}
		const forbidden = await endsRefusal(tx, wanted, { cause: "causeId", effect: "effectId" });
		if (forbidden) return forbidden;
		const found = await findSpans(tx, evidence, (index) => `evidence.${index}`);
		if (found.kind === "refused") return found;
		const linkId = stored?.id ?? newId();
		const edit = await openEdit(tools, [linkId]);
		const decision = { mode, basis: "CURATED" as const, status: "ACCEPTED" as const };
		if (stored) await decideLink(tx, linkId, { ...decision, reviewedAt: null });
		else {
			await insertRows(tx, "CausalLink", [{ id: linkId, causeId, effectId, relation, ...decision, ...UNWEIGHED }]);
			changes.push({ kind: "CREATED", nodeType: "CAUSAL_LINK", nodeId: linkId });
		}
		const claim = { stance: "SUPPORTS" as const, attributedTo: null };
		const rows = evidenceRows(found.spans, { id: linkId, relation, mode }, claim, now, newId);
		await insertRows(tx, "Evidence", rows);
		await settleLink(tools, { id: linkId, causeId });
		const before: CreatedBefore = { link: stored ? decisionOf(stored) : null };
		const after: CreatedAfter = { linkId, evidenceIds: rows.map(({ id }) => id) };
		const record = { reason: given.reason, targets: [linkId], before, after, idempotencyKey };
		await closeEdit(tools, edit, { action: "CREATE_LINK", ...record });
		return { kind: "made", linkId };
	});
	return known ? { ...result, linkId: known } : result;
}

export interface LinkReview {
	linkId: string;
	expectedRevision: number;
	status: LinkStatus;
	reason: string;
}

/** Decides how far a link is borne out. It stays so from then on, whatever is said; evidence still comes to it. */
export async function reviewCausalLink(
	db: Database,
	{ linkId, expectedRevision, status, reason }: LinkReview,
	editing: Editing,
): Promise<LinkResult> {
	const given = decideReason(reason);
	if (given.kind === "refused") return given;
	if (status === "PROPOSED")
		return refused(
			"status",
			"INVALID",
			"may not be PROPOSED: to leave the link to the reports again, revert its review",
		);
	return makeEdit(db, editing, "linkId", async (tools) => {
		const { tx, now } = tools;
		const link = await readLink(tx, linkId);
		if (!link) return refused("linkId", "NOT_FOUND", "is the id of no link");
		const stale = revisionRefusal(link, expectedRevision);
		if (stale) return stale;
		if (status !== "RETRACTED" && link.status === "RETRACTED") {
			const forbidden = await endsRefusal(tx, link, { cause: "linkId", effect: "linkId" });
			if (forbidden) return forbidden;
		}
		if (status === "ACCEPTED" && link.supporting === 0)
			return refused("status", "EVIDENCE_REQUIRED", "cannot be ACCEPTED: no sentence says so");
		const edit = await openEdit(tools, [linkId]);
		await decideLink(tx, linkId, { ...decisionOf(link), status, reviewedAt: now.toISOString() });
		await settleLink(tools, link);
		if (status === "RETRACTED" && link.status !== status)
			tools.changes.push({ kind: "RETRACTED", nodeType: "CAUSAL_LINK", nodeId: linkId, fields: ["status"] });
		const record = { reason: given.reason, targets: [linkId], before: decisionOf(link), after: { status } };
		await closeEdit(tools, edit, { action: "REVIEW_LINK", ...record });
		return { kind: "made", linkId };
	});
}

export interface NewEvidence {
	linkId: string;
	span: QuotedSpan;
	stance: Stance;
	attributedTo?: string | null | undefined;
}

const MAX_NAME = 200;

/** Adds a sentence for or against a link. */
export async function addEvidence(
	db: Database,
	{ linkId, span, stance, attributedTo }: NewEvidence,
	editing: Editing,
): Promise<LinkResult> {
	const refusal = spansRefusal("span", [span]);
	if (refusal) return refusal;
	return makeEdit(db, editing, "linkId", async (tools): Promise<EditResult<{ linkId: string }>> => {
		const { tx, now, newId } = tools;
		const link = await readLink(tx, linkId);
		if (!link) return refused("linkId", "NOT_FOUND", "is the id of no link");
		if (link.status === "RETRACTED" && !isEdited(link)) {
			const forbidden = await endsRefusal(tx, link, { cause: "linkId", effect: "linkId" });
			if (forbidden) return forbidden;
		}
		const found = await findSpans(tx, [span], () => "span");
		if (found.kind === "refused") return found;
		const rows = evidenceRows(found.spans, link, { stance, attributedTo: nameOf(attributedTo) }, now, newId);
		if (await isKnown(tx, rows)) return refused("span", "ALREADY_EXISTS", "is evidence of this link already");
		const edit = await openEdit(tools, [linkId]);
		await insertRows(tx, "Evidence", rows);
		await settleLink(tools, link);
		const after: CreatedAfter = { linkId, evidenceIds: rows.map(({ id }) => id) };
		await closeEdit(tools, edit, { action: "ADD_EVIDENCE", reason: "", targets: [linkId], before: {}, after });
		return { kind: "made", linkId };
	});
}

const nameOf = (given: string | null | undefined): string | null => (given?.trim() ? oneLine(given, MAX_NAME) : null);

async function isKnown(
	tx: SqlTransaction,
	[row]: readonly { linkId: string; revisionId: string; spanStart: number; spanEnd: number }[],
): Promise<boolean> {
	const known = await tx.$queryRaw<unknown[]>`
		select id from "Evidence" where "linkId" = ${row?.linkId}::uuid and "revisionId" = ${row?.revisionId}::uuid
			and "spanStart" = ${row?.spanStart}::int and "spanEnd" = ${row?.spanEnd}::int and "supersededAt" is null limit 1`;
	return known.length > 0;
}

const decisionOf = ({
	mode,
	basis,
	status,
	reviewedAt,
}: Omit<LinkDecision, "reviewedAt"> & { reviewedAt: Date | null }): LinkDecision => ({
	mode,
	basis,
	status,
	reviewedAt: reviewedAt?.toISOString() ?? null,
});

/** Writes what is decided of a link. */
export async function decideLink(tx: SqlTransaction, linkId: string, decision: LinkDecision): Promise<void> {
	const { mode, basis, status, reviewedAt } = decision;
	await tx.$executeRaw`
		update "CausalLink" set mode = ${mode}::"CausalMode", basis = ${basis}::"LinkBasis", status = ${status}::"LinkStatus",
			"reviewedAt" = ${reviewedAt}::timestamptz, revision = revision + 1
		where id = ${linkId}::uuid`;
}

/** Brings in line what depends on a link: its weight, the causes of its effect, which answers are to be computed anew. */
export async function settleLink(
	{ tx, now, changes }: EditTools,
	{ id, causeId }: { id: string; causeId: string },
): Promise<void> {
	const effects = await refreshLinks(tx, [id], now, changes);
	await refreshEvents(tx, effects, now, changes);
	await markContexts(tx, [causeId, ...effects], now);
}
