import { builder } from "../graphql/builder.js";
import { enumType } from "../graphql/enum-type.js";
import type { RequestContext } from "../graphql/request-context.js";
import { type AccessMode as Mode, roleOf } from "./decide-access.js";
import type { Role } from "./role.js";

const AccessRole = enumType("AccessRole", "What a token lets its holder do; each includes those before it.", {
	SUBMITTER: "Submits articles.",
	EDITOR: "Also changes events and links.",
	OPERATOR: "Also adds and removes feeds.",
});

const AccessMode = enumType("AccessMode", "How changes are allowed.", {
	TOKENS:
		"To holders of a token, sent as the header `authorization: Bearer <token>`, or so named in what opens a WebSocket.",
	OPEN: "To whoever uses the machine of the service: it has no tokens, and only that machine reaches it.",
	READ_ONLY: "To nobody: it has no tokens, and others reach it.",
});

interface AccessValue {
	mode: Mode;
	role: Role | null;
	holder: string | null;
}

const Access = builder.objectRef<AccessValue>("Access").implement({
	description: "What whoever asks may do beside reading, which everybody may.",
	fields: (t) => ({
		mode: t.expose("mode", { type: AccessMode, description: "How changes are allowed here." }),
		role: t.expose("role", {
			type: AccessRole,
			nullable: true,
			description: "What you may do; null where you may only read.",
		}),
		holder: t.exposeString("holder", {
			nullable: true,
			description: "The name of your token, under which you stand in the history of what you edit; null without one.",
		}),
	}),
});

/** The field `access` of the service. */
export const accessField = {
	type: Access,
	description: "What you may do.",
	resolve: async (_service: unknown, _args: object, { access, client }: RequestContext): Promise<AccessValue> => {
		const mode = await access.mode();
		return { mode, role: roleOf(client, mode), holder: client.holder?.name ?? null };
	},
};
