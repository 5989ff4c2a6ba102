// Written by `npm run schema` from questions.ts and schema.graphql: change those.

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** How changes are allowed. */
export type AccessMode =
  /** To whoever uses the machine of the service: it has no tokens, and only that machine reaches it. */
  | 'OPEN'
  /** To nobody: it has no tokens, and others reach it. */
  | 'READ_ONLY'
  /** To holders of a token, sent as the header `authorization: Bearer <token>`, or so named in what opens a WebSocket. */
  | 'TOKENS';

/** What a token lets its holder do; each includes those before it. */
export type AccessRole =
  /** Also changes events and links. */
  | 'EDITOR'
  /** Also adds and removes feeds. */
  | 'OPERATOR'
  /** Submits articles. */
  | 'SUBMITTER';

/** Conditions on articles. All that are given must be met. */
export type ArticleFilter = {
  /** Names one of these entities. */
  entityIds?: Array<string> | null | undefined;
  /** Mentions one of these events. */
  eventIds?: Array<string> | null | undefined;
  /** Brought by one of these feeds. */
  feedIds?: Array<string> | null | undefined;
  /** Written in one of these languages; `en` includes `en-GB`. */
  languages?: Array<string> | null | undefined;
  /** Leave out copies of other articles. */
  originalsOnly?: boolean | null | undefined;
  /** When it was published. */
  published?: TimeRange | null | undefined;
  /** Words of headline and text, in the syntax of web search: `strike "missile defense" or drones -drill`. At most 4,000 characters. */
  query?: string | null | undefined;
  /** Published by one of these outlets. */
  sourceIds?: Array<string> | null | undefined;
};

/** The order of a list of articles. */
export type ArticleOrder = {
  /** Which end comes first. */
  direction: OrderDirection;
  /** What to order by. */
  field: ArticleOrderField;
};

/** What articles can be ordered by. */
export type ArticleOrderField =
  /** When this service first saw them. */
  | 'FIRST_SEEN_AT'
  /** When they were published; with the latest first, those that nobody dates come last. */
  | 'PUBLISHED_AT'
  /** How well they fit the words of `filter.query`, which must be given: the latest 500 that have the words are ranked. Among the articles of an event: what is about it first, originals before copies. */
  | 'RELEVANCE';

/** An instant in the past, so that the answer holds nothing that was known only later. */
export type AsOfInput = {
  /** The instant. */
  at: string;
  /** By which clock. */
  clock?: KnowledgeClock | null | undefined;
};

/** By what way one event led to another. */
export type CausalMode =
  /** The event brought it about. */
  | 'CONSEQUENCE'
  /** An actor reacted to the event. */
  | 'MOTIVATION'
  /** An actor aimed at the event; the aim is the cause, what was done for it the effect. */
  | 'PURPOSE';

/** How one event bears on another (force dynamics). */
export type CausalRelation =
  /** It led to it. */
  | 'CAUSE'
  /** It made it possible. */
  | 'ENABLE'
  /** It prevented or delayed it. */
  | 'PREVENT';

/** Why an event is on the list. */
export type ContextRole =
  /** Articles about it tell this as what preceded, without saying that it led to it. */
  | 'BACKGROUND'
  /** Said to have led straight to it. */
  | 'DIRECT_CAUSE'
  /** Said to have made it possible. */
  | 'ENABLER'
  /** Said to have led to one of its causes. */
  | 'INDIRECT_CAUSE'
  /** Said to have prevented or delayed it, or something that led to it. */
  | 'PREVENTER'
  /** No article ties the two; they share participants and subject. */
  | 'RELATED';

/** How far editors have dealt with an event. */
export type CurationState =
  /** Made from articles; no editor has looked. */
  | 'AUTOMATIC'
  /** An editor found it right. */
  | 'CONFIRMED'
  /** An editor changed it. */
  | 'EDITED'
  /** It turned out to be another event: see `mergedInto`. */
  | 'MERGED'
  /** An editor found it to be no event. */
  | 'RETRACTED';

