CREATE TABLE "event" (
	"id" serial PRIMARY KEY NOT NULL,
	"plan_id" text,
	"state" text DEFAULT 'draft' NOT NULL,
	"draft" jsonb,
	"draft_version" integer DEFAULT 1 NOT NULL,
	"draft_saved_at" timestamptz,
	"first_published_on" date,
	"starts_on" date,
	"hours" text,
	"capacity" integer,
	"registration_until" date,
	"record_seq" bigint,
	"registered" integer DEFAULT 0 NOT NULL,
	"waiting" integer DEFAULT 0 NOT NULL,
	"last_place" integer DEFAULT 0 NOT NULL,
	"held_on" date,
	"demonstration" boolean DEFAULT false NOT NULL,
	CONSTRAINT "event_state_is_known" CHECK ("event"."state" in ('draft','published','cancelled','held')),
	CONSTRAINT "event_is_drafted_or_published" CHECK ("event"."draft" is not null or "event"."state" <> 'draft'),
	CONSTRAINT "event_is_in_the_record_once_published" CHECK (("event"."state" = 'draft') = ("event"."record_seq" is null)),
	CONSTRAINT "event_has_its_time_once_published" CHECK ("event"."state" = 'draft' or num_nonnulls("event"."starts_on", "event"."hours", "event"."first_published_on") = 3),
	CONSTRAINT "event_held_has_a_day" CHECK (("event"."state" = 'held') = ("event"."held_on" is not null)),
	CONSTRAINT "event_counts_are_not_negative" CHECK ("event"."registered" >= 0 and "event"."waiting" >= 0)
);
--> statement-breakpoint
CREATE TABLE "event_count" (
	"event_id" integer NOT NULL,
	"sector" text NOT NULL,
	"registered" integer DEFAULT 0 NOT NULL,
	"attended" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "event_count_is_one" PRIMARY KEY("event_id","sector"),
	CONSTRAINT "event_count_is_not_negative" CHECK ("event_count"."registered" >= 0 and "event_count"."attended" >= 0)
);
--> statement-breakpoint
CREATE TABLE "event_minutes" (
	"event_id" integer PRIMARY KEY NOT NULL,
	"draft" jsonb,
	"draft_version" integer DEFAULT 1 NOT NULL,
	"draft_saved_at" timestamptz,
	"first_published_on" date,
	CONSTRAINT "event_minutes_are_drafted_or_published" CHECK ("event_minutes"."draft" is not null or "event_minutes"."first_published_on" is not null)
);
--> statement-breakpoint
CREATE TABLE "event_minutes_version" (
	"id" serial PRIMARY KEY NOT NULL,
	"event_id" integer NOT NULL,
	"number" integer NOT NULL,
	"summary" jsonb NOT NULL,
	"items" jsonb NOT NULL,
	"conclusions" jsonb NOT NULL,
	"reason" jsonb,
	"published_on" date NOT NULL,
	"record_seq" bigint NOT NULL,
	CONSTRAINT "event_minutes_version_number_is_used_once" UNIQUE("event_id","number"),
	CONSTRAINT "event_minutes_correction_has_a_reason" CHECK ("event_minutes_version"."number" = 1 or "event_minutes_version"."reason" is not null)
);
--> statement-breakpoint
CREATE TABLE "event_outcome" (
	"id" serial PRIMARY KEY NOT NULL,
	"event_id" integer NOT NULL,
	"conclusion" integer NOT NULL,
	"title" jsonb NOT NULL,
	"text" jsonb NOT NULL,
	"idea_id" integer,
	"commitment_id" integer,
	"published_on" date NOT NULL,
	"demonstration" boolean DEFAULT false NOT NULL,
	"record_seq" bigint NOT NULL,
	CONSTRAINT "event_conclusion_is_handed_on_once" UNIQUE("event_id","conclusion"),
	CONSTRAINT "event_outcome_is_one_thing" CHECK (num_nonnulls("event_outcome"."idea_id", "event_outcome"."commitment_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "event_photograph" (
	"id" serial PRIMARY KEY NOT NULL,
	"event_id" integer NOT NULL,
	"file_hash" text NOT NULL,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"bytes" integer NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"alternative" jsonb NOT NULL,
	"published_on" date NOT NULL,
	"withdrawn_on" date,
	"withdrawal_reason" text,
	"demonstration" boolean DEFAULT false NOT NULL,
	"record_seq" bigint NOT NULL,
	CONSTRAINT "event_photograph_is_taken_out_for_a_reason" CHECK (("event_photograph"."withdrawn_on" is null) = ("event_photograph"."withdrawal_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "event_registration" (
	"id" serial PRIMARY KEY NOT NULL,
	"event_id" integer NOT NULL,
	"person_id" text,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"sector" text NOT NULL,
	"organisation" text,
	"needs" text,
	"show_name" boolean DEFAULT false NOT NULL,
	"state" text NOT NULL,
	"place" integer NOT NULL,
	"language" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"registered_at" timestamptz NOT NULL,
	"reminded_at" timestamptz,
	"attended_at" timestamptz,
	"demonstration" boolean DEFAULT false NOT NULL,
	CONSTRAINT "event_registration_is_one_a_person" UNIQUE("event_id","person_id"),
	CONSTRAINT "event_registration_state_is_known" CHECK ("event_registration"."state" in ('registered','waiting','left','door')),
	CONSTRAINT "event_registration_sector_is_known" CHECK ("event_registration"."sector" in ('government','parliament','municipality','civil-society','social-partner','business','academia','resident')),
	CONSTRAINT "event_registration_by_the_door_has_come" CHECK ("event_registration"."state" <> 'door' or "event_registration"."attended_at" is not null or "event_registration"."name" = '')
);
--> statement-breakpoint
CREATE TABLE "event_version" (
	"id" serial PRIMARY KEY NOT NULL,
	"event_id" integer NOT NULL,
	"number" integer NOT NULL,
	"title" jsonb NOT NULL,
	"kind" text NOT NULL,
	"body" jsonb NOT NULL,
	"starts_on" date NOT NULL,
	"hours" text NOT NULL,
	"place" jsonb NOT NULL,
	"accessibility" jsonb,
	"stream_url" text,
	"capacity" integer,
	"registration_until" date,
	"agenda" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"contact" jsonb,
	"cancelled" boolean DEFAULT false NOT NULL,
	"reason" jsonb,
	"published_on" date NOT NULL,
	"record_seq" bigint NOT NULL,
	CONSTRAINT "event_version_number_is_used_once" UNIQUE("event_id","number"),
	CONSTRAINT "event_version_kind_is_known" CHECK ("event_version"."kind" in ('discussion','hearing','working-group','information','other')),
	CONSTRAINT "event_change_has_a_reason" CHECK ("event_version"."number" = 1 or "event_version"."reason" is not null),
	CONSTRAINT "event_capacity_is_some" CHECK ("event_version"."capacity" > 0)
);
--> statement-breakpoint
ALTER TABLE "mail" DROP CONSTRAINT "mail_sent_has_no_body";--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "calendar" text;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_count" ADD CONSTRAINT "event_count_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_minutes" ADD CONSTRAINT "event_minutes_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_minutes_version" ADD CONSTRAINT "event_minutes_version_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_outcome" ADD CONSTRAINT "event_outcome_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_outcome" ADD CONSTRAINT "event_outcome_idea_id_idea_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."idea"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_outcome" ADD CONSTRAINT "event_outcome_commitment_id_commitment_id_fk" FOREIGN KEY ("commitment_id") REFERENCES "public"."commitment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_photograph" ADD CONSTRAINT "event_photograph_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_registration" ADD CONSTRAINT "event_registration_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_registration" ADD CONSTRAINT "event_registration_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_version" ADD CONSTRAINT "event_version_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "event_by_day" ON "event" USING btree ("starts_on","id") WHERE "event"."state" <> 'draft';--> statement-breakpoint
CREATE INDEX "event_by_plan" ON "event" USING btree ("plan_id","starts_on","id") WHERE "event"."state" <> 'draft';--> statement-breakpoint
CREATE INDEX "event_drafted" ON "event" USING btree ("draft_saved_at") WHERE "event"."draft" is not null;--> statement-breakpoint
CREATE INDEX "event_by_record" ON "event" USING btree ("record_seq");--> statement-breakpoint
CREATE INDEX "event_minutes_drafted" ON "event_minutes" USING btree ("draft_saved_at") WHERE "event_minutes"."draft" is not null;--> statement-breakpoint
CREATE INDEX "event_minutes_version_by_record" ON "event_minutes_version" USING btree ("record_seq");--> statement-breakpoint
CREATE INDEX "event_outcome_by_commitment" ON "event_outcome" USING btree ("commitment_id","id") WHERE "event_outcome"."commitment_id" is not null;--> statement-breakpoint
CREATE INDEX "event_outcome_by_idea" ON "event_outcome" USING btree ("idea_id") WHERE "event_outcome"."idea_id" is not null;--> statement-breakpoint
CREATE INDEX "event_outcome_by_record" ON "event_outcome" USING btree ("record_seq");--> statement-breakpoint
CREATE INDEX "event_photograph_by_event" ON "event_photograph" USING btree ("event_id","id");--> statement-breakpoint
CREATE INDEX "event_photograph_by_record" ON "event_photograph" USING btree ("record_seq");--> statement-breakpoint
CREATE INDEX "event_registration_by_place" ON "event_registration" USING btree ("event_id","state","place");--> statement-breakpoint
CREATE INDEX "event_registration_by_name" ON "event_registration" USING btree ("event_id","name_key","id");--> statement-breakpoint
CREATE INDEX "event_registration_by_person" ON "event_registration" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "event_version_by_day" ON "event_version" USING btree ("published_on","record_seq");--> statement-breakpoint
CREATE INDEX "event_version_by_record" ON "event_version" USING btree ("record_seq");--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_sent_has_no_body" CHECK ("mail"."state" not in ('sent','returned') or coalesce("mail"."body", "mail"."html", "mail"."circular_id", "mail"."calendar") is null);