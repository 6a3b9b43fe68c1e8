CREATE TABLE "news_number" (
	"number" bigint PRIMARY KEY NOT NULL,
	"news_id" text NOT NULL,
	"scopes" text[] NOT NULL,
	"after_seq" bigint NOT NULL,
	"after_day" date NOT NULL,
	CONSTRAINT "news_is_numbered_once" UNIQUE("news_id")
);
--> statement-breakpoint
CREATE TABLE "news_state" (
	"id" integer PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"day" date NOT NULL,
	"newest" bigint NOT NULL,
	"daily_on" date NOT NULL,
	"daily_up_to" bigint NOT NULL,
	"weekly_on" date NOT NULL,
	"weekly_up_to" bigint NOT NULL,
	CONSTRAINT "news_state_is_one_row" CHECK ("news_state"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "scope_news" (
	"scope" text PRIMARY KEY NOT NULL,
	"newest" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "subscriber" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"language" text NOT NULL,
	"created_at" timestamptz NOT NULL,
	"letter_id" text,
	"bounces" integer DEFAULT 0 NOT NULL,
	"bounced_at" timestamptz,
	"rests_since" timestamptz,
	CONSTRAINT "subscriber_has_its_address_alone" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "subscription" (
	"subscriber_id" text NOT NULL,
	"scope" text NOT NULL,
	"frequency" text NOT NULL,
	"began_after" bigint NOT NULL,
	"told_up_to" bigint NOT NULL,
	"created_at" timestamptz NOT NULL,
	CONSTRAINT "subscription_to_a_thing_is_one" PRIMARY KEY("subscriber_id","scope"),
	CONSTRAINT "subscription_frequency_is_known" CHECK ("subscription"."frequency" in ('immediate','daily','weekly')),
	CONSTRAINT "subscription_tells_from_its_beginning" CHECK ("subscription"."told_up_to" >= "subscription"."began_after")
);
--> statement-breakpoint
CREATE TABLE "subscription_request" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"language" text NOT NULL,
	"scope" text,
	"frequency" text,
	"expires_at" timestamptz NOT NULL,
	CONSTRAINT "subscription_request_is_whole" CHECK (("subscription_request"."scope" is null) = ("subscription_request"."frequency" is null))
);
--> statement-breakpoint
CREATE TABLE "mail_circular" (
	"id" text PRIMARY KEY NOT NULL,
	"text" text NOT NULL,
	"html" text NOT NULL,
	"created_at" timestamptz NOT NULL
);
--> statement-breakpoint
ALTER TABLE "mail" DROP CONSTRAINT "mail_state_is_known";--> statement-breakpoint
ALTER TABLE "mail" DROP CONSTRAINT "mail_sent_has_no_body";--> statement-breakpoint
DROP INDEX "mail_due";--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "circular_id" text;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "html" text;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "unsubscribe" text;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "bulk" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_subscriber_id_subscriber_id_fk" FOREIGN KEY ("subscriber_id") REFERENCES "public"."subscriber"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "subscription_by_scope" ON "subscription" USING btree ("scope","told_up_to");--> statement-breakpoint
CREATE INDEX "subscription_request_by_email" ON "subscription_request" USING btree ("email");--> statement-breakpoint
CREATE INDEX "subscription_request_by_end" ON "subscription_request" USING btree ("expires_at");--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_circular_id_mail_circular_id_fk" FOREIGN KEY ("circular_id") REFERENCES "public"."mail_circular"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mail_by_recipient" ON "mail" USING btree ("recipient");--> statement-breakpoint
CREATE INDEX "mail_by_circular" ON "mail" USING btree ("circular_id") WHERE "mail"."circular_id" is not null;--> statement-breakpoint
CREATE INDEX "assessment_version_by_day" ON "assessment_version" USING btree ("published_on");--> statement-breakpoint
CREATE INDEX "update_version_by_day" ON "update_version" USING btree ("published_on");--> statement-breakpoint
CREATE INDEX "change_by_record" ON "change" USING btree ("record_seq");--> statement-breakpoint
CREATE INDEX "change_by_day" ON "change" USING btree ("changed_on");--> statement-breakpoint
CREATE INDEX "commitment_by_value" ON "commitment" USING gin ("values");--> statement-breakpoint
CREATE INDEX "commitment_by_challenge" ON "commitment" USING gin ("challenges");--> statement-breakpoint
CREATE INDEX "commitment_fact_by_day" ON "commitment_fact" USING btree ("known_from");--> statement-breakpoint
CREATE INDEX "finding_by_day" ON "finding" USING btree ("known_from");--> statement-breakpoint
CREATE INDEX "mail_due" ON "mail" USING btree ("bulk","next_try_at") WHERE "mail"."state" = 'waiting';--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_of_a_circular_can_be_stopped" CHECK ("mail"."circular_id" is null or ("mail"."html" is not null and "mail"."unsubscribe" is not null));--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_state_is_known" CHECK ("mail"."state" in ('waiting','sent','shown','failed','returned'));--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_sent_has_no_body" CHECK ("mail"."state" not in ('sent','returned') or coalesce("mail"."body", "mail"."html", "mail"."circular_id") is null);