import type { RequestContext } from "../graphql/request-context.js";
import { newId } from "../ingest/new-id.js";
import type { UserErrorValue } from "../ingest/user-error-graphql.js";
import { ANYBODY, type Editing, type EditResult } from "./make-edit.js";

/** Description of every payload's errors. */
export const ERRORS = "What stands against it; empty where it was done.";

/** An edit moves mentions and evidence of whole events. */
export const EDIT_COST = 500;

/** An edit of who sent the request. */
export const editing = ({ client, now }: RequestContext): Editing => ({
	editor: client.holder?.name ?? ANYBODY,
	now,
	newId,
});

/** What a payload says of an edit that was refused. */
export function errorsOf(result: EditResult<object>): UserErrorValue[] {
	if (result.kind === "made") return [];
	const { field, code, reason } = result;
	return [{ path: ["input", ...field.split(".")], message: `${field} ${reason}`, code }];
}

/** To be called after an edit: what an earlier field of the same request has read may be out of date. */
export const forgetRead = (context: RequestContext): void => context.loaders.clear();
