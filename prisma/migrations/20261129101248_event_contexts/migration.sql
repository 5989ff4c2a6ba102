-- CreateTable
CREATE TABLE "EventContext" (
    "eventId" UUID NOT NULL,
    "version" TEXT,
    "dirtyAt" TIMESTAMPTZ(3),

    CONSTRAINT "EventContext_pkey" PRIMARY KEY ("eventId")
);

-- CreateIndex
CREATE INDEX "EventContext_dirtyAt_idx" ON "EventContext"("dirtyAt");

-- AddForeignKey
ALTER TABLE "EventContext" ADD CONSTRAINT "EventContext_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
