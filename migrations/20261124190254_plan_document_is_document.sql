-- A plan's document becomes one with a single version. Its number stays: it is part of a feed's identities.
INSERT INTO "document" ("id", "plan_id", "kind", "title", "dated", "added_on", "certainty", "record_seq")
SELECT d."id", d."plan_id", d."kind", d."title", d."dated", coalesce(d."known_from", last_day(d."dated"), first_day(p."period_start")), d."certainty", d."record_seq"
FROM "plan_document" d JOIN "plan" p ON p."id" = d."plan_id";--> statement-breakpoint
SELECT setval(pg_get_serial_sequence('document', 'id'), coalesce(max("id"), 0) + 1, false) FROM "document";--> statement-breakpoint
INSERT INTO "document_version" ("document_id", "number", "published_on", "record_seq")
SELECT "id", 1, "added_on", "record_seq" FROM "document" ORDER BY "id";--> statement-breakpoint
INSERT INTO "document_content" ("version_id", "part", "url")
SELECT v."id", 'main', d."url" FROM "document_version" v JOIN "plan_document" d ON d."id" = v."document_id" WHERE d."url" IS NOT NULL;--> statement-breakpoint
UPDATE "evidence" e SET "published_on" = (
	SELECT min(v."published_on") FROM "update_version" v WHERE v."update_id" = e."update_id" AND e."id" = any(v."evidence_ids")
);--> statement-breakpoint
DROP TABLE "plan_document" CASCADE;
