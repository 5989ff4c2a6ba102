-- CreateEnum
CREATE TYPE "FeedErrorCode" AS ENUM ('TIMEOUT', 'DNS', 'TLS', 'BLOCKED_ADDRESS', 'HTTP_CLIENT_ERROR', 'HTTP_SERVER_ERROR', 'RATE_LIMITED', 'BOT_PROTECTION', 'TOO_LARGE', 'NOT_A_FEED', 'PARSE_ERROR', 'EMPTY', 'ALL_ITEMS_UNDATED');

-- CreateEnum
CREATE TYPE "EntryIdentity" AS ENUM ('GUID', 'URL');

-- CreateEnum
CREATE TYPE "TextOrigin" AS ENUM ('SUBMITTED', 'PAGE', 'FEED_CONTENT', 'FEED_SUMMARY');

-- DropIndex
DROP INDEX "Article_sourceId_publishedAt_id_idx";

-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "factSources" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "listedAt" TIMESTAMPTZ(3);

-- What is there already keeps its place: dated articles by date, others behind them.
UPDATE "Article" SET "listedAt" = "publishedAt" - CASE WHEN "publishedAtProvenance" = 'FIRST_SEEN' THEN interval '2000 years' ELSE interval '0' END;
ALTER TABLE "Article" ALTER COLUMN "listedAt" SET NOT NULL;

-- AlterTable
ALTER TABLE "ArticleRevision" ADD COLUMN     "origin" "TextOrigin" NOT NULL DEFAULT 'SUBMITTED';

-- AlterTable
ALTER TABLE "Feed" ADD COLUMN     "bodyHash" TEXT,
ADD COLUMN     "entryIdentity" "EntryIdentity",
ADD COLUMN     "etag" TEXT,
ADD COLUMN     "failures" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "fixedIntervalSeconds" INTEGER,
ADD COLUMN     "host" TEXT,
ADD COLUMN     "idempotencyKey" TEXT,
ADD COLUMN     "lastChangedAt" TIMESTAMPTZ(3),
ADD COLUMN     "lastErrorAt" TIMESTAMPTZ(3),
ADD COLUMN     "lastErrorCode" "FeedErrorCode",
ADD COLUMN     "lastErrorMessage" TEXT,
ADD COLUMN     "lastErrorStatus" INTEGER,
ADD COLUMN     "lastModified" TEXT,
ADD COLUMN     "movedSightings" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "movedTo" TEXT;

-- Feeds were registered and not polled: they are due.
UPDATE "Feed" SET "host" = coalesce(substring("url" from '^https?://([^/?#]+)'), ''), "nextFetchAt" = CASE WHEN "health" IN ('PAUSED', 'GONE') THEN NULL ELSE now() END;
ALTER TABLE "Feed" ALTER COLUMN "host" SET NOT NULL;

-- CreateTable
CREATE TABLE "FeedEntry" (
    "id" UUID NOT NULL,
    "feedId" UUID NOT NULL,
    "guidHash" TEXT,
    "urlHash" TEXT,
    "host" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "payload" JSONB,
    "contentHash" TEXT NOT NULL,
    "firstSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changes" INTEGER NOT NULL DEFAULT 0,
    "dueAt" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "visits" INTEGER NOT NULL DEFAULT 0,
    "pageEtag" TEXT,
    "pageLastModified" TEXT,
    "articleId" UUID,

    CONSTRAINT "FeedEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Host" (
    "name" TEXT NOT NULL,
    "feedsDueAt" TIMESTAMPTZ(3),
    "entriesDueAt" TIMESTAMPTZ(3),
    "leasedBy" UUID,
    "leasedUntil" TIMESTAMPTZ(3),
    "robots" TEXT,
    "robotsAllow" BOOLEAN NOT NULL DEFAULT true,
    "robotsFetchedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Host_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "ArticleAddress" (
    "urlHash" TEXT NOT NULL,
    "articleId" UUID NOT NULL,
    "url" TEXT NOT NULL,

    CONSTRAINT "ArticleAddress_pkey" PRIMARY KEY ("urlHash")
);

-- CreateIndex
CREATE INDEX "FeedEntry_feedId_guidHash_idx" ON "FeedEntry"("feedId", "guidHash");

-- CreateIndex
CREATE INDEX "FeedEntry_feedId_urlHash_idx" ON "FeedEntry"("feedId", "urlHash");

-- CreateIndex
CREATE INDEX "FeedEntry_host_dueAt_idx" ON "FeedEntry"("host", "dueAt");

-- CreateIndex
CREATE INDEX "FeedEntry_articleId_idx" ON "FeedEntry"("articleId");

-- CreateIndex
CREATE INDEX "Host_feedsDueAt_idx" ON "Host"("feedsDueAt");

-- CreateIndex
CREATE INDEX "Host_entriesDueAt_idx" ON "Host"("entriesDueAt");

-- CreateIndex
CREATE INDEX "ArticleAddress_articleId_idx" ON "ArticleAddress"("articleId");

-- CreateIndex
CREATE INDEX "Article_listedAt_id_idx" ON "Article"("listedAt", "id");

-- CreateIndex
CREATE INDEX "Article_firstSeenAt_id_idx" ON "Article"("firstSeenAt", "id");

-- CreateIndex
CREATE INDEX "Article_sourceId_listedAt_id_idx" ON "Article"("sourceId", "listedAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Feed_idempotencyKey_key" ON "Feed"("idempotencyKey");

-- CreateIndex
CREATE INDEX "Feed_host_nextFetchAt_idx" ON "Feed"("host", "nextFetchAt");

-- CreateIndex
CREATE INDEX "Feed_createdAt_id_idx" ON "Feed"("createdAt", "id");

-- AddForeignKey
ALTER TABLE "FeedEntry" ADD CONSTRAINT "FeedEntry_feedId_fkey" FOREIGN KEY ("feedId") REFERENCES "Feed"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FeedEntry" ADD CONSTRAINT "FeedEntry_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleAddress" ADD CONSTRAINT "ArticleAddress_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What is there already is found by its addresses, and the hosts of its feeds are due.
INSERT INTO "ArticleAddress" ("urlHash", "articleId", "url") SELECT "urlHash", "id", "canonicalUrl" FROM "Article";
INSERT INTO "Host" ("name", "feedsDueAt") SELECT "host", min("nextFetchAt") FROM "Feed" GROUP BY "host";
