import type { CausalMode, CausalRelation, LinkBasis, LinkStatus } from "../generated/prisma/client.js";

/**
 * A link in one printable sentence, built from what its evidence says and no more: who claims it stays in the sentence, and
 * a denial shows, and so does that nobody says it outright. "IRGC said that Iran fired missiles at Israel in response to the killing of Haniyeh."
 */
export function explanationOf(link: {
	relation: CausalRelation;
	mode: CausalMode;
	basis: LinkBasis;
	causeTitle: string;
	effectTitle: string;
	status: LinkStatus;
	/** Who says so, when no outlet does in its own voice. */
	attributedTo: string | null;
	/** The connective of the strongest evidence. */
	signal: string | null;
}): string {
	const claim = `${quote(link.causeTitle)} ${link.basis === "INFERRED" ? possibly(link) : verb(link)} ${quote(link.effectTitle)}`;
	const said = link.attributedTo ? `According to ${link.attributedTo}, ${claim}` : claim;
	const signal = link.signal ? ` (“${link.signal}”)` : "";
	return `${said}${signal}${link.status === "DISPUTED" ? "; this is disputed" : ""}.`;
}

type Kind = Pick<Parameters<typeof explanationOf>[0], "relation" | "mode">;

function verb({ relation, mode }: Kind): string {
	if (relation === "PREVENT") return "prevented or delayed";
	if (relation === "ENABLE") return "made possible";
	if (mode === "MOTIVATION") return "was the reason for";
	if (mode === "PURPOSE") return "was the aim of";
	return "led to";
}

/** Of what is read between the lines, or hangs on a word like "after". */
function possibly({ relation, mode }: Kind): string {
	if (relation === "PREVENT") return "may have prevented or delayed";
	if (relation === "ENABLE") return "may have made possible";
	if (mode === "MOTIVATION") return "may have been the reason for";
	if (mode === "PURPOSE") return "may have been the aim of";
	return "may have led to";
}

const quote = (title: string): string => `“${title.replace(/[.…\s]+$/, "")}”`;