/** Where a publication date was read, the most reliable first. */
export type DateProvenance =
  /** In the text. */
  | 'BODY_TEXT'
  /** In the feed. */
  | 'FEED'
  /** Nowhere: it is the time at which this service first saw the article. */
  | 'FIRST_SEEN'
  /** In the structured data of the page. */
  | 'JSON_LD'
  /** In a meta tag of the page. */
  | 'META_TAG'
  /** Given with the article by whoever submitted it. */
  | 'SUBMITTED'
  /** In the address. */
  | 'URL_PATH';

/** Which of two texts a stretch stands in. */
export type DiffOp =
  /** Only in the revision it is compared with. */
  | 'DELETE'
  /** In both. */
  | 'EQUAL'
  /** Only in this revision. */
  | 'INSERT';

/** What kind of thing an entity is. */
export type EntityType =
  /** A building, base, road, airport. */
  | 'FACILITY'
  /** A country, region or city that acts or is acted upon. */
  | 'GPE'
  /** A place that does not act: a sea, a mountain, a region. */
  | 'LOCATION'
  /** A company, party, army, institution. */
  | 'ORGANIZATION'
  /** Named, and none of these. */
  | 'OTHER'
  /** A person. */
  | 'PERSON'
  /** A thing that is made and named: a ship, a weapon, a device. */
  | 'PRODUCT';

/** Conditions on events. All that are given must be met. There are two date axes: when it happened, and when it was reported. */
export type EventFilter = {
  /** How far editors have dealt with it. Events that were merged away or retracted are listed only if asked for here. */
  curation?: Array<CurationState> | null | undefined;
  /** One of these entities takes part, or it happened there. */
  entityIds?: Array<string> | null | undefined;
  /** Whether something is known to have led to it. */
  hasCauses?: boolean | null | undefined;
  /** At least so many outlets mention it. */
  minSources?: number | null | undefined;
  /** Its time overlaps this range. An event whose time was not told counts as of its first report. */
  occurred?: TimeRange | null | undefined;
  /** Words of title and summary, in the syntax of web search: `strike iran -drill`. At most 4,000 characters. */
  query?: string | null | undefined;
  /** Some article published in this range mentions it. */
  reported?: TimeRange | null | undefined;
  /** Whether it took place. */
  statuses?: Array<OccurrenceStatus> | null | undefined;
  /** What kind of happening it is. */
  types?: Array<EventType> | null | undefined;
};

/** The order of a list of events. */
export type EventOrder = {
  /** Which end comes first. */
  direction: OrderDirection;
  /** What to order by. */
  field: EventOrderField;
};

/** What events can be ordered by. */
export type EventOrderField =
  /** Number of articles that mention them. */
  | 'COVERAGE'
  /** Publication of the first article that mentions them. */
  | 'FIRST_REPORTED_AT'
  /** Publication of the latest article that mentions them. */
  | 'LAST_REPORTED_AT'
  /** When they happened; where that was not told, when they were first reported. */
  | 'OCCURRED_AT'
  /** How well they fit the words of `filter.query`, which must be given, and how widely they are reported: the latest 500 that have the words are ranked. */
  | 'RELEVANCE';

