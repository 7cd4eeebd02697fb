-- Versions sent to the units, who answered, what was proposed, recommended and decided.

create table consultations (
  agency_id    integer not null,
  id           integer not null,
  programme_id integer not null,
  version_id   integer not null,  -- what was sent
  state        text not null check (state in ('open', 'closed', 'settled', 'withdrawn')),
  sent_at      integer not null,
  due_on       text not null,
  words        text not null,
  led_to       integer,           -- the version that came of it
  version      integer not null default 1,
  primary key (agency_id, id)
) strict, without rowid;
create index consultations_by_programme on consultations (agency_id, programme_id, id);
create unique index one_open_consultation on consultations (agency_id, programme_id) where state in ('open', 'closed');

create table consulted_units (
  agency_id       integer not null,
  consultation_id integer not null,
  unit_id         integer not null,
  answered_at     integer,
  answered_by     text not null default '',
  primary key (agency_id, consultation_id, unit_id)
) strict, without rowid;

create table proposals (
  agency_id            integer not null,
  id                   integer not null,
  consultation_id      integer not null,
  unit_id              integer not null,
  kind                 text not null check (kind in ('keep', 'drop', 'add', 'move', 'amend')),
  task_id              integer,
  number               text not null,
  title                text not null,
  month                integer,
  edit                 text not null,  -- JSON
  words                text not null,
  by_id                integer not null,
  by_name              text not null,
  at                   integer not null,
  is_from_file         integer not null check (is_from_file in (0, 1)),
  recommendation       text not null default 'none',
  recommendation_words text not null default '',
  decision             text not null default 'none',
  decision_words       text not null default '',
  decided_by           integer,
  decided_name         text not null default '',
  decided_at           integer,
  primary key (agency_id, id)
) strict, without rowid;
create index proposals_by_consultation on proposals (agency_id, consultation_id, unit_id, id);
