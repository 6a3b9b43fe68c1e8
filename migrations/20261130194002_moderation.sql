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
ALTER TABLE "idea" ADD COLUMN "facets" text[] GENERATED ALWAYS AS (array_remove(array['p:' || plan_id, 'k:' || kind, 's:' || answer_state, 't:' || theme_id::text, 'a:' || coalesce(answerer_id, '-')], null) || values || challenges) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "idea_revision" ADD CONSTRAINT "idea_revision_entry_id_moderation_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."moderation_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_appeal" ADD CONSTRAINT "moderation_appeal_entry_id_moderation_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."moderation_entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_case" ADD CONSTRAINT "moderation_case_idea_id_idea_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."idea"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_case" ADD CONSTRAINT "moderation_case_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_entry" ADD CONSTRAINT "moderation_entry_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_entry" ADD CONSTRAINT "moderation_entry_idea_id_idea_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."idea"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_entry" ADD CONSTRAINT "moderation_entry_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_entry" ADD CONSTRAINT "moderation_entry_actor_id_person_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_report" ADD CONSTRAINT "moderation_report_case_id_moderation_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."moderation_case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
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
CREATE INDEX "idea_by_facets" ON "idea" USING gin ("facets") WHERE "idea"."visibility" = 'published';--> statement-breakpoint
CREATE INDEX "idea_by_answerer" ON "idea" USING btree ("plan_id","answerer_id") WHERE "idea"."answerer_id" is not null;--> statement-breakpoint
CREATE INDEX "idea_not_seen" ON "idea" USING btree ("plan_id","visibility") WHERE "idea"."visibility" <> 'published';