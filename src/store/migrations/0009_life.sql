-- The life of a programme: what the agency asks of it, changes after its issue, where its tasks came from.

alter table programmes add column issued_on text;                             -- day of the decision that put it in force
alter table programmes add column is_planned integer not null default 0       -- drafted here for a time to come: its tasks are
  check (is_planned in (0, 1));                                               -- not work of the agency until it is issued

create table programme_rules (
  agency_id integer primary key references agencies,
  items     text not null  -- JSON array: what a task must say ("6 rõ")
) strict;

create table amendments (
  agency_id    integer not null,
  id           integer not null,
  programme_id integer not null,
  state        text not null check (state in ('open', 'issued', 'withdrawn')),
  opened_at    integer not null,
  opened_by    integer not null,
  opened_name  text not null,
  version_id   integer,  -- what it led to
  version      integer not null default 1,
  primary key (agency_id, id)
) strict, without rowid;
create index amendments_by_programme on amendments (agency_id, programme_id, id);
create unique index one_open_amendment on amendments (agency_id, programme_id) where state = 'open';

create table amendment_changes (
  agency_id     integer not null,
  id            integer not null,
  amendment_id  integer not null,
  kind          text not null check (kind in ('change', 'add', 'drop')),
  task_id       integer,           -- null: a task to add, until it is added
  edit          text not null,     -- JSON (actions/task_edit_json.h)
  reason        text not null,
  asked_by      integer not null,
  asked_name    text not null,
  answer        text check (answer in ('consented', 'refused')),
  answered_at   integer,
  answered_by   integer,
  answered_name text not null default '',
  answer_words  text not null default '',
  primary key (agency_id, id)
) strict, without rowid;
create index amendment_changes_by_amendment on amendment_changes (agency_id, amendment_id, id);

-- Which older task one carries on, or repeats for another year.
create table task_origins (
  agency_id      integer not null,
  task_id        integer not null,
  kind           text not null check (kind in ('carried', 'repeated')),
  from_task      integer not null,
  from_programme integer not null,
  reason         text not null,
  first_due_on   text not null,     -- '9999-12-31': none
  delays         integer not null,  -- extensions granted and times carried before
  primary key (agency_id, task_id)
) strict, without rowid;
create index task_origins_by_source on task_origins (agency_id, from_task);
