CREATE TABLE "regular_job" (
	"name" text PRIMARY KEY NOT NULL,
	"due_at" timestamptz NOT NULL,
	"started_at" timestamptz,
	"ended_at" timestamptz,
	"problem" text
);
--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "next_try_at" timestamptz DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "expires_at" timestamptz;--> statement-breakpoint
CREATE INDEX "mail_by_state" ON "mail" USING btree ("state","created_at");--> statement-breakpoint
CREATE INDEX "mail_due" ON "mail" USING btree ("next_try_at") WHERE "mail"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "mail_to_erase" ON "mail" USING btree ("expires_at") WHERE "mail"."body" is not null;--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_sent_has_no_body" CHECK ("mail"."state" <> 'sent' or "mail"."body" is null);