/** What kind of happening an event is: PLOVER's types (each maps to a CAMEO root code), then this service's own from STATEMENT on. */
export type EventType =
  /** Crashes, fires, failures that nobody meant. */
  | 'ACCIDENT'
  /** Agreeing or promising to do something. */
  | 'AGREE'
  /** Giving money, goods, arms or protection. */
  | 'AID'
  /** Attacking with force. */
  | 'ASSAULT'
  /** Deals, results, layoffs, launches. */
  | 'BUSINESS'
  /** Arresting, expelling, seizing, repressing. */
  | 'COERCE'
  /** Giving way: easing, releasing, resigning. */
  | 'CONCEDE'
  /** Meeting, visiting, negotiating. */
  | 'CONSULT'
  /** Working together in deed: trade, joint exercises, intelligence. */
  | 'COOPERATE'
  /** Breaking the law, and what police and courts do about it. */
  | 'CRIME'
  /** Asking or calling for something. */
  | 'DEMAND'
  /** Criticising, accusing, complaining. */
  | 'DISAPPROVE'
  /** Making known what was secret: leaks, reports. */
  | 'DISCLOSE'
  /** Voting and its outcome. */
  | 'ELECTION'
  /** Inquiring into something. */
  | 'INVESTIGATE'
  /** Putting forces or police on alert or in place. */
  | 'MOBILIZE'
  /** Weather, earthquakes, disease. */
  | 'NATURAL'
  /** None of these. */
  | 'OTHER'
  /** Demonstrating, striking, boycotting. */
  | 'PROTEST'
  /** Refusing, vetoing, defying. */
  | 'REJECT'
  /** Withdrawing, ceasing fire, handing back. */
  | 'RETREAT'
  /** Cutting ties or imposing restrictions without force. */
  | 'SANCTION'
  /** Postponing, cancelling or moving something planned. */
  | 'SCHEDULE_CHANGE'
  /** Saying something that is news in itself. */
  | 'STATEMENT'
  /** Backing someone by diplomacy or words. */
  | 'SUPPORT'
  /** Threatening or warning. */
  | 'THREATEN';

/** Why the last fetch failed, or what is wrong with what it read, in words an operator can act on. */
export type FeedErrorCode =
  /** It was read, and none of its entries has a date. */
  | 'ALL_ITEMS_UNDATED'
  /** Its address is not public, and is not on the list of private ones that may be asked. */
  | 'BLOCKED_ADDRESS'
  /** It wants to know whether its reader is a person. */
  | 'BOT_PROTECTION'
  /** The name of its host is not known. */
  | 'DNS'
  /** It was read, and has no entries. */
  | 'EMPTY'
  /** It answered that the request cannot be met (4xx, or redirects that lead nowhere). */
  | 'HTTP_CLIENT_ERROR'
  /** It answered that it failed (5xx). */
  | 'HTTP_SERVER_ERROR'
  /** The answer is something else, a page perhaps. */
  | 'NOT_A_FEED'
  /** The answer cannot be read as a feed. */
  | 'PARSE_ERROR'
  /** It asks to be asked less often (429). */
  | 'RATE_LIMITED'
  /** It did not answer in time, or the connection broke. */
  | 'TIMEOUT'
  /** The connection could not be secured. */
  | 'TLS'
  /** The answer is larger than is read. */
  | 'TOO_LARGE';

/** Whether a feed can be read. */
export type FeedHealth =
  /** The last fetches failed, or what was read has a fault; see `lastError`. */
  | 'DEGRADED'
  /** Five fetches in a row and more have failed; it is asked less and less often. */
  | 'FAILING'
  /** The outlet says that it no longer exists; not asked any more. */
  | 'GONE'
  /** The last fetch worked. */
  | 'OK'
  /** Not asked, because an operator said so. */
  | 'PAUSED';

/** By which clock something was known at an instant. */
export type KnowledgeClock =
  /** What the press had printed by then. */
  | 'PUBLISHED'
  /** What this service would have answered then: only what it had read by then. */
  | 'RECORDED';

/** How far a link is borne out. */
export type LinkStatus =
  /** Claimed independently by several outlets, or plainly by one. */
  | 'ACCEPTED'
  /** Somebody denies it: never print it as a fact. */
  | 'DISPUTED'
  /** Claimed once, or only by people who are quoted. */
  | 'PROPOSED'
  /** Nobody claims it any more. */
  | 'RETRACTED';

/** For what an article mentions an event. */
export type MentionRole =
  /** What preceded it. */
  | 'BACKGROUND'
  /** What it says will or may come. */
  | 'FORESEEN'
  /** What the article is about. */
  | 'MAIN';

/** Events that are one. */
export type MergeEventsInput = {
  /** The event's `revision` as the editor saw it: if it has changed since, nothing is done. */
  expectedRevision: number;
  /** The event that goes on. */
  keepId: string;
  /** The others, at most 20: their ids keep answering. */
  mergeIds: Array<string>;
  /** Why: it stands in the history. At most 1,000 characters. */
  reason: string;
};

