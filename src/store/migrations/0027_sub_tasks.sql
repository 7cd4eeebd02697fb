-- The parts that a task is split into, each with its share of it (R28).
create table sub_tasks (
  agency_id     integer not null,
  task_id       integer not null,
  id            integer not null,
  place         integer not null,
  words         text not null,
  unit_id       integer not null,
  executor_id   integer,
  share         integer not null,
  due_on        text,
  state         text not null check (state in ('open', 'reported', 'closed', 'waived')),
  said          text not null,
  reported_by   integer,
  reported_name text not null,
  moved_at      integer,
  primary key (agency_id, task_id, id)
) strict, without rowid;
create index sub_tasks_unsettled on sub_tasks (agency_id, state) where state in ('open', 'reported');
