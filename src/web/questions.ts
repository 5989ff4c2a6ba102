/**
 * What the pages ask of the service: the same questions that any other client may send. `npm run schema` checks them against the
 * schema and writes the types of their answers to answers.ts.
 */

const TIME = /* GraphQL */ `fragment TimeParts on EventTime { value granularity approximate text }`;

const EVIDENCE = /* GraphQL */ `fragment EvidenceParts on Evidence {
	id stance attributedTo publishedAt
	span { exact prefix suffix }
	signal { exact }
	source { id name }
	article { id headline url }
}`;

const LISTED_EVENT = /* GraphQL */ `fragment ListedEvent on Event {
	id title type status lastReportedAt
	time { ...TimeParts }
	coverage { articles independentSources }
	causes(first: 0) { totalCount }
	participants { entity { id name } }
}
${TIME}`;

/** What the form of the front page needs beside the list. */
const FORM = /* GraphQL */ `service { headCursor } sources(first: 100) { nodes { id name } }`;

/** The event told most of whose causes are known, with its best chain: why this service exists, at a glance. */
export const EXAMPLE = /* GraphQL */ `query Example {
	events(filter: { hasCauses: true }, first: 1, orderBy: { field: COVERAGE, direction: DESC }) { nodes {
		id title
		time { ...TimeParts }
		whatPreceded { chains(first: 1) { links {
			link { id }
			relation status
			cause { id title time { ...TimeParts } }
			evidence(first: 1) { attributedTo span { exact } source { name } }
		} } }
	} }
}
${TIME}`;

export const FRONT = /* GraphQL */ `query Front($filter: EventFilter, $orderBy: EventOrder, $after: String) {
	${FORM}
	events(filter: $filter, first: 20, after: $after, orderBy: $orderBy) {
		pageInfo { hasNextPage endCursor }
		nodes { ...ListedEvent }
	}
}
${LISTED_EVENT}`;

/** What one outlet tells: the main event of each of its articles. */
export const FRONT_OF_SOURCE = /* GraphQL */ `query FrontOfSource($filter: ArticleFilter, $orderBy: ArticleOrder, $after: String) {
	${FORM}
	articles(filter: $filter, first: 20, after: $after, orderBy: $orderBy) {
		pageInfo { hasNextPage endCursor }
		nodes { events(role: MAIN, first: 1) { nodes { ...ListedEvent } } }
	}
}
${LISTED_EVENT}`;

export const ENTITIES = /* GraphQL */ `query EntitiesNamed($query: String!) {
	entities(query: $query, first: 3) { nodes { id name type } }
}`;

/** All of it hangs on the context, so that an earlier day shows nothing of a later one. */
export const EVENT = /* GraphQL */ `query EventPage($id: ID!, $asOf: AsOfInput) {
	event(id: $id) {
		id
		mergedInto { id title }
		whatPreceded(asOf: $asOf) {
			version truncated
			event {
				title type status firstReportedAt lastReportedAt
				time { ...TimeParts }
				coverage { articles independentSources }
				participants { role entity { id name type } }
				locations { id name }
				effects(first: 10) { nodes { id relation status effect { id title time { ...TimeParts } } } }
				articles(first: 10) { totalCount nodes { id headline publishedAt source { name } } }
			}
			asOf { at clock }
			digest(maxSentences: 5) { sentences { text citations { articleRevision { id headline } } } }
			preceding(first: 30) { nodes {
				title role status disputed relevance distance
				event { id }
				time { ...TimeParts }
				sentence { ...EvidenceParts }
			} }
			links {
				link { id }
				cause { id }
				effect { id title }
				relation mode status confidence explanation
				support { supporting contradicting independentSources attributedOnly firstStatedAt }
				evidence(first: 3) { ...EvidenceParts }
			}
			unresolved { reason time { ...TimeParts } span { exact prefix suffix } }
		}
	}
}
${TIME}
${EVIDENCE}`;

/** The paragraph around a piece of evidence, asked for when somebody opens it. */
export const PARAGRAPH = /* GraphQL */ `query Paragraph($id: ID!) {
	node(id: $id) { ... on Evidence { span { start end articleRevision { text } } } }
}`;

export const SINCE = /* GraphQL */ `query SinceLooked($id: ID!, $from: AsOfInput!, $to: AsOfInput!) {
	contextDiff(eventId: $id, from: $from, to: $to) {
		added { title event { id } }
		removed { title event { id } }
		linksAdded { explanation }
		linksRemoved { explanation }
	}
}`;

