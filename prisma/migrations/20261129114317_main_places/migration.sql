-- Which articles are about an event: one in ten of the mentions, and asked of hundreds of events at a time. Prisma knows no partial indexes.
CREATE INDEX "EventArticle_main" ON "EventArticle" ("eventId", "publishedAt", "articleId") WHERE role = 'MAIN';
