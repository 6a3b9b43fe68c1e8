CREATE TABLE "form_receipt" (
	"form_id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"location" text NOT NULL,
	"created_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "instance" (
	"id" integer PRIMARY KEY NOT NULL,
	"demonstration" boolean DEFAULT false NOT NULL,
	"plan_day" date,
	"secret" text NOT NULL,
	CONSTRAINT "instance_is_one_row" CHECK ("instance"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "kept_form" (
	"id" text PRIMARY KEY NOT NULL,
	"path" text NOT NULL,
	"fields" jsonb NOT NULL,
	"created_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail" (
	"id" text PRIMARY KEY NOT NULL,
	"recipient" text NOT NULL,
	"language" text NOT NULL,
	"subject" text NOT NULL,
	"body" text,
	"state" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"problem" text,
	"created_at" timestamptz NOT NULL,
	"sent_at" timestamptz,
	CONSTRAINT "mail_state_is_known" CHECK ("mail"."state" in ('waiting','sent','shown','failed'))
);
--> statement-breakpoint
CREATE TABLE "record_entry" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"object" text NOT NULL,
	"act" text NOT NULL,
	"entry" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "record_head" (
	"id" integer PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "account" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamptz,
	"refresh_token_expires_at" timestamptz,
	"scope" text,
	"password" text,
	"created_at" timestamptz NOT NULL,
	"updated_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" text PRIMARY KEY NOT NULL,
	"sector" text NOT NULL,
	"note" jsonb,
	"record_seq" bigint NOT NULL,
	CONSTRAINT "organisation_sector_is_known" CHECK ("organisation"."sector" in ('government','parliament','municipality','civil-society','social-partner','business','academia')),
	CONSTRAINT "organisation_id_is_readable" CHECK ("organisation"."id" ~ '^[a-z0-9][a-z0-9-]{0,63}$')
);
--> statement-breakpoint
CREATE TABLE "organisation_name" (
	"id" serial PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"name" jsonb NOT NULL,
	"valid_from" date,
	"valid_to" date,
	CONSTRAINT "organisation_name_ends_after_it_starts" CHECK ("organisation_name"."valid_from" is null or "organisation_name"."valid_to" is null or "organisation_name"."valid_to" >= "organisation_name"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"created_at" timestamptz NOT NULL,
	"updated_at" timestamptz NOT NULL,
	"record_salt" text DEFAULT replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '') NOT NULL,
	"demonstration" boolean DEFAULT false NOT NULL,
	"removed_at" timestamptz,
	CONSTRAINT "person_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "role_assignment" (
	"id" serial PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"role" text NOT NULL,
	"organisation_id" text,
	"given_at" timestamptz NOT NULL,
	"ended_at" timestamptz,
	CONSTRAINT "role_assignment_role_is_known" CHECK ("role_assignment"."role" in ('representative','officer','forum-member','moderator','secretariat','administrator')),
	CONSTRAINT "role_assignment_acts_for_someone" CHECK ("role_assignment"."role" not in ('representative','officer') or "role_assignment"."organisation_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"expires_at" timestamptz NOT NULL,
	"token" text NOT NULL,
	"created_at" timestamptz NOT NULL,
	"updated_at" timestamptz NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"user_id" text NOT NULL,
	CONSTRAINT "session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamptz NOT NULL,
	"created_at" timestamptz NOT NULL,
	"updated_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "assessment" (
	"id" serial PRIMARY KEY NOT NULL,
	"commitment_id" integer NOT NULL,
	"organisation_id" text NOT NULL,
	"period_id" integer NOT NULL,
	"voice" text NOT NULL,
	"draft" jsonb,
	"draft_version" integer DEFAULT 0 NOT NULL,
	"draft_saved_at" timestamptz,
	"demonstration" boolean DEFAULT false NOT NULL,
	CONSTRAINT "assessment_is_one_per_commitment_organisation_and_period" UNIQUE("commitment_id","organisation_id","period_id"),
	CONSTRAINT "assessment_voice_is_known" CHECK ("assessment"."voice" in ('self','partner'))
);
--> statement-breakpoint
CREATE TABLE "assessment_version" (
	"id" serial PRIMARY KEY NOT NULL,
	"assessment_id" integer NOT NULL,
	"number" integer NOT NULL,
	"state" text,
	"verdict" text,
	"text" text NOT NULL,
	"lessons" text,
	"language" text NOT NULL,
	"signers" text[] DEFAULT '{}' NOT NULL,
	"milestones" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"published_on" date NOT NULL,
	"record_seq" bigint NOT NULL,
	CONSTRAINT "assessment_version_number_is_used_once" UNIQUE("assessment_id","number"),
	CONSTRAINT "assessment_speaks_in_one_voice" CHECK (("assessment_version"."state" is null) <> ("assessment_version"."verdict" is null)),
	CONSTRAINT "assessment_state_is_known" CHECK ("assessment_version"."state" is null or "assessment_version"."state" in ('not-started','limited','substantial','complete','withdrawn')),
	CONSTRAINT "assessment_verdict_is_known" CHECK ("assessment_version"."verdict" is null or "assessment_version"."verdict" in ('agree','disagree','cannot-judge'))
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"id" serial PRIMARY KEY NOT NULL,
	"update_id" integer NOT NULL,
	"title" text NOT NULL,
	"url" text,
	"file_hash" text,
	"file_name" text,
	"media_type" text,
	"bytes" integer,
	"dated" "partial_date",
	"added_on" date NOT NULL,
	"removed" boolean DEFAULT false NOT NULL,
	"demonstration" boolean DEFAULT false NOT NULL,
	CONSTRAINT "evidence_is_a_file_or_a_link" CHECK (("evidence"."url" is null) <> ("evidence"."file_hash" is null))
);
--> statement-breakpoint
CREATE TABLE "reminder" (
	"id" serial PRIMARY KEY NOT NULL,
	"period_id" integer NOT NULL,
	"organisation_id" text NOT NULL,
	"sent_on" date NOT NULL,
	"record_seq" bigint NOT NULL,
	"note" jsonb
);
--> statement-breakpoint
CREATE TABLE "source_state" (
	"id" serial PRIMARY KEY NOT NULL,
	"milestone_id" integer NOT NULL,
	"state" text NOT NULL,
	"known_from" date NOT NULL,
	"certainty" text NOT NULL,
	"sources" text[] DEFAULT '{}' NOT NULL,
	"record_seq" bigint NOT NULL,
	CONSTRAINT "source_state_is_known" CHECK ("source_state"."state" in ('not-started','limited','substantial','complete','withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "update" (
	"id" serial PRIMARY KEY NOT NULL,
	"milestone_id" integer NOT NULL,
	"organisation_id" text NOT NULL,
	"period_id" integer NOT NULL,
	"draft" jsonb,
	"draft_version" integer DEFAULT 0 NOT NULL,
	"draft_saved_at" timestamptz,
	"demonstration" boolean DEFAULT false NOT NULL,
	CONSTRAINT "update_is_one_per_milestone_institution_and_period" UNIQUE("milestone_id","organisation_id","period_id")
);
--> statement-breakpoint
CREATE TABLE "update_version" (
	"id" serial PRIMARY KEY NOT NULL,
	"update_id" integer NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"percentage" integer,
	"text" text NOT NULL,
	"language" text NOT NULL,
	"delay_reason" text,
	"next_steps" text,
	"actual_start" "partial_date",
	"actual_end" "partial_date",
	"evidence_ids" integer[] DEFAULT '{}' NOT NULL,
	"published_on" date NOT NULL,
	"record_seq" bigint NOT NULL,
	CONSTRAINT "update_version_number_is_used_once" UNIQUE("update_id","number"),
	CONSTRAINT "update_state_is_known" CHECK ("update_version"."state" in ('not-started','limited','substantial','complete','withdrawn')),
	CONSTRAINT "update_substantial_and_complete_need_evidence" CHECK ("update_version"."state" not in ('substantial','complete') or cardinality("update_version"."evidence_ids") >= 1),
	CONSTRAINT "update_withdrawn_needs_a_reason" CHECK ("update_version"."state" <> 'withdrawn' or length(trim("update_version"."delay_reason")) >= 10),
	CONSTRAINT "update_percentage_is_between_0_and_100" CHECK ("update_version"."percentage" is null or "update_version"."percentage" between 0 and 100),
	CONSTRAINT "update_ends_after_it_starts" CHECK ("update_version"."actual_start" is null or "update_version"."actual_end" is null or last_day("update_version"."actual_end") >= first_day("update_version"."actual_start"))
);
--> statement-breakpoint
CREATE TABLE "change" (
	"id" serial PRIMARY KEY NOT NULL,
	"commitment_id" integer NOT NULL,
	"milestone_id" integer,
	"kind" text NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"reason" text,
	"changed_on" date NOT NULL,
	"record_seq" bigint NOT NULL,
	CONSTRAINT "change_of_a_date_has_a_reason" CHECK ("change"."kind" <> 'amendment' or length(trim("change"."reason")) >= 10)
);
--> statement-breakpoint
CREATE TABLE "commitment" (
	"id" serial PRIMARY KEY NOT NULL,
	"plan_id" text NOT NULL,
	"number" integer NOT NULL,
	"title" jsonb NOT NULL,
	"official_title" jsonb,
	"problem" jsonb,
	"promise" jsonb,
	"solution" jsonb,
	"values" text[] DEFAULT '{}' NOT NULL,
	"challenges" text[] DEFAULT '{}' NOT NULL,
	"sdgs" text[] DEFAULT '{}' NOT NULL,
	"period_start" "partial_date",
	"period_end" "partial_date",
	"money_euro" numeric(14, 2),
	"money_source" jsonb,
	"money_secured" boolean,
	"ogp_id" text,
	"certainty" text NOT NULL,
	"certainty_of" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"sources" text[] DEFAULT '{}' NOT NULL,
	"known_from" date,
	"version" integer DEFAULT 1 NOT NULL,
	"record_seq" bigint NOT NULL,
	CONSTRAINT "commitment_number_is_used_once" UNIQUE("plan_id","number"),
	CONSTRAINT "commitment_number_is_positive" CHECK ("commitment"."number" between 1 and 999),
	CONSTRAINT "commitment_ends_after_it_starts" CHECK ("commitment"."period_start" is null or "commitment"."period_end" is null or last_day("commitment"."period_end") >= first_day("commitment"."period_start")),
	CONSTRAINT "commitment_money_is_not_negative" CHECK ("commitment"."money_euro" is null or "commitment"."money_euro" >= 0)
);
--> statement-breakpoint
CREATE TABLE "commitment_fact" (
	"id" serial PRIMARY KEY NOT NULL,
	"commitment_id" integer NOT NULL,
	"kind" text NOT NULL,
	"text" jsonb NOT NULL,
	"happened_on" "partial_date",
	"known_from" date NOT NULL,
	"certainty" text NOT NULL,
	"sources" text[] DEFAULT '{}' NOT NULL,
	"record_seq" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "commitment_link" (
	"id" serial PRIMARY KEY NOT NULL,
	"commitment_id" integer NOT NULL,
	"kind" text NOT NULL,
	"title" jsonb NOT NULL,
	"url" text,
	"known_from" date
);
--> statement-breakpoint
CREATE TABLE "commitment_party" (
	"commitment_id" integer NOT NULL,
	"organisation_id" text NOT NULL,
	"part" text NOT NULL,
	"position" integer NOT NULL,
	"scope" jsonb,
	"certainty" text NOT NULL,
	CONSTRAINT "commitment_party_takes_part_once" PRIMARY KEY("commitment_id","organisation_id"),
	CONSTRAINT "commitment_party_part_is_known" CHECK ("commitment_party"."part" in ('lead','supporting','partner'))
);
--> statement-breakpoint
CREATE TABLE "commitment_relation" (
	"commitment_id" integer NOT NULL,
	"related_id" integer NOT NULL,
	CONSTRAINT "commitment_relation_is_kept_once" PRIMARY KEY("commitment_id","related_id"),
	CONSTRAINT "commitment_relation_is_ordered" CHECK ("commitment_relation"."commitment_id" < "commitment_relation"."related_id")
);
--> statement-breakpoint
CREATE TABLE "deadline" (
	"id" serial PRIMARY KEY NOT NULL,
	"plan_id" text NOT NULL,
	"kind" text NOT NULL,
	"duty" text NOT NULL,
	"period_id" integer,
	"title" jsonb NOT NULL,
	"due" "partial_date",
	"basis" jsonb NOT NULL,
	"basis_url" text,
	"known_from" date,
	"certainty" text NOT NULL,
	"record_seq" bigint NOT NULL,
	CONSTRAINT "deadline_kind_is_known" CHECK ("deadline"."kind" in ('legal','working')),
	CONSTRAINT "deadline_duty_is_known" CHECK ("deadline"."duty" in ('contribution','report','other'))
);
--> statement-breakpoint
CREATE TABLE "finding" (
	"id" serial PRIMARY KEY NOT NULL,
	"commitment_id" integer NOT NULL,
	"report" jsonb NOT NULL,
	"report_url" text,
	"completion" text,
	"potential_impact" text,
	"ambition" text,
	"did_it_open" text,
	"relevant" boolean,
	"verifiable" boolean,
	"note" jsonb,
	"known_from" date NOT NULL,
	"certainty" text NOT NULL,
	"record_seq" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "milestone" (
	"id" serial PRIMARY KEY NOT NULL,
	"commitment_id" integer NOT NULL,
	"number" integer NOT NULL,
	"title" jsonb NOT NULL,
	"planned_start" "partial_date",
	"planned_end" "partial_date",
	"planned_note" jsonb,
	"certainty" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"record_seq" bigint NOT NULL,
	CONSTRAINT "milestone_number_is_used_once" UNIQUE("commitment_id","number"),
	CONSTRAINT "milestone_number_is_positive" CHECK ("milestone"."number" between 1 and 999),
	CONSTRAINT "milestone_is_planned_to_end_after_it_starts" CHECK ("milestone"."planned_start" is null or "milestone"."planned_end" is null or last_day("milestone"."planned_end") >= first_day("milestone"."planned_start"))
);
--> statement-breakpoint
CREATE TABLE "phase" (
	"id" serial PRIMARY KEY NOT NULL,
	"plan_id" text NOT NULL,
	"position" integer NOT NULL,
	"title" jsonb NOT NULL,
	"label" jsonb,
	"planned_start" "partial_date",
	"planned_end" "partial_date",
	"planned_note" jsonb,
	"hours" text,
	"actual_start" "partial_date",
	"actual_end" "partial_date",
	"actual_known_from" date,
	"known_from" date,
	"basis" jsonb,
	"certainty" text NOT NULL,
	"record_seq" bigint NOT NULL,
	CONSTRAINT "phase_position_is_used_once" UNIQUE("plan_id","position"),
	CONSTRAINT "phase_is_planned_to_end_after_it_starts" CHECK ("phase"."planned_start" is null or "phase"."planned_end" is null or last_day("phase"."planned_end") >= first_day("phase"."planned_start")),
	CONSTRAINT "phase_ends_after_it_starts" CHECK ("phase"."actual_start" is null or "phase"."actual_end" is null or last_day("phase"."actual_end") >= first_day("phase"."actual_start"))
);
--> statement-breakpoint
CREATE TABLE "plan" (
	"id" text PRIMARY KEY NOT NULL,
	"source_id" text,
	"ordinal" integer NOT NULL,
	"title" jsonb NOT NULL,
	"short_title" jsonb NOT NULL,
	"period_start" "partial_date" NOT NULL,
	"period_end" "partial_date" NOT NULL,
	"period_note" jsonb,
	"oversight" jsonb,
	"approval_act" jsonb,
	"approval_url" text,
	"approved_on" date,
	"commitments_expected" jsonb,
	"sources" text[] DEFAULT '{}' NOT NULL,
	"certainty" text NOT NULL,
	"record_seq" bigint NOT NULL,
	CONSTRAINT "plan_ordinal_is_used_once" UNIQUE("ordinal"),
	CONSTRAINT "plan_ends_after_it_starts" CHECK (last_day("plan"."period_end") >= first_day("plan"."period_start")),
	CONSTRAINT "plan_id_is_readable" CHECK ("plan"."id" ~ '^[a-z0-9][a-z0-9-]{0,63}$')
);
--> statement-breakpoint
CREATE TABLE "plan_document" (
	"id" serial PRIMARY KEY NOT NULL,
	"plan_id" text NOT NULL,
	"kind" text NOT NULL,
	"title" jsonb NOT NULL,
	"url" text,
	"dated" "partial_date",
	"known_from" date,
	"certainty" text NOT NULL,
	"record_seq" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reporting_period" (
	"id" serial PRIMARY KEY NOT NULL,
	"plan_id" text NOT NULL,
	"position" integer NOT NULL,
	"starts_on" date NOT NULL,
	"reference_day" date NOT NULL,
	"record_seq" bigint NOT NULL,
	CONSTRAINT "reporting_period_position_is_used_once" UNIQUE("plan_id","position"),
	CONSTRAINT "reporting_period_ends_after_it_starts" CHECK ("reporting_period"."reference_day" >= "reporting_period"."starts_on")
);
--> statement-breakpoint
CREATE TABLE "report_section" (
	"id" serial PRIMARY KEY NOT NULL,
	"plan_id" text NOT NULL,
	"kind" text NOT NULL,
	"body" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"record_seq" bigint NOT NULL,
	CONSTRAINT "report_section_is_written_once" UNIQUE("plan_id","kind"),
	CONSTRAINT "report_section_kind_is_known" CHECK ("report_section"."kind" in ('introduction','process','lessons'))
);
--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_person_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_name" ADD CONSTRAINT "organisation_name_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_person_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_commitment_id_commitment_id_fk" FOREIGN KEY ("commitment_id") REFERENCES "public"."commitment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_period_id_reporting_period_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."reporting_period"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_version" ADD CONSTRAINT "assessment_version_assessment_id_assessment_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_update_id_update_id_fk" FOREIGN KEY ("update_id") REFERENCES "public"."update"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_period_id_reporting_period_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."reporting_period"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_state" ADD CONSTRAINT "source_state_milestone_id_milestone_id_fk" FOREIGN KEY ("milestone_id") REFERENCES "public"."milestone"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "update" ADD CONSTRAINT "update_milestone_id_milestone_id_fk" FOREIGN KEY ("milestone_id") REFERENCES "public"."milestone"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "update" ADD CONSTRAINT "update_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "update" ADD CONSTRAINT "update_period_id_reporting_period_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."reporting_period"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "update_version" ADD CONSTRAINT "update_version_update_id_update_id_fk" FOREIGN KEY ("update_id") REFERENCES "public"."update"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change" ADD CONSTRAINT "change_commitment_id_commitment_id_fk" FOREIGN KEY ("commitment_id") REFERENCES "public"."commitment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change" ADD CONSTRAINT "change_milestone_id_milestone_id_fk" FOREIGN KEY ("milestone_id") REFERENCES "public"."milestone"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment_fact" ADD CONSTRAINT "commitment_fact_commitment_id_commitment_id_fk" FOREIGN KEY ("commitment_id") REFERENCES "public"."commitment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment_link" ADD CONSTRAINT "commitment_link_commitment_id_commitment_id_fk" FOREIGN KEY ("commitment_id") REFERENCES "public"."commitment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment_party" ADD CONSTRAINT "commitment_party_commitment_id_commitment_id_fk" FOREIGN KEY ("commitment_id") REFERENCES "public"."commitment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment_party" ADD CONSTRAINT "commitment_party_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment_relation" ADD CONSTRAINT "commitment_relation_commitment_id_commitment_id_fk" FOREIGN KEY ("commitment_id") REFERENCES "public"."commitment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment_relation" ADD CONSTRAINT "commitment_relation_related_id_commitment_id_fk" FOREIGN KEY ("related_id") REFERENCES "public"."commitment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_period_id_reporting_period_id_fk" FOREIGN KEY ("period_id") REFERENCES "public"."reporting_period"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding" ADD CONSTRAINT "finding_commitment_id_commitment_id_fk" FOREIGN KEY ("commitment_id") REFERENCES "public"."commitment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_commitment_id_commitment_id_fk" FOREIGN KEY ("commitment_id") REFERENCES "public"."commitment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phase" ADD CONSTRAINT "phase_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_document" ADD CONSTRAINT "plan_document_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reporting_period" ADD CONSTRAINT "reporting_period_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_section" ADD CONSTRAINT "report_section_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "form_receipt_by_time" ON "form_receipt" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "kept_form_by_time" ON "kept_form" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "mail_by_time" ON "mail" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "record_entry_by_object" ON "record_entry" USING btree ("object","seq");--> statement-breakpoint
CREATE INDEX "account_by_person" ON "account" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "organisation_name_by_organisation" ON "organisation_name" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "role_assignment_is_held_once" ON "role_assignment" USING btree ("person_id","role",coalesce("organisation_id", '')) WHERE "role_assignment"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "role_assignment_by_organisation" ON "role_assignment" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "session_by_person" ON "session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "verification_by_identifier" ON "verification" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "assessment_by_organisation" ON "assessment" USING btree ("organisation_id","period_id");--> statement-breakpoint
CREATE INDEX "assessment_by_period" ON "assessment" USING btree ("period_id");--> statement-breakpoint
CREATE INDEX "evidence_by_update" ON "evidence" USING btree ("update_id");--> statement-breakpoint
CREATE INDEX "reminder_by_period" ON "reminder" USING btree ("period_id","organisation_id");--> statement-breakpoint
CREATE INDEX "source_state_by_milestone" ON "source_state" USING btree ("milestone_id","known_from");--> statement-breakpoint
CREATE INDEX "update_by_organisation" ON "update" USING btree ("organisation_id","period_id");--> statement-breakpoint
CREATE INDEX "update_by_period" ON "update" USING btree ("period_id");--> statement-breakpoint
CREATE INDEX "change_by_commitment" ON "change" USING btree ("commitment_id","id");--> statement-breakpoint
CREATE INDEX "commitment_fact_by_commitment" ON "commitment_fact" USING btree ("commitment_id","known_from");--> statement-breakpoint
CREATE INDEX "commitment_link_by_commitment" ON "commitment_link" USING btree ("commitment_id");--> statement-breakpoint
CREATE INDEX "commitment_party_by_organisation" ON "commitment_party" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "commitment_relation_by_related" ON "commitment_relation" USING btree ("related_id");--> statement-breakpoint
CREATE INDEX "deadline_by_plan" ON "deadline" USING btree ("plan_id","due");--> statement-breakpoint
CREATE INDEX "finding_by_commitment" ON "finding" USING btree ("commitment_id","known_from");--> statement-breakpoint
CREATE INDEX "plan_document_by_plan" ON "plan_document" USING btree ("plan_id","known_from");