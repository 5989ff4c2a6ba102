-- The filters `query` of events and articles ask for words. Expression indexes cannot be said in schema.prisma.
CREATE INDEX "Event_title_words" ON "Event" USING gin (to_tsvector('english', title));
CREATE INDEX "Article_headline_words" ON "Article" USING gin (to_tsvector('english', headline));
