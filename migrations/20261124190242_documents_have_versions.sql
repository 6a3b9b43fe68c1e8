CREATE TABLE "document" (
	"id" serial PRIMARY KEY NOT NULL,
	"plan_id" text NOT NULL,
	"kind" text NOT NULL,
	"title" jsonb NOT NULL,
	"dated" "partial_date",
	"added_on" date NOT NULL,
	"language" text,
	"standing" text,
	"licence" text,
	"certainty" text NOT NULL,
	"sources" text[] DEFAULT '{}' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"record_seq" bigint NOT NULL,
	CONSTRAINT "document_kind_is_known" CHECK ("document"."kind" in ('notice','discussion-paper','draft','opinion','agenda','minutes','act','gazette','report','evidence','reviewer-report','other')),
	CONSTRAINT "document_language_is_known" CHECK ("document"."language" in ('lv','en','ru','lt','et','de','fr')),
	CONSTRAINT "document_standing_is_known" CHECK ("document"."standing" in ('official','courtesy')),
	CONSTRAINT "document_licence_is_known" CHECK ("document"."licence" in ('official','cc0-1.0','cc-by-4.0','cc-by-sa-4.0'))
);
--> statement-breakpoint
CREATE TABLE "document_content" (
	"version_id" integer NOT NULL,
	"part" text NOT NULL,
	"url" text,
	"text" text,
	"file_hash" text,
	"file_name" text,
	"media_type" text,
	"bytes" integer,
	CONSTRAINT "document_content_is_one_per_part" PRIMARY KEY("version_id","part"),
	CONSTRAINT "document_content_part_is_known" CHECK ("document_content"."part" in ('main','alternative')),
	CONSTRAINT "document_content_is_one_thing" CHECK (num_nonnulls("document_content"."url", "document_content"."text", "document_content"."file_hash") = 1),
	CONSTRAINT "document_content_file_is_described" CHECK (num_nonnulls("document_content"."file_hash", "document_content"."file_name", "document_content"."media_type", "document_content"."bytes") in (0, 4))
);
--> statement-breakpoint
CREATE TABLE "document_correction" (
	"id" serial PRIMARY KEY NOT NULL,
	"document_id" integer NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"reason" text,
	"corrected_on" date NOT NULL,
	"record_seq" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "document_version" (
	"id" serial PRIMARY KEY NOT NULL,
	"document_id" integer NOT NULL,
	"number" integer NOT NULL,
	"reason" text,
	"organisation_id" text,
	"published_on" date NOT NULL,
	"record_seq" bigint NOT NULL,
	CONSTRAINT "document_version_number_is_used_once" UNIQUE("document_id","number"),
	CONSTRAINT "document_version_after_the_first_has_a_reason" CHECK ("document_version"."number" = 1 or length(trim("document_version"."reason")) >= 10)
);
--> statement-breakpoint
CREATE TABLE "document_withdrawal" (
	"version_id" integer PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"withdrawn_on" date NOT NULL,
	"record_seq" bigint NOT NULL,
	CONSTRAINT "document_withdrawal_has_a_reason" CHECK (length(trim("document_withdrawal"."reason")) >= 10)
);
--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "published_on" date;--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_content" ADD CONSTRAINT "document_content_version_id_document_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."document_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_correction" ADD CONSTRAINT "document_correction_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_version" ADD CONSTRAINT "document_version_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_version" ADD CONSTRAINT "document_version_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_withdrawal" ADD CONSTRAINT "document_withdrawal_version_id_document_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."document_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "document_by_plan_and_day" ON "document" USING btree ("plan_id","added_on","id");--> statement-breakpoint
CREATE INDEX "document_by_day" ON "document" USING btree ("added_on","id");--> statement-breakpoint
CREATE INDEX "document_by_plan_and_date" ON "document" USING btree ("plan_id",coalesce(first_day("dated"), '0001-01-01'::date),"id");--> statement-breakpoint
CREATE INDEX "document_by_date" ON "document" USING btree (coalesce(first_day("dated"), '0001-01-01'::date),"id");--> statement-breakpoint
CREATE INDEX "document_by_record" ON "document" USING btree ("record_seq");--> statement-breakpoint
CREATE INDEX "document_content_by_file" ON "document_content" USING btree ("file_hash");--> statement-breakpoint
CREATE INDEX "document_correction_by_document" ON "document_correction" USING btree ("document_id","id");--> statement-breakpoint
CREATE INDEX "document_version_by_day" ON "document_version" USING btree ("published_on","record_seq","id");--> statement-breakpoint
CREATE INDEX "document_version_by_record" ON "document_version" USING btree ("record_seq");--> statement-breakpoint
CREATE INDEX "document_withdrawal_by_record" ON "document_withdrawal" USING btree ("record_seq");--> statement-breakpoint
CREATE INDEX "evidence_by_day" ON "evidence" USING btree ("published_on","id");--> statement-breakpoint
CREATE INDEX "evidence_by_date" ON "evidence" USING btree (coalesce(first_day("dated"), '0001-01-01'::date),"id");