-- The steps by which an agency's deliverables come about, where it has changed them; what kind a task is, where somebody said so by
-- hand; which steps of a task are done.

create table step_series (
  agency_id integer not null,
  kind      text not null,
  version   integer not null,
  primary key (agency_id, kind)
) strict, without rowid;

create table steps (
  agency_id integer not null,
  kind      text not null,
  place     integer not null,
  key       text not null,
  name      text not null,
  share     integer not null,
  is_each   integer not null check (is_each in (0, 1)),
  primary key (agency_id, kind, place)
) strict, without rowid;

create table task_kinds (
  agency_id integer not null,
  task_id   integer not null,
  kind      text not null,  -- empty: none, whatever its words say
  primary key (agency_id, task_id)
) strict, without rowid;

create table steps_done (
  agency_id integer not null,
  task_id   integer not null,
  key       text not null,
  part      integer not null,
  share     integer not null,  -- by which the percent moved
  done_on   text not null,
  by_id     integer not null,
  by_name   text not null,
  at        integer not null,
  primary key (agency_id, task_id, key, part)
) strict, without rowid;
