-- What is given outside the programmes (R27): a register for each year, worked like a programme and counted apart, and of each task
-- what gave it and when it was entered (R30).
create table unplanned_registers (
  agency_id    integer not null,
  year         integer not null,
  programme_id integer not null,
  primary key (agency_id, year)
) strict, without rowid;
create table unplanned_tasks (
  agency_id    integer not null,
  task_id      integer not null,
  document     text not null,  -- that gave it, as written
  given_on     text not null,
  is_urgent    integer not null,
  entered_on   text not null,
  entered_by   integer not null,
  entered_name text not null,
  unit_id      integer,        -- of whoever entered it; null: the office, a leader
  primary key (agency_id, task_id)
) strict, without rowid;
