import type { GraphQLSchema } from "graphql";
import "./scalars.js";
import "../source/source-graphql.js";
import "../article/article-graphql.js";
import "../article/text-span-graphql.js";
import "../event/entity-graphql.js";
import "../event/event-graphql.js";
import "../event/coverage-graphql.js";
import "../event/mention-graphql.js";
import "../causality/evidence-graphql.js";
import "../causality/link-lists-graphql.js";
import "../causality/context-graphql.js";
import "../causality/context-diff-graphql.js";
import "../ingest/submit-graphql.js";
import "../ingest/feed-graphql.js";
import "../curation/history-graphql.js";
import "../curation/event-curation-graphql.js";
import "../curation/link-curation-graphql.js";
import "../curation/revert-graphql.js";
import "../changes/change-lists-graphql.js";
import "../changes/context-updates-graphql.js";
import "../changes/subscription-graphql.js";
import "./service-graphql.js";
import { builder } from "./builder.js";

/** The schema that clients see, put together from what stands beside each domain, in the order of the stages. */
export const schema: GraphQLSchema = builder.toSchema();
