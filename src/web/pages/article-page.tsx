import { explorerAddress, Frame } from "../parts/frame.js";
import { markSections, type Piece } from "../parts/mark-sections.js";
import { Away, Day, Outside, When } from "../parts/outside.js";
import { counted, inWords } from "../parts/words.js";
import { ARTICLE } from "../questions.js";
import type { ArticleView } from "./article-data.js";

/** One article: its sections with what it mentions marked, its revisions and its copies. */
export function ArticlePage({ data: article }: { data: ArticleView }) {
	const { id, headline, url, byline, source, publishedAt, publishedAtProvenance, wordCount, isBasedOn, language } =
		article;
	return (
		<Frame graphiql={explorerAddress(ARTICLE, { id })}>
			<article class="article">
				<header class="heading">
					<p class="kicker">
						<Outside text={source.name} /> · <Day at={publishedAt} />
						{publishedAtProvenance === "FIRST_SEEN" && " (when it was first seen; it has no date)"}
					</p>
					<h1>
						<Outside text={headline} />
					</h1>
					<p class="facts">
						{byline.length > 0 && (
							<span>
								By <Outside text={byline.join(", ")} />
							</span>
						)}
						<span>{counted(wordCount, "word")}</span>
						<span>
							<Away href={url}>at the outlet</Away>
						</span>
					</p>
					{isBasedOn && (
						<p class="note">
							A copy of{" "}
							<a href={`/articles/${isBasedOn.id}`}>
								<Outside text={isBasedOn.headline} />
							</a>
							, <Outside text={isBasedOn.source.name} />
						</p>
					)}
				</header>
				<div class="columns">
					<div class="sections" lang={language}>
						{markSections(article).map(({ section, paragraphs }) => (
							<section key={section.index} class={`section part-${section.role.toLowerCase()}`}>
								<p class="section-role">{inWords(section.role)}</p>
								{section.heading && <h2 dir="auto">{section.heading}</h2>}
								{paragraphs.map((pieces) => (
									<p dir="auto">
										{pieces.map((piece) => (
											<Marked piece={piece} />
										))}
									</p>
								))}
							</section>
						))}
					</div>
					<aside aria-label="Around it">
						<Mentions mentions={article.mentions} />
						<Revisions revisions={article.revisions} />
						<Copies copies={article.copies} />
					</aside>
				</div>
			</article>
		</Frame>
	);
}

function Marked({ piece: { text, mark } }: { piece: Piece }) {
	if (!mark) return <>{text}</>;
	if (mark.kind === "event")
		return (
			<a class="mention" href={`/events/${mark.eventId}`} title={mark.title}>
				{text}
			</a>
		);
	return (
		<span class="dated" title={mark.value}>
			{text}
		</span>
	);
}

const MENTION_ROLES = { MAIN: "What it is about", BACKGROUND: "What preceded", FORESEEN: "What it foresees" } as const;

function Mentions({ mentions: { nodes } }: { mentions: ArticleView["mentions"] }) {
	return (
		<>
			{(Object.keys(MENTION_ROLES) as (keyof typeof MENTION_ROLES)[]).map((role) => {
				const events = new Map(
					nodes.filter((mention) => mention.role === role).map((mention) => [mention.event.id, mention]),
				);
				if (events.size === 0) return null;
				return (
					<section key={role}>
						<h2>{MENTION_ROLES[role]}</h2>
						<ul class="plain">
							{[...events.values()].map(({ event, time }) => (
								<li key={event.id}>
									<a href={`/events/${event.id}`}>
										<Outside text={event.title} />
									</a>{" "}
									<span class="facts">{time && <When time={time} />}</span>
								</li>
							))}
						</ul>
					</section>
				);
			})}
		</>
	);
}

/** Longest stretch of unchanged words shown on either side of a change. */
const AROUND = 60;

function Revisions({ revisions: { totalCount, nodes } }: { revisions: ArticleView["revisions"] }) {
	if (totalCount < 2) return null;
	return (
		<section>
			<h2>{counted(totalCount, "revision")}</h2>
			{nodes
				.filter(({ number }) => number > 1)
				.map(({ number, headline, fetchedAt, diff }) => (
					<details key={number} class="revision">
						<summary>
							Revision {number}, <Day at={fetchedAt} />: <Outside text={headline} />
						</summary>
						<p class="diff" dir="auto">
							{diff.map(({ op, text }) =>
								op === "INSERT" ? (
									<ins>{text}</ins>
								) : op === "DELETE" ? (
									<del>{text}</del>
								) : (
									<span>{shortened(text)}</span>
								),
							)}
						</p>
					</details>
				))}
		</section>
	);
}

const shortened = (text: string): string =>
	text.length <= 2 * AROUND + 20 ? text : `${text.slice(0, AROUND)} […] ${text.slice(-AROUND)}`;

function Copies({ copies: { totalCount, nodes } }: { copies: ArticleView["copies"] }) {
	if (totalCount === 0) return null;
	return (
		<section>
			<h2>{counted(totalCount, "copy", "copies")}</h2>
			<ul class="plain">
				{nodes.map(({ id, headline, source, publishedAt }) => (
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
