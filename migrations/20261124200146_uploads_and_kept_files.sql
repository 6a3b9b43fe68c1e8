CREATE TABLE "kept_file" (
	"id" serial PRIMARY KEY NOT NULL,
	"form_id" text NOT NULL,
	"person_id" text NOT NULL,
	"field" text NOT NULL,
	"hash" text NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"bytes" integer NOT NULL,
	"created_at" timestamptz NOT NULL,
	CONSTRAINT "kept_file_is_kept_once" UNIQUE("form_id","field","hash")
);
--> statement-breakpoint
CREATE TABLE "document_upload" (
	"id" text PRIMARY KEY NOT NULL,
	"plan_id" text NOT NULL,
	"fields" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "document_upload_file" (
	"upload_id" text NOT NULL,
	"place" integer NOT NULL,
	"hash" text NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"bytes" integer NOT NULL,
	CONSTRAINT "document_upload_file_has_one_place" PRIMARY KEY("upload_id","place")
);
--> statement-breakpoint
ALTER TABLE "document_upload" ADD CONSTRAINT "document_upload_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_upload_file" ADD CONSTRAINT "document_upload_file_upload_id_document_upload_id_fk" FOREIGN KEY ("upload_id") REFERENCES "public"."document_upload"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "kept_file_by_time" ON "kept_file" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "document_upload_by_plan" ON "document_upload" USING btree ("plan_id","created_at");--> statement-breakpoint
CREATE INDEX "document_upload_by_time" ON "document_upload" USING btree ("created_at");