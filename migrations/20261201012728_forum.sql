CREATE TABLE "forum" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"demonstration" boolean DEFAULT false NOT NULL,
	"record_seq" bigint NOT NULL,
	CONSTRAINT "forum_id_is_readable" CHECK ("forum"."id" ~ '^[a-z0-9][a-z0-9-]{0,63}$')
);
--> statement-breakpoint
CREATE TABLE "forum_declaration" (
	"id" serial PRIMARY KEY NOT NULL,
	"term_id" integer NOT NULL,
	"text" jsonb NOT NULL,
	"by_member" boolean NOT NULL,
	"published_on" date NOT NULL,
	"record_seq" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "forum_proposal" (
	"id" serial PRIMARY KEY NOT NULL,
	"forum_id" text NOT NULL,
	"seat_id" integer,
	"person_id" text,
	"title" text NOT NULL,
	"reason" text NOT NULL,
	"language" text NOT NULL,
	"about" jsonb,
	"state" text DEFAULT 'waiting' NOT NULL,
	"answer" jsonb,
	"sent_on" date NOT NULL,
	"demonstration" boolean DEFAULT false NOT NULL,
	CONSTRAINT "forum_proposal_state_is_known" CHECK ("forum_proposal"."state" in ('waiting','accepted','refused')),
	CONSTRAINT "forum_proposal_is_refused_for_a_reason" CHECK ("forum_proposal"."state" <> 'refused' or "forum_proposal"."answer" is not null)
);
--> statement-breakpoint
CREATE TABLE "forum_rules" (
	"id" serial PRIMARY KEY NOT NULL,
	"forum_id" text NOT NULL,
	"number" integer NOT NULL,
	"name" jsonb NOT NULL,
	"purpose" jsonb NOT NULL,
	"rules" jsonb NOT NULL,
	"adopted_on" date NOT NULL,
	"adopted_by" jsonb NOT NULL,
	"published_on" date NOT NULL,
	"record_seq" bigint NOT NULL,
	CONSTRAINT "forum_rules_number_is_used_once" UNIQUE("forum_id","number")
);
--> statement-breakpoint
CREATE TABLE "forum_seat" (
	"id" serial PRIMARY KEY NOT NULL,
	"forum_id" text NOT NULL,
	"code" text NOT NULL,
	"sector" text NOT NULL,
	"opened_on" date NOT NULL,
	"closed_on" date,
	"record_seq" bigint NOT NULL,
	CONSTRAINT "forum_seat_code_is_used_once" UNIQUE("forum_id","code"),
	CONSTRAINT "forum_seat_sector_is_known" CHECK ("forum_seat"."sector" in ('government','parliament','municipality','civil-society','social-partner','business','academia'))
);
--> statement-breakpoint
CREATE TABLE "forum_term" (
	"id" serial PRIMARY KEY NOT NULL,
	"seat_id" integer NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"position" jsonb,
	"organisation_id" text,
	"office" text,
	"nth" integer NOT NULL,
	"chosen" jsonb,
	"person_id" text,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"end_reason" jsonb,
	"version" integer DEFAULT 1 NOT NULL,
	"published_on" date NOT NULL,
	"demonstration" boolean DEFAULT false NOT NULL,
	"record_seq" bigint NOT NULL,
	CONSTRAINT "forum_term_kind_is_known" CHECK ("forum_term"."kind" in ('member','substitute')),
	CONSTRAINT "forum_term_office_is_known" CHECK ("forum_term"."office" in ('chair','co-chair')),
	CONSTRAINT "forum_term_ends_after_it_starts" CHECK ("forum_term"."ends_on" is null or "forum_term"."ends_on" >= "forum_term"."starts_on")
);
--> statement-breakpoint
CREATE TABLE "forum_attendance" (
	"meeting_id" integer NOT NULL,
	"seat_id" integer NOT NULL,
	"term_id" integer NOT NULL,
	"from_item" integer NOT NULL,
	"until_item" integer,
	"record_seq" bigint NOT NULL,
	CONSTRAINT "forum_attendance_is_one" PRIMARY KEY("meeting_id","seat_id"),
	CONSTRAINT "forum_attendance_leaves_after_arriving" CHECK ("forum_attendance"."until_item" is null or "forum_attendance"."until_item" >= "forum_attendance"."from_item")
);
--> statement-breakpoint
CREATE TABLE "forum_decision" (
	"id" serial PRIMARY KEY NOT NULL,
	"forum_id" text NOT NULL,
	"item_id" integer NOT NULL,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"way" text NOT NULL,
	"consensus_failed" boolean DEFAULT false NOT NULL,
	"title" jsonb NOT NULL,
	"text" jsonb NOT NULL,
	"reasons" jsonb NOT NULL,
	"about" jsonb,
	"rules_number" integer NOT NULL,
	"tally" jsonb NOT NULL,
	"decided_on" date NOT NULL,
	"record_seq" bigint NOT NULL,
	CONSTRAINT "forum_decision_number_is_used_once" UNIQUE("forum_id","number"),
	CONSTRAINT "forum_item_is_decided_once" UNIQUE("item_id"),
	CONSTRAINT "forum_decision_state_is_known" CHECK ("forum_decision"."state" in ('adopted','fell')),
	CONSTRAINT "forum_decision_way_is_known" CHECK ("forum_decision"."way" in ('consensus','vote','consent'))
);
--> statement-breakpoint
CREATE TABLE "forum_item" (
	"id" serial PRIMARY KEY NOT NULL,
	"meeting_id" integer NOT NULL,
	"position" integer NOT NULL,
	"title" jsonb NOT NULL,
	"presenter" jsonb,
	"about" jsonb,
	"consent" boolean DEFAULT false NOT NULL,
	"proposal_id" integer,
	"record_seq" bigint NOT NULL,
	CONSTRAINT "forum_item_position_is_used_once" UNIQUE("meeting_id","position")
);
--> statement-breakpoint
CREATE TABLE "forum_meeting" (
	"id" serial PRIMARY KEY NOT NULL,
	"forum_id" text NOT NULL,
	"state" text DEFAULT 'announced' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"starts_on" date NOT NULL,
	"agenda_published_on" date,
	"chair_seat_id" integer,
	"closed_on" date,
	"minutes_published_on" date,
	"approved_on" date,
	"approved_at" integer,
	"minutes_draft" jsonb,
	"published_on" date NOT NULL,
	"demonstration" boolean DEFAULT false NOT NULL,
	"record_seq" bigint NOT NULL,
	CONSTRAINT "forum_meeting_state_is_known" CHECK ("forum_meeting"."state" in ('announced','open','closed','cancelled')),
	CONSTRAINT "forum_meeting_closed_has_a_day" CHECK (("forum_meeting"."state" = 'closed') = ("forum_meeting"."closed_on" is not null)),
	CONSTRAINT "forum_meeting_is_approved_by_minutes" CHECK ("forum_meeting"."approved_on" is null or "forum_meeting"."minutes_published_on" is not null)
);
--> statement-breakpoint
CREATE TABLE "forum_meeting_version" (
	"id" serial PRIMARY KEY NOT NULL,
	"meeting_id" integer NOT NULL,
	"number" integer NOT NULL,
	"starts_on" date NOT NULL,
	"hours" text NOT NULL,
	"place" jsonb NOT NULL,
	"stream_url" text,
	"note" jsonb,
	"cancelled" boolean DEFAULT false NOT NULL,
	"reason" jsonb,
	"published_on" date NOT NULL,
	"record_seq" bigint NOT NULL,
	CONSTRAINT "forum_meeting_version_number_is_used_once" UNIQUE("meeting_id","number"),
	CONSTRAINT "forum_meeting_change_has_a_reason" CHECK ("forum_meeting_version"."number" = 1 or "forum_meeting_version"."reason" is not null)
);
--> statement-breakpoint
CREATE TABLE "forum_minutes" (
	"id" serial PRIMARY KEY NOT NULL,
	"meeting_id" integer NOT NULL,
	"number" integer NOT NULL,
	"summary" jsonb NOT NULL,
	"notes" jsonb NOT NULL,
	"reason" jsonb,
	"published_on" date NOT NULL,
	"record_seq" bigint NOT NULL,
	CONSTRAINT "forum_minutes_number_is_used_once" UNIQUE("meeting_id","number"),
	CONSTRAINT "forum_minutes_correction_has_a_reason" CHECK ("forum_minutes"."number" = 1 or "forum_minutes"."reason" is not null)
);
--> statement-breakpoint
CREATE TABLE "forum_opinion" (
	"id" serial PRIMARY KEY NOT NULL,
	"decision_id" integer,
	"meeting_id" integer,
	"term_id" integer NOT NULL,
	"text" jsonb NOT NULL,
	"published_on" date NOT NULL,
	"answer" jsonb,
	"answered_on" date,
	"record_seq" bigint NOT NULL,
	CONSTRAINT "forum_opinion_is_on_one_thing" CHECK (num_nonnulls("forum_opinion"."decision_id", "forum_opinion"."meeting_id") = 1),
	CONSTRAINT "forum_opinion_answer_has_a_day" CHECK (("forum_opinion"."answer" is null) = ("forum_opinion"."answered_on" is null))
);
--> statement-breakpoint
CREATE TABLE "forum_paper" (
	"id" serial PRIMARY KEY NOT NULL,
	"meeting_id" integer NOT NULL,
	"item_id" integer,
	"title" jsonb NOT NULL,
	"file_hash" text,
	"file_name" text,
	"media_type" text,
	"bytes" integer,
	"url" text,
	"published_on" date NOT NULL,
	"record_seq" bigint NOT NULL,
	CONSTRAINT "forum_paper_is_a_file_or_an_address" CHECK (num_nonnulls("forum_paper"."file_hash", "forum_paper"."url") = 1)
);
--> statement-breakpoint
CREATE TABLE "forum_task" (
	"id" serial PRIMARY KEY NOT NULL,
	"decision_id" integer NOT NULL,
	"title" jsonb NOT NULL,
	"doer" jsonb NOT NULL,
	"due_on" date NOT NULL,
	"state" text DEFAULT 'not-started' NOT NULL,
	"note" jsonb,
	"version" integer DEFAULT 1 NOT NULL,
	"changed_on" date NOT NULL,
	"record_seq" bigint NOT NULL,
	CONSTRAINT "forum_task_state_is_known" CHECK ("forum_task"."state" in ('not-started','in-progress','done','dropped')),
	CONSTRAINT "forum_task_dropped_has_a_reason" CHECK ("forum_task"."state" <> 'dropped' or "forum_task"."note" is not null)
);
--> statement-breakpoint
CREATE TABLE "forum_vote" (
	"decision_id" integer NOT NULL,
	"seat_id" integer NOT NULL,
	"term_id" integer,
	"vote" text NOT NULL,
	"chairs" boolean DEFAULT false NOT NULL,
	"reason" jsonb,
	"record_seq" bigint NOT NULL,
	CONSTRAINT "forum_vote_is_one" PRIMARY KEY("decision_id","seat_id"),
	CONSTRAINT "forum_vote_is_known" CHECK ("forum_vote"."vote" in ('for','against','abstain','not-voting','recused','absent','vacant')),
	CONSTRAINT "forum_vote_recused_has_a_reason" CHECK ("forum_vote"."vote" <> 'recused' or "forum_vote"."reason" is not null),
	CONSTRAINT "forum_vote_has_someone" CHECK (("forum_vote"."vote" in ('absent','vacant')) or "forum_vote"."term_id" is not null)
);
--> statement-breakpoint
ALTER TABLE "forum_declaration" ADD CONSTRAINT "forum_declaration_term_id_forum_term_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."forum_term"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum_proposal" ADD CONSTRAINT "forum_proposal_forum_id_forum_id_fk" FOREIGN KEY ("forum_id") REFERENCES "public"."forum"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum_proposal" ADD CONSTRAINT "forum_proposal_seat_id_forum_seat_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."forum_seat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum_proposal" ADD CONSTRAINT "forum_proposal_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum_rules" ADD CONSTRAINT "forum_rules_forum_id_forum_id_fk" FOREIGN KEY ("forum_id") REFERENCES "public"."forum"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum_seat" ADD CONSTRAINT "forum_seat_forum_id_forum_id_fk" FOREIGN KEY ("forum_id") REFERENCES "public"."forum"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum_term" ADD CONSTRAINT "forum_term_seat_id_forum_seat_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."forum_seat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum_term" ADD CONSTRAINT "forum_term_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum_term" ADD CONSTRAINT "forum_term_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum_attendance" ADD CONSTRAINT "forum_attendance_meeting_id_forum_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."forum_meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum_attendance" ADD CONSTRAINT "forum_attendance_seat_id_forum_seat_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."forum_seat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum_attendance" ADD CONSTRAINT "forum_attendance_term_id_forum_term_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."forum_term"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum_decision" ADD CONSTRAINT "forum_decision_forum_id_forum_id_fk" FOREIGN KEY ("forum_id") REFERENCES "public"."forum"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum_decision" ADD CONSTRAINT "forum_decision_item_id_forum_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."forum_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum_item" ADD CONSTRAINT "forum_item_meeting_id_forum_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."forum_meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum_item" ADD CONSTRAINT "forum_item_proposal_id_forum_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "public"."forum_proposal"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum_meeting" ADD CONSTRAINT "forum_meeting_forum_id_forum_id_fk" FOREIGN KEY ("forum_id") REFERENCES "public"."forum"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum_meeting" ADD CONSTRAINT "forum_meeting_chair_seat_id_forum_seat_id_fk" FOREIGN KEY ("chair_seat_id") REFERENCES "public"."forum_seat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum_meeting_version" ADD CONSTRAINT "forum_meeting_version_meeting_id_forum_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."forum_meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum_minutes" ADD CONSTRAINT "forum_minutes_meeting_id_forum_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."forum_meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum_opinion" ADD CONSTRAINT "forum_opinion_decision_id_forum_decision_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."forum_decision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum_opinion" ADD CONSTRAINT "forum_opinion_meeting_id_forum_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."forum_meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum_opinion" ADD CONSTRAINT "forum_opinion_term_id_forum_term_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."forum_term"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum_paper" ADD CONSTRAINT "forum_paper_meeting_id_forum_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."forum_meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum_paper" ADD CONSTRAINT "forum_paper_item_id_forum_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."forum_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum_task" ADD CONSTRAINT "forum_task_decision_id_forum_decision_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."forum_decision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum_vote" ADD CONSTRAINT "forum_vote_decision_id_forum_decision_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."forum_decision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum_vote" ADD CONSTRAINT "forum_vote_seat_id_forum_seat_id_fk" FOREIGN KEY ("seat_id") REFERENCES "public"."forum_seat"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forum_vote" ADD CONSTRAINT "forum_vote_term_id_forum_term_id_fk" FOREIGN KEY ("term_id") REFERENCES "public"."forum_term"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "forum_by_record" ON "forum" USING btree ("record_seq");--> statement-breakpoint
CREATE INDEX "forum_declaration_by_term" ON "forum_declaration" USING btree ("term_id","id");--> statement-breakpoint
CREATE INDEX "forum_declaration_by_record" ON "forum_declaration" USING btree ("record_seq");--> statement-breakpoint
CREATE INDEX "forum_proposal_by_state" ON "forum_proposal" USING btree ("forum_id","state","id");--> statement-breakpoint
CREATE INDEX "forum_proposal_by_person" ON "forum_proposal" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "forum_rules_by_record" ON "forum_rules" USING btree ("record_seq");--> statement-breakpoint
CREATE INDEX "forum_seat_by_record" ON "forum_seat" USING btree ("record_seq");--> statement-breakpoint
CREATE INDEX "forum_term_by_seat" ON "forum_term" USING btree ("seat_id","starts_on");--> statement-breakpoint
CREATE INDEX "forum_term_by_person" ON "forum_term" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "forum_term_by_record" ON "forum_term" USING btree ("record_seq");--> statement-breakpoint
CREATE INDEX "forum_attendance_by_record" ON "forum_attendance" USING btree ("record_seq");--> statement-breakpoint
CREATE INDEX "forum_decision_by_record" ON "forum_decision" USING btree ("record_seq");--> statement-breakpoint
CREATE INDEX "forum_item_by_record" ON "forum_item" USING btree ("record_seq");--> statement-breakpoint
CREATE INDEX "forum_item_by_proposal" ON "forum_item" USING btree ("proposal_id");--> statement-breakpoint
CREATE INDEX "forum_meeting_by_day" ON "forum_meeting" USING btree ("forum_id","starts_on","id");--> statement-breakpoint
CREATE INDEX "forum_meeting_by_record" ON "forum_meeting" USING btree ("record_seq");--> statement-breakpoint
CREATE INDEX "forum_meeting_version_by_record" ON "forum_meeting_version" USING btree ("record_seq");--> statement-breakpoint
CREATE INDEX "forum_minutes_by_record" ON "forum_minutes" USING btree ("record_seq");--> statement-breakpoint
CREATE INDEX "forum_opinion_by_decision" ON "forum_opinion" USING btree ("decision_id","id");--> statement-breakpoint
CREATE INDEX "forum_opinion_by_meeting" ON "forum_opinion" USING btree ("meeting_id","id");--> statement-breakpoint
CREATE INDEX "forum_opinion_by_record" ON "forum_opinion" USING btree ("record_seq");--> statement-breakpoint
CREATE INDEX "forum_paper_by_meeting" ON "forum_paper" USING btree ("meeting_id","id");--> statement-breakpoint
CREATE INDEX "forum_paper_by_record" ON "forum_paper" USING btree ("record_seq");--> statement-breakpoint
CREATE INDEX "forum_task_by_decision" ON "forum_task" USING btree ("decision_id","id");--> statement-breakpoint
CREATE INDEX "forum_task_by_record" ON "forum_task" USING btree ("record_seq");--> statement-breakpoint
CREATE INDEX "forum_vote_by_record" ON "forum_vote" USING btree ("record_seq");