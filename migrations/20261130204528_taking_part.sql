CREATE TABLE "link" (
	"id" text PRIMARY KEY NOT NULL,
	"address" text NOT NULL,
	"state" text DEFAULT 'unknown' NOT NULL,
	"problem" text,
	"failures" integer DEFAULT 0 NOT NULL,
	"failing_since" date,
	"dead_since" date,
	"next_check_at" timestamptz NOT NULL,
	"checked_at" timestamptz,
	"record_seq" bigint,
	CONSTRAINT "link_state_is_known" CHECK ("link"."state" in ('unknown','there','gone','unclear')),
	CONSTRAINT "link_failures_have_a_first" CHECK (("link"."failures" > 0) = ("link"."failing_since" is not null)),
	CONSTRAINT "link_is_gone_when_it_failed" CHECK (("link"."failures" > 0) = ("link"."state" = 'gone')),
	CONSTRAINT "link_is_dead_since_it_failed_first" CHECK ("link"."dead_since" is null or "link"."dead_since" = "link"."failing_since")
);
--> statement-breakpoint
CREATE TABLE "link_finding" (
	"id" integer PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	CONSTRAINT "link_finding_is_one_row" CHECK ("link_finding"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "link_use" (
	"thing" text NOT NULL,
	"link_id" text NOT NULL,
	"place" text NOT NULL,
	CONSTRAINT "link_use_is_kept_once" PRIMARY KEY("thing","link_id")
);
--> statement-breakpoint
CREATE TABLE "held_letter" (
	"id" serial PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"language" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"due_on" date NOT NULL,
	CONSTRAINT "held_letter_kind_is_known" CHECK ("held_letter"."kind" in ('answer','comment','moderation','merge','supported'))
);
--> statement-breakpoint
CREATE TABLE "letter_wish" (
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"rhythm" text NOT NULL,
	CONSTRAINT "letter_wish_is_one" PRIMARY KEY("person_id","kind"),
	CONSTRAINT "letter_wish_kind_is_known" CHECK ("letter_wish"."kind" in ('answer','comment','moderation','merge','supported')),
	CONSTRAINT "letter_wish_rhythm_is_known" CHECK ("letter_wish"."rhythm" in ('immediate','daily','weekly','none'))
);
--> statement-breakpoint
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
CREATE TABLE "call_correction" (
	"id" serial PRIMARY KEY NOT NULL,
	"call_id" integer NOT NULL,
	"reason" jsonb NOT NULL,
	"corrected_on" date NOT NULL,
	"record_seq" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idea_revision" (
	"id" serial PRIMARY KEY NOT NULL,
	"entry_id" integer NOT NULL,
	"field" text NOT NULL,
	"passages" integer NOT NULL,
	CONSTRAINT "idea_revision_names_a_field_once" UNIQUE("entry_id","field"),
	CONSTRAINT "idea_revision_changes_something" CHECK ("idea_revision"."passages" > 0)
);
--> statement-breakpoint
CREATE TABLE "moderation_appeal" (
	"id" serial PRIMARY KEY NOT NULL,
	"entry_id" integer NOT NULL,
	"text" text NOT NULL,
	"language" text NOT NULL,
	"sent_on" date NOT NULL,
	"sent_at" timestamptz NOT NULL,
	"outcome" text,
	"answer" text,
	"answer_language" text,
	"answered_on" date,
	"answered_by_role" text,
	"by_another" boolean,
	"record_seq" bigint NOT NULL,
	CONSTRAINT "moderation_appeal_is_made_once" UNIQUE("entry_id"),
	CONSTRAINT "moderation_appeal_outcome_is_known" CHECK ("moderation_appeal"."outcome" in ('upheld','rejected')),
	CONSTRAINT "moderation_appeal_answer_is_whole" CHECK (("moderation_appeal"."outcome" is null) = ("moderation_appeal"."answer" is null) and ("moderation_appeal"."outcome" is null) = ("moderation_appeal"."answered_on" is null) and ("moderation_appeal"."outcome" is null) = ("moderation_appeal"."by_another" is null))
);
--> statement-breakpoint
CREATE TABLE "moderation_case" (
	"id" serial PRIMARY KEY NOT NULL,
	"idea_id" integer NOT NULL,
	"comment_id" integer,
	"reports" integer NOT NULL,
	"opened_at" timestamptz NOT NULL,
	"closed_at" timestamptz,
	CONSTRAINT "moderation_case_has_reports" CHECK ("moderation_case"."reports" > 0)
);
--> statement-breakpoint
CREATE TABLE "moderation_entry" (
	"id" serial PRIMARY KEY NOT NULL,
	"plan_id" text NOT NULL,
	"idea_id" integer NOT NULL,
	"comment_id" integer,
	"act" text NOT NULL,
	"reason" text,
	"explanation" text,
	"language" text NOT NULL,
	"role" text NOT NULL,
	"actor_id" text,
	"appeal_hash" text,
	"acted_on" date NOT NULL,
	"acted_at" timestamptz NOT NULL,
	"demonstration" boolean DEFAULT false NOT NULL,
	"record_seq" bigint NOT NULL,
	CONSTRAINT "moderation_entry_act_is_known" CHECK ("moderation_entry"."act" in ('publish','hide','restore','keep','black-out')),
	CONSTRAINT "moderation_entry_reason_is_known" CHECK ("moderation_entry"."reason" in ('insult','hate','spam','personal-data','off-topic','copyright','illegal','other')),
	CONSTRAINT "moderation_entry_role_is_known" CHECK ("moderation_entry"."role" in ('moderator','secretariat')),
	CONSTRAINT "moderation_entry_that_hides_says_why" CHECK ("moderation_entry"."act" not in ('hide','black-out') or ("moderation_entry"."reason" is not null and "moderation_entry"."explanation" is not null))
);
--> statement-breakpoint
CREATE TABLE "moderation_report" (
	"id" serial PRIMARY KEY NOT NULL,
	"case_id" integer NOT NULL,
	"reason" text NOT NULL,
	"text" text,
	"language" text NOT NULL,
	"reported_at" timestamptz NOT NULL,
	CONSTRAINT "moderation_report_reason_is_known" CHECK ("moderation_report"."reason" in ('insult','hate','spam','personal-data','off-topic','copyright','illegal','other'))
);
--> statement-breakpoint
CREATE TABLE "idea_draft" (
	"token" text NOT NULL,
	"call_id" integer NOT NULL,
	"kind" text NOT NULL,
	"language" text NOT NULL,
	"fields" jsonb NOT NULL,
	"files" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"sending" text NOT NULL,
	"saved_at" timestamptz NOT NULL,
	CONSTRAINT "idea_draft_is_one_of_a_browser" PRIMARY KEY("token","call_id","kind")
);
--> statement-breakpoint
CREATE TABLE "idea_import" (
	"id" serial PRIMARY KEY NOT NULL,
	"call_id" integer NOT NULL,
	"file_name" text NOT NULL,
	"language" text NOT NULL,
	"state" text DEFAULT 'preview' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamptz NOT NULL,
	CONSTRAINT "idea_import_state_is_known" CHECK ("idea_import"."state" in ('preview','done','undone'))
);
--> statement-breakpoint
CREATE TABLE "idea_import_row" (
	"import_id" integer NOT NULL,
	"row" integer NOT NULL,
	"fields" jsonb NOT NULL,
	"idea_id" integer,
	"stays" boolean DEFAULT false NOT NULL,
	CONSTRAINT "idea_import_row_stands_once" PRIMARY KEY("import_id","row")
);
--> statement-breakpoint
CREATE TABLE "idea_stem" (
	"stem" text PRIMARY KEY NOT NULL,
	"ideas" integer NOT NULL,
	"neighbours" text[] NOT NULL
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
ALTER TABLE "mail" DROP CONSTRAINT "mail_sent_has_no_body";--> statement-breakpoint
DROP INDEX "idea_by_theme";--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "calendar" text;--> statement-breakpoint
ALTER TABLE "idea" ADD COLUMN "facets" text[] GENERATED ALWAYS AS (array_remove(array['p:' || plan_id, 'k:' || kind, 's:' || answer_state, 't:' || theme_id::text, 'a:' || coalesce(answerer_id, '-')], null) || values || challenges) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "theme" ADD COLUMN "commitment_id" integer;--> statement-breakpoint
ALTER TABLE "phase" ADD COLUMN "skipped_on" date;--> statement-breakpoint
ALTER TABLE "phase" ADD COLUMN "skipped_reason" jsonb;--> statement-breakpoint
ALTER TABLE "plan" ADD COLUMN "unanswered_reason" jsonb;--> statement-breakpoint
ALTER TABLE "plan" ADD COLUMN "unanswered_ideas" integer;--> statement-breakpoint
ALTER TABLE "link_use" ADD CONSTRAINT "link_use_link_id_link_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."link"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_wish" ADD CONSTRAINT "letter_wish_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
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
ALTER TABLE "supporters_to_tell" ADD CONSTRAINT "supporters_to_tell_idea_id_idea_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."idea"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waiting_count" ADD CONSTRAINT "waiting_count_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_correction" ADD CONSTRAINT "call_correction_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_revision" ADD CONSTRAINT "idea_revision_entry_id_moderation_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."moderation_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_appeal" ADD CONSTRAINT "moderation_appeal_entry_id_moderation_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."moderation_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_case" ADD CONSTRAINT "moderation_case_idea_id_idea_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."idea"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_case" ADD CONSTRAINT "moderation_case_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_entry" ADD CONSTRAINT "moderation_entry_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_entry" ADD CONSTRAINT "moderation_entry_idea_id_idea_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."idea"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_entry" ADD CONSTRAINT "moderation_entry_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_entry" ADD CONSTRAINT "moderation_entry_actor_id_person_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_report" ADD CONSTRAINT "moderation_report_case_id_moderation_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."moderation_case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_draft" ADD CONSTRAINT "idea_draft_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_import" ADD CONSTRAINT "idea_import_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_import_row" ADD CONSTRAINT "idea_import_row_import_id_idea_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."idea_import"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_import_row" ADD CONSTRAINT "idea_import_row_idea_id_idea_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."idea"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_merge" ADD CONSTRAINT "idea_merge_idea_id_idea_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."idea"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_merge" ADD CONSTRAINT "idea_merge_into_id_idea_id_fk" FOREIGN KEY ("into_id") REFERENCES "public"."idea"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey" ADD CONSTRAINT "survey_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey" ADD CONSTRAINT "survey_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_answer" ADD CONSTRAINT "survey_answer_survey_id_survey_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."survey"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_draft" ADD CONSTRAINT "survey_draft_survey_id_survey_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."survey"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_link" ADD CONSTRAINT "survey_link_survey_id_survey_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."survey"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_participation" ADD CONSTRAINT "survey_participation_survey_id_survey_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."survey"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_text" ADD CONSTRAINT "survey_text_survey_id_survey_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."survey"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_text" ADD CONSTRAINT "survey_text_answer_id_survey_answer_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."survey_answer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "link_due" ON "link" USING btree ("next_check_at");--> statement-breakpoint
CREATE INDEX "link_dead" ON "link" USING btree ("dead_since","id") WHERE "link"."dead_since" is not null;--> statement-breakpoint
CREATE INDEX "link_unclear" ON "link" USING btree ("id") WHERE "link"."state" = 'unclear';--> statement-breakpoint
CREATE INDEX "link_use_by_link" ON "link_use" USING btree ("link_id","place");--> statement-breakpoint
CREATE INDEX "held_letter_by_person" ON "held_letter" USING btree ("person_id","id");--> statement-breakpoint
CREATE INDEX "held_letter_by_day" ON "held_letter" USING btree ("due_on","person_id");--> statement-breakpoint
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
CREATE INDEX "answer_by_commitment" ON "answer" USING btree ("commitment_id","idea_id") WHERE "answer"."commitment_id" is not null;--> statement-breakpoint
CREATE INDEX "answer_by_theme" ON "answer" USING btree ("theme_id","idea_id") WHERE "answer"."theme_id" is not null;--> statement-breakpoint
CREATE INDEX "answer_by_record" ON "answer" USING btree ("record_seq");--> statement-breakpoint
CREATE INDEX "answer_batch_by_plan" ON "answer_batch" USING btree ("plan_id","saved_at") WHERE "answer_batch"."published_on" is null;--> statement-breakpoint
CREATE INDEX "answer_batch_scheduled" ON "answer_batch" USING btree ("scheduled_for") WHERE "answer_batch"."scheduled_for" is not null;--> statement-breakpoint
CREATE INDEX "answer_batch_idea_by_idea" ON "answer_batch_idea" USING btree ("idea_id");--> statement-breakpoint
CREATE INDEX "supporters_to_tell_by_idea" ON "supporters_to_tell" USING btree ("idea_id");--> statement-breakpoint
CREATE INDEX "call_correction_by_call" ON "call_correction" USING btree ("call_id","id");--> statement-breakpoint
CREATE INDEX "call_correction_by_record" ON "call_correction" USING btree ("record_seq");--> statement-breakpoint
CREATE INDEX "moderation_appeal_open" ON "moderation_appeal" USING btree ("sent_at","id") WHERE "moderation_appeal"."outcome" is null;--> statement-breakpoint
CREATE INDEX "moderation_appeal_by_record" ON "moderation_appeal" USING btree ("record_seq");--> statement-breakpoint
CREATE INDEX "moderation_case_of_idea" ON "moderation_case" USING btree ("idea_id","comment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "moderation_case_open_of_idea" ON "moderation_case" USING btree ("idea_id") WHERE "moderation_case"."comment_id" is null and "moderation_case"."closed_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "moderation_case_open_of_comment" ON "moderation_case" USING btree ("comment_id") WHERE "moderation_case"."comment_id" is not null and "moderation_case"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "moderation_case_open" ON "moderation_case" USING btree ("opened_at","id") WHERE "moderation_case"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "moderation_entry_of_idea" ON "moderation_entry" USING btree ("idea_id","comment_id","id");--> statement-breakpoint
CREATE INDEX "moderation_entry_by_plan" ON "moderation_entry" USING btree ("plan_id","id");--> statement-breakpoint
CREATE INDEX "moderation_entry_by_record" ON "moderation_entry" USING btree ("record_seq");--> statement-breakpoint
CREATE INDEX "moderation_report_by_case" ON "moderation_report" USING btree ("case_id","id");--> statement-breakpoint
CREATE INDEX "idea_draft_by_time" ON "idea_draft" USING btree ("saved_at");--> statement-breakpoint
CREATE INDEX "idea_draft_by_sending" ON "idea_draft" USING btree ("sending");--> statement-breakpoint
CREATE INDEX "idea_import_by_call" ON "idea_import" USING btree ("call_id","id");--> statement-breakpoint
CREATE INDEX "idea_import_to_forget" ON "idea_import" USING btree ("created_at") WHERE "idea_import"."state" = 'preview';--> statement-breakpoint
CREATE INDEX "idea_import_row_by_idea" ON "idea_import_row" USING btree ("idea_id") WHERE "idea_import_row"."idea_id" is not null;--> statement-breakpoint
CREATE INDEX "idea_stem_by_neighbours" ON "idea_stem" USING gin ("neighbours");--> statement-breakpoint
CREATE UNIQUE INDEX "idea_merge_holds_once" ON "idea_merge" USING btree ("idea_id") WHERE "idea_merge"."undone_on" is null;--> statement-breakpoint
CREATE INDEX "idea_merge_by_target" ON "idea_merge" USING btree ("into_id");--> statement-breakpoint
CREATE INDEX "idea_merge_objected" ON "idea_merge" USING btree ("objected_on") WHERE "idea_merge"."objected_on" is not null and "idea_merge"."undone_on" is null;--> statement-breakpoint
CREATE INDEX "idea_merge_by_record" ON "idea_merge" USING btree ("record_seq");--> statement-breakpoint
CREATE INDEX "survey_by_plan" ON "survey" USING btree ("plan_id","published_on","id");--> statement-breakpoint
CREATE INDEX "survey_by_call" ON "survey" USING btree ("call_id") WHERE "survey"."call_id" is not null;--> statement-breakpoint
CREATE INDEX "survey_by_record" ON "survey" USING btree ("record_seq");--> statement-breakpoint
CREATE INDEX "survey_to_sever" ON "survey" USING btree ("id") WHERE "survey"."severed_at" is null and "survey"."published_on" is not null;--> statement-breakpoint
CREATE INDEX "survey_answer_by_survey" ON "survey_answer" USING btree ("survey_id","id");--> statement-breakpoint
CREATE INDEX "survey_draft_by_time" ON "survey_draft" USING btree ("saved_at");--> statement-breakpoint
CREATE INDEX "survey_text_by_question" ON "survey_text" USING btree ("survey_id","question","visibility","id");--> statement-breakpoint
CREATE INDEX "survey_text_by_answer" ON "survey_text" USING btree ("answer_id");--> statement-breakpoint
CREATE INDEX "survey_text_by_record" ON "survey_text" USING btree ("record_seq");--> statement-breakpoint
ALTER TABLE "theme" ADD CONSTRAINT "theme_commitment_id_commitment_id_fk" FOREIGN KEY ("commitment_id") REFERENCES "public"."commitment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "idea_by_facets" ON "idea" USING gin ("facets") WHERE "idea"."visibility" = 'published';--> statement-breakpoint
CREATE INDEX "idea_by_answerer" ON "idea" USING btree ("plan_id","answerer_id") WHERE "idea"."answerer_id" is not null;--> statement-breakpoint
CREATE INDEX "idea_not_seen" ON "idea" USING btree ("plan_id","visibility") WHERE "idea"."visibility" <> 'published';--> statement-breakpoint
CREATE INDEX "theme_by_commitment" ON "theme" USING btree ("commitment_id") WHERE "theme"."commitment_id" is not null;--> statement-breakpoint
CREATE INDEX "idea_by_theme" ON "idea" USING btree ("theme_id","answer_state","supports") WHERE "idea"."theme_id" is not null;--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_sent_has_no_body" CHECK ("mail"."state" not in ('sent','returned') or coalesce("mail"."body", "mail"."html", "mail"."circular_id", "mail"."calendar") is null);--> statement-breakpoint
ALTER TABLE "phase" ADD CONSTRAINT "phase_skipped_has_a_reason" CHECK (("phase"."skipped_on" is null) = ("phase"."skipped_reason" is null));