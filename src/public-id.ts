/** The node types that clients can fetch by id, and the prefix of their ids. */
const PREFIXES = {
	Source: "src",
	Feed: "feed",
	Article: "art",
	ArticleRevision: "rev",
	Mention: "men",
	Event: "evt",
	Evidence: "evi",
	Entity: "ent",
	CausalLink: "lnk",
	EventRevision: "evr",
} as const;

export type PublicType = keyof typeof PREFIXES;

const TYPES = new Map<string, PublicType>(
	Object.entries(PREFIXES).map(([type, prefix]) => [prefix, type as PublicType]),
);

/** The id that clients see: `evt_0198c5b0-…`. It says its type, so `node(id:)` needs no other hint, and stays the same for ever. */
export function publicId(type: PublicType, uuid: string): string {
	return `${PREFIXES[type]}_${uuid}`;
}

/** Type and UUID of a client's id; null when it is none. */
export function parsePublicId(id: string): { type: PublicType; uuid: string } | null {
	const match = /^([a-z]{3,4})_([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/.exec(id);
	const type = match?.[1] === undefined ? undefined : TYPES.get(match[1]);
	return type && match?.[2] !== undefined ? { type, uuid: match[2] } : null;
}
