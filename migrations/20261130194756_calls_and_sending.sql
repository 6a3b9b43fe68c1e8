CREATE TABLE "call_correction" (
	"id" serial PRIMARY KEY NOT NULL,
	"call_id" integer NOT NULL,
	"reason" jsonb NOT NULL,
	"corrected_on" date NOT NULL,
	"record_seq" bigint NOT NULL
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
ALTER TABLE "phase" ADD COLUMN "skipped_on" date;--> statement-breakpoint
ALTER TABLE "phase" ADD COLUMN "skipped_reason" jsonb;--> statement-breakpoint
ALTER TABLE "call_correction" ADD CONSTRAINT "call_correction_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_draft" ADD CONSTRAINT "idea_draft_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_import" ADD CONSTRAINT "idea_import_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_import_row" ADD CONSTRAINT "idea_import_row_import_id_idea_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."idea_import"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idea_import_row" ADD CONSTRAINT "idea_import_row_idea_id_idea_id_fk" FOREIGN KEY ("idea_id") REFERENCES "public"."idea"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "call_correction_by_call" ON "call_correction" USING btree ("call_id","id");--> statement-breakpoint
CREATE INDEX "call_correction_by_record" ON "call_correction" USING btree ("record_seq");--> statement-breakpoint
CREATE INDEX "idea_draft_by_time" ON "idea_draft" USING btree ("saved_at");--> statement-breakpoint
CREATE INDEX "idea_draft_by_sending" ON "idea_draft" USING btree ("sending");--> statement-breakpoint
CREATE INDEX "idea_import_by_call" ON "idea_import" USING btree ("call_id","id");--> statement-breakpoint
CREATE INDEX "idea_import_to_forget" ON "idea_import" USING btree ("created_at") WHERE "idea_import"."state" = 'preview';--> statement-breakpoint
CREATE INDEX "idea_import_row_by_idea" ON "idea_import_row" USING btree ("idea_id") WHERE "idea_import_row"."idea_id" is not null;--> statement-breakpoint
ALTER TABLE "phase" ADD CONSTRAINT "phase_skipped_has_a_reason" CHECK (("phase"."skipped_on" is null) = ("phase"."skipped_reason" is null));