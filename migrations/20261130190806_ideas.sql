CREATE TABLE "awaited_act" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"language" text NOT NULL,
	"act" text NOT NULL,
	"content" jsonb NOT NULL,
	"expires_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "call" (
	"id" serial PRIMARY KEY NOT NULL,
	"plan_id" text NOT NULL,
	"title" jsonb NOT NULL,
	"body" jsonb NOT NULL,
	"questions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"what_next" jsonb NOT NULL,
	"kinds" text[] NOT NULL,
	"document_id" integer,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"answer_days" integer DEFAULT 14 NOT NULL,
	"moderation" text DEFAULT 'after' NOT NULL,
	"short_notice_reason" jsonb,
	"published_on" date,
	"closed_on" date,
	"closing_reason" jsonb,
	"version" integer DEFAULT 1 NOT NULL,
	"demonstration" boolean DEFAULT false NOT NULL,
	"record_seq" bigint,
	CONSTRAINT "call_ends_after_it_starts" CHECK ("call"."ends_on" >= "call"."starts_on"),
	CONSTRAINT "call_asks_for_something" CHECK (cardinality("call"."kinds") > 0),
	CONSTRAINT "call_moderation_is_known" CHECK ("call"."moderation" in ('before','after')),
	CONSTRAINT "call_is_in_the_record_once_published" CHECK (("call"."published_on" is null) = ("call"."record_seq" is null)),
	CONSTRAINT "call_closed_was_published" CHECK ("call"."closed_on" is null or "call"."published_on" is not null),
	CONSTRAINT "call_answer_days_are_some" CHECK ("call"."answer_days" between 1 and 365)
);
--> statement-breakpoint
CREATE TABLE "comment" (
	"id" serial PRIMARY KEY NOT NULL,
	"idea_id" integer NOT NULL,
	"parent_id" integer,
	"kind" text NOT NULL,
	"body" text NOT NULL,
	"language" text NOT NULL,
	"author_kind" text NOT NULL,
	"author_name" text,
	"author_id" text,
	"organisation_id" text,
	"sector" text NOT NULL,
	"visibility" text NOT NULL,
	"sent_on" date NOT NULL,
	"sent_at" timestamptz NOT NULL,
	"demonstration" boolean DEFAULT false NOT NULL,
	"record_seq" bigint NOT NULL,
	CONSTRAINT "comment_kind_is_known" CHECK ("comment"."kind" in ('for','against','question','reply')),
	CONSTRAINT "comment_reply_has_a_parent" CHECK (("comment"."kind" = 'reply') = ("comment"."parent_id" is not null)),
	CONSTRAINT "comment_visibility_is_known" CHECK ("comment"."visibility" in ('waiting','published','hidden')),
	CONSTRAINT "comment_author_kind_is_known" CHECK ("comment"."author_kind" in ('person','organisation','display-name')),
	CONSTRAINT "comment_sector_is_known" CHECK ("comment"."sector" in ('government','parliament','municipality','civil-society','social-partner','business','academia','resident'))
);
--> statement-breakpoint
CREATE TABLE "idea" (
	"id" serial PRIMARY KEY NOT NULL,
	"plan_id" text NOT NULL,
	"call_id" integer NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"title" jsonb NOT NULL,
	"problem" jsonb NOT NULL,
	"proposal" jsonb NOT NULL,
	"subject" jsonb,
	"doer" jsonb,
	"doer_id" text,
	"values" text[] DEFAULT '{}' NOT NULL,
	"challenges" text[] DEFAULT '{}' NOT NULL,
	"place" text,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"catalogue_url" text,
	"author_kind" text NOT NULL,
	"author_name" text,
	"author_id" text,
	"organisation_id" text,
	"sector" text NOT NULL,
	"channel" text NOT NULL,
	"language" text NOT NULL,
	"sent_on" date NOT NULL,
	"sent_at" timestamptz NOT NULL,
	"visibility" text NOT NULL,
	"published_on" date,
	"theme_id" integer,
	"merged_into_id" integer,
	"answer_state" text DEFAULT 'waiting' NOT NULL,
	"answerer_id" text,
	"answer_due" date NOT NULL,
	"answered_on" date,
	"supports" integer DEFAULT 0 NOT NULL,
	"comments" integer DEFAULT 0 NOT NULL,
	"words" "tsvector" DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"demonstration" boolean DEFAULT false NOT NULL,
	"record_seq" bigint NOT NULL,
	CONSTRAINT "idea_number_is_used_once" UNIQUE("plan_id","number"),
	CONSTRAINT "idea_kind_is_known" CHECK ("idea"."kind" in ('idea','data-wish','burden')),
	CONSTRAINT "idea_author_kind_is_known" CHECK ("idea"."author_kind" in ('person','organisation','display-name')),
	CONSTRAINT "idea_sector_is_known" CHECK ("idea"."sector" in ('government','parliament','municipality','civil-society','social-partner','business','academia','resident')),
	CONSTRAINT "idea_channel_is_known" CHECK ("idea"."channel" in ('web','paper','email','import','event')),
	CONSTRAINT "idea_visibility_is_known" CHECK ("idea"."visibility" in ('waiting','published','hidden')),
	CONSTRAINT "idea_answer_state_is_known" CHECK ("idea"."answer_state" in ('waiting','accepted','partly','already-done','not-now','outside')),
	CONSTRAINT "idea_for_an_organisation_names_it" CHECK ("idea"."author_kind" <> 'organisation' or "idea"."organisation_id" is not null),
	CONSTRAINT "idea_seen_has_a_day" CHECK ("idea"."visibility" <> 'published' or "idea"."published_on" is not null),
	CONSTRAINT "idea_answered_has_a_day" CHECK (("idea"."answer_state" = 'waiting') = ("idea"."answered_on" is null)),
	CONSTRAINT "idea_is_not_merged_into_itself" CHECK ("idea"."merged_into_id" <> "idea"."id"),
	CONSTRAINT "idea_counts_are_not_negative" CHECK ("idea"."supports" >= 0 and "idea"."comments" >= 0)
);
--> statement-breakpoint
CREATE TABLE "idea_count" (
	"plan_id" text NOT NULL,
	"kind" text NOT NULL,
	"answer_state" text NOT NULL,
	"ideas" integer NOT NULL,
	CONSTRAINT "idea_count_is_one" PRIMARY KEY("plan_id","kind","answer_state")
);
--> statement-breakpoint
CREATE TABLE "idea_file" (
	"id" serial PRIMARY KEY NOT NULL,
	"idea_id" integer NOT NULL,
	"hash" text NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"bytes" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "support" (
	"idea_id" integer NOT NULL,
	"person_id" text NOT NULL,
	"sector" text NOT NULL,
	"created_at" timestamptz NOT NULL,
	CONSTRAINT "support_is_given_once" PRIMARY KEY("idea_id","person_id"),
	CONSTRAINT "support_sector_is_known" CHECK ("support"."sector" in ('government','parliament','municipality','civil-society','social-partner','business','academia','resident'))
);
--> statement-breakpoint
CREATE TABLE "support_count" (
	"idea_id" integer NOT NULL,
	"sector" text NOT NULL,
	"supports" integer NOT NULL,
	CONSTRAINT "support_count_is_one" PRIMARY KEY("idea_id","sector"),
	CONSTRAINT "support_count_is_not_negative" CHECK ("support_count"."supports" >= 0)
);
--> statement-breakpoint
CREATE TABLE "theme" (
	"id" serial PRIMARY KEY NOT NULL,
	"plan_id" text NOT NULL,
	"position" integer NOT NULL,
	"title" jsonb NOT NULL,
	"description" jsonb,
	"demonstration" boolean DEFAULT false NOT NULL,
	"ended_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	"record_seq" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "call" ADD CONSTRAINT "call_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call" ADD CONSTRAINT "call_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_idea_id_idea_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."idea"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_parent_id_comment_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."comment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_author_id_person_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea" ADD CONSTRAINT "idea_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea" ADD CONSTRAINT "idea_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea" ADD CONSTRAINT "idea_doer_id_organisation_id_fk" FOREIGN KEY ("doer_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea" ADD CONSTRAINT "idea_author_id_person_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea" ADD CONSTRAINT "idea_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea" ADD CONSTRAINT "idea_theme_id_theme_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."theme"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea" ADD CONSTRAINT "idea_merged_into_id_idea_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."idea"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea" ADD CONSTRAINT "idea_answerer_id_organisation_id_fk" FOREIGN KEY ("answerer_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_count" ADD CONSTRAINT "idea_count_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_file" ADD CONSTRAINT "idea_file_idea_id_idea_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."idea"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support" ADD CONSTRAINT "support_idea_id_idea_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."idea"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support" ADD CONSTRAINT "support_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_count" ADD CONSTRAINT "support_count_idea_id_idea_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."idea"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme" ADD CONSTRAINT "theme_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "awaited_act_by_email" ON "awaited_act" USING btree ("email");--> statement-breakpoint
CREATE INDEX "awaited_act_by_end" ON "awaited_act" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "call_by_plan" ON "call" USING btree ("plan_id","starts_on","id");--> statement-breakpoint
CREATE INDEX "call_by_record" ON "call" USING btree ("record_seq");--> statement-breakpoint
CREATE INDEX "comment_by_idea" ON "comment" USING btree ("idea_id","parent_id","id");--> statement-breakpoint
CREATE INDEX "comment_by_author" ON "comment" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "comment_to_moderate" ON "comment" USING btree ("sent_at") WHERE "comment"."visibility" = 'waiting';--> statement-breakpoint
CREATE INDEX "comment_by_record" ON "comment" USING btree ("record_seq");--> statement-breakpoint
CREATE INDEX "idea_by_support" ON "idea" USING btree ("plan_id","supports","id") WHERE "idea"."visibility" = 'published';--> statement-breakpoint
CREATE INDEX "idea_by_day" ON "idea" USING btree ("plan_id","published_on","id") WHERE "idea"."visibility" = 'published';--> statement-breakpoint
CREATE INDEX "idea_by_answer" ON "idea" USING btree ("plan_id","answer_state","answer_due","id") WHERE "idea"."visibility" = 'published';--> statement-breakpoint
CREATE INDEX "idea_by_words" ON "idea" USING gin ("words");--> statement-breakpoint
CREATE INDEX "idea_by_author" ON "idea" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "idea_by_organisation" ON "idea" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "idea_by_theme" ON "idea" USING btree ("theme_id") WHERE "idea"."theme_id" is not null;--> statement-breakpoint
CREATE INDEX "idea_by_merged" ON "idea" USING btree ("merged_into_id") WHERE "idea"."merged_into_id" is not null;--> statement-breakpoint
CREATE INDEX "idea_to_moderate" ON "idea" USING btree ("sent_at") WHERE "idea"."visibility" = 'waiting';--> statement-breakpoint
CREATE INDEX "idea_by_record" ON "idea" USING btree ("record_seq");--> statement-breakpoint
CREATE INDEX "idea_file_by_idea" ON "idea_file" USING btree ("idea_id");--> statement-breakpoint
CREATE INDEX "support_by_person" ON "support" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "theme_by_plan" ON "theme" USING btree ("plan_id","position");--> statement-breakpoint
CREATE INDEX "theme_by_record" ON "theme" USING btree ("record_seq");