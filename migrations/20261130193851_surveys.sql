CREATE TABLE "survey" (
	"id" serial PRIMARY KEY NOT NULL,
	"plan_id" text NOT NULL,
	"call_id" integer,
	"draft" jsonb,
	"version" integer DEFAULT 1 NOT NULL,
	"content" jsonb,
	"identity" text DEFAULT 'open' NOT NULL,
	"starts_on" date,
	"ends_on" date,
	"results_during" boolean DEFAULT false NOT NULL,
	"open_answers" boolean DEFAULT false NOT NULL,
	"published_on" date,
	"closed_on" date,
	"closing_reason" jsonb,
	"answers" integer DEFAULT 0 NOT NULL,
	"tally" jsonb,
	"severed_at" timestamptz,
	"demonstration" boolean DEFAULT false NOT NULL,
	"record_seq" bigint,
	CONSTRAINT "survey_identity_is_known" CHECK ("survey"."identity" in ('open','confirmed','invited')),
	CONSTRAINT "survey_is_drafted_or_published" CHECK (("survey"."content" is null) = ("survey"."published_on" is null)),
	CONSTRAINT "survey_is_in_the_record_once_published" CHECK (("survey"."record_seq" is null) = ("survey"."published_on" is null)),
	CONSTRAINT "survey_published_has_days" CHECK ("survey"."published_on" is null or ("survey"."ends_on" is null) = ("survey"."starts_on" is null)),
	CONSTRAINT "survey_without_days_has_a_call" CHECK ("survey"."published_on" is null or "survey"."ends_on" is not null or "survey"."call_id" is not null),
	CONSTRAINT "survey_ends_after_it_starts" CHECK ("survey"."ends_on" >= "survey"."starts_on"),
	CONSTRAINT "survey_closed_was_published" CHECK ("survey"."closed_on" is null or "survey"."published_on" is not null),
	CONSTRAINT "survey_closed_has_a_reason" CHECK (("survey"."closed_on" is null) = ("survey"."closing_reason" is null)),
	CONSTRAINT "survey_answers_are_not_negative" CHECK ("survey"."answers" >= 0)
);
--> statement-breakpoint
CREATE TABLE "survey_answer" (
	"id" text PRIMARY KEY NOT NULL,
	"survey_id" integer NOT NULL,
	"answers" jsonb NOT NULL,
	"language" text NOT NULL,
	"change_key" text,
	"demonstration" boolean DEFAULT false NOT NULL,
	CONSTRAINT "survey_answer_has_one_giver" UNIQUE("change_key")
);
--> statement-breakpoint
CREATE TABLE "survey_draft" (
	"id" text PRIMARY KEY NOT NULL,
	"survey_id" integer NOT NULL,
	"fields" jsonb NOT NULL,
	"saved_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "survey_link" (
	"id" text PRIMARY KEY NOT NULL,
	"survey_id" integer NOT NULL,
	"address_key" text NOT NULL,
	"used" boolean DEFAULT false NOT NULL,
	CONSTRAINT "survey_link_is_sent_once" UNIQUE("survey_id","address_key")
);
--> statement-breakpoint
CREATE TABLE "survey_participation" (
	"survey_id" integer NOT NULL,
	"participant" text NOT NULL,
	CONSTRAINT "survey_is_answered_once" PRIMARY KEY("survey_id","participant")
);
--> statement-breakpoint
CREATE TABLE "survey_text" (
	"id" text PRIMARY KEY NOT NULL,
	"survey_id" integer NOT NULL,
	"question" integer NOT NULL,
	"answer_id" text,
	"body" text NOT NULL,
	"language" text NOT NULL,
	"visibility" text DEFAULT 'waiting' NOT NULL,
	"hiding_reason" text,
	"demonstration" boolean DEFAULT false NOT NULL,
	"record_seq" bigint,
	CONSTRAINT "survey_text_visibility_is_known" CHECK ("survey_text"."visibility" in ('waiting','published','hidden')),
	CONSTRAINT "survey_text_hiding_reason_is_known" CHECK ("survey_text"."hiding_reason" in ('personal-data','offensive','not-about-this')),
	CONSTRAINT "survey_text_hidden_has_a_reason" CHECK (("survey_text"."visibility" = 'hidden') = ("survey_text"."hiding_reason" is not null)),
	CONSTRAINT "survey_text_is_in_the_record_once_judged" CHECK (("survey_text"."visibility" = 'waiting') = ("survey_text"."record_seq" is null))
);
--> statement-breakpoint
ALTER TABLE "survey" ADD CONSTRAINT "survey_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey" ADD CONSTRAINT "survey_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_answer" ADD CONSTRAINT "survey_answer_survey_id_survey_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."survey"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_draft" ADD CONSTRAINT "survey_draft_survey_id_survey_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."survey"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_link" ADD CONSTRAINT "survey_link_survey_id_survey_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."survey"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_participation" ADD CONSTRAINT "survey_participation_survey_id_survey_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."survey"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_text" ADD CONSTRAINT "survey_text_survey_id_survey_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."survey"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_text" ADD CONSTRAINT "survey_text_answer_id_survey_answer_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."survey_answer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "survey_by_plan" ON "survey" USING btree ("plan_id","published_on","id");--> statement-breakpoint
CREATE INDEX "survey_by_call" ON "survey" USING btree ("call_id") WHERE "survey"."call_id" is not null;--> statement-breakpoint
CREATE INDEX "survey_by_record" ON "survey" USING btree ("record_seq");--> statement-breakpoint
CREATE INDEX "survey_to_sever" ON "survey" USING btree ("id") WHERE "survey"."severed_at" is null and "survey"."published_on" is not null;--> statement-breakpoint
CREATE INDEX "survey_answer_by_survey" ON "survey_answer" USING btree ("survey_id","id");--> statement-breakpoint
CREATE INDEX "survey_draft_by_time" ON "survey_draft" USING btree ("saved_at");--> statement-breakpoint
CREATE INDEX "survey_text_by_question" ON "survey_text" USING btree ("survey_id","question","visibility","id");--> statement-breakpoint
CREATE INDEX "survey_text_by_answer" ON "survey_text" USING btree ("answer_id");--> statement-breakpoint
CREATE INDEX "survey_text_by_record" ON "survey_text" USING btree ("record_seq");