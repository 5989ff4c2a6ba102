-- AlterTable
ALTER TABLE "EventContext" ADD COLUMN     "leasedUntil" TIMESTAMPTZ(3);
