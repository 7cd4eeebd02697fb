-- Reports of periods, of a unit or of the agency: written, submitted, approved, locked. What each submission said is kept for ever.

create table period_reports (
  agency_id      integer not null,
  id             integer not null,
  unit_id        integer not null,  -- 0: of the agency
  kind           text not null check (kind in ('month', 'quarter', 'half_year', 'nine_months', 'year')),
  year           integer not null,
  number         integer not null,
  cut_off_day    integer not null,
  state          text not null check (state in ('draft', 'submitted', 'approved', 'locked')),
  assessment     text not null,
  difficulties   text not null,
  requests       text not null,
  plans          text not null,
  nothing_arose  integer not null check (nothing_arose in (0, 1)),
  round          integer not null,
  submitted_by   integer,
  submitted_name text,
  submitted_at   integer,
  approved_by    integer,
  approved_name  text,
  approved_at    integer,
  locked_by      integer,
  locked_name    text,
  locked_at      integer,
  reason         text not null,
  version        integer not null default 1,
  primary key (agency_id, id),
  unique (agency_id, kind, year, number, unit_id)
) strict, without rowid;

create table period_report_rounds (
  agency_id integer not null,
  report_id integer not null,
  round     integer not null,
  content   text not null,  -- JSON (reports/period_report_json.h)
  at        integer not null,
  by_name   text not null,
  primary key (agency_id, report_id, round)
) strict, without rowid;

create table report_settings (
  agency_id integer not null references agencies,
  name      text not null,
  value     integer not null,
  primary key (agency_id, name)
) strict, without rowid;
create table report_settings_versions (
  agency_id integer primary key references agencies,
  version   integer not null
) strict;

-- Who was told on which day that a report is to be sent (R45).
create table report_notices (
  agency_id integer not null,
  id        integer not null,
  user_id   integer not null,
  day       text not null,
  unit_id   integer not null,  -- 0: the agency's
  kind      text not null,
  year      integer not null,
  number    integer not null,
  send_by   text not null,
  made_at   integer not null,
  read_at   integer,
  primary key (agency_id, id),
  unique (agency_id, user_id, day, unit_id, kind, year, number)
) strict, without rowid;
