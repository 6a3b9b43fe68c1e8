CREATE TABLE "evidence_withdrawal" (
	"evidence_id" integer PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"withdrawn_on" date NOT NULL,
	"record_seq" bigint NOT NULL,
	CONSTRAINT "evidence_withdrawal_has_a_reason" CHECK (length(trim("evidence_withdrawal"."reason")) >= 10)
);
--> statement-breakpoint
ALTER TABLE "evidence_withdrawal" ADD CONSTRAINT "evidence_withdrawal_evidence_id_evidence_id_fk" FOREIGN KEY ("evidence_id") REFERENCES "public"."evidence"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "evidence_withdrawal_by_record" ON "evidence_withdrawal" USING btree ("record_seq");