/** Whether something took place (after IPTC eventoccurstatus and schema.org EventStatusType). */
export type OccurrenceStatus =
  /** It will not happen. */
  | 'CANCELLED'
  /** Said not to have happened. */
  | 'DENIED'
  /** It happened. */
  | 'OCCURRED'
  /** It is going on. */
  | 'ONGOING'
  /** It is to happen. */
  | 'PLANNED'
  /** It was put off. */
  | 'POSTPONED'
  /** It may have happened or may happen. */
  | 'UNCERTAIN';

/** Which end of a list comes first. */
export type OrderDirection =
  /** Smallest or earliest first. */
  | 'ASC'
  /** Largest or latest first. */
  | 'DESC';

/** How an entity takes part in an event. */
export type ParticipantRole =
  /** It does it. */
  | 'ACTOR'
  /** It takes part in another way, or the articles do not say how. */
  | 'OTHER'
  /** It is done to it. */
  | 'RECIPIENT';

/** An event or link that is to be as it was before edits. */
export type RevertInput = {
  /** Its `revision` as the editor saw it: if it has changed since, nothing is done. */
  expectedRevision: number;
  /** The event or link. */
  nodeId: string;
  /** Why: it stands in the history. At most 1,000 characters. */
  reason: string;
  /** Edits that found it at this revision or a later one are undone: see `history`. 0 to undo that an editor has made a link. */
  toRevision: number;
};

/** What an editor decides of a link. */
export type ReviewCausalLinkInput = {
  /** The link's `revision` as the editor saw it: if it has changed since, nothing is done. */
  expectedRevision: number;
  /** The link. */
  linkId: string;
  /** Why: it stands in the history. At most 1,000 characters. */
  reason: string;
  /** ACCEPTED, DISPUTED or RETRACTED. */
  status: LinkStatus;
};

/** What a stretch of an article is for. */
export type SectionRole =
  /** What preceded the news. */
  | 'BACKGROUND'
  /** The report. */
  | 'BODY'
  /** What stands under every article: subscriptions, copyright. */
  | 'BOILERPLATE'
  /** The opening: what is new. */
  | 'LEAD'
  /** A statement quoted at length. */
  | 'QUOTE';

/** An event that is two. */
export type SplitEventInput = {
  /** The event: it goes on with what stays. */
  eventId: string;
  /** The event's `revision` as the editor saw it: if it has changed since, nothing is done. */
  expectedRevision: number;
  /** The mentions that mean the other event, at most 500. */
  mentionIds: Array<string>;
  /** What happened there, in at most 300 characters. */
  newTitle: string;
  /** Why: it stands in the history. At most 1,000 characters. */
  reason: string;
};

/** Whether a sentence speaks for a claim or against it. */
export type Stance =
  /** It denies it. */
  | 'CONTRADICTS'
  /** It says so. */
  | 'SUPPORTS';

/** An article to be read. Submitting the same text again changes nothing; another text for the same address is a new revision. */
export type SubmitArticleInput = {
  /** Its headline; read from the text where absent. */
  headline?: string | null | undefined;
  /** Its page: text, headline, date and the like are read from it, where the other fields do not give them. */
  html?: string | null | undefined;
  /** Any text of up to 200 characters that is yours for this submission: the same key again gives the same article and reads nothing. With something else it is a CONFLICT. */
  idempotencyKey?: string | null | undefined;
  /** The language it is written in; recognised where absent. */
  language?: string | null | undefined;
  /** When it was published; read from text or address where absent. */
  publishedAt?: string | null | undefined;
  /** The name of the outlet; the host of the address where absent. */
  sourceName?: string | null | undefined;
  /** Its text, paragraphs apart by an empty line. Either this or `html`. */
  text?: string | null | undefined;
  /** Where it was published. */
  url: string;
};

