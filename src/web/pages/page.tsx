import { type AbsentData, AbsentPage } from "./absent-page.js";
import type { ArticleView } from "./article-data.js";
import { ArticlePage } from "./article-page.js";
import { DeskPage } from "./desk-page.js";
import { EventPage, type EventPageData } from "./event-page.js";
import type { FrontData } from "./front-data.js";
import { FrontPage } from "./front-page.js";

/** A page with all that it shows: what the server renders, and what the browser goes on from. */
export type Page =
	| { kind: "front"; data: FrontData }
	| { kind: "event"; data: EventPageData }
	| { kind: "article"; data: ArticleView }
	| { kind: "desk" }
	| { kind: "absent"; data: AbsentData };

export function PageBody({ page }: { page: Page }) {
	switch (page.kind) {
		case "front":
			return <FrontPage data={page.data} />;
		case "event":
			return <EventPage data={page.data} />;
		case "article":
			return <ArticlePage data={page.data} />;
		case "desk":
			return <DeskPage />;
		case "absent":
			return <AbsentPage data={page.data} />;
	}
}

/** What stands in the browser's tab. */
export function titleOf(page: Page): string {
	switch (page.kind) {
		case "front":
			return "Antecedent: what preceded this?";
		case "event":
			return `What preceded: ${page.data.event.title}`;
		case "article":
			return `${page.data.headline} (${page.data.source.name})`;
		case "desk":
			return "Desk: Antecedent";
		case "absent":
			return "Not here: Antecedent";
	}
}
