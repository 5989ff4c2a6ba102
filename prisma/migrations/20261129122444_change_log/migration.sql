-- CreateTable
CREATE TABLE "ChangeLog" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "key" UUID NOT NULL,
    "prunedTo" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "ChangeLog_pkey" PRIMARY KEY ("id")
);

-- Its one row, with a key of its own for every archive.
INSERT INTO "ChangeLog" ("key") VALUES (gen_random_uuid());
