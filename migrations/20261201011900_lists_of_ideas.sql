DROP INDEX "idea_by_support";--> statement-breakpoint
DROP INDEX "idea_by_day";--> statement-breakpoint
DROP INDEX "idea_by_answer";--> statement-breakpoint
CREATE INDEX "idea_by_support" ON "idea" USING btree ("plan_id","supports","id","facets","published_on","merged_into_id") WHERE "idea"."visibility" = 'published';--> statement-breakpoint
CREATE INDEX "idea_by_day" ON "idea" USING btree ("plan_id","published_on","id","facets","merged_into_id") WHERE "idea"."visibility" = 'published';--> statement-breakpoint
CREATE INDEX "idea_by_answer" ON "idea" USING btree ("plan_id","answer_state","answer_due","id","facets","published_on","merged_into_id") WHERE "idea"."visibility" = 'published';--> statement-breakpoint
-- A search and a comparison look at the words of thousands of ideas: they are kept packed in the row itself, and long texts are moved out of it first.
ALTER TABLE "idea" ALTER COLUMN "words" SET STORAGE MAIN;
