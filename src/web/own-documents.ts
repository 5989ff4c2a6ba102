import { sha256 } from "../trusted-documents.js";
import * as questions from "./questions.js";

/** The questions of the pages by the hash of each: they are answered also where nothing but trusted documents is. */
export const OWN_DOCUMENTS: ReadonlyMap<string, string> = new Map(
	Object.values(questions).map((text) => [sha256(text), text]),
);
