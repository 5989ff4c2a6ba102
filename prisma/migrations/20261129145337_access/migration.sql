-- CreateEnum
CREATE TYPE "AccessRole" AS ENUM ('SUBMITTER', 'EDITOR', 'OPERATOR');

-- AlterTable
ALTER TABLE "EventRevision" ADD COLUMN     "editedFields" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "editor" TEXT,
ADD COLUMN     "type" "EventType";

-- What revisions made before this did not say: the kind as it is now, and of each event's last edit what it left.
UPDATE "EventRevision" r SET type = e.type FROM "Event" e WHERE e.id = r."eventId";
UPDATE "EventRevision" r SET editor = 'anonymous', "editedFields" = e."editedFields"
FROM "Event" e
WHERE e.id = r."eventId" AND r.number = (
    SELECT max(l.number) FROM "EventRevision" l WHERE l."eventId" = e.id AND l.reason IS NOT NULL
);

-- AlterTable
ALTER TABLE "EventRevision" ALTER COLUMN "type" SET NOT NULL;

-- CreateTable
CREATE TABLE "AccessToken" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "role" "AccessRole" NOT NULL,
    "hash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3),
    "lastUsedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AccessToken_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "AccessToken_hash_key" ON "AccessToken"("hash");