/** How precisely a time was told. */
export type TimeGranularity =
  /** To the day. */
  | 'DAY'
  /** To the decade. */
  | 'DECADE'
  /** To the hour. */
  | 'HOUR'
  /** To the minute. */
  | 'MINUTE'
  /** To the month. */
  | 'MONTH'
  /** To the quarter of a year. */
  | 'QUARTER'
  /** To the season. */
  | 'SEASON'
  /** To the week. */
  | 'WEEK'
  /** To the year. */
  | 'YEAR';

/** A half-open interval of instants: `start` belongs to it, `end` does not. An end that is absent is open. */
export type TimeRange = {
  /** The first instant after the interval. */
  end?: string | null | undefined;
  /** The first instant of the interval. */
  start?: string | null | undefined;
};

export type AddFeedMutationVariables = Exact<{
  url: string;
}>;


export type AddFeedMutation = { addFeed: { feed: { id: string, title: string | null, url: string } | null, userErrors: Array<{ path: Array<string>, message: string }> } };

export type FaultsFragment = { path: Array<string>, message: string };

export type ArticlePageQueryVariables = Exact<{
  id: string;
}>;


export type ArticlePageQuery = { article: { id: string, headline: string, url: string, byline: Array<string>, language: string, publishedAt: string, publishedAtProvenance: DateProvenance, modifiedAt: string | null, wordCount: number, source: { name: string, homepage: string | null }, isBasedOn: { id: string, headline: string, source: { name: string } } | null, sections: Array<{ index: number, role: SectionRole, heading: string | null, start: number, end: number, text: string }>, mentions: { totalCount: number, nodes: Array<{ id: string, role: MentionRole, attributedTo: string | null, event: { id: string, title: string }, time: { value: string, granularity: TimeGranularity, approximate: boolean, text: string | null } | null, trigger: { start: number, end: number }, sentence: { start: number, end: number, exact: string, articleRevision: { number: number } } }> }, copies: { totalCount: number, nodes: Array<{ id: string, headline: string, publishedAt: string, source: { name: string } }> }, revisions: { totalCount: number, nodes: Array<{ number: number, headline: string, fetchedAt: string, diff: Array<{ op: DiffOp, text: string }> }> } } | null };

export type TimePartsFragment = { value: string, granularity: TimeGranularity, approximate: boolean, text: string | null };

export type ContextNewsSubscriptionVariables = Exact<{
  id: string;
  version: string;
}>;


export type ContextNewsSubscription = { contextUpdates: { context: { version: string } } };

export type DeskQueryVariables = Exact<{
  statuses?: Array<LinkStatus> | LinkStatus | null | undefined;
  firstLinks?: number | null | undefined;
  afterLink?: string | null | undefined;
  lastLinks?: number | null | undefined;
  beforeLink?: string | null | undefined;
  firstFeeds?: number | null | undefined;
  afterFeed?: string | null | undefined;
  lastFeeds?: number | null | undefined;
  beforeFeed?: string | null | undefined;
}>;


export type DeskQuery = { service: { access: { mode: AccessMode, role: AccessRole | null, holder: string | null } }, feeds: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ id: string, url: string, title: string | null, health: FeedHealth, revision: number, lastFetchedAt: string | null, nextFetchAt: string | null, source: { name: string }, lastError: { code: FeedErrorCode, message: string, at: string } | null }> }, causalLinks: { totalCount: number, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null }, nodes: Array<{ id: string, revision: number, status: LinkStatus, confidence: number, relation: CausalRelation, explanation: string, cause: { id: string, title: string }, effect: { id: string, title: string }, evidence: { nodes: Array<{ stance: Stance, span: { exact: string }, source: { name: string } }> } }> } };

export type DeskPlaceFragment = { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null };

export type ReviewedLinkFragment = { id: string, revision: number, status: LinkStatus, confidence: number, relation: CausalRelation, explanation: string, cause: { id: string, title: string }, effect: { id: string, title: string }, evidence: { nodes: Array<{ stance: Stance, span: { exact: string }, source: { name: string } }> } };

export type EntitiesNamedQueryVariables = Exact<{
  query: string;
}>;


export type EntitiesNamedQuery = { entities: { nodes: Array<{ id: string, name: string, type: EntityType }> } };

