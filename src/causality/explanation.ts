import type { CausalMode, CausalRelation, LinkStatus } from "../generated/prisma/client.js";

/**
 * A link in one printable sentence, built from what its evidence says and no more: who claims it stays in the sentence, and
 * a denial shows. "IRGC said that Iran fired missiles at Israel in response to the killing of Haniyeh."
 */
export function explanationOf(link: {
	relation: CausalRelation;
	mode: CausalMode;
	causeTitle: string;
	effectTitle: string;
	status: LinkStatus;
	/** Who says so, when no outlet does in its own voice. */
	attributedTo: string | null;
	/** The connective of the strongest evidence. */
	signal: string | null;
}): string {
	const claim = `${quote(link.causeTitle)} ${verb(link.relation, link.mode)} ${quote(link.effectTitle)}`;
	const said = link.attributedTo ? `According to ${link.attributedTo}, ${claim}` : claim;
	const signal = link.signal ? ` (“${link.signal}”)` : "";
	return `${said}${signal}${link.status === "DISPUTED" ? "; this is disputed" : ""}.`;
}

function verb(relation: CausalRelation, mode: CausalMode): string {
	if (relation === "PREVENT") return "prevented or delayed";
	if (relation === "ENABLE") return "made possible";
	if (mode === "MOTIVATION") return "was the reason for";
	if (mode === "PURPOSE") return "was the aim of";
	return "led to";
}

const quote = (title: string): string => `“${title.replace(/[.…\s]+$/, "")}”`;
