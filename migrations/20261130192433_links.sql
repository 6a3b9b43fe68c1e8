CREATE TABLE "link" (
	"id" text PRIMARY KEY NOT NULL,
	"address" text NOT NULL,
	"state" text DEFAULT 'unknown' NOT NULL,
	"problem" text,
	"failures" integer DEFAULT 0 NOT NULL,
	"failing_since" date,
	"dead_since" date,
	"next_check_at" timestamptz NOT NULL,
	"checked_at" timestamptz,
	"record_seq" bigint,
	CONSTRAINT "link_state_is_known" CHECK ("link"."state" in ('unknown','there','gone','unclear')),
	CONSTRAINT "link_failures_have_a_first" CHECK (("link"."failures" > 0) = ("link"."failing_since" is not null)),
	CONSTRAINT "link_is_gone_when_it_failed" CHECK (("link"."failures" > 0) = ("link"."state" = 'gone')),
	CONSTRAINT "link_is_dead_since_it_failed_first" CHECK ("link"."dead_since" is null or "link"."dead_since" = "link"."failing_since")
);
--> statement-breakpoint
CREATE TABLE "link_finding" (
	"id" integer PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	CONSTRAINT "link_finding_is_one_row" CHECK ("link_finding"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "link_use" (
	"thing" text NOT NULL,
	"link_id" text NOT NULL,
	"place" text NOT NULL,
	CONSTRAINT "link_use_is_kept_once" PRIMARY KEY("thing","link_id")
);
--> statement-breakpoint
ALTER TABLE "link_use" ADD CONSTRAINT "link_use_link_id_link_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."link"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "link_due" ON "link" USING btree ("next_check_at");--> statement-breakpoint
CREATE INDEX "link_dead" ON "link" USING btree ("dead_since","id") WHERE "link"."dead_since" is not null;--> statement-breakpoint
CREATE INDEX "link_unclear" ON "link" USING btree ("id") WHERE "link"."state" = 'unclear';--> statement-breakpoint
CREATE INDEX "link_use_by_link" ON "link_use" USING btree ("link_id","place");