-- AlterTable
ALTER TABLE "ArticleRevision" ADD COLUMN     "reportWords" BYTEA;
