-- AlterTable
ALTER TABLE "ReportProfile" ADD COLUMN     "documentNumber" INTEGER;

-- CreateIndex
CREATE UNIQUE INDEX "ReportProfile_documentNumber_key" ON "ReportProfile"("documentNumber");
