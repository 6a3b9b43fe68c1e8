DROP INDEX "idea_stem_by_neighbours";--> statement-breakpoint
DROP INDEX "idea_by_words";--> statement-breakpoint
DROP INDEX "idea_by_facets";--> statement-breakpoint
CREATE INDEX "idea_stem_by_neighbours" ON "idea_stem" USING gin ("neighbours") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "idea_by_words" ON "idea" USING gin ("words") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "idea_by_facets" ON "idea" USING gin ("facets") WITH (fastupdate=false) WHERE "idea"."visibility" = 'published';--> statement-breakpoint
-- A count that rises finds room in its page, so that no index is touched.
ALTER TABLE "idea_stem" SET (fillfactor = 70);
