CREATE TABLE "answer" (
	"id" serial PRIMARY KEY NOT NULL,
	"idea_id" integer NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"reasons" jsonb NOT NULL,
	"sentence" jsonb,
	"institution_id" text NOT NULL,
	"commitment_id" integer,
	"theme_id" integer,
	"reason" jsonb,
	"batch_id" integer,
	"answered_on" date NOT NULL,
	"demonstration" boolean DEFAULT false NOT NULL,
	"record_seq" bigint NOT NULL,
	CONSTRAINT "answer_number_is_used_once" UNIQUE("idea_id","number"),
	CONSTRAINT "answer_state_is_given" CHECK ("answer"."state" in ('accepted','partly','already-done','not-now','outside')),
	CONSTRAINT "answer_reasons_say_something" CHECK (greatest(length("answer"."reasons" -> 'lv' ->> 'text'), length("answer"."reasons" -> 'en' ->> 'text')) >= 100),
	CONSTRAINT "answer_correction_has_a_reason" CHECK ("answer"."number" = 1 or "answer"."reason" is not null),
	CONSTRAINT "answer_went_into_one_place" CHECK ("answer"."commitment_id" is null or "answer"."theme_id" is null),
	CONSTRAINT "answer_accepted_says_where" CHECK ("answer"."state" <> 'accepted' or "answer"."commitment_id" is not null or "answer"."theme_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "answer_batch" (
	"id" serial PRIMARY KEY NOT NULL,
	"plan_id" text NOT NULL,
	"owner_id" text,
	"draft" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"saved_at" timestamptz NOT NULL,
	"previewed_version" integer,
	"scheduled_for" date,
	"held_back_on" date,
	"published_on" date,
	"demonstration" boolean DEFAULT false NOT NULL,
	"record_seq" bigint,
	CONSTRAINT "answer_batch_is_in_the_record_once_published" CHECK (("answer_batch"."published_on" is null) = ("answer_batch"."record_seq" is null)),
	CONSTRAINT "answer_batch_published_waits_no_more" CHECK ("answer_batch"."published_on" is null or "answer_batch"."scheduled_for" is null),
	CONSTRAINT "answer_batch_scheduled_was_previewed" CHECK ("answer_batch"."scheduled_for" is null or "answer_batch"."previewed_version" is not null)
);
--> statement-breakpoint
CREATE TABLE "answer_batch_idea" (
	"batch_id" integer NOT NULL,
	"idea_id" integer NOT NULL,
	"sentence" jsonb,
	"seen_version" integer,
	CONSTRAINT "answer_batch_idea_is_named_once" PRIMARY KEY("batch_id","idea_id")
);
--> statement-breakpoint
CREATE TABLE "answer_days_count" (
	"plan_id" text NOT NULL,
	"days" integer NOT NULL,
	"ideas" integer NOT NULL,
	CONSTRAINT "answer_days_count_is_one" PRIMARY KEY("plan_id","days")
);
--> statement-breakpoint
CREATE TABLE "idea_letters_stopped" (
	"person_id" text PRIMARY KEY NOT NULL,
	"stopped_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "supporters_to_tell" (
	"id" serial PRIMARY KEY NOT NULL,
	"idea_id" integer NOT NULL,
	"about" text NOT NULL,
	"told_up_to" text DEFAULT '' NOT NULL,
	"created_at" timestamptz NOT NULL,
	CONSTRAINT "supporters_to_tell_about_is_known" CHECK ("supporters_to_tell"."about" in ('answer','merge','unmerge'))
);
--> statement-breakpoint
CREATE TABLE "waiting_count" (
	"plan_id" text NOT NULL,
	"answerer" text NOT NULL,
	"due" date NOT NULL,
	"ideas" integer NOT NULL,
	CONSTRAINT "waiting_count_is_one" PRIMARY KEY("plan_id","answerer","due")
);
--> statement-breakpoint
CREATE TABLE "idea_merge" (
	"id" serial PRIMARY KEY NOT NULL,
	"idea_id" integer NOT NULL,
	"into_id" integer NOT NULL,
	"reason" jsonb NOT NULL,
	"merged_on" date NOT NULL,
	"objected_on" date,
	"objection" text,
	"undone_on" date,
	"undone_reason" jsonb,
	"record_seq" bigint NOT NULL,
	CONSTRAINT "idea_merge_is_of_two" CHECK ("idea_merge"."idea_id" <> "idea_merge"."into_id"),
	CONSTRAINT "idea_merge_undone_has_a_reason" CHECK (("idea_merge"."undone_on" is null) = ("idea_merge"."undone_reason" is null))
);
--> statement-breakpoint
DROP INDEX "idea_by_theme";--> statement-breakpoint
ALTER TABLE "theme" ADD COLUMN "commitment_id" integer;--> statement-breakpoint
ALTER TABLE "plan" ADD COLUMN "unanswered_reason" jsonb;--> statement-breakpoint
ALTER TABLE "plan" ADD COLUMN "unanswered_ideas" integer;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_idea_id_idea_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."idea"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_institution_id_organisation_id_fk" FOREIGN KEY ("institution_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_commitment_id_commitment_id_fk" FOREIGN KEY ("commitment_id") REFERENCES "public"."commitment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_theme_id_theme_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."theme"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_batch_id_answer_batch_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."answer_batch"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_batch" ADD CONSTRAINT "answer_batch_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_batch" ADD CONSTRAINT "answer_batch_owner_id_organisation_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_batch_idea" ADD CONSTRAINT "answer_batch_idea_batch_id_answer_batch_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."answer_batch"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_batch_idea" ADD CONSTRAINT "answer_batch_idea_idea_id_idea_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."idea"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_days_count" ADD CONSTRAINT "answer_days_count_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_letters_stopped" ADD CONSTRAINT "idea_letters_stopped_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supporters_to_tell" ADD CONSTRAINT "supporters_to_tell_idea_id_idea_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."idea"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waiting_count" ADD CONSTRAINT "waiting_count_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_merge" ADD CONSTRAINT "idea_merge_idea_id_idea_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."idea"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_merge" ADD CONSTRAINT "idea_merge_into_id_idea_id_fk" FOREIGN KEY ("into_id") REFERENCES "public"."idea"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answer_by_commitment" ON "answer" USING btree ("commitment_id","idea_id") WHERE "answer"."commitment_id" is not null;--> statement-breakpoint
CREATE INDEX "answer_by_theme" ON "answer" USING btree ("theme_id","idea_id") WHERE "answer"."theme_id" is not null;--> statement-breakpoint
CREATE INDEX "answer_by_record" ON "answer" USING btree ("record_seq");--> statement-breakpoint
CREATE INDEX "answer_batch_by_plan" ON "answer_batch" USING btree ("plan_id","saved_at") WHERE "answer_batch"."published_on" is null;--> statement-breakpoint
CREATE INDEX "answer_batch_scheduled" ON "answer_batch" USING btree ("scheduled_for") WHERE "answer_batch"."scheduled_for" is not null;--> statement-breakpoint
CREATE INDEX "answer_batch_idea_by_idea" ON "answer_batch_idea" USING btree ("idea_id");--> statement-breakpoint
CREATE INDEX "supporters_to_tell_by_idea" ON "supporters_to_tell" USING btree ("idea_id");--> statement-breakpoint
CREATE UNIQUE INDEX "idea_merge_holds_once" ON "idea_merge" USING btree ("idea_id") WHERE "idea_merge"."undone_on" is null;--> statement-breakpoint
CREATE INDEX "idea_merge_by_target" ON "idea_merge" USING btree ("into_id");--> statement-breakpoint
CREATE INDEX "idea_merge_objected" ON "idea_merge" USING btree ("objected_on") WHERE "idea_merge"."objected_on" is not null and "idea_merge"."undone_on" is null;--> statement-breakpoint
CREATE INDEX "idea_merge_by_record" ON "idea_merge" USING btree ("record_seq");--> statement-breakpoint
ALTER TABLE "theme" ADD CONSTRAINT "theme_commitment_id_commitment_id_fk" FOREIGN KEY ("commitment_id") REFERENCES "public"."commitment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "theme_by_commitment" ON "theme" USING btree ("commitment_id") WHERE "theme"."commitment_id" is not null;--> statement-breakpoint
CREATE INDEX "idea_by_theme" ON "idea" USING btree ("theme_id","answer_state","supports") WHERE "idea"."theme_id" is not null;