import type { ComponentChildren } from "preact";

/** What stands around each page. */
export function Frame({ graphiql, children }: { graphiql: string; children: ComponentChildren }) {
	return (
		<>
			<a class="skip" href="#main">
				To the text
			</a>
			<header class="masthead">
				<a class="name" href="/">
					Antecedent
				</a>
				<span class="motto">what preceded this?</span>
				<nav aria-label="Pages">
					<a href="/">Events</a>
					<a href="/desk">Desk</a>
					<a href={graphiql}>This page’s query</a>
				</nav>
			</header>
			<main id="main" tabIndex={-1}>
				{children}
			</main>
			<footer class="colophon">
				<p>
					Every sentence here stands in an article, and every link is a claim that somebody makes. For programs:{" "}
					<a href="/graphql">GraphQL</a>, its <a href="/schema.graphql">schema</a>, the latest events as{" "}
					<a href="/events.atom">Atom</a>, the <a href="/opml">list of feeds</a>.
				</p>
			</footer>
		</>
	);
}

/** Where a question stands ready to run, in the explorer of this service. */
export function explorerAddress(query: string, variables: object): string {
	return `/graphql?${new URLSearchParams({ query, variables: JSON.stringify(variables, null, 2) })}`;
}
