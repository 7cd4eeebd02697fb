-- The working calendar of an agency: days off and days worked instead, as a person has confirmed them or set them aside.

create table calendars (
  agency_id   integer primary key references agencies,
  weekly_rest text not null,  -- JSON array of weekdays, Monday 1 to Sunday 7
  version     integer not null default 1
) strict;

create table calendar_days (
  agency_id    integer not null references agencies,
  day          text not null,
  kind         text not null check (kind in ('holiday', 'day_off', 'working_day')),
  name         text not null,
  source       text not null,
  is_confirmed integer not null check (is_confirmed in (0, 1)),  -- 0: proposed, and set aside by a person
  primary key (agency_id, day)
) strict, without rowid;
