-- A column of dates that may be empty takes null: `null and false` made the rule refuse it.
alter domain partial_date drop constraint partial_date_is_a_day_month_quarter_half_or_year;
--> statement-breakpoint
alter domain partial_date add constraint partial_date_is_a_day_month_quarter_half_or_year
  check (value is null or (value ~ '^\d{4}(-(H[12]|Q[1-4]|(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?))?$' and first_day(value) is not null));
