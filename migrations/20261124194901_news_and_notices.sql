CREATE TABLE "notice" (
	"id" serial PRIMARY KEY NOT NULL,
	"plan_id" text,
	"kind" text NOT NULL,
	"draft" jsonb,
	"draft_version" integer DEFAULT 1 NOT NULL,
	"draft_saved_at" timestamptz,
	"scheduled_for" date,
	"first_published_on" date,
	"demonstration" boolean DEFAULT false NOT NULL,
	CONSTRAINT "notice_kind_is_known" CHECK ("notice"."kind" in ('news','notice','opportunities')),
	CONSTRAINT "notice_scheduled_has_a_draft" CHECK ("notice"."scheduled_for" is null or "notice"."draft" is not null),
	CONSTRAINT "notice_is_drafted_or_published" CHECK ("notice"."draft" is not null or "notice"."first_published_on" is not null)
);
--> statement-breakpoint
CREATE TABLE "notice_version" (
	"id" serial PRIMARY KEY NOT NULL,
	"notice_id" integer NOT NULL,
	"number" integer NOT NULL,
	"title" jsonb NOT NULL,
	"body" jsonb NOT NULL,
	"contact" jsonb,
	"withdrawn" boolean DEFAULT false NOT NULL,
	"reason" jsonb,
	"published_on" date NOT NULL,
	"record_seq" bigint NOT NULL,
	CONSTRAINT "notice_version_number_is_used_once" UNIQUE("notice_id","number"),
	CONSTRAINT "notice_change_has_a_reason" CHECK ("notice_version"."number" = 1 or "notice_version"."reason" is not null),
	CONSTRAINT "notice_withdrawn_was_published" CHECK (not "notice_version"."withdrawn" or "notice_version"."number" > 1)
);
--> statement-breakpoint
CREATE TABLE "opportunity" (
	"id" serial PRIMARY KEY NOT NULL,
	"version_id" integer NOT NULL,
	"number" integer NOT NULL,
	"title" jsonb NOT NULL,
	"kind" text NOT NULL,
	"phase_id" integer,
	"starts_on" "partial_date" NOT NULL,
	"ends_on" "partial_date",
	"hours" text,
	"place" jsonb,
	"url" text,
	"how" jsonb NOT NULL,
	"outcome" jsonb NOT NULL,
	"cancelled" boolean DEFAULT false NOT NULL,
	"certainty" text NOT NULL,
	CONSTRAINT "opportunity_number_is_used_once" UNIQUE("version_id","number"),
	CONSTRAINT "opportunity_number_is_positive" CHECK ("opportunity"."number" between 1 and 999),
	CONSTRAINT "opportunity_kind_is_known" CHECK ("opportunity"."kind" in ('survey','discussion','consultation','hearing','working-group','opinion','vote','other')),
	CONSTRAINT "opportunity_ends_after_it_starts" CHECK ("opportunity"."ends_on" is null or last_day("opportunity"."ends_on") >= first_day("opportunity"."starts_on"))
);
--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_version" ADD CONSTRAINT "notice_version_notice_id_notice_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunity" ADD CONSTRAINT "opportunity_version_id_notice_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."notice_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opportunity" ADD CONSTRAINT "opportunity_phase_id_phase_id_fk" FOREIGN KEY ("phase_id") REFERENCES "public"."phase"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notice_by_day" ON "notice" USING btree ("first_published_on","id");--> statement-breakpoint
CREATE INDEX "notice_by_plan" ON "notice" USING btree ("plan_id","first_published_on","id");--> statement-breakpoint
CREATE INDEX "notice_scheduled" ON "notice" USING btree ("scheduled_for") WHERE "notice"."scheduled_for" is not null;--> statement-breakpoint
CREATE INDEX "notice_drafted" ON "notice" USING btree ("draft_saved_at") WHERE "notice"."draft" is not null;--> statement-breakpoint
CREATE INDEX "notice_version_by_day" ON "notice_version" USING btree ("published_on","record_seq");--> statement-breakpoint
CREATE INDEX "notice_version_by_record" ON "notice_version" USING btree ("record_seq");--> statement-breakpoint
CREATE INDEX "opportunity_by_end" ON "opportunity" USING btree (last_day(coalesce("ends_on", "starts_on")));--> statement-breakpoint
CREATE INDEX "opportunity_by_phase" ON "opportunity" USING btree ("phase_id");
--> statement-breakpoint
-- What was announced stays as it was announced: a change is another version.
create trigger notice_version_is_append_only before update or delete or truncate on notice_version
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
create trigger opportunity_is_append_only before update or delete or truncate on opportunity
  for each statement execute function refuse_rewriting();
