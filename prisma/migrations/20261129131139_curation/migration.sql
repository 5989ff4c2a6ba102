-- CreateEnum
CREATE TYPE "EditAction" AS ENUM ('UPDATE_EVENT', 'MERGE_EVENTS', 'SPLIT_EVENT', 'CREATE_LINK', 'REVIEW_LINK', 'ADD_EVIDENCE', 'REVERT');

-- AlterTable
ALTER TABLE "CausalLink" ADD COLUMN     "reviewedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Event" ADD COLUMN     "editedFields" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "Edit" (
    "id" UUID NOT NULL,
    "number" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "editor" TEXT NOT NULL DEFAULT 'anonymous',
    "action" "EditAction" NOT NULL,
    "reason" TEXT NOT NULL,
    "targets" UUID[],
    "revisions" JSONB NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "revertedById" UUID,
    "idempotencyKey" TEXT,

    CONSTRAINT "Edit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EventRevision" (
    "id" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,
    "title" TEXT NOT NULL,
    "status" "OccurrenceStatus" NOT NULL,
    "timeValue" TEXT,
    "timeStart" TIMESTAMPTZ(3),
    "timeEnd" TIMESTAMPTZ(3),
    "timeGranularity" "TimeGranularity",
    "timeApproximate" BOOLEAN NOT NULL DEFAULT false,
    "timeText" TEXT,
    "timeAnchor" TIMESTAMPTZ(3),

    CONSTRAINT "EventRevision_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Edit_number_key" ON "Edit"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Edit_idempotencyKey_key" ON "Edit"("idempotencyKey");

-- CreateIndex
CREATE INDEX "Edit_targets_idx" ON "Edit" USING GIN ("targets");

-- CreateIndex
CREATE UNIQUE INDEX "EventRevision_eventId_number_key" ON "EventRevision"("eventId", "number");

-- AddForeignKey
ALTER TABLE "EventRevision" ADD CONSTRAINT "EventRevision_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
