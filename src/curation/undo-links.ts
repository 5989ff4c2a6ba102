import { type CreatedAfter, type CreatedBefore, decideLink, type LinkDecision, settleLink } from "./edit-links.js";
import { endsRefusal, readLink } from "./link-state.js";
import type { EditTools } from "./make-edit.js";
import { type Refusal, refused } from "./refusal.js";

/** Takes an editor's evidence back; what articles say under the link stays. */
export async function undoEvidence(tools: EditTools, { linkId, evidenceIds }: CreatedAfter): Promise<void> {
	const { tx, now } = tools;
	const link = await readLink(tx, linkId);
	if (!link) throw new Error("a link that an edit has changed is missing");
	const places = await tx.$queryRaw<{ linkId: string }[]>`
		update "Evidence" set "supersededAt" = ${now} where id = any(${evidenceIds}::uuid[]) and "supersededAt" is null returning "linkId"`;
	// Without a sentence an editor's link is not weighed: it would keep what this one had brought.
	await tx.$executeRaw`
		update "CausalLink" l set confidence = 0, supporting = 0, contradicting = 0, "independentSources" = 0, "attributedOnly" = false,
			"firstStatedAt" = null
		where l.id = ${linkId}::uuid and l.basis = 'CURATED'
			and not exists (select from "Evidence" x where x."linkId" = l.id and x."supersededAt" is null)`;
	await settleLink(tools, link);
	// In a merge it may have come to a link that says the same.
	for (const place of new Set(places.map(({ linkId: id }) => id))) {
		const other = place === linkId ? null : await readLink(tx, place);
		if (other) await settleLink(tools, other);
	}
}

/** Takes an editor's link back. Where articles have come to say the same, it goes on as theirs; else it is retracted. */
export async function undoCreation(tools: EditTools, before: CreatedBefore, after: CreatedAfter): Promise<void> {
	const link = await readLink(tools.tx, after.linkId);
	if (!link) throw new Error("a link that an edit has made is missing");
	const { mode, status } = link;
	const earlier: LinkDecision = before.link ?? { mode, basis: "STATED", status, reviewedAt: null };
	await decideLink(tools.tx, after.linkId, { ...earlier, status });
	await undoEvidence(tools, after);
}

/** Gives a link the status that it had; one that only the pipeline had judged gets what the evidence amounts to now. */
export async function undoReview(tools: EditTools, linkId: string, before: LinkDecision): Promise<Refusal | null> {
	const link = await readLink(tools.tx, linkId);
	if (!link) throw new Error("a link that an edit has changed is missing");
	if (link.status === "RETRACTED" && before.status !== "RETRACTED") {
		const refusal = await endsRefusal(tools.tx, link, { cause: "toRevision", effect: "toRevision" });
		if (refusal)
			return refused("toRevision", "CONFLICT", `cannot be gone back to (${refusal.code}): ${refusal.reason}`);
	}
	await decideLink(tools.tx, linkId, before);
	await settleLink(tools, link);
	return null;
}
