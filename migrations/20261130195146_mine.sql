CREATE TABLE "held_letter" (
	"id" serial PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"language" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"due_on" date NOT NULL,
	CONSTRAINT "held_letter_kind_is_known" CHECK ("held_letter"."kind" in ('answer','comment','moderation','merge','supported'))
);
--> statement-breakpoint
CREATE TABLE "letter_wish" (
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"rhythm" text NOT NULL,
	CONSTRAINT "letter_wish_is_one" PRIMARY KEY("person_id","kind"),
	CONSTRAINT "letter_wish_kind_is_known" CHECK ("letter_wish"."kind" in ('answer','comment','moderation','merge','supported')),
	CONSTRAINT "letter_wish_rhythm_is_known" CHECK ("letter_wish"."rhythm" in ('immediate','daily','weekly','none'))
);
--> statement-breakpoint
ALTER TABLE "held_letter" ADD CONSTRAINT "held_letter_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_wish" ADD CONSTRAINT "letter_wish_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "held_letter_by_person" ON "held_letter" USING btree ("person_id","id");--> statement-breakpoint
CREATE INDEX "held_letter_by_day" ON "held_letter" USING btree ("due_on","person_id");