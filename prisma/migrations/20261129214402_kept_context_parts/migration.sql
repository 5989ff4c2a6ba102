-- What is kept can be worked out again.
DELETE FROM "KeptContext";

-- AlterTable
ALTER TABLE "KeptContext" ADD COLUMN     "cited" UUID[],
ADD COLUMN     "digests" TEXT NOT NULL DEFAULT '[]';
