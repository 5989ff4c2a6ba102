import { type PublicType, parsePublicId, publicId } from "../public-id.js";
import { badUserInput, quoted } from "./client-error.js";

/** The UUID inside a client's id. Throws BAD_USER_INPUT where the text is no id, or the id of another type. */
export function uuidOf(type: PublicType, id: string): string {
	const parsed = parsePublicId(id);
	if (parsed?.type === type) return parsed.uuid;
	const example = publicId(type, "…");
	if (!parsed) throw badUserInput(`${quoted(id)} is not an id: ${type} ids look like ${example}`);
	throw badUserInput(`${quoted(id)} is the id of a ${parsed.type}; the id of a ${type} (${example}) is wanted here`);
}

/** The UUIDs inside clients' ids; null for null. At most 100, each as in `uuidOf`. */
export function uuidsOf(type: PublicType, ids: readonly string[] | null | undefined): string[] | null {
	if (!ids) return null;
	if (ids.length > 100) throw badUserInput(`at most 100 ids can be given at once, not ${ids.length}`);
	return ids.map((id) => uuidOf(type, id));
}
