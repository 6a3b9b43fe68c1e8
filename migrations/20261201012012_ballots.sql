CREATE TABLE "ballot" (
	"id" serial PRIMARY KEY NOT NULL,
	"plan_id" text NOT NULL,
	"draft" jsonb,
	"version" integer DEFAULT 1 NOT NULL,
	"content" jsonb,
	"published_on" date,
	"opens_at" timestamptz,
	"closes_at" timestamptz,
	"secret" boolean DEFAULT false NOT NULL,
	"withdrawn" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"result" jsonb,
	"demonstration" boolean DEFAULT false NOT NULL,
	"record_seq" bigint,
	CONSTRAINT "ballot_is_drafted_or_published" CHECK (("ballot"."content" is null) = ("ballot"."published_on" is null)),
	CONSTRAINT "ballot_is_in_the_record_once_published" CHECK (("ballot"."record_seq" is null) = ("ballot"."published_on" is null)),
	CONSTRAINT "ballot_published_has_times" CHECK (("ballot"."content" is null) = ("ballot"."opens_at" is null) and ("ballot"."content" is null) = ("ballot"."closes_at" is null)),
	CONSTRAINT "ballot_closes_after_it_opens" CHECK ("ballot"."closes_at" > "ballot"."opens_at"),
	CONSTRAINT "ballot_counted_was_published" CHECK ("ballot"."result" is null or "ballot"."content" is not null)
);
--> statement-breakpoint
CREATE TABLE "ballot_vote" (
	"ballot_id" integer NOT NULL,
	"key" text NOT NULL,
	"marks" jsonb NOT NULL,
	"sector" text,
	"side" text,
	"voter_number" integer,
	CONSTRAINT "ballot_vote_has_a_key" PRIMARY KEY("ballot_id","key"),
	CONSTRAINT "ballot_vote_sector_is_known" CHECK ("ballot_vote"."sector" in ('government','parliament','municipality','civil-society','social-partner','business','academia','resident')),
	CONSTRAINT "ballot_vote_side_is_known" CHECK ("ballot_vote"."side" in ('government','non-government'))
);
--> statement-breakpoint
CREATE TABLE "ballot_voter" (
	"ballot_id" integer NOT NULL,
	"number" integer NOT NULL,
	"organisation_id" text,
	"email" text,
	"name" text NOT NULL,
	"sector" text NOT NULL,
	"side" text NOT NULL,
	"state" text DEFAULT 'not-voted' NOT NULL,
	CONSTRAINT "ballot_voter_has_a_number" PRIMARY KEY("ballot_id","number"),
	CONSTRAINT "ballot_voter_is_an_organisation_or_a_person" CHECK (("ballot_voter"."organisation_id" is null) <> ("ballot_voter"."email" is null)),
	CONSTRAINT "ballot_voter_sector_is_known" CHECK ("ballot_voter"."sector" in ('government','parliament','municipality','civil-society','social-partner','business','academia','resident')),
	CONSTRAINT "ballot_voter_side_is_known" CHECK ("ballot_voter"."side" in ('government','non-government')),
	CONSTRAINT "ballot_voter_state_is_known" CHECK ("ballot_voter"."state" in ('not-voted','voted','recused'))
);
--> statement-breakpoint
ALTER TABLE "ballot" ADD CONSTRAINT "ballot_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_vote" ADD CONSTRAINT "ballot_vote_ballot_id_ballot_id_fk" FOREIGN KEY ("ballot_id") REFERENCES "public"."ballot"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_voter" ADD CONSTRAINT "ballot_voter_ballot_id_ballot_id_fk" FOREIGN KEY ("ballot_id") REFERENCES "public"."ballot"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_voter" ADD CONSTRAINT "ballot_voter_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ballot_by_plan" ON "ballot" USING btree ("plan_id","published_on","id");--> statement-breakpoint
CREATE INDEX "ballot_by_record" ON "ballot" USING btree ("record_seq");--> statement-breakpoint
CREATE INDEX "ballot_to_count" ON "ballot" USING btree ("closes_at") WHERE "ballot"."closes_at" is not null and "ballot"."result" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "ballot_vote_is_cast_once" ON "ballot_vote" USING btree ("ballot_id","voter_number") WHERE "ballot_vote"."voter_number" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "ballot_voter_organisation_votes_once" ON "ballot_voter" USING btree ("ballot_id","organisation_id") WHERE "ballot_voter"."organisation_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "ballot_voter_person_votes_once" ON "ballot_voter" USING btree ("ballot_id","email") WHERE "ballot_voter"."email" is not null;--> statement-breakpoint
CREATE INDEX "ballot_voter_by_email" ON "ballot_voter" USING btree ("email") WHERE "ballot_voter"."email" is not null;--> statement-breakpoint
CREATE INDEX "ballot_voter_by_organisation" ON "ballot_voter" USING btree ("organisation_id") WHERE "ballot_voter"."organisation_id" is not null;