/** What a token lets its holder do, from the least to the most; each includes those before it. */
export const ROLES = ["SUBMITTER", "EDITOR", "OPERATOR"] as const;

/** SUBMITTER submits articles; EDITOR also changes events and links; OPERATOR also feeds. */
export type Role = (typeof ROLES)[number];

/** Whether who has one role may do what another one is asked for. */
export function includesRole(role: Role, asked: Role): boolean {
	return ROLES.indexOf(role) >= ROLES.indexOf(asked);
}
