import { useContext, useEffect, useState } from "preact/hooks";
import type { SinceLookedQuery } from "../answers.js";
import { AliveContext } from "../asking.js";
import { SINCE } from "../questions.js";
import { Day, Outside } from "./outside.js";

interface News {
	since: string;
	diff: SinceLookedQuery["contextDiff"];
}

/** What this service has learned of what preceded since the reader last opened the page, in this browser. */
export function SinceLooked({ id }: { id: string }) {
	const alive = useContext(AliveContext);
	const [news, setNews] = useState<News | null>(null);
	useEffect(() => {
		if (!alive) return;
		const now = new Date().toISOString();
		const since = lastLook(id);
		noteLook(id, now);
		if (!since) return;
		const variables = { id, from: { at: since, clock: "RECORDED" }, to: { at: now, clock: "RECORDED" } };
		alive.ask<SinceLookedQuery>(SINCE, variables).then(
			({ contextDiff }) => setNews({ since, diff: contextDiff }),
			// A look noted by a clock that is ahead; nothing to tell.
			() => {},
		);
	}, [alive, id]);
	if (!news) return null;
	const { added, removed, linksAdded } = news.diff;
	if (added.length + removed.length + linksAdded.length === 0) return null;
	return (
		<section class="since" aria-label="New since you looked">
			<h3>
				New since you looked on <Day at={news.since} />
			</h3>
			<ul>
				{added.map(({ event, title }) => (
					<li key={event.id}>
						<a href={`#${event.id}`}>
							<Outside text={title} />
						</a>
					</li>
				))}
				{removed.map(({ event, title }) => (
					<li key={event.id}>
						<del>
							<Outside text={title} />
						</del>
					</li>
				))}
				{linksAdded.map(({ explanation }) => (
					<li key={explanation} dir="auto">
						{explanation}
					</li>
				))}
			</ul>
		</section>
	);
}

const KEY = "antecedent.looked.";

// Browsers may forbid the storage; then there is no last look.
function lastLook(id: string): string | null {
	try {
		return localStorage.getItem(KEY + id);
	} catch {
		return null;
	}
}

function noteLook(id: string, at: string): void {
	try {
		localStorage.setItem(KEY + id, at);
	} catch {
		// As above.
	}
}
