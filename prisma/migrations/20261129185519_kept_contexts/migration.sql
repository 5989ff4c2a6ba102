-- CreateTable
CREATE TABLE "KeptContext" (
    "eventId" UUID NOT NULL,
    "isUsual" BOOLEAN NOT NULL,
    "options" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "computedAt" TIMESTAMPTZ(3) NOT NULL,
    "shown" UUID[],
    "answer" TEXT NOT NULL,
    "tellings" TEXT NOT NULL,

    CONSTRAINT "KeptContext_pkey" PRIMARY KEY ("eventId","isUsual")
);

-- CreateIndex
CREATE INDEX "KeptContext_shown_idx" ON "KeptContext" USING GIN ("shown");

-- AddForeignKey
ALTER TABLE "KeptContext" ADD CONSTRAINT "KeptContext_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
