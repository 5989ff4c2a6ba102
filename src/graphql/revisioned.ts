import { builder } from "./builder.js";

/** What the rows of objects that change have in common. */
export interface RevisionedRow {
	revision: number;
	createdAt: Date;
	updatedAt: Date;
}

export const Revisioned = builder.interfaceRef<RevisionedRow>("Revisioned").implement({
	description: "An object that changes over time and says when it did.",
	fields: (t) => ({
		revision: t.exposeInt("revision", {
			description:
				"Grows with every change: send it back as `expectedRevision`, or keep it to see whether a cached copy is current.",
		}),
		createdAt: t.expose("createdAt", { type: "DateTime", description: "When this service first had the object." }),
		updatedAt: t.expose("updatedAt", { type: "DateTime", description: "When the object last changed here." }),
	}),
});
