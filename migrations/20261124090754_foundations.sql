-- What every table needs: dates of several precisions, and Latvian order.

-- The day a date of any precision begins with. Text forms: src/platform/dates/partialDate.ts.
create function first_day(partial text) returns date language sql immutable strict parallel safe as $$
  select case
    when partial ~ '^\d{4}$' then make_date(partial::int, 1, 1)
    when partial ~ '^\d{4}-H[12]$' then make_date(left(partial, 4)::int, 6 * right(partial, 1)::int - 5, 1)
    when partial ~ '^\d{4}-Q[1-4]$' then make_date(left(partial, 4)::int, 3 * right(partial, 1)::int - 2, 1)
    when partial ~ '^\d{4}-\d{2}$' then make_date(left(partial, 4)::int, right(partial, 2)::int, 1)
    else partial::date
  end
$$;
--> statement-breakpoint
-- The day a date of any precision ends with: a deadline has passed when this day has.
create function last_day(partial text) returns date language sql immutable strict parallel safe as $$
  select case
    when partial ~ '^\d{4}$' then make_date(partial::int, 12, 31)
    when partial ~ '^\d{4}-H[12]$' then (make_date(left(partial, 4)::int, 6 * right(partial, 1)::int - 5, 1) + interval '6 months' - interval '1 day')::date
    when partial ~ '^\d{4}-Q[1-4]$' then (make_date(left(partial, 4)::int, 3 * right(partial, 1)::int - 2, 1) + interval '3 months' - interval '1 day')::date
    when partial ~ '^\d{4}-\d{2}$' then (make_date(left(partial, 4)::int, right(partial, 2)::int, 1) + interval '1 month' - interval '1 day')::date
    else partial::date
  end
$$;
--> statement-breakpoint
create domain partial_date as text
  constraint partial_date_is_a_day_month_quarter_half_or_year
  check (value ~ '^\d{4}(-(H[12]|Q[1-4]|(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?))?$' and first_day(value) is not null);
--> statement-breakpoint
-- Latvian alphabetical order on both engines: the embedded one has ICU's root rules only,
-- PostgreSQL 15 has the locale but can't take rules.
do $$
begin
  if current_setting('server_version_num')::int >= 160000 then
    execute $c$create collation latvian (provider = icu, locale = 'und', rules = '&C < č <<< Č &G < ģ <<< Ģ &I << y <<< Y &K < ķ <<< Ķ &L < ļ <<< Ļ &N < ņ <<< Ņ &R < ŗ <<< Ŗ &S < š <<< Š &Z < ž <<< Ž')$c$;
  else
    execute $c$create collation latvian (provider = icu, locale = 'lv')$c$;
  end if;
end
$$;
