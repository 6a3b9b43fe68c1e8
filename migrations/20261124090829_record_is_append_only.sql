-- The record begins with no entry and 64 zeros, and what is published is never rewritten.
insert into record_head (id, seq, hash) values (1, 0, repeat('0', 64));
--> statement-breakpoint
create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are only ever added', tg_table_name using errcode = 'restrict_violation';
end
$$;
--> statement-breakpoint
create trigger record_entry_is_append_only before update or delete or truncate on record_entry
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
create trigger update_version_is_append_only before update or delete or truncate on update_version
  for each statement execute function refuse_rewriting();
--> statement-breakpoint
create trigger assessment_version_is_append_only before update or delete or truncate on assessment_version
  for each statement execute function refuse_rewriting();