export const ARTICLE = /* GraphQL */ `query ArticlePage($id: ID!) {
	article(id: $id) {
		id headline url byline language publishedAt publishedAtProvenance modifiedAt wordCount
		source { name homepage }
		isBasedOn { id headline source { name } }
		sections { index role heading start end text }
		mentions(first: 100) { totalCount nodes {
			id role attributedTo
			event { id title }
			time { ...TimeParts }
			trigger { start end }
			sentence { start end exact articleRevision { number } }
		} }
		copies(first: 20) { totalCount nodes { id headline publishedAt source { name } } }
		revisions(first: 5) { totalCount nodes { number headline fetchedAt diff { op text } } }
	}
}
${TIME}`;

export const NEWS = /* GraphQL */ `subscription News($after: String) {
	changes(after: $after, filter: { types: [EVENT], kinds: [CREATED] }) {
		__typename
		... on Change { cursor nodeId }
		... on Heartbeat { cursor }
		... on LogGap { resumeFrom }
	}
}`;

export const CONTEXT_NEWS = /* GraphQL */ `subscription ContextNews($id: ID!, $version: String!) {
	contextUpdates(eventId: $id, ifVersion: $version) { context { version } }
}`;

const USER_ERRORS = /* GraphQL */ `fragment Faults on UserError { path message }`;

export const DESK = /* GraphQL */ `query Desk(
	$statuses: [LinkStatus!]
	$firstLinks: Int $afterLink: String $lastLinks: Int $beforeLink: String
	$firstFeeds: Int $afterFeed: String $lastFeeds: Int $beforeFeed: String
) {
	service { access { mode role holder } }
	feeds(first: $firstFeeds, after: $afterFeed, last: $lastFeeds, before: $beforeFeed) {
		totalCount
		pageInfo { ...DeskPlace }
		nodes {
			id url title health revision lastFetchedAt nextFetchAt
			source { name }
			lastError { code message at }
		}
	}
	causalLinks(filter: { statuses: $statuses }, first: $firstLinks, after: $afterLink, last: $lastLinks, before: $beforeLink) {
		totalCount
		pageInfo { ...DeskPlace }
		nodes { ...ReviewedLink }
	}
}
fragment DeskPlace on PageInfo { hasNextPage hasPreviousPage startCursor endCursor }
fragment ReviewedLink on CausalLink {
	id revision status confidence relation explanation
	cause { id title }
	effect { id title }
	evidence(first: 2) { nodes { span { exact } stance source { name } } }
}`;

export const ADD_FEED = /* GraphQL */ `mutation AddFeed($url: URL!) {
	addFeed(input: { url: $url }) { feed { id title url } userErrors { ...Faults } }
}
${USER_ERRORS}`;

export const REMOVE_FEED = /* GraphQL */ `mutation RemoveFeed($feedId: ID!) {
	removeFeed(input: { feedId: $feedId }) { removedId userErrors { ...Faults } }
}
${USER_ERRORS}`;

export const REFRESH_FEED = /* GraphQL */ `mutation RefreshFeed($feedId: ID!) {
	refreshFeed(input: { feedId: $feedId }) { feed { id } userErrors { ...Faults } }
}
${USER_ERRORS}`;

export const SUBMIT_ARTICLE = /* GraphQL */ `mutation SubmitArticle($input: SubmitArticleInput!) {
	submitArticle(input: $input) { article { id headline } userErrors { ...Faults } }
}
${USER_ERRORS}`;

export const REVIEW_LINK = /* GraphQL */ `mutation ReviewLink($input: ReviewCausalLinkInput!) {
	reviewCausalLink(input: $input) { link { id revision status } userErrors { ...Faults } }
}
${USER_ERRORS}`;

export const EVENT_TO_EDIT = /* GraphQL */ `query EventToEdit($id: ID!) {
	event(id: $id) { id title revision mentions(first: 50) { nodes { id sentence { exact } article { headline } } } }
}`;

export const MERGE = /* GraphQL */ `mutation Merge($input: MergeEventsInput!) {
	mergeEvents(input: $input) { event { id title revision } userErrors { ...Faults } }
}
${USER_ERRORS}`;

export const SPLIT = /* GraphQL */ `mutation Split($input: SplitEventInput!) {
	splitEvent(input: $input) { event { id title revision } newEvent { id title } userErrors { ...Faults } }
}
${USER_ERRORS}`;

export const REVERT = /* GraphQL */ `mutation Revert($input: RevertInput!) {
	revert(input: $input) { node { id ... on Revisioned { revision } } userErrors { ...Faults } }
}
${USER_ERRORS}`;
