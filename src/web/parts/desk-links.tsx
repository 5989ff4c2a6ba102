import { useState } from "preact/hooks";
import type { DeskQuery, LinkStatus, ReviewLinkMutation } from "../answers.js";
import { REVIEW_LINK } from "../questions.js";
import type { DeskTools } from "./desk-tools.js";
import { Outside } from "./outside.js";
import { Pager, type Turn } from "./pager.js";
import { counted, LINK_STATUS_WORDS, RELATION_WORDS } from "./words.js";

type Links = DeskQuery["causalLinks"];
type Link = Links["nodes"][number];

/** Links on a page: some four screens of them. */
export const LINKS_ON_PAGE = 20;

interface LinksDeskProps {
	links: Links;
	/** Which links are shown; empty for all that somebody supports. */
	status: LinkStatus | "";
	onStatus: (status: LinkStatus | "") => void;
	onTurn: (turn: Turn) => void;
	tools: DeskTools;
}

/** The claims, for review. */
export function LinksDesk({ links, status, onStatus, onTurn, tools }: LinksDeskProps) {
	const { nodes, totalCount, pageInfo } = links;
	return (
		<section aria-labelledby="links">
			<h2 id="links">Links to review</h2>
			<form>
				<label>
					Show
					<select value={status} onChange={(event) => onStatus(event.currentTarget.value as LinkStatus | "")}>
						<option value="">all that somebody supports</option>
						{Object.entries(LINK_STATUS_WORDS).map(([value, words]) => (
							<option key={value} value={value}>
								{words}
							</option>
						))}
					</select>
				</label>
			</form>
			<p class="note">{totalCount === 0 ? "No link is known." : counted(totalCount, "link")}</p>
			{nodes.map((link) => (
				<ReviewedLink key={link.id} link={link} tools={tools} />
			))}
			<Pager what="links" size={LINKS_ON_PAGE} pageInfo={pageInfo} onTurn={onTurn} />
		</section>
	);
}

const DECISIONS: { status: LinkStatus; word: string }[] = [
	{ status: "ACCEPTED", word: "Accept" },
	{ status: "DISPUTED", word: "Dispute" },
	{ status: "RETRACTED", word: "Retract" },
];

function ReviewedLink({ link, tools: { alive, act } }: { link: Link; tools: DeskTools }) {
	const [reason, setReason] = useState("");
	const { id, revision, relation, status, confidence, cause, effect, evidence } = link;
	const decide = (decided: LinkStatus) =>
		act(async () => {
			const input = { linkId: id, expectedRevision: revision, status: decided, reason };
			const { reviewCausalLink } = await alive.ask<ReviewLinkMutation>(REVIEW_LINK, { input });
			const { link: now, userErrors } = reviewCausalLink;
			if (userErrors.length > 0 || !now) return userErrors;
			setReason("");
			const undo = { kind: "revert" as const, nodeId: id, toRevision: revision, expectedRevision: now.revision };
			const claim = `“${cause.title}” ${RELATION_WORDS[relation]} “${effect.title}”`;
			return { words: `${claim}: ${LINK_STATUS_WORDS[now.status]} now.`, undo };
		});
	return (
		<div class="row" data-link={id}>
			<div>
				<a href={`/events/${cause.id}`}>
					<Outside text={cause.title} />
				</a>{" "}
				<em>{RELATION_WORDS[relation]}</em>{" "}
				<a href={`/events/${effect.id}`}>
					<Outside text={effect.title} />
				</a>
			</div>
			<div class="facts">
				<strong class="status">{LINK_STATUS_WORDS[status]}</strong>
				<span>confidence {Math.round(confidence * 100)} %</span>
			</div>
			{evidence.nodes.map(({ span, source, stance }) => (
				<div key={span.exact} class="facts" dir="auto">
					{stance === "CONTRADICTS" && "Against: "}“{span.exact}” (<Outside text={source.name} />)
				</div>
			))}
			<form onSubmit={(event) => event.preventDefault()}>
				<label>
					Reason
					<input value={reason} maxLength={1_000} onInput={(event) => setReason(event.currentTarget.value)} />
				</label>
				{DECISIONS.filter((decision) => decision.status !== status).map((decision) => (
					<button
						key={decision.status}
						type="button"
						disabled={reason.trim() === ""}
						onClick={() => decide(decision.status)}
					>
						{decision.word}
					</button>
				))}
			</form>
		</div>
	);
}
