import { builder } from "../graphql/builder.js";
import { badUserInput, quoted } from "../graphql/client-error.js";
import { UserError, type UserErrorValue } from "../ingest/user-error-graphql.js";
import { parsePublicId } from "../public-id.js";
import { EDIT_COST, ERRORS, editing, errorsOf, forgetRead } from "./payload-graphql.js";
import { revert } from "./revert.js";

const RevertInput = builder.inputType("RevertInput", {
	description: "An event or link that is to be as it was before edits.",
	fields: (t) => ({
		nodeId: t.id({ required: true, description: "The event or link." }),
		toRevision: t.int({
			required: true,
			description:
				"Edits that found it at this revision or a later one are undone: see `history`. 0 to undo that an editor has made a link.",
		}),
		expectedRevision: t.int({
			required: true,
			description: "Its `revision` as the editor saw it: if it has changed since, nothing is done.",
		}),
		reason: t.string({ required: true, description: "Why: it stands in the history. At most 1,000 characters." }),
	}),
});

interface RevertPayloadValue {
	/** As clients see it. */
	nodeId: string;
	userErrors: UserErrorValue[];
}

const RevertPayload = builder.objectRef<RevertPayloadValue>("RevertPayload").implement({
	description: "The event or link as it is now, or why nothing was done.",
	fields: (t) => ({
		node: t.node({
			description: "The event or link as it is now, also where nothing was done; null where there is none.",
			id: ({ nodeId }) => nodeId,
		}),
		userErrors: t.expose("userErrors", { type: [UserError], description: ERRORS }),
	}),
});

builder.mutationField("revert", (t) =>
	t.field({
		type: RevertPayload,
		description:
			"Undoes edits of an event or link, the last one first. Other edits that stand on them are in the way; what was reported since stays.",
		args: { input: t.arg({ type: RevertInput, required: true, description: "What to undo." }) },
		needs: "EDITOR",
		complexity: EDIT_COST,
		resolve: async (_root, { input }, context) => {
			const { uuid, type } = editable(input.nodeId);
			const result = await revert(context.db, { ...input, nodeId: uuid, nodeType: type }, editing(context));
			forgetRead(context);
			return { nodeId: input.nodeId, userErrors: errorsOf(result) };
		},
	}),
);

/** Throws BAD_USER_INPUT for the id of something that no editor changes. */
function editable(id: string): { uuid: string; type: "Event" | "CausalLink" } {
	const parsed = parsePublicId(id);
	if (parsed?.type === "Event" || parsed?.type === "CausalLink") return { uuid: parsed.uuid, type: parsed.type };
	throw badUserInput(`${quoted(id)} is not the id of an event or a causal link`);
}
