-- CreateTable
CREATE TABLE "ArticleWords" (
    "articleId" UUID NOT NULL,
    "words" tsvector NOT NULL,

    CONSTRAINT "ArticleWords_pkey" PRIMARY KEY ("articleId")
);

-- CreateTable
CREATE TABLE "Submission" (
    "idempotencyKey" TEXT NOT NULL,
    "inputHash" TEXT NOT NULL,
    "articleId" UUID NOT NULL,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Submission_pkey" PRIMARY KEY ("idempotencyKey")
);

-- AddForeignKey
ALTER TABLE "ArticleWords" ADD CONSTRAINT "ArticleWords_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Among the words stand the month, counted from year 0, and the year, so that the latest matches are found month by month: see src/graphql/words.ts.
-- No text has such a word and no query can ask for it: to the parser of both "~" is a blank. The functions call nothing of
-- this schema, since Postgres makes and repairs indexes without looking there.

-- Postgres takes no tsvector of more than a megabyte: what stands below the first 200,000 characters is not looked for.
CREATE FUNCTION article_words(headline text, body text, published timestamptz) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
	SELECT setweight(to_tsvector('english', headline), 'A') || to_tsvector('english', left(body, 200000)) || array_to_tsvector(
		array[
			'~' || (12 * extract(year FROM published AT TIME ZONE 'UTC') + extract(month FROM published AT TIME ZONE 'UTC'))::int::text,
			'~y' || extract(year FROM published AT TIME ZONE 'UTC')::int::text])
$$;

CREATE FUNCTION event_words(title text, summary text, reported timestamptz) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
	SELECT setweight(to_tsvector('english', title), 'A') || to_tsvector('english', coalesce(summary, '')) || array_to_tsvector(
		array[
			'~' || (12 * extract(year FROM reported AT TIME ZONE 'UTC') + extract(month FROM reported AT TIME ZONE 'UTC'))::int::text,
			'~y' || extract(year FROM reported AT TIME ZONE 'UTC')::int::text])
$$;

-- Names are not inflected.
CREATE FUNCTION entity_words(name text, aliases text[]) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
	SELECT setweight(to_tsvector('simple', name), 'A') || setweight(to_tsvector('simple', array_to_string(aliases, ' / ')), 'B')
$$;

-- A trigger, since headline and text stand in the revision and the date in the article.
CREATE FUNCTION keep_article_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO "ArticleWords" ("articleId", words)
	SELECT a.id, article_words(new.headline, new.text, a."publishedAt") FROM "Article" a WHERE a.id = new."articleId"
	ON CONFLICT ("articleId") DO UPDATE SET words = excluded.words;
	RETURN null;
END
$$;

CREATE TRIGGER keep_article_words AFTER INSERT ON "ArticleRevision" FOR EACH ROW EXECUTE FUNCTION keep_article_words();

-- Articles of before.
INSERT INTO "ArticleWords" ("articleId", words)
SELECT DISTINCT ON (r."articleId") r."articleId", article_words(r.headline, r.text, a."publishedAt")
FROM "ArticleRevision" r JOIN "Article" a ON a.id = r."articleId" ORDER BY r."articleId", r.number DESC;

-- CreateIndex
CREATE INDEX "ArticleWords_words_idx" ON "ArticleWords" USING GIN ("words");

-- Expression indexes cannot be said in schema.prisma. Headlines are among the words of articles now.
DROP INDEX "Article_headline_words";
DROP INDEX "Event_title_words";
CREATE INDEX "Event_words" ON "Event" USING gin (event_words(title, summary, "firstReportedAt"));
CREATE INDEX "Entity_words" ON "Entity" USING gin (entity_words(name, aliases));
