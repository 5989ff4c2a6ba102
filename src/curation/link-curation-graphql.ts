import { CausalMode, CausalRelation, LinkStatus, Stance } from "../causality/link-enums-graphql.js";
import { CausalLink, loadLink } from "../causality/link-graphql.js";
import { builder } from "../graphql/builder.js";
import { uuidOf } from "../graphql/ids.js";
import type { RequestContext } from "../graphql/request-context.js";
import type { Row } from "../graphql/rows.js";
import { UserError, type UserErrorValue } from "../ingest/user-error-graphql.js";
import { addEvidence, createCausalLink, type LinkResult, reviewCausalLink } from "./edit-links.js";
import { EDIT_COST, ERRORS, editing, errorsOf, forgetRead } from "./payload-graphql.js";
import type { QuotedSpan } from "./quoted-evidence.js";

const SpanInput = builder.inputType("SpanInput", {
	description: "A quotation by its words and what stands around them (W3C Web Annotation, TextQuoteSelector).",
	fields: (t) => ({
		articleId: t.id({ required: true, description: "The article: an original, no copy." }),
		revision: t.int({ description: "Number of the revision that is quoted; the latest where absent." }),
		exact: t.string({ required: true, description: "The words as printed, at most 2,000 characters." }),
		prefix: t.string({ description: "What stands before them, where they stand in the text more than once." }),
		suffix: t.string({ description: "What stands after them." }),
	}),
});

const CreateCausalLinkInput = builder.inputType("CreateCausalLinkInput", {
	description: "The claim that one event led to, enabled or prevented another.",
	fields: (t) => ({
		causeId: t.id({ required: true, description: "What led to the effect." }),
		effectId: t.id({ required: true, description: "What came of it." }),
		relation: t.field({ type: CausalRelation, required: true, description: "How the cause bears on the effect." }),
		mode: t.field({ type: CausalMode, required: true, description: "By what way." }),
		evidence: t.field({ type: [SpanInput], required: true, description: "The sentences that say so, 1 to 20." }),
		note: t.string({ description: "Why: it stands in the history. At most 1,000 characters." }),
		idempotencyKey: t.string({
			description:
				"Any text of the client's own: the same request sent again is answered with the same link, and no error.",
		}),
	}),
});

const ReviewCausalLinkInput = builder.inputType("ReviewCausalLinkInput", {
	description: "What an editor decides of a link.",
	fields: (t) => ({
		linkId: t.id({ required: true, description: "The link." }),
		expectedRevision: t.int({
			required: true,
			description: "The link's `revision` as the editor saw it: if it has changed since, nothing is done.",
		}),
		status: t.field({ type: LinkStatus, required: true, description: "ACCEPTED, DISPUTED or RETRACTED." }),
		reason: t.string({ required: true, description: "Why: it stands in the history. At most 1,000 characters." }),
	}),
});

const AddEvidenceInput = builder.inputType("AddEvidenceInput", {
	description: "A sentence for or against a link.",
	fields: (t) => ({
		linkId: t.id({ required: true, description: "The link." }),
		span: t.field({ type: SpanInput, required: true, description: "The sentence." }),
		stance: t.field({ type: Stance, required: true, description: "Whether it says so or denies it." }),
		attributedTo: t.string({ description: "Who asserts it, when not the outlet itself." }),
	}),
});

interface CausalLinkPayloadValue {
	link: Row<"CausalLink"> | null;
	userErrors: UserErrorValue[];
}

const CausalLinkPayload = builder.objectRef<CausalLinkPayloadValue>("CausalLinkPayload").implement({
	description: "The link as it is now, or why nothing was done.",
	fields: (t) => ({
		link: t.expose("link", {
			type: CausalLink,
			nullable: true,
			description: "The link as it is now, also where nothing was done; null where there is none.",
		}),
		userErrors: t.expose("userErrors", { type: [UserError], description: ERRORS }),
	}),
});

async function payload(
	context: RequestContext,
	result: LinkResult,
	askedFor: string | null,
): Promise<CausalLinkPayloadValue> {
	forgetRead(context);
	const linkId = result.linkId ?? askedFor;
	return { link: linkId ? await loadLink(context, linkId, null) : null, userErrors: errorsOf(result) };
}

const spanOf = (span: typeof SpanInput.$inferInput): QuotedSpan => ({
	...span,
	articleId: uuidOf("Article", span.articleId),
});

builder.mutationFields((t) => ({
	createCausalLink: t.field({
		type: CausalLinkPayload,
		description: "Says that one event led to another, with the sentences that say so. The pipeline does not change it.",
		args: { input: t.arg({ type: CreateCausalLinkInput, required: true, description: "The claim." }) },
		needs: "EDITOR",
		complexity: EDIT_COST,
		resolve: async (_root, { input }, context) => {
			const causeId = uuidOf("Event", input.causeId);
			const effectId = uuidOf("Event", input.effectId);
			const link = { ...input, causeId, effectId, evidence: input.evidence.map(spanOf) };
			return payload(context, await createCausalLink(context.db, link, editing(context)), null);
		},
	}),
	reviewCausalLink: t.field({
		type: CausalLinkPayload,
		description:
			"Decides how far a link is borne out. It stays so, whatever is said later; evidence still comes to it.",
		args: { input: t.arg({ type: ReviewCausalLinkInput, required: true, description: "The decision." }) },
		needs: "EDITOR",
		complexity: EDIT_COST,
		resolve: async (_root, { input }, context) => {
			const linkId = uuidOf("CausalLink", input.linkId);
			return payload(context, await reviewCausalLink(context.db, { ...input, linkId }, editing(context)), linkId);
		},
	}),
	addEvidence: t.field({
		type: CausalLinkPayload,
		description: "Adds a sentence for or against a link.",
		args: { input: t.arg({ type: AddEvidenceInput, required: true, description: "The sentence." }) },
		needs: "EDITOR",
		complexity: EDIT_COST,
		resolve: async (_root, { input }, context) => {
			const linkId = uuidOf("CausalLink", input.linkId);
			const evidence = { ...input, linkId, span: spanOf(input.span) };
			return payload(context, await addEvidence(context.db, evidence, editing(context)), linkId);
		},
	}),
}));
