import { useContext, useEffect, useState } from "preact/hooks";
import type { ListedEventFragment, NewsSubscription } from "../answers.js";
import { AliveContext } from "../asking.js";
import { ExampleChain } from "../parts/example-chain.js";
import { explorerAddress, Frame } from "../parts/frame.js";
import { NewsBar } from "../parts/news-bar.js";
import { Day, Outside, When } from "../parts/outside.js";
import { counted, inWords, STATUS_WORDS } from "../parts/words.js";
import { NEWS } from "../questions.js";
import { type FrontData, type FrontForm, formAddress, loadFront } from "./front-data.js";

/** The latest events, and a form to look for others. */
export function FrontPage({ data: first }: { data: FrontData }) {
	const alive = useContext(AliveContext);
	const [data, setData] = useState(first);
	const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
	useEffect(() => {
		if (!alive) return;
		let after = data.headCursor;
		return alive.follow<NewsSubscription>(
			NEWS,
			() => ({ after }),
			({ changes }) => {
				after = changes.__typename === "LogGap" ? changes.resumeFrom : changes.cursor;
				if (changes.__typename === "Change") setFresh((known) => new Set(known).add(changes.nodeId));
			},
		);
	}, [alive, data.headCursor]);
	const showFresh = async () => {
		if (!alive) return;
		const now = await loadFront(alive.ask, { ...data.form, after: "" });
		setFresh(new Set());
		setData(now);
	};
	const isFiltered = formAddress({ ...data.form, after: "" }) !== "/";
	return (
		<Frame graphiql={explorerAddress(data.asked.query, data.asked.variables)}>
			<h1>{isFiltered ? "Events found" : "What led to this?"}</h1>
			<p class="lead">
				News says what happened. Open an event to read what came before it: dated, in order, each with the sentence that
				says so and who said it.
			</p>
			{data.example && <ExampleChain example={data.example} />}
			{!isFiltered && <h2 class="ruled">Latest events</h2>}
			<SearchForm form={data.form} sources={data.sources} />
			<NewsBar count={fresh.size} what={counted(fresh.size, "new event")} onShow={showFresh} />
			{data.named && <Named form={data.form} named={data.named} />}
			{data.events.length === 0 && <p class="empty">Nothing here meets this. Try fewer words or a longer time.</p>}
			<ol class="events">
				{data.events.map((event) => (
					<EventRow key={event.id} event={event} />
				))}
			</ol>
			{data.next && (
				<p>
					<a class="more" href={formAddress({ ...data.form, after: data.next })}>
						Earlier ones
					</a>
				</p>
			)}
		</Frame>
	);
}

function SearchForm({ form, sources }: { form: FrontForm; sources: FrontData["sources"] }) {
	return (
		<search>
			<form class="search" action="/" method="get">
				<label>
					Words
					<input type="search" name="q" value={form.q} maxLength={200} dir="auto" />
				</label>
				<label>
					Who or where
					<input name="who" value={form.who} maxLength={200} dir="auto" />
				</label>
				<label>
					Outlet
					<select name="source" value={form.source}>
						<option value="">All</option>
						{sources.map(({ id, name }) => (
							<option key={id} value={id} selected={id === form.source}>
								{name}
							</option>
						))}
					</select>
				</label>
				<label>
					From
					<input type="date" name="from" value={form.from} />
				</label>
				<label>
					To
					<input type="date" name="to" value={form.to} />
				</label>
				<button type="submit">Search</button>
			</form>
		</search>
	);
}

/** Whom the name was taken for: it may have been meant otherwise. */
function Named({ form, named }: { form: FrontForm; named: { name: string }[] }) {
	if (named.length === 0)
		return (
			<p class="note">
				Nobody and nothing here is called “<Outside text={form.who} />
				”.
			</p>
		);
	return (
		<p class="note">
			With{" "}
			{named.map(({ name }, index) => (
				<>
					{index > 0 && " or "}
					<Outside text={name} />
				</>
			))}
			.
		</p>
	);
}

function EventRow({ event }: { event: ListedEventFragment }) {
	const causes = event.causes.totalCount;
	const status = STATUS_WORDS[event.status];
	return (
		<li>
			<article>
				<p class="date">
					<When time={event.time} />
				</p>
				<h3>
					<a href={`/events/${event.id}`}>
						<Outside text={event.title} />
					</a>
				</h3>
				<p class="facts">
					{status && <strong class="status">{status}</strong>}
					<span>{inWords(event.type)}</span>
					<span>{counted(event.coverage.articles, "article")}</span>
					<span>{counted(event.coverage.independentSources, "independent outlet")}</span>
					<span class={causes > 0 ? "causes known" : "causes"}>
						{causes === 0 ? "no cause told" : `${counted(causes, "cause")} told`}
					</span>
					<span>
						last reported <Day at={event.lastReportedAt} />
					</span>
				</p>
			</article>
		</li>
	);
}
