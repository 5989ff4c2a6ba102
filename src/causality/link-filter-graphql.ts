import { type CausalLink, Prisma } from "../generated/prisma/client.js";
import { builder } from "../graphql/builder.js";
import { badUserInput } from "../graphql/client-error.js";
import { oneOf } from "../graphql/keyset.js";
import { CausalMode, CausalRelation, LinkBasis, LinkStatus } from "./link-enums-graphql.js";

export const CausalLinkFilter = builder.inputType("CausalLinkFilter", {
	description: "Conditions on links. All that are given must be met.",
	fields: (t) => ({
		relations: t.field({ type: [CausalRelation], description: "How one event bears on the other." }),
		modes: t.field({ type: [CausalMode], description: "By what way." }),
		bases: t.field({ type: [LinkBasis], description: "On what ground." }),
		statuses: t.field({
			type: [LinkStatus],
			description: "How far they are borne out. Where absent: all that somebody supports, disputed ones among them.",
		}),
		minConfidence: t.float({ description: "At least this confidence, 0–1." }),
		minIndependentSources: t.int({ description: "Supported by at least so many independent outlets." }),
	}),
});

export type CausalLinkFilterInput = typeof CausalLinkFilter.$inferInput;

type Judged = Pick<
	CausalLink,
	"relation" | "mode" | "basis" | "status" | "confidence" | "supporting" | "independentSources"
>;

function checked(filter: CausalLinkFilterInput | null | undefined): CausalLinkFilterInput {
	const confidence = filter?.minConfidence ?? 0;
	if (0 <= confidence && confidence <= 1) return filter ?? {};
	throw badUserInput(`minConfidence must be from 0 to 1, not ${confidence}`);
}

/** The filter as conditions on the table alias `link`. */
export function linkConditions(input: CausalLinkFilterInput | null | undefined): (Prisma.Sql | null)[] {
	const filter = checked(input);
	return [
		oneOf(Prisma.sql`link."relation"`, filter.relations),
		oneOf(Prisma.sql`link."mode"`, filter.modes),
		oneOf(Prisma.sql`link."basis"`, filter.bases),
		oneOf(Prisma.sql`link."status"`, filter.statuses) ??
			Prisma.sql`(link."supporting" > 0 and link."status" <> 'RETRACTED')`,
		Prisma.sql`link."confidence" >= ${filter.minConfidence ?? 0}::float8`,
		Prisma.sql`link."independentSources" >= ${filter.minIndependentSources ?? 0}::int`,
	];
}

/** The same filter for links that were weighed anew, as of an instant in the past. */
export function meetsLinkFilter(input: CausalLinkFilterInput | null | undefined): (link: Judged) => boolean {
	const filter = checked(input);
	return (link) =>
		(filter.relations?.includes(link.relation) ?? true) &&
		(filter.modes?.includes(link.mode) ?? true) &&
		(filter.bases?.includes(link.basis) ?? true) &&
		(filter.statuses?.includes(link.status) ?? (link.supporting > 0 && link.status !== "RETRACTED")) &&
		link.confidence >= (filter.minConfidence ?? 0) &&
		link.independentSources >= (filter.minIndependentSources ?? 0);
}
