import type { EntityMention } from "../analysis.js";
import type { Candidate } from "./candidates.js";

/** A name as found, before the article's other mentions are asked about it. */
export interface FoundName extends Candidate {
	mention: EntityMention;
	/** False where the type is a guess. */
	sure: boolean;
	/** True where a list knows it. */
	listed: boolean;
	/** True for an ordinary word: no name, unless the article has a person or an organisation of that name. */
	weak: boolean;
}
