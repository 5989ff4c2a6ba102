import { useContext, useEffect, useState } from "preact/hooks";
import type { DeskQuery, LinkStatus, RevertMutation } from "../answers.js";
import { AliveContext, Refused } from "../asking.js";
import { keepToken } from "../browser/token.js";
import { EventsDesk } from "../parts/desk-events.js";
import { FeedsDesk, SubmitDesk } from "../parts/desk-feeds.js";
import { LinksDesk } from "../parts/desk-links.js";
import type { DeskTools, Done, Fault } from "../parts/desk-tools.js";
import { Frame } from "../parts/frame.js";
import { Outside } from "../parts/outside.js";
import { DESK, REVERT } from "../questions.js";

/** Where editors and operators work. It shows nothing without scripts: every change goes through the service's mutations. */
export function DeskPage() {
	const alive = useContext(AliveContext);
	const [desk, setDesk] = useState<DeskQuery | null>(null);
	const [said, setSaid] = useState<Done>({ words: "" });
	const [status, setStatus] = useState<LinkStatus | "">("");
	const load = async () => {
		if (!alive) return;
		try {
			// A list of none would ask for none; absent is what the service takes for usual.
			setDesk(await alive.ask<DeskQuery>(DESK, status ? { statuses: [status] } : {}));
		} catch (error) {
			setSaid({ words: wordsOf(error) });
		}
	};
	useEffect(() => void load(), [alive, status]);
	const act: DeskTools["act"] = async (work) => {
		setSaid({ words: "…" });
		try {
			const done = await work();
			setSaid(
				isDone(done) ? done : { words: done.map(({ path, message }) => [...path, message].join(": ")).join("; ") },
			);
		} catch (error) {
			setSaid({ words: wordsOf(error) });
		}
		await load();
	};
	const undo = ({ nodeId, toRevision, expectedRevision }: NonNullable<Done["undo"]>) =>
		act(async () => {
			if (!alive) return [];
			const input = { nodeId, toRevision, expectedRevision, reason: "undone at the desk" };
			const { revert } = await alive.ask<RevertMutation>(REVERT, { input });
			return revert.userErrors.length > 0 ? revert.userErrors : { words: "Undone: it is as it was." };
		});
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
				{said.words}
				{said.undo && (
					<button type="button" onClick={() => said.undo && undo(said.undo)}>
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
					</nav>
					<AccessDesk access={desk.service.access} onToken={load} />
					<LinksDesk links={desk.causalLinks.nodes} status={status} onStatus={setStatus} tools={{ alive, act }} />
					<EventsDesk tools={{ alive, act }} />
					<FeedsDesk feeds={desk.feeds.nodes} tools={{ alive, act }} />
					<SubmitDesk tools={{ alive, act }} />
				</div>
			)}
		</Frame>
	);
}

const isDone = (done: Done | readonly Fault[]): done is Done => !Array.isArray(done);

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
