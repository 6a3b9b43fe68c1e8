CREATE TABLE "search_state" (
	"id" integer PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"rules" integer NOT NULL,
	CONSTRAINT "search_state_is_one_row" CHECK ("search_state"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "search_text" (
	"object" text NOT NULL,
	"part" text NOT NULL,
	"kind" text NOT NULL,
	"plan_id" text,
	"commitment_id" integer,
	"commitment_number" integer,
	"milestone_number" integer,
	"organisation_id" text,
	"title" jsonb NOT NULL,
	"body" jsonb NOT NULL,
	"known_from" date,
	"known_until" date,
	"demonstration" boolean NOT NULL,
	"words" "tsvector" NOT NULL,
	CONSTRAINT "search_text_part_is_kept_once" PRIMARY KEY("object","part")
);
--> statement-breakpoint
CREATE TABLE "search_word" (
	"stem" text PRIMARY KEY NOT NULL,
	"neighbours" text[] NOT NULL
);
--> statement-breakpoint
CREATE INDEX "search_text_by_words" ON "search_text" USING gin ("words");--> statement-breakpoint
CREATE INDEX "search_word_by_neighbours" ON "search_word" USING gin ("neighbours");