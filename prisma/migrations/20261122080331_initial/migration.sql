-- CreateEnum
CREATE TYPE "FeedFormat" AS ENUM ('RSS', 'ATOM', 'RDF', 'JSON_FEED');

-- CreateEnum
CREATE TYPE "FeedHealth" AS ENUM ('OK', 'DEGRADED', 'FAILING', 'PAUSED', 'GONE');

-- CreateEnum
CREATE TYPE "SectionRole" AS ENUM ('LEAD', 'BODY', 'BACKGROUND', 'QUOTE', 'BOILERPLATE');

-- CreateEnum
CREATE TYPE "DateProvenance" AS ENUM ('SUBMITTED', 'FEED', 'META_TAG', 'JSON_LD', 'URL_PATH', 'BODY_TEXT', 'FIRST_SEEN');

-- CreateEnum
CREATE TYPE "MentionRole" AS ENUM ('MAIN', 'BACKGROUND', 'FORESEEN');

-- CreateEnum
CREATE TYPE "Polarity" AS ENUM ('AFFIRMED', 'NEGATED');

-- CreateEnum
CREATE TYPE "Certainty" AS ENUM ('CERTAIN', 'PROBABLE', 'POSSIBLE');

-- CreateEnum
CREATE TYPE "Stance" AS ENUM ('SUPPORTS', 'CONTRADICTS');

-- CreateEnum
CREATE TYPE "TimeGranularity" AS ENUM ('DECADE', 'YEAR', 'SEASON', 'QUARTER', 'MONTH', 'WEEK', 'DAY', 'HOUR', 'MINUTE');

-- CreateEnum
CREATE TYPE "EntityType" AS ENUM ('PERSON', 'ORGANIZATION', 'GPE', 'LOCATION', 'FACILITY', 'PRODUCT', 'OTHER');

-- CreateEnum
CREATE TYPE "ParticipantRole" AS ENUM ('ACTOR', 'RECIPIENT', 'OTHER');

