import { renderToString } from "preact-render-to-string";
import type { Assets } from "./assets.js";
import { type Page, PageBody, titleOf } from "./pages/page.js";

/** A page as HTML that needs no script, and which its script goes on from. */
export function renderPage(page: Page, { script, style }: Pick<Assets, "script" | "style">): string {
	return `<!doctype html>${renderToString(
		<html lang="en">
			<head>
				<meta charSet="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="color-scheme" content="light dark" />
				<title>{titleOf(page)}</title>
				<link rel="stylesheet" href={style} />
				<script type="module" src={script} />
				{page.kind === "front" && (
					<link rel="alternate" type="application/atom+xml" title="Events" href="/events.atom" />
				)}
				{page.kind === "event" && (
					<link
						rel="alternate"
						type="application/atom+xml"
						title={titleOf(page)}
						href={`/events/${page.data.event.id}.atom`}
					/>
				)}
				<link rel="icon" href={ICON} />
			</head>
			<body>
				<div id="page">
					<PageBody page={page} />
				</div>
				{/* Data and not a script, with no "<" left in it. */}
				<script type="application/json" id="data" dangerouslySetInnerHTML={{ __html: embedded(page) }} />
			</body>
		</html>,
	)}`;
}

/** JSON that cannot end the element in which it stands. */
const embedded = (page: Page): string => JSON.stringify(page).replaceAll("<", "\\u003c");

/** Two points and a line: what came before, and what it led to. */
const ICON = `data:image/svg+xml,${encodeURIComponent(
	'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="M4 12 12 4" stroke="#8a2b1f" stroke-width="2"/><circle cx="4" cy="12" r="3" fill="#8a2b1f"/><circle cx="12" cy="4" r="3" fill="#8a2b1f"/></svg>',
)}`;
