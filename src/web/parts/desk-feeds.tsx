import { useState } from "preact/hooks";
import type { AddFeedMutation, DeskQuery, RefreshFeedMutation, SubmitArticleMutation } from "../answers.js";
import { ADD_FEED, REFRESH_FEED, SUBMIT_ARTICLE } from "../questions.js";
import type { DeskTools } from "./desk-tools.js";
import { Away, Outside } from "./outside.js";
import { Pager, type Turn } from "./pager.js";
import { instantInWords } from "./time-words.js";
import { counted, inWords } from "./words.js";

type Feeds = DeskQuery["feeds"];
type Feed = Feeds["nodes"][number];

/** Feeds on a page: some three screens of them. */
export const FEEDS_ON_PAGE = 20;

interface FeedsDeskProps {
	feeds: Feeds;
	onTurn: (turn: Turn) => void;
	tools: DeskTools;
}

/** The feeds with how each is doing, and a way to add one. */
export function FeedsDesk({ feeds: { nodes, totalCount, pageInfo }, onTurn, tools }: FeedsDeskProps) {
	const { alive, act } = tools;
	const [url, setUrl] = useState("");
	const add = () =>
		act(async () => {
			const { addFeed } = await alive.ask<AddFeedMutation>(ADD_FEED, { url: url.trim() });
			const { feed, userErrors } = addFeed;
			// What was there already is a fault too, so undo never removes another's feed.
			if (userErrors.length > 0 || !feed) return userErrors;
			setUrl("");
			return {
				words: `“${feed.title ?? feed.url}” is read from now on.`,
				undo: { kind: "remove-feed", feedId: feed.id },
			};
		});
	return (
		<section aria-labelledby="feeds">
			<h2 id="feeds">Feeds</h2>
			<form
				onSubmit={(event) => {
					event.preventDefault();
					add();
				}}
			>
				<label>
					Address of a feed, or of a page that names one
					<input
						type="url"
						required
						maxLength={2_048}
						value={url}
						onInput={(event) => setUrl(event.currentTarget.value)}
					/>
				</label>
				<button type="submit">Add it</button>
			</form>
			<p class="note">{totalCount === 0 ? "No feed is followed." : counted(totalCount, "feed")}</p>
			{nodes.map((feed) => (
				<FeedRow key={feed.id} feed={feed} tools={tools} />
			))}
			<Pager what="feeds" size={FEEDS_ON_PAGE} pageInfo={pageInfo} onTurn={onTurn} />
		</section>
	);
}

function FeedRow({ feed, tools: { alive, act } }: { feed: Feed; tools: DeskTools }) {
	const { id, title, url, health, lastError, lastFetchedAt, nextFetchAt, source } = feed;
	const refresh = () =>
		act(async () => {
			const { refreshFeed } = await alive.ask<RefreshFeedMutation>(REFRESH_FEED, { feedId: id });
			return refreshFeed.userErrors.length > 0 ? refreshFeed.userErrors : { words: "The feed is read next." };
		});
	return (
		<div class="row" data-feed={id}>
			<div>
				<Away href={url}>
					<Outside text={title ?? source.name} />
				</Away>
			</div>
			<div class="facts">
				<strong>{inWords(health)}</strong>
				{lastFetchedAt && <span>read {instantInWords(lastFetchedAt)}</span>}
				{nextFetchAt && <span>next {instantInWords(nextFetchAt)}</span>}
			</div>
			{lastError && (
				<div class="facts">
					<strong class="status">{inWords(lastError.code)}</strong>
					<Outside text={lastError.message} />
				</div>
			)}
			<button type="button" onClick={refresh}>
				Read it now
			</button>
		</div>
	);
}

const EMPTY = { url: "", headline: "", text: "", publishedAt: "" };

/** Takes in one article by hand. */
export function SubmitDesk({ tools: { alive, act } }: { tools: DeskTools }) {
	const [article, setArticle] = useState(EMPTY);
	const set = (name: keyof typeof EMPTY) => (event: { currentTarget: { value: string } }) =>
		setArticle({ ...article, [name]: event.currentTarget.value });
	const submit = () =>
		act(async () => {
			const { url, headline, text, publishedAt } = article;
			const day = publishedAt && { publishedAt: `${publishedAt}T12:00:00Z` };
			const input = { url: url.trim(), text, ...(headline && { headline }), ...day };
			const { submitArticle } = await alive.ask<SubmitArticleMutation>(SUBMIT_ARTICLE, { input });
			if (submitArticle.userErrors.length > 0 || !submitArticle.article) return submitArticle.userErrors;
			setArticle(EMPTY);
			return { words: `Read: ${submitArticle.article.headline}` };
		});
	return (
		<section aria-labelledby="submit">
			<h2 id="submit">Submit an article</h2>
			<form
				onSubmit={(event) => {
					event.preventDefault();
					submit();
				}}
			>
				<label>
					Address
					<input type="url" required maxLength={2_048} value={article.url} onInput={set("url")} />
				</label>
				<label>
					Headline
					<input value={article.headline} dir="auto" onInput={set("headline")} />
				</label>
				<label>
					Day it was published
					<input type="date" value={article.publishedAt} onInput={set("publishedAt")} />
				</label>
				<label>
					Text
					<textarea required value={article.text} dir="auto" onInput={set("text")} />
				</label>
				<button type="submit">Submit</button>
			</form>
		</section>
	);
}
