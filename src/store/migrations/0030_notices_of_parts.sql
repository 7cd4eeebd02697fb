-- Whoever has a part of a task is reminded of the part's own day.
create table notices_new (
  agency_id integer not null,
  id        integer not null,
  user_id   integer not null,
  day       text not null,
  kind      text not null check (kind in ('due_soon', 'due_today', 'overdue', 'silent', 'awaiting')),
  task_id   integer not null,
  part_id   integer not null default 0,  -- 0: the task as a whole
  step      text not null check (step in ('unit', 'head', 'leader')),
  days      integer not null,
  made_at   integer not null,
  read_at   integer,
  primary key (agency_id, id),
  unique (agency_id, user_id, day, task_id, part_id, kind)
) strict, without rowid;
insert into notices_new (agency_id, id, user_id, day, kind, task_id, step, days, made_at, read_at)
select agency_id, id, user_id, day, kind, task_id, step, days, made_at, read_at from notices;
drop table notices;
alter table notices_new rename to notices;
