import type { GraphiQLOptions } from "graphql-yoga";

/** The question with which the explorer opens: it needs no id, so it can be run at once. */
export const WHAT_PRECEDED_QUERY = `# What preceded the most reported event whose causes are known? Press Ctrl-Enter.
query WhatPreceded {
  events(
    filter: { hasCauses: true }
    first: 1
    orderBy: { field: COVERAGE, direction: DESC }
  ) {
    nodes {
      id
      title
      time { value }
      whatPreceded {
        digest(maxWords: 130) { text }
        preceding {
          nodes {
            role
            title
            time { value }
            sentence {
              span { exact }
              article { headline url publishedAt }
            }
          }
        }
        chains {
          bottleneckConfidence
          links {
            explanation
            status
            confidence
            support { independentSources attributedOnly }
            evidence {
              attributedTo
              span { exact }
              signal { exact }
              source { name }
            }
          }
        }
      }
    }
  }
}
`;

/** The second tab: the same question as the press could have answered it at a past instant. */
export const AS_OF_QUERY = `# What did the press know to have preceded it, at an instant of the past?
# Put the address of any article in the variables below.
query WhatPrecededThen($url: URL!, $at: DateTime!) {
  article(url: $url) {
    headline
    events(role: MAIN, first: 1) {
      nodes {
        title
        whatPreceded(asOf: { at: $at }) {
          asOf { at }
          preceding(first: 20, orderBy: RELEVANCE) {
            nodes {
              role
              relevance
              title
              event { articles(first: 5) { nodes { url publishedAt } } }
            }
          }
        }
      }
    }
  }
}
`;

/** The third tab: what is in the archive. */
export const LATEST_QUERY = `# The latest articles, and the events they are about.
query Latest {
  articles(first: 10) {
    totalCount
    nodes {
      publishedAt
      headline
      url
      source { name }
      events(role: MAIN) { nodes { id title } }
    }
  }
}
`;

/** The fourth tab: what happens from now on. */
export const FOLLOW_QUERY = `# What happens from now on. With \`after: "…"\`, the last cursor you saw, nothing is missed.
subscription Follow {
  changes {
    __typename
    ... on Change {
      cursor
      kind
      nodeType
      fields
      node {
        ... on Article { headline url }
        ... on Event { title }
        ... on CausalLink { explanation }
      }
    }
    ... on Heartbeat { cursor at }
    ... on LogGap { resumeFrom }
  }
}
`;

const EXPLORER: GraphiQLOptions = {
	title: "Antecedent: what preceded?",
	defaultQuery: WHAT_PRECEDED_QUERY,
	defaultTabs: [
		{ query: WHAT_PRECEDED_QUERY },
		{
			query: AS_OF_QUERY,
			variables: JSON.stringify({ url: "https://example.com/an-article", at: "2024-11-02T12:00:00Z" }, null, 2),
		},
		{ query: LATEST_QUERY },
		{ query: FOLLOW_QUERY },
	],
	endpoint: "/graphql",
	defaultEditorToolsVisibility: "variables",
};

let page: Promise<string> | null = null;

/** The explorer's page, put together once (9 MB, all from the package: nothing is loaded from elsewhere). */
export function explorerPage(): Promise<string> {
	page ??= import("@graphql-yoga/render-graphiql").then(({ renderGraphiQL }) => renderGraphiQL(EXPLORER));
	return page;
}