export type EventPageQueryVariables = Exact<{
  id: string;
  asOf?: AsOfInput | null | undefined;
}>;


export type EventPageQuery = { event: { id: string, mergedInto: { id: string, title: string } | null, whatPreceded: { version: string, truncated: boolean, event: { title: string, type: EventType, status: OccurrenceStatus, firstReportedAt: string, lastReportedAt: string, time: { value: string, granularity: TimeGranularity, approximate: boolean, text: string | null } | null, coverage: { articles: number, independentSources: number }, participants: Array<{ role: ParticipantRole, entity: { id: string, name: string, type: EntityType } }>, locations: Array<{ id: string, name: string }>, effects: { nodes: Array<{ id: string, relation: CausalRelation, status: LinkStatus, effect: { id: string, title: string, time: { value: string, granularity: TimeGranularity, approximate: boolean, text: string | null } | null } }> }, articles: { totalCount: number, nodes: Array<{ id: string, headline: string, publishedAt: string, source: { name: string } }> } }, asOf: { at: string, clock: KnowledgeClock }, digest: { sentences: Array<{ text: string, citations: Array<{ articleRevision: { id: string, headline: string } }> }> }, preceding: { nodes: Array<{ title: string, role: ContextRole, status: OccurrenceStatus, disputed: boolean, relevance: number, distance: number | null, event: { id: string }, time: { value: string, granularity: TimeGranularity, approximate: boolean, text: string | null } | null, sentence: { id: string, stance: Stance, attributedTo: string | null, publishedAt: string, span: { exact: string, prefix: string, suffix: string }, signal: { exact: string } | null, source: { id: string, name: string }, article: { id: string, headline: string, url: string } } | null }> }, links: Array<{ relation: CausalRelation, mode: CausalMode, status: LinkStatus, confidence: number, explanation: string, link: { id: string }, cause: { id: string }, effect: { id: string, title: string }, support: { supporting: number, contradicting: number, independentSources: number, attributedOnly: boolean, firstStatedAt: string | null }, evidence: Array<{ id: string, stance: Stance, attributedTo: string | null, publishedAt: string, span: { exact: string, prefix: string, suffix: string }, signal: { exact: string } | null, source: { id: string, name: string }, article: { id: string, headline: string, url: string } }> }>, unresolved: Array<{ reason: string, time: { value: string, granularity: TimeGranularity, approximate: boolean, text: string | null } | null, span: { exact: string, prefix: string, suffix: string } }> } } | null };

export type EvidencePartsFragment = { id: string, stance: Stance, attributedTo: string | null, publishedAt: string, span: { exact: string, prefix: string, suffix: string }, signal: { exact: string } | null, source: { id: string, name: string }, article: { id: string, headline: string, url: string } };

export type EventToEditQueryVariables = Exact<{
  id: string;
}>;


export type EventToEditQuery = { event: { id: string, title: string, revision: number, mentions: { nodes: Array<{ id: string, sentence: { exact: string }, article: { headline: string } }> } } | null };

export type ExampleQueryVariables = Exact<{ [key: string]: never; }>;


export type ExampleQuery = { events: { nodes: Array<{ id: string, title: string, time: { value: string, granularity: TimeGranularity, approximate: boolean, text: string | null } | null, whatPreceded: { chains: Array<{ links: Array<{ relation: CausalRelation, status: LinkStatus, link: { id: string }, cause: { id: string, title: string, time: { value: string, granularity: TimeGranularity, approximate: boolean, text: string | null } | null }, evidence: Array<{ attributedTo: string | null, span: { exact: string }, source: { name: string } }> }> }> } }> } };

export type FrontQueryVariables = Exact<{
  filter?: EventFilter | null | undefined;
  orderBy?: EventOrder | null | undefined;
  after?: string | null | undefined;
}>;


export type FrontQuery = { service: { headCursor: string }, sources: { nodes: Array<{ id: string, name: string }> }, events: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, title: string, type: EventType, status: OccurrenceStatus, lastReportedAt: string, time: { value: string, granularity: TimeGranularity, approximate: boolean, text: string | null } | null, coverage: { articles: number, independentSources: number }, causes: { totalCount: number }, participants: Array<{ entity: { id: string, name: string } }> }> } };

