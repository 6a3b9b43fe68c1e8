CREATE TABLE "easy_text" (
	"id" serial PRIMARY KEY NOT NULL,
	"object" text NOT NULL,
	"language" text NOT NULL,
	"version" integer NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"original_seq" bigint NOT NULL,
	"published_on" date NOT NULL,
	"demonstration" boolean DEFAULT false NOT NULL,
	"record_seq" bigint NOT NULL,
	CONSTRAINT "easy_text_version_is_used_once" UNIQUE("object","language","version"),
	CONSTRAINT "easy_text_version_is_positive" CHECK ("easy_text"."version" > 0)
);
--> statement-breakpoint
CREATE INDEX "easy_text_by_record" ON "easy_text" USING btree ("record_seq");