import { useContext, useEffect, useRef, useState } from "preact/hooks";
import type { DeskQuery, DeskQueryVariables, LinkStatus } from "../answers.js";
import { AliveContext, Refused } from "../asking.js";
import { keepActs, keptActs } from "../browser/kept-acts.js";
import { keepToken } from "../browser/token.js";
import { ActsDesk } from "../parts/desk-acts.js";
import { EventsDesk } from "../parts/desk-events.js";
import { FEEDS_ON_PAGE, FeedsDesk, SubmitDesk } from "../parts/desk-feeds.js";
import { LINKS_ON_PAGE, LinksDesk } from "../parts/desk-links.js";
import type { DeskTools, Done, Fault } from "../parts/desk-tools.js";
import { Frame } from "../parts/frame.js";
import { type Act, type Undo, withAct, withoutUndone, withRevision } from "../parts/last-acts.js";
import { Outside } from "../parts/outside.js";
import type { Turn } from "../parts/pager.js";
import { takeBack } from "../parts/take-back.js";
import { DESK } from "../questions.js";

/** Where editors and operators work. It shows nothing without scripts: every change goes through the service's mutations. */
export function DeskPage() {
	const alive = useContext(AliveContext);
	const [desk, setDesk] = useState<DeskQuery | null>(null);
	const [said, setSaid] = useState<Done>({ words: "" });
	const [acts, setActs] = useState<readonly Act[]>([]);
	const [place, setPlace] = useState<Place>(FIRST_PAGES);
	// Answers come in any order; the last one asked for counts.
	const latest = useRef(0);
	const load = async () => {
		if (!alive) return;
		const turn = ++latest.current;
		try {
			const now = await alive.ask<DeskQuery>(DESK, deskVariables(place));
			if (turn === latest.current) setDesk(now);
		} catch (error) {
			setSaid({ words: wordsOf(error) });
		}
	};
	useEffect(() => void load(), [alive, place]);
	useEffect(() => setActs(keptActs()), []);
	const change = (decide: (now: readonly Act[]) => readonly Act[]) =>
		setActs((now) => {
			const next = decide(now);
			keepActs(next);
			return next;
		});
	const act: DeskTools["act"] = async (work) => {
		setSaid({ words: "…" });
		try {
			const done = await work();
			setSaid(isDone(done) ? done : { words: faultWords(done) });
			if (isDone(done) && done.undo) {
				const { words, undo } = done;
				change((now) => withAct(now, { words, undo }));
			}
		} catch (error) {
			setSaid({ words: wordsOf(error) });
		}
		await load();
	};
	const undo = (undone: Undo) =>
		act(async () => {
			if (!alive) return [];
			const outcome = await takeBack(alive.ask, undone);
			if (outcome.kind === "refused") return outcome.faults;
			if (outcome.kind === "stale") {
				change((now) => withRevision(now, outcome.nodeId, outcome.revision));
				return { words: "It has changed since. Undo it in the list below: that takes back later edits of it too." };
			}
			change((now) => withoutUndone(now, undone, outcome.revision));
			return { words: "Undone: it is as it was." };
		});
	const { undo: undoSaid } = said;
	return (
		<Frame graphiql="/graphql">
			<h1>Desk</h1>
			<p class="lead">
				What is read stays as it was printed; what is said to follow from it can be put right here, with a reason, and
				taken back.
			</p>
			<noscript>
				<p>The desk needs JavaScript.</p>
			</noscript>
			<div class="said" role="status">
				<span dir="auto">{said.words}</span>
				{undoSaid && (
					<button type="button" onClick={() => undo(undoSaid)}>
						Undo
					</button>
				)}
			</div>
			{alive && desk && (
				<div class="desk">
					<nav class="jumps" aria-label="On this page">
						<a href="#links">Links</a>
						<a href="#events">Events</a>
						<a href="#feeds">Feeds</a>
						<a href="#submit">An article</a>
						<a href="#acts">What you did last</a>
					</nav>
					<AccessDesk access={desk.service.access} onToken={load} />
					<LinksDesk
						links={desk.causalLinks}
						status={place.status}
						onStatus={(status) => setPlace({ ...place, status, links: FIRST_PAGES.links })}
						onTurn={(links) => setPlace({ ...place, links })}
						tools={{ alive, act }}
					/>
					<EventsDesk tools={{ alive, act }} />
					<FeedsDesk feeds={desk.feeds} onTurn={(feeds) => setPlace({ ...place, feeds })} tools={{ alive, act }} />
					<SubmitDesk tools={{ alive, act }} />
					<ActsDesk acts={acts} onUndo={(act) => undo(act.undo)} />
				</div>
			)}
		</Frame>
	);
}

/** Which pages of its lists the desk shows. */
interface Place {
	/** Which links; empty for all that somebody supports. */
	status: LinkStatus | "";
	links: Turn;
	feeds: Turn;
}

const FIRST_PAGES: Place = { status: "", links: { first: LINKS_ON_PAGE }, feeds: { first: FEEDS_ON_PAGE } };

function deskVariables({ status, links, feeds }: Place): DeskQueryVariables {
	return {
		// A list of none would ask for none; absent is what the service takes for usual.
		...(status && { statuses: [status] }),
		...("first" in links
			? { firstLinks: links.first, afterLink: links.after ?? null }
			: { lastLinks: links.last, beforeLink: links.before }),
		...("first" in feeds
			? { firstFeeds: feeds.first, afterFeed: feeds.after ?? null }
			: { lastFeeds: feeds.last, beforeFeed: feeds.before }),
	};
}

const isDone = (done: Done | readonly Fault[]): done is Done => !Array.isArray(done);

/** Each names the field that it is about. */
const faultWords = (faults: readonly Fault[]): string => faults.map(({ message }) => message).join("; ");

const wordsOf = (error: unknown): string =>
	error instanceof Refused ? error.message : "The service does not answer. Nothing may have been changed.";

const MODES = {
	OPEN: "No token is needed on this machine.",
	READ_ONLY: "The service has no tokens: nothing can be changed.",
	TOKENS: "A token is needed.",
} as const;

function AccessDesk({
	access: { mode, role, holder },
	onToken,
}: {
	access: DeskQuery["service"]["access"];
	onToken: () => void;
}) {
	const [token, setToken] = useState("");
	const give = (value: string) => {
		keepToken(value.trim());
		setToken("");
		onToken();
	};
	return (
		<section aria-labelledby="access">
			<h2 id="access">Who you are</h2>
			<p>
				{MODES[mode]}{" "}
				{holder && (
					<>
						You are <Outside text={holder} />.{" "}
					</>
				)}
				{role && `You work as ${role.toLowerCase()}.`}
			</p>
			{mode === "TOKENS" && (
				<form
					onSubmit={(event) => {
						event.preventDefault();
						give(token);
					}}
				>
					<label>
						Token (kept until this tab is closed)
						<input
							type="password"
							autocomplete="off"
							value={token}
							onInput={(event) => setToken(event.currentTarget.value)}
						/>
					</label>
					<button type="submit">{token ? "Use it" : "Forget it"}</button>
				</form>
			)}
		</section>
	);
}
