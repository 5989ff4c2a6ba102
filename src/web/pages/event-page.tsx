import { useContext, useEffect, useRef, useState } from "preact/hooks";
import type { ContextNewsSubscription } from "../answers.js";
import { AliveContext } from "../asking.js";
import { AsOf } from "../parts/as-of.js";
import { CopyButtons } from "../parts/copy.js";
import { explorerAddress, Frame } from "../parts/frame.js";
import { Graph } from "../parts/graph.js";
import type { GraphLayout } from "../parts/graph-sizes.js";
import { NewsBar } from "../parts/news-bar.js";
import { Day, Outside, When } from "../parts/outside.js";
import { SinceLooked } from "../parts/since-looked.js";
import { Timeline } from "../parts/timeline.js";
import { counted, inWords, RELATION_WORDS, STATUS_WORDS } from "../parts/words.js";
import { CONTEXT_NEWS, EVENT } from "../questions.js";
import { askEvent, type EventData, type EventView, eventVariables, loadEvent } from "./event-data.js";

export interface EventPageData extends EventData {
	/** The claims as a graph; null where there are none. */
	graph: GraphLayout | null;
}

/** One event, and what preceded it. */
export function EventPage({ data: first }: { data: EventPageData }) {
	const alive = useContext(AliveContext);
	const [data, setData] = useState(first);
	const [isChanged, setChanged] = useState(false);
	const { event, day, days, graph } = data;
	const { id, whatPreceded } = event;
	// Answers come in any order; the last one asked for counts.
	const latest = useRef(0);
	const show = async (read: () => Promise<EventData | null>) => {
		const turn = ++latest.current;
		const [now, { layoutGraph }] = await Promise.all([read(), import("../parts/graph-layout.js")]);
		if (!now || turn !== latest.current) return;
		setData({ ...now, graph: layoutGraph(now.event) });
		history.replaceState(null, "", now.day === null ? `/events/${id}` : `/events/${id}?day=${now.day}`);
	};
	const showDay = (wanted: string | null) => {
		if (!alive) return;
		return show(async () => {
			const then = await askEvent(alive.ask, id, wanted);
			return then && { event: then, days, day: wanted };
		});
	};
	const { version } = whatPreceded;
	useEffect(() => {
		// The past does not change.
		if (!alive || day !== null) return;
		return alive.follow<ContextNewsSubscription>(
			CONTEXT_NEWS,
			() => ({ id, version }),
			({ contextUpdates }) => setChanged(contextUpdates.context.version !== version),
		);
	}, [alive, id, version, day]);
	const showChanged = async () => {
		setChanged(false);
		if (alive) await show(() => loadEvent(alive.ask, id, null));
	};
	return (
		<Frame graphiql={explorerAddress(EVENT, eventVariables(id, day))}>
			<article class="event">
				<Heading event={event} />
				<NewsBar count={isChanged ? 1 : 0} what="More is known now" onShow={showChanged} />
				<div class="columns">
					<section class="preceding" aria-labelledby="preceding">
						<h2 id="preceding">What preceded</h2>
						<AsOf days={days} day={day} id={id} onDay={showDay} />
						{day === null && <SinceLooked id={id} />}
						<Preceding context={whatPreceded} />
						<CopyButtons event={event} isPast={day !== null} />
						<p class="copy">
							Follow it: <a href={`/events/${id}.atom`}>Atom</a>, <a href={`/events/${id}.json`}>JSON Feed</a>
						</p>
					</section>
					<aside aria-label="Around it">
						{graph && (
							<section aria-labelledby="graph">
								<h2 id="graph">Who is said to have led to what</h2>
								<Graph graph={graph} />
							</section>
						)}
						<Digest sentences={whatPreceded.digest.sentences} />
						<Effects effects={event.effects.nodes} />
						<Articles articles={event.articles} />
					</aside>
				</div>
			</article>
		</Frame>
	);
}