export type ListedEventFragment = { id: string, title: string, type: EventType, status: OccurrenceStatus, lastReportedAt: string, time: { value: string, granularity: TimeGranularity, approximate: boolean, text: string | null } | null, coverage: { articles: number, independentSources: number }, causes: { totalCount: number }, participants: Array<{ entity: { id: string, name: string } }> };

export type FrontOfSourceQueryVariables = Exact<{
  filter?: ArticleFilter | null | undefined;
  orderBy?: ArticleOrder | null | undefined;
  after?: string | null | undefined;
}>;


export type FrontOfSourceQuery = { service: { headCursor: string }, sources: { nodes: Array<{ id: string, name: string }> }, articles: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ events: { nodes: Array<{ id: string, title: string, type: EventType, status: OccurrenceStatus, lastReportedAt: string, time: { value: string, granularity: TimeGranularity, approximate: boolean, text: string | null } | null, coverage: { articles: number, independentSources: number }, causes: { totalCount: number }, participants: Array<{ entity: { id: string, name: string } }> }> } }> } };

export type MergeMutationVariables = Exact<{
  input: MergeEventsInput;
}>;


export type MergeMutation = { mergeEvents: { event: { id: string, title: string, revision: number } | null, userErrors: Array<{ path: Array<string>, message: string }> } };

export type NewsSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type NewsSubscription = { changes:
    | { __typename: 'Change', cursor: string, nodeId: string }
    | { __typename: 'Heartbeat', cursor: string }
    | { __typename: 'LogGap', resumeFrom: string }
   };

export type ParagraphQueryVariables = Exact<{
  id: string;
}>;


export type ParagraphQuery = { node:
    | { span: { start: number, end: number, articleRevision: { text: string } } }
    | Record<PropertyKey, never>
   | null };

export type RefreshFeedMutationVariables = Exact<{
  feedId: string;
}>;


export type RefreshFeedMutation = { refreshFeed: { feed: { id: string } | null, userErrors: Array<{ path: Array<string>, message: string }> } };

export type RemoveFeedMutationVariables = Exact<{
  feedId: string;
}>;


export type RemoveFeedMutation = { removeFeed: { removedId: string | null, userErrors: Array<{ path: Array<string>, message: string }> } };

export type RevertMutationVariables = Exact<{
  input: RevertInput;
}>;


export type RevertMutation = { revert: { node:
      | { revision: number, id: string }
      | { id: string }
      | { revision: number, id: string }
      | { revision: number, id: string }
      | { revision: number, id: string }
      | { id: string }
      | { id: string }
      | { revision: number, id: string }
      | { id: string }
      | { revision: number, id: string }
     | null, userErrors: Array<{ path: Array<string>, message: string }> } };

export type ReviewLinkMutationVariables = Exact<{
  input: ReviewCausalLinkInput;
}>;


export type ReviewLinkMutation = { reviewCausalLink: { link: { id: string, revision: number, status: LinkStatus } | null, userErrors: Array<{ path: Array<string>, message: string }> } };

export type SinceLookedQueryVariables = Exact<{
  id: string;
  from: AsOfInput;
  to: AsOfInput;
}>;


export type SinceLookedQuery = { contextDiff: { added: Array<{ title: string, event: { id: string } }>, removed: Array<{ title: string, event: { id: string } }>, linksAdded: Array<{ explanation: string }>, linksRemoved: Array<{ explanation: string }> } };

export type SplitMutationVariables = Exact<{
  input: SplitEventInput;
}>;


export type SplitMutation = { splitEvent: { event: { id: string, title: string, revision: number } | null, newEvent: { id: string, title: string } | null, userErrors: Array<{ path: Array<string>, message: string }> } };

export type SubmitArticleMutationVariables = Exact<{
  input: SubmitArticleInput;
}>;


export type SubmitArticleMutation = { submitArticle: { article: { id: string, headline: string } | null, userErrors: Array<{ path: Array<string>, message: string }> } };
