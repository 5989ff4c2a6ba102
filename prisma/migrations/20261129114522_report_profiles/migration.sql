-- AlterTable
ALTER TABLE "Event" ADD COLUMN     "alike" DOUBLE PRECISION NOT NULL DEFAULT 0,
ADD COLUMN     "reportCount" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "ReportProfile" (
    "articleId" UUID NOT NULL,
    "weights" JSONB NOT NULL,
    "type" "EventType" NOT NULL,
    "timeStart" TIMESTAMPTZ(3),
    "timeEnd" TIMESTAMPTZ(3),
    "timeGranularity" "TimeGranularity",
    "roles" JSONB NOT NULL,

    CONSTRAINT "ReportProfile_pkey" PRIMARY KEY ("articleId")
);

-- AddForeignKey
ALTER TABLE "ReportProfile" ADD CONSTRAINT "ReportProfile_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- How much the reports of an event of before are alike is taken to be the usual.
UPDATE "Event" e SET
  "reportCount" = r.count,
  "alike" = 0.29 * r.count * (r.count - 1) / 2
FROM (SELECT "eventId", count(*) FROM "EventArticle" WHERE "role" = 'MAIN' AND NOT "isCopy" GROUP BY "eventId") r
WHERE r."eventId" = e."id";