function Heading({ event }: { event: EventView }) {
	const { title, time, type, status, coverage, participants, locations, mergedInto } = event;
	const people = new Map(
		[...participants.map(({ entity }) => entity), ...locations].map((entity) => [entity.id, entity]),
	);
	return (
		<header class="heading">
			{mergedInto && (
				<p class="note">
					This turned out to be another event:{" "}
					<a href={`/events/${mergedInto.id}`}>
						<Outside text={mergedInto.title} />
					</a>
				</p>
			)}
			<p class="kicker">
				<When time={time} /> · {inWords(type)}
				{STATUS_WORDS[status] && (
					<>
						{" · "}
						<strong class="status">{STATUS_WORDS[status]}</strong>
					</>
				)}
			</p>
			<h1>
				<Outside text={title} />
			</h1>
			<p class="facts">
				<span>{counted(coverage.articles, "article")}</span>
				<span>{counted(coverage.independentSources, "independent outlet")}</span>
				<span>
					reported <Day at={event.firstReportedAt} />
				</span>
			</p>
			{people.size > 0 && (
				<ul class="people" aria-label="Who and where">
					{[...people.values()].map(({ id, name }) => (
						<li key={id}>
							<a href={`/?${new URLSearchParams({ who: name })}`}>
								<Outside text={name} />
							</a>
						</li>
					))}
				</ul>
			)}
		</header>
	);
}

function Preceding({ context }: { context: EventView["whatPreceded"] }) {
	const { preceding, links, unresolved, truncated } = context;
	const told = preceding.nodes.filter(({ role }) => role !== "RELATED");
	const related = preceding.nodes.filter(({ role }) => role === "RELATED");
	return (
		<>
			{told.length === 0 && <p class="empty">No article says what preceded this, as far as is known here.</p>}
			<Timeline entries={told} links={links} />
			{related.length > 0 && (
				<details class="related">
					<summary>
						{counted(related.length, "earlier event")} with the same people or subject, which no article ties to this
					</summary>
					<Timeline entries={related} links={links} />
				</details>
			)}
			{truncated && <p class="note">There is more; these are the most relevant.</p>}
			{unresolved.length > 0 && (
				<section class="unresolved" aria-labelledby="unresolved">
					<h3 id="unresolved">Spoken of, but not found here</h3>
					<ul>
						{unresolved.map(({ span, time }) => (
							<li key={`${span.prefix}${span.exact}`} dir="auto">
								…{span.prefix}
								<mark>{span.exact}</mark>
								{span.suffix}…{" "}
								{time && (
									<>
										(<When time={time} />)
									</>
								)}
							</li>
						))}
					</ul>
				</section>
			)}
		</>
	);
}

function Digest({ sentences }: { sentences: EventView["whatPreceded"]["digest"]["sentences"] }) {
	if (sentences.length === 0) return null;
	return (
		<section aria-labelledby="digest">
			<h2 id="digest">In short</h2>
			{sentences.map(({ text, citations }) => (
				<p key={text} class="digest" dir="auto">
					{text} <cite>{citations[0] && <Outside text={citations[0].articleRevision.headline} />}</cite>
				</p>
			))}
		</section>
	);
}

function Effects({ effects }: { effects: EventView["effects"]["nodes"] }) {
	if (effects.length === 0) return null;
	return (
		<section aria-labelledby="effects">
			<h2 id="effects">What came of it</h2>
			<ul class="plain">
				{effects.map(({ id, relation, status, effect }) => (
					<li key={id}>
						{RELATION_WORDS[relation]}{" "}
						<a href={`/events/${effect.id}`}>
							<Outside text={effect.title} />
						</a>{" "}
						<span class="facts">
							<When time={effect.time} />
							{status === "DISPUTED" && <strong class="disputed">disputed</strong>}
						</span>
					</li>
				))}
			</ul>
		</section>
	);
}

function Articles({ articles: { totalCount, nodes } }: { articles: EventView["articles"] }) {
	if (nodes.length === 0) return null;
	return (
		<section aria-labelledby="articles">
			<h2 id="articles">{counted(totalCount, "article")}</h2>
			<ul class="plain">
				{nodes.map(({ id, headline, publishedAt, source }) => (
					<li key={id}>
						<a href={`/articles/${id}`}>
							<Outside text={headline} />
						</a>{" "}
						<span class="facts">
							<Outside text={source.name} /> <Day at={publishedAt} />
						</span>
					</li>
				))}
			</ul>
		</section>
	);
}
