import { builder } from "../graphql/builder.js";
import { enumType } from "../graphql/enum-type.js";

const UserErrorCode = enumType("UserErrorCode", "What is wrong with an input.", {
	INVALID: "A value cannot be used; the message says why.",
	NOT_FOUND: "There is no object with this id.",
	FORBIDDEN: "Whoever asks may not do this; the message says what it takes.",
	CONFLICT: "It cannot be done now; the message says what stands against it.",
	ALREADY_EXISTS: "It is there already; the payload has it.",
	CYCLE: "The link would close a circle: its effect is among the causes of its cause.",
	TEMPORAL_ORDER: "The cause begins only when the effect is over.",
	EVIDENCE_REQUIRED: "There is no sentence that bears it out.",
	SPAN_MISMATCH: "The article does not say these words.",
	UNREACHABLE: "The address does not answer, or must not be asked.",
	UNSUPPORTED_FORMAT: "What the address answers cannot be read.",
});

/** Something in an input that has to be changed before it can be accepted. */
export interface UserErrorValue {
	/** From the argument down: `input`, `url`. */
	path: string[];
	message: string;
	code: typeof UserErrorCode.$inferType;
}

export const UserError = builder.interfaceRef<UserErrorValue>("UserError").implement({
	description: "Something in the input that has to be changed before it can be accepted. Nothing was stored.",
	fields: (t) => ({
		message: t.exposeString("message", { description: "What is wrong, for people." }),
		path: t.exposeStringList("path", {
			description:
				"The input field that it is about, from the argument down: `input`, `url`; empty where it is about who asks.",
		}),
		code: t.expose("code", { type: UserErrorCode, description: "What is wrong, for programs." }),
	}),
});

builder.objectRef<UserErrorValue>("InputError").implement({
	description: "A value of the input cannot be used.",
	interfaces: [UserError],
	isTypeOf: () => true,
});
