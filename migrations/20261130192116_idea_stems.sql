CREATE TABLE "idea_stem" (
	"stem" text PRIMARY KEY NOT NULL,
	"ideas" integer NOT NULL,
	"neighbours" text[] NOT NULL
);
--> statement-breakpoint
CREATE INDEX "idea_stem_by_neighbours" ON "idea_stem" USING gin ("neighbours");