-- Open groups ("Các phòng, đơn vị thuộc Sở"): which tasks name one, and the units that the agency says it has.

-- Kept with every change of a task, by the words of its cells (store/groups.cpp): a group entered later finds its tasks.
create table task_groups (
  agency_id    integer not null,
  name_key     text not null,  -- search_key of the group as written
  role         text not null check (role in ('lead', 'coordinating')),
  programme_id integer not null,
  task_id      integer not null,
  primary key (agency_id, name_key, role, programme_id, task_id)
) strict, without rowid;

create table unit_groups (
  agency_id integer not null references agencies,
  id        integer not null,
  name      text not null,
  aliases   text not null,  -- JSON array
  version   integer not null default 1,
  primary key (agency_id, id)
) strict, without rowid;

create table unit_group_names (
  agency_id integer not null,
  name_key  text not null,
  group_id  integer not null,
  primary key (agency_id, name_key),
  foreign key (agency_id, group_id) references unit_groups (agency_id, id)
) strict, without rowid;
create index unit_group_names_by_group on unit_group_names (agency_id, group_id);

create table unit_group_members (
  agency_id integer not null,
  unit_id   integer not null,
  group_id  integer not null,
  primary key (agency_id, unit_id, group_id),
  foreign key (agency_id, unit_id) references units (agency_id, id),
  foreign key (agency_id, group_id) references unit_groups (agency_id, id)
) strict, without rowid;
create index unit_group_members_by_group on unit_group_members (agency_id, group_id);

-- What was proposed for the register and a person said no to.
create table register_set_aside (
  agency_id integer not null references agencies,
  key       text not null,  -- actions/register_proposals.h
  primary key (agency_id, key)
) strict, without rowid;
