-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN     "causeMentionId" UUID,
ADD COLUMN     "effectMentionId" UUID,
ADD COLUMN     "heldBack" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "MentionMove" (
    "id" BIGSERIAL NOT NULL,
    "mentionId" UUID NOT NULL,
    "fromEventId" UUID NOT NULL,
    "toEventId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "MentionMove_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "MentionMove_mentionId_at_idx" ON "MentionMove"("mentionId", "at");

-- CreateIndex
CREATE INDEX "MentionMove_fromEventId_at_idx" ON "MentionMove"("fromEventId", "at");

-- CreateIndex
CREATE INDEX "Evidence_causeMentionId_idx" ON "Evidence"("causeMentionId");

-- CreateIndex
CREATE INDEX "Evidence_effectMentionId_idx" ON "Evidence"("effectMentionId");

-- Events that were merged into one: few among many. Partial indexes cannot be said in schema.prisma.
CREATE INDEX "Event_merged_into" ON "Event" ("mergedIntoId") WHERE "mergedIntoId" IS NOT NULL;

-- The mentions of claims that are known already: of the link's event, in the article, those of the sentence before others.
UPDATE "Evidence" e SET "causeMentionId" = (
        SELECT m.id FROM "Mention" m WHERE m."revisionId" = e."revisionId" AND m."eventId" = l."causeId"
        ORDER BY m."sentenceStart" = e."spanStart" DESC, m.index LIMIT 1),
    "effectMentionId" = (
        SELECT m.id FROM "Mention" m WHERE m."revisionId" = e."revisionId" AND m."eventId" = l."effectId"
        ORDER BY m."sentenceStart" = e."spanStart" DESC, m.index LIMIT 1)
FROM "CausalLink" l WHERE l.id = e."linkId";
