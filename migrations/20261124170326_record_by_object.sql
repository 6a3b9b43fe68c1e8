DROP INDEX "record_entry_by_object";--> statement-breakpoint
CREATE INDEX "record_entry_by_object" ON "record_entry" USING btree ("object" text_pattern_ops,"seq");