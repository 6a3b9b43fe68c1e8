ALTER TABLE "deadline" ADD CONSTRAINT "deadline_is_of_one_kind" UNIQUE("id","kind");--> statement-breakpoint
CREATE TABLE "task_assignment" (
	"task" text PRIMARY KEY NOT NULL,
	"organisation_id" text NOT NULL,
	"person_id" text NOT NULL,
	"assigned_on" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deadline_change" (
	"id" serial PRIMARY KEY NOT NULL,
	"deadline_id" integer NOT NULL,
	"kind" text NOT NULL,
	"organisation_id" text,
	"before" "partial_date",
	"after" "partial_date",
	"reason" text NOT NULL,
	"language" text NOT NULL,
	"changed_on" date NOT NULL,
	"record_seq" bigint NOT NULL,
	CONSTRAINT "deadline_change_has_a_reason" CHECK (length(trim("deadline_change"."reason")) >= 10),
	CONSTRAINT "deadline_change_for_one_is_of_a_working_deadline" CHECK ("deadline_change"."organisation_id" is null or "deadline_change"."kind" = 'working'),
	CONSTRAINT "deadline_change_for_one_is_an_extension" CHECK ("deadline_change"."organisation_id" is null or ("deadline_change"."before" is not null and "deadline_change"."after" is not null and last_day("deadline_change"."after") > last_day("deadline_change"."before")))
);
--> statement-breakpoint
CREATE TABLE "extension_request" (
	"id" serial PRIMARY KEY NOT NULL,
	"deadline_id" integer NOT NULL,
	"organisation_id" text NOT NULL,
	"wished_until" date NOT NULL,
	"reason" text NOT NULL,
	"language" text NOT NULL,
	"asked_on" date NOT NULL,
	"record_seq" bigint NOT NULL,
	"decision" text,
	"granted_until" date,
	"answer" text,
	"answer_language" text,
	"answered_on" date,
	"answer_seq" bigint,
	CONSTRAINT "extension_request_has_a_reason" CHECK (length(trim("extension_request"."reason")) >= 10),
	CONSTRAINT "extension_request_decision_is_known" CHECK ("extension_request"."decision" in ('granted','refused')),
	CONSTRAINT "extension_request_is_answered_wholly" CHECK (num_nulls("extension_request"."decision", "extension_request"."answer", "extension_request"."answer_language", "extension_request"."answered_on", "extension_request"."answer_seq") in (0, 5)),
	CONSTRAINT "extension_request_is_answered_with_a_reason" CHECK (length(trim("extension_request"."answer")) >= 10),
	CONSTRAINT "extension_request_is_granted_until_a_day" CHECK (("extension_request"."decision" is not distinct from 'granted') = ("extension_request"."granted_until" is not null))
);
--> statement-breakpoint
ALTER TABLE "task_assignment" ADD CONSTRAINT "task_assignment_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_assignment" ADD CONSTRAINT "task_assignment_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadline_change" ADD CONSTRAINT "deadline_change_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadline_change" ADD CONSTRAINT "deadline_change_is_of_this_kind" FOREIGN KEY ("deadline_id","kind") REFERENCES "public"."deadline"("id","kind") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "extension_request" ADD CONSTRAINT "extension_request_deadline_id_deadline_id_fk" FOREIGN KEY ("deadline_id") REFERENCES "public"."deadline"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extension_request" ADD CONSTRAINT "extension_request_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "task_assignment_by_organisation" ON "task_assignment" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "task_assignment_by_person" ON "task_assignment" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "deadline_change_by_deadline" ON "deadline_change" USING btree ("deadline_id","id");--> statement-breakpoint
CREATE INDEX "deadline_change_by_organisation" ON "deadline_change" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "extension_request_is_open_once" ON "extension_request" USING btree ("deadline_id","organisation_id") WHERE "extension_request"."decision" is null;--> statement-breakpoint
CREATE INDEX "extension_request_by_organisation" ON "extension_request" USING btree ("organisation_id","deadline_id");--> statement-breakpoint
CREATE INDEX "extension_request_by_deadline" ON "extension_request" USING btree ("deadline_id");--> statement-breakpoint
CREATE INDEX "role_assignment_by_role" ON "role_assignment" USING btree ("role") WHERE "role_assignment"."ended_at" is null;