CREATE TABLE "accessibility_feedback" (
	"id" serial PRIMARY KEY NOT NULL,
	"page" text,
	"text" text NOT NULL,
	"email" text,
	"language" text NOT NULL,
	"state" text DEFAULT 'new' NOT NULL,
	"answer" text,
	"received_at" timestamptz NOT NULL,
	"handled_at" timestamptz,
	CONSTRAINT "accessibility_feedback_state_is_known" CHECK ("accessibility_feedback"."state" in ('new','answered','closed')),
	CONSTRAINT "accessibility_feedback_new_is_not_handled" CHECK (("accessibility_feedback"."state" = 'new') = ("accessibility_feedback"."handled_at" is null)),
	CONSTRAINT "accessibility_feedback_answer_is_sent" CHECK (("accessibility_feedback"."state" = 'answered') = ("accessibility_feedback"."answer" is not null))
);
--> statement-breakpoint
CREATE TABLE "accessibility_statement" (
	"id" serial PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"institution" jsonb NOT NULL,
	"contact" jsonb NOT NULL,
	"law" jsonb,
	"method" jsonb,
	"evaluator" jsonb,
	"evaluated_on" date,
	"protocol_url" text,
	"limits" jsonb,
	"burden" jsonb,
	"alternatives" jsonb,
	"complaint" jsonb,
	"published_on" date NOT NULL,
	"demonstration" boolean DEFAULT false NOT NULL,
	"record_seq" bigint NOT NULL,
	CONSTRAINT "accessibility_statement_version_is_used_once" UNIQUE("version"),
	CONSTRAINT "accessibility_statement_version_is_positive" CHECK ("accessibility_statement"."version" > 0)
);
--> statement-breakpoint
CREATE INDEX "accessibility_feedback_by_state" ON "accessibility_feedback" USING btree ("state","received_at");--> statement-breakpoint
CREATE INDEX "accessibility_feedback_by_time" ON "accessibility_feedback" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "accessibility_feedback_by_handling" ON "accessibility_feedback" USING btree ("handled_at");