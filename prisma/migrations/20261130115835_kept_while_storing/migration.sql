-- AlterTable
ALTER TABLE "EventContext" ADD COLUMN     "reportedAfter" BIGINT,
ADD COLUMN     "touchedAfter" BIGINT;

-- CreateIndex
CREATE INDEX "EventContext_reportedAfter_idx" ON "EventContext"("reportedAfter");

-- CreateIndex
CREATE INDEX "KeptContext_computedAt_idx" ON "KeptContext"("computedAt");
