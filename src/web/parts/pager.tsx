/** A page of a list, as connections are asked for it. */
export type Turn = { first: number; after?: string } | { last: number; before: string };

interface PagerProps {
	/** Of what, for those who hear the buttons only. */
	what: string;
	/** Objects on a page. */
	size: number;
	pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
	onTurn: (turn: Turn) => void;
}

/** Turns the pages of a list; nothing where all of it is on one. */
export function Pager({ what, size, pageInfo, onTurn }: PagerProps) {
	const { hasNextPage, hasPreviousPage, startCursor, endCursor } = pageInfo;
	if (!hasNextPage && !hasPreviousPage) return null;
	// A page that edits have emptied has no cursors: back to the first.
	const back = () => onTurn(startCursor === null ? { first: size } : { last: size, before: startCursor });
	const forth = () => onTurn({ first: size, ...(endCursor !== null && { after: endCursor }) });
	return (
		<nav class="pager" aria-label={`Pages of ${what}`}>
			<button type="button" disabled={!hasPreviousPage} onClick={back}>
				Previous
			</button>
			<button type="button" disabled={!hasNextPage} onClick={forth}>
				Next
			</button>
		</nav>
	);
}
