-- Posts and fields of people, day by day, and who stands in for whom while away.

create table posts (
  agency_id integer not null,
  person_id integer not null,
  place     integer not null,  -- in the order in which they were entered
  position  text not null,
  unit_id   integer,           -- null: of the agency itself
  from_day  text,
  to_day    text,
  primary key (agency_id, person_id, place),
  foreign key (agency_id, person_id) references people (agency_id, id)
) strict, without rowid;

create table responsibilities (
  agency_id integer not null,
  person_id integer not null,
  place     integer not null,
  words     text not null,
  units     text not null,  -- JSON array of ids
  from_day  text,
  to_day    text,
  primary key (agency_id, person_id, place),
  foreign key (agency_id, person_id) references people (agency_id, id)
) strict, without rowid;

create table delegations (
  agency_id   integer not null,
  id          integer not null,
  absent_id   integer not null,
  delegate_id integer not null,
  from_day    text not null,
  to_day      text not null,
  document    text not null,
  entered_by  text not null,
  entered_at  integer not null,
  version     integer not null default 1,
  primary key (agency_id, id),
  foreign key (agency_id, absent_id) references people (agency_id, id),
  foreign key (agency_id, delegate_id) references people (agency_id, id)
) strict, without rowid;
create index delegations_by_day on delegations (agency_id, to_day);
