CREATE TABLE "file_text" (
	"hash" text PRIMARY KEY NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"problem" text,
	"pages" integer,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_try_at" timestamptz DEFAULT now() NOT NULL,
	"read_at" timestamptz,
	CONSTRAINT "file_text_state_is_known" CHECK ("file_text"."state" in ('waiting','read','unreadable')),
	CONSTRAINT "file_text_is_unreadable_for_a_reason" CHECK ("file_text"."state" <> 'unreadable' or "file_text"."problem" is not null)
);
--> statement-breakpoint
CREATE TABLE "file_text_piece" (
	"hash" text NOT NULL,
	"number" integer NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "file_text_piece_stands_once" PRIMARY KEY("hash","number")
);
--> statement-breakpoint
ALTER TABLE "search_state" ADD COLUMN "files" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "search_text" ADD COLUMN "reference_day" date;--> statement-breakpoint
ALTER TABLE "search_text" ADD COLUMN "file_hash" text;--> statement-breakpoint
ALTER TABLE "search_text" ADD COLUMN "title_words" "tsvector";--> statement-breakpoint
ALTER TABLE "file_text_piece" ADD CONSTRAINT "file_text_piece_hash_file_text_hash_fk" FOREIGN KEY ("hash") REFERENCES "public"."file_text"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "file_text_due" ON "file_text" USING btree ("next_try_at") WHERE "file_text"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "organisation_by_record" ON "organisation" USING btree ("record_seq");--> statement-breakpoint
CREATE INDEX "search_text_by_title" ON "search_text" USING gin ("title_words") WHERE "search_text"."title_words" is not null;--> statement-breakpoint
CREATE INDEX "search_text_by_day" ON "search_text" USING btree ("kind","known_from" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "search_text_by_file" ON "search_text" USING btree ("file_hash") WHERE "search_text"."file_hash" is not null;--> statement-breakpoint
CREATE INDEX "assessment_version_by_record" ON "assessment_version" USING btree ("record_seq");--> statement-breakpoint
CREATE INDEX "update_version_by_record" ON "update_version" USING btree ("record_seq");--> statement-breakpoint
CREATE INDEX "commitment_by_record" ON "commitment" USING btree ("record_seq");--> statement-breakpoint
CREATE INDEX "commitment_fact_by_record" ON "commitment_fact" USING btree ("record_seq");--> statement-breakpoint
CREATE INDEX "finding_by_record" ON "finding" USING btree ("record_seq");--> statement-breakpoint
CREATE INDEX "milestone_by_record" ON "milestone" USING btree ("record_seq");--> statement-breakpoint
CREATE INDEX "plan_by_record" ON "plan" USING btree ("record_seq");--> statement-breakpoint
CREATE INDEX "plan_document_by_record" ON "plan_document" USING btree ("record_seq");