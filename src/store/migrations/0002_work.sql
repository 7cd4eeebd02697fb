-- The work on tasks: where each stands, what was done for it, what proves it, how its deadline was put off, and the counts
-- that dashboards read. Days are ISO text; '9999-12-31' stands where there is no deadline.

create table work (
  agency_id     integer not null,
  task_id       integer not null,
  programme_id  integer not null,
  state         text not null,
  due_on        text not null,   -- the day it falls due now, by the agency's reading of deadlines
  first_due_on  text not null,   -- the day it fell due before any extension
  due_from      text,            -- the period of the last extension granted
  due_to        text,
  completed_on  text,            -- which day counts, the document's or the confirmation's, was the agency's choice
  confirmed_at  integer,
  is_late       integer check (is_late in (0, 1)),        -- of completed work, against due_on
  is_first_late integer check (is_first_late in (0, 1)),  -- against first_due_on
  percent       integer not null default 0 check (percent between 0 and 100),
  done          real not null default 0,
  sent_back     integer not null default 0,  -- how often
  extensions    integer not null default 0,  -- how many granted
  executor_id   integer,                     -- the person it was given to inside the unit
  reported_by   integer,
  heard_at      integer,                     -- when somebody last said how it stands
  version       integer not null default 1,
  primary key (agency_id, task_id)
) strict, without rowid;
create index work_by_executor on work (agency_id, executor_id, state, due_on) where executor_id is not null;
create index work_by_state on work (agency_id, state, due_on);

-- Each state that work was in, from an instant on: figures as of any past instant are counted from here.
create table work_history (
  agency_id    integer not null,
  task_id      integer not null,
  at           integer not null,
  id           integer not null,
  programme_id integer not null,
  lead_units   text not null,   -- JSON array of ids, as it was then
  state        text,            -- null: the task was removed
  due_on       text not null,
  is_late      integer,
  primary key (agency_id, task_id, id)
) strict, without rowid;

create table work_entries (
  agency_id    integer not null,
  id           integer not null,
  task_id      integer not null,
  at           integer not null,
  by_id        integer not null,
  by_name      text not null,
  kind         text not null check (kind in ('move', 'progress', 'no_news', 'assignment', 'extension')),
  move         text not null default '',
  state        text not null,  -- after it
  words        text not null,
  difficulties text not null default '',
  requests     text not null default '',
  percent      integer,
  done         real,
  primary key (agency_id, id)
) strict, without rowid;
create index work_entries_by_task on work_entries (agency_id, task_id, id);

create table evidence (
  agency_id   integer not null,
  id          integer not null,
  task_id     integer not null,
  kind        text not null,   -- of document: "Quyết định"
  number      text not null,
  symbol      text not null,
  issued_on   text,
  issuer      text not null,
  words       text not null,
  file_sha256 text,
  file_name   text not null,
  file_bytes  integer not null default 0,
  added_at    integer not null,
  added_by    integer not null,
  primary key (agency_id, id)
) strict, without rowid;
create index evidence_by_task on evidence (agency_id, task_id, id);

-- Files by their content, once each.
create table files (
  agency_id integer not null,
  sha256    text not null,
  bytes     blob not null,
  primary key (agency_id, sha256)
) strict;

create table extensions (
  agency_id    integer not null,
  id           integer not null,
  task_id      integer not null,
  state        text not null check (state in ('open', 'granted', 'refused', 'offered', 'withdrawn')),
  asked_at     integer not null,
  asked_by     integer not null,
  asked_name   text not null,
  current_to   text not null,
  wanted_from  text not null,
  wanted_to    text not null,
  reason       text not null,
  answered_at  integer,
  answered_by  integer,
  answer_name  text not null default '',
  answer       text not null default '',
  offered_from text,
  offered_to   text,
  version      integer not null default 1,
  primary key (agency_id, id)
) strict, without rowid;
create index extensions_by_task on extensions (agency_id, task_id, id);
create index extensions_open on extensions (agency_id, state, id) where state in ('open', 'offered');

-- How many tasks stand where, by day due: whatever a dashboard asks is a sum over few rows. Kept with every change of a task or its work.
create table tallies (
  agency_id    integer not null,
  programme_id integer not null,
  grouping     text not null check (grouping in ('programme', 'unit', 'leader', 'label', 'month')),
  member       text not null,  -- id of the unit or the leader, the label, the month; '' for the programme
  due_on       text not null,
  open         integer not null default 0,
  on_time      integer not null default 0,
  late         integer not null default 0,
  primary key (agency_id, grouping, member, programme_id, due_on)
) strict, without rowid;

insert into work (agency_id, task_id, programme_id, state, due_on, first_due_on)
select agency_id, id, programme_id, 'assigned', due_key, due_key from tasks;

insert into tallies (agency_id, programme_id, grouping, member, due_on, open)
select agency_id, programme_id, 'programme', '', due_key, count(*) from tasks group by 1, 2, 5;
insert into tallies (agency_id, programme_id, grouping, member, due_on, open)
select agency_id, programme_id, 'month', cast(month as text), due_key, count(*) from tasks where month is not null group by 1, 2, 4, 5;
insert into tallies (agency_id, programme_id, grouping, member, due_on, open)
select u.agency_id, u.programme_id, 'unit', cast(u.unit_id as text), t.due_key, count(*)
from task_units u join tasks t on t.id = u.task_id where u.role = 'lead' group by 1, 2, 4, 5;
insert into tallies (agency_id, programme_id, grouping, member, due_on, open)
select l.agency_id, l.programme_id, 'leader', cast(l.person_id as text), t.due_key, count(*)
from task_leaders l join tasks t on t.id = l.task_id group by 1, 2, 4, 5;
insert into tallies (agency_id, programme_id, grouping, member, due_on, open)
select l.agency_id, l.programme_id, 'label', l.label, t.due_key, count(*)
from task_labels l join tasks t on t.id = l.task_id group by 1, 2, 4, 5;
