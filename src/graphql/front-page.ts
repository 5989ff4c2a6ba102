/** The page at `/`, which says where things are. */
export const FRONT_PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Antecedent: what preceded?</title>
<link rel="alternate" type="application/atom+xml" title="Events" href="/events.atom">
<style>body { font: 1.1rem/1.5 Georgia, serif; max-width: 36rem; margin: 3rem auto; padding: 0 1rem }</style>
<h1>Antecedent</h1>
<p>A news service that answers, for any event: what preceded this?</p>
<ul>
<li><a href="/graphql">/graphql</a>: ask it (in a browser, an explorer; for programs, GraphQL)</li>
<li><a href="/schema.graphql">/schema.graphql</a>: what can be asked</li>
<li><a href="/events.atom">/events.atom</a>: the latest events, for feed readers; <code>?query=…</code> for some of them</li>
<li><a href="/opml">/opml</a>: the feeds that are polled, as a list for other readers</li>
<li><a href="/healthz">/healthz</a> and <a href="/readyz">/readyz</a>: whether it runs, whether it can answer</li>
</ul>
`;
