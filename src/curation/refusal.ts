/** Why an edit cannot be made as asked; nothing was written then. */
export interface Refusal {
	kind: "refused";
	/** The field of the input that it is about. */
	field: string;
	code: RefusalCode;
	/** For people; reads on from the field's name. */
	reason: string;
}

export type RefusalCode =
	| "INVALID"
	| "NOT_FOUND"
	| "CONFLICT"
	| "ALREADY_EXISTS"
	| "CYCLE"
	| "TEMPORAL_ORDER"
	| "EVIDENCE_REQUIRED"
	| "SPAN_MISMATCH";

export const refused = (field: string, code: RefusalCode, reason: string): Refusal => ({
	kind: "refused",
	field,
	code,
	reason,
});