-- CreateEnum
CREATE TYPE "EventType" AS ENUM ('AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'INVESTIGATE', 'DEMAND', 'DISAPPROVE', 'REJECT', 'THREATEN', 'SANCTION', 'PROTEST', 'CRIME', 'MOBILIZE', 'COERCE', 'ASSAULT', 'STATEMENT', 'DISCLOSE', 'SCHEDULE_CHANGE', 'ELECTION', 'BUSINESS', 'NATURAL', 'ACCIDENT', 'OTHER');

-- CreateEnum
CREATE TYPE "OccurrenceStatus" AS ENUM ('OCCURRED', 'ONGOING', 'PLANNED', 'UNCERTAIN', 'POSTPONED', 'CANCELLED', 'DENIED');

-- CreateEnum
CREATE TYPE "CurationState" AS ENUM ('AUTOMATIC', 'CONFIRMED', 'EDITED', 'MERGED', 'RETRACTED');

-- CreateEnum
CREATE TYPE "CausalRelation" AS ENUM ('CAUSE', 'ENABLE', 'PREVENT');

-- CreateEnum
CREATE TYPE "CausalMode" AS ENUM ('CONSEQUENCE', 'MOTIVATION', 'PURPOSE');

-- CreateEnum
CREATE TYPE "LinkBasis" AS ENUM ('STATED', 'INFERRED', 'CURATED');

-- CreateEnum
CREATE TYPE "LinkStatus" AS ENUM ('PROPOSED', 'ACCEPTED', 'DISPUTED', 'RETRACTED');

-- CreateEnum
CREATE TYPE "ChangeKind" AS ENUM ('CREATED', 'UPDATED', 'MERGED', 'SPLIT', 'RETRACTED', 'CONTEXT_CHANGED');

-- CreateEnum
CREATE TYPE "NodeType" AS ENUM ('SOURCE', 'FEED', 'ARTICLE', 'EVENT', 'CAUSAL_LINK', 'ENTITY');

-- CreateTable
CREATE TABLE "Source" (
    "id" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "host" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "homepage" TEXT,
    "language" TEXT,
    "country" TEXT,
    "ownerGroup" TEXT,

    CONSTRAINT "Source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Feed" (
    "id" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "url" TEXT NOT NULL,
    "urlHash" TEXT NOT NULL,
    "title" TEXT,
    "format" "FeedFormat",
    "sourceId" UUID NOT NULL,
    "health" "FeedHealth" NOT NULL DEFAULT 'OK',
    "lastFetchedAt" TIMESTAMPTZ(3),
    "nextFetchAt" TIMESTAMPTZ(3),
    "pollIntervalSeconds" INTEGER NOT NULL DEFAULT 900,

    CONSTRAINT "Feed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Article" (
    "id" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "url" TEXT NOT NULL,
    "canonicalUrl" TEXT NOT NULL,
    "urlHash" TEXT NOT NULL,
    "sourceId" UUID NOT NULL,
    "headline" TEXT NOT NULL,
    "description" TEXT,
    "byline" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "language" TEXT NOT NULL,
    "image" TEXT,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedAtProvenance" "DateProvenance" NOT NULL,
    "modifiedAt" TIMESTAMPTZ(3),
    "firstSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "wordCount" INTEGER NOT NULL,
    "isBasedOnId" UUID,
    "signature" BYTEA NOT NULL,

    CONSTRAINT "Article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ArticleRevision" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "fetchedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "headline" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "contentHash" TEXT NOT NULL,

    CONSTRAINT "ArticleRevision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Section" (
    "revisionId" UUID NOT NULL,
    "index" INTEGER NOT NULL,
    "role" "SectionRole" NOT NULL,
    "heading" TEXT,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,

    CONSTRAINT "Section_pkey" PRIMARY KEY ("revisionId","index")
);

-- CreateTable
CREATE TABLE "ArticleBand" (
    "articleId" UUID NOT NULL,
    "key" BIGINT NOT NULL,

    CONSTRAINT "ArticleBand_pkey" PRIMARY KEY ("key","articleId")
);

-- CreateTable
CREATE TABLE "Mention" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "revisionId" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "index" INTEGER NOT NULL,
    "role" "MentionRole" NOT NULL,
    "triggerStart" INTEGER NOT NULL,
    "triggerEnd" INTEGER NOT NULL,
    "sentenceStart" INTEGER NOT NULL,
    "sentenceEnd" INTEGER NOT NULL,
    "sentence" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "type" "EventType" NOT NULL,
    "status" "OccurrenceStatus" NOT NULL,
    "polarity" "Polarity" NOT NULL,
    "certainty" "Certainty" NOT NULL,
    "attributedTo" TEXT,
    "timeValue" TEXT,
    "timeStart" TIMESTAMPTZ(3),
    "timeEnd" TIMESTAMPTZ(3),
    "timeGranularity" "TimeGranularity",
    "timeApproximate" BOOLEAN NOT NULL DEFAULT false,
    "timeText" TEXT,
    "participants" JSONB NOT NULL DEFAULT '[]',
    "confidence" DOUBLE PRECISION NOT NULL,
    "matchReason" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "supersededAt" TIMESTAMPTZ(3),

    CONSTRAINT "Mention_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Event" (
    "id" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "title" TEXT NOT NULL,
    "summary" TEXT,
    "type" "EventType" NOT NULL,
    "status" "OccurrenceStatus" NOT NULL,
    "timeValue" TEXT,
    "timeStart" TIMESTAMPTZ(3),
    "timeEnd" TIMESTAMPTZ(3),
    "timeGranularity" "TimeGranularity",
    "timeApproximate" BOOLEAN NOT NULL DEFAULT false,
    "timeText" TEXT,
    "timeAnchor" TIMESTAMPTZ(3),
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "firstReportedAt" TIMESTAMPTZ(3) NOT NULL,
    "lastReportedAt" TIMESTAMPTZ(3) NOT NULL,
    "image" TEXT,
    "curation" "CurationState" NOT NULL DEFAULT 'AUTOMATIC',
    "confidence" DOUBLE PRECISION NOT NULL,
    "mergedIntoId" UUID,
    "articleCount" INTEGER NOT NULL DEFAULT 0,
    "originalCount" INTEGER NOT NULL DEFAULT 0,
    "causeCount" INTEGER NOT NULL DEFAULT 0,
    "keyTerms" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "centroid" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EventArticle" (
    "eventId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "role" "MentionRole" NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "sourceId" UUID NOT NULL,
    "isCopy" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "EventArticle_pkey" PRIMARY KEY ("eventId","articleId")
);

-- CreateTable
CREATE TABLE "Entity" (
    "id" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "type" "EntityType" NOT NULL,
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "aliases" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "Entity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EventParticipant" (
    "eventId" UUID NOT NULL,
    "entityId" UUID NOT NULL,
    "role" "ParticipantRole" NOT NULL,
    "isPlace" BOOLEAN NOT NULL DEFAULT false,
    "mentions" INTEGER NOT NULL,

    CONSTRAINT "EventParticipant_pkey" PRIMARY KEY ("eventId","entityId")
);

-- CreateTable
CREATE TABLE "ArticleEntity" (
    "articleId" UUID NOT NULL,
    "entityId" UUID NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "ArticleEntity_pkey" PRIMARY KEY ("articleId","entityId")
);

-- CreateTable
CREATE TABLE "CausalLink" (
    "id" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "causeId" UUID NOT NULL,
    "effectId" UUID NOT NULL,
    "relation" "CausalRelation" NOT NULL,
    "mode" "CausalMode" NOT NULL,
    "basis" "LinkBasis" NOT NULL,
    "status" "LinkStatus" NOT NULL,
    "confidence" DOUBLE PRECISION NOT NULL,
    "supporting" INTEGER NOT NULL,
    "contradicting" INTEGER NOT NULL,
    "independentSources" INTEGER NOT NULL,
    "attributedOnly" BOOLEAN NOT NULL,
    "firstStatedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CausalLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" UUID NOT NULL,
    "linkId" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "revisionId" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "index" INTEGER NOT NULL,
    "spanStart" INTEGER NOT NULL,
    "spanEnd" INTEGER NOT NULL,
    "signalStart" INTEGER,
    "signalEnd" INTEGER,
    "exact" TEXT NOT NULL,
    "signal" TEXT,
    "relation" "CausalRelation" NOT NULL,
    "mode" "CausalMode" NOT NULL,
    "basis" "LinkBasis" NOT NULL,
    "stance" "Stance" NOT NULL,
    "attributedTo" TEXT,
    "certainty" "Certainty" NOT NULL,
    "confidence" DOUBLE PRECISION NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "isCopy" BOOLEAN NOT NULL DEFAULT false,
    "supersededAt" TIMESTAMPTZ(3),

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UnresolvedReference" (
    "id" UUID NOT NULL,
    "articleId" UUID NOT NULL,
    "revisionId" UUID NOT NULL,
    "index" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "exact" TEXT NOT NULL,
    "timeValue" TEXT,
    "reason" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "UnresolvedReference_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Term" (
    "term" TEXT NOT NULL,
    "documents" INTEGER NOT NULL,

    CONSTRAINT "Term_pkey" PRIMARY KEY ("term")
);

-- CreateTable
CREATE TABLE "Change" (
    "position" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kind" "ChangeKind" NOT NULL,
    "nodeType" "NodeType" NOT NULL,
    "nodeId" UUID NOT NULL,
    "fields" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "causedById" UUID,

    CONSTRAINT "Change_pkey" PRIMARY KEY ("position")
);

-- CreateIndex
CREATE UNIQUE INDEX "Source_host_key" ON "Source"("host");

-- CreateIndex
CREATE INDEX "Source_name_id_idx" ON "Source"("name", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Feed_urlHash_key" ON "Feed"("urlHash");

-- CreateIndex
CREATE INDEX "Feed_sourceId_idx" ON "Feed"("sourceId");

-- CreateIndex
CREATE UNIQUE INDEX "Article_urlHash_key" ON "Article"("urlHash");

-- CreateIndex
CREATE INDEX "Article_publishedAt_id_idx" ON "Article"("publishedAt", "id");

-- CreateIndex
CREATE INDEX "Article_sourceId_publishedAt_id_idx" ON "Article"("sourceId", "publishedAt", "id");

-- CreateIndex
CREATE INDEX "Article_isBasedOnId_idx" ON "Article"("isBasedOnId");

-- CreateIndex
CREATE UNIQUE INDEX "ArticleRevision_articleId_number_key" ON "ArticleRevision"("articleId", "number");

-- CreateIndex
CREATE INDEX "ArticleBand_articleId_idx" ON "ArticleBand"("articleId");

-- CreateIndex
CREATE INDEX "Mention_eventId_publishedAt_id_idx" ON "Mention"("eventId", "publishedAt", "id");

-- CreateIndex
CREATE INDEX "Mention_articleId_id_idx" ON "Mention"("articleId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Mention_revisionId_index_key" ON "Mention"("revisionId", "index");

-- CreateIndex
CREATE INDEX "Event_occurredAt_id_idx" ON "Event"("occurredAt", "id");

-- CreateIndex
CREATE INDEX "Event_firstReportedAt_id_idx" ON "Event"("firstReportedAt", "id");

-- CreateIndex
CREATE INDEX "Event_lastReportedAt_id_idx" ON "Event"("lastReportedAt", "id");

-- CreateIndex
CREATE INDEX "Event_articleCount_id_idx" ON "Event"("articleCount", "id");

-- CreateIndex
CREATE INDEX "Event_keyTerms_idx" ON "Event" USING GIN ("keyTerms");

-- CreateIndex
CREATE INDEX "EventArticle_articleId_role_idx" ON "EventArticle"("articleId", "role");

-- CreateIndex
CREATE INDEX "EventArticle_eventId_publishedAt_articleId_idx" ON "EventArticle"("eventId", "publishedAt", "articleId");

-- CreateIndex
CREATE INDEX "Entity_key_idx" ON "Entity"("key");

-- CreateIndex
CREATE INDEX "Entity_name_id_idx" ON "Entity"("name", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Entity_type_key_key" ON "Entity"("type", "key");

-- CreateIndex
CREATE INDEX "EventParticipant_entityId_eventId_idx" ON "EventParticipant"("entityId", "eventId");

-- CreateIndex
CREATE INDEX "ArticleEntity_entityId_articleId_idx" ON "ArticleEntity"("entityId", "articleId");

-- CreateIndex
CREATE INDEX "CausalLink_effectId_confidence_id_idx" ON "CausalLink"("effectId", "confidence", "id");

-- CreateIndex
CREATE INDEX "CausalLink_causeId_confidence_id_idx" ON "CausalLink"("causeId", "confidence", "id");

-- CreateIndex
CREATE INDEX "CausalLink_confidence_id_idx" ON "CausalLink"("confidence", "id");

-- CreateIndex
CREATE UNIQUE INDEX "CausalLink_causeId_effectId_relation_key" ON "CausalLink"("causeId", "effectId", "relation");

-- CreateIndex
CREATE INDEX "Evidence_linkId_publishedAt_id_idx" ON "Evidence"("linkId", "publishedAt", "id");

-- CreateIndex
CREATE INDEX "Evidence_articleId_idx" ON "Evidence"("articleId");

-- CreateIndex
CREATE UNIQUE INDEX "Evidence_revisionId_index_key" ON "Evidence"("revisionId", "index");

-- CreateIndex
CREATE INDEX "UnresolvedReference_articleId_idx" ON "UnresolvedReference"("articleId");

-- CreateIndex
CREATE UNIQUE INDEX "UnresolvedReference_revisionId_index_key" ON "UnresolvedReference"("revisionId", "index");

-- CreateIndex
CREATE INDEX "Change_nodeId_position_idx" ON "Change"("nodeId", "position");

-- AddForeignKey
ALTER TABLE "Feed" ADD CONSTRAINT "Feed_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_isBasedOnId_fkey" FOREIGN KEY ("isBasedOnId") REFERENCES "Article"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleRevision" ADD CONSTRAINT "ArticleRevision_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Section" ADD CONSTRAINT "Section_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "ArticleRevision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleBand" ADD CONSTRAINT "ArticleBand_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "ArticleRevision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Event"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EventArticle" ADD CONSTRAINT "EventArticle_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EventArticle" ADD CONSTRAINT "EventArticle_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EventParticipant" ADD CONSTRAINT "EventParticipant_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EventParticipant" ADD CONSTRAINT "EventParticipant_entityId_fkey" FOREIGN KEY ("entityId") REFERENCES "Entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleEntity" ADD CONSTRAINT "ArticleEntity_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleEntity" ADD CONSTRAINT "ArticleEntity_entityId_fkey" FOREIGN KEY ("entityId") REFERENCES "Entity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CausalLink" ADD CONSTRAINT "CausalLink_causeId_fkey" FOREIGN KEY ("causeId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CausalLink" ADD CONSTRAINT "CausalLink_effectId_fkey" FOREIGN KEY ("effectId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "CausalLink"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "ArticleRevision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
