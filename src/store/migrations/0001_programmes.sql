-- Agencies, their registers, programmes and tasks, imports, events. agency_id leads every table and key, so that the data
-- can be spread by agency. Instants are milliseconds since 1970 in UTC, days are ISO text, ids are made by the program.

create table settings (
  name  text primary key,
  value text not null
) strict, without rowid;

create table agencies (
  agency_id integer primary key,
  name      text not null,
  version   integer not null default 1
) strict;

create table units (
  agency_id    integer not null references agencies,
  id           integer not null,
  name         text not null,
  abbreviation text not null,
  aliases      text not null,  -- JSON array of spellings met in documents
  name_key     text not null,  -- search_key(name)
  sort_key     blob not null,
  version      integer not null default 1,
  primary key (agency_id, id)
) strict, without rowid;
create unique index units_by_name on units (agency_id, name_key);

create table people (
  agency_id integer not null references agencies,
  id        integer not null,
  full_name text not null,
  aliases   text not null,
  name_key  text not null,
  sort_key  blob not null,
  version   integer not null default 1,
  primary key (agency_id, id)
) strict, without rowid;
create unique index people_by_name on people (agency_id, name_key);

create table users (
  agency_id     integer not null references agencies,
  id            integer not null,
  name          text not null,
  full_name     text not null,
  password_hash text not null,
  created_at    integer not null,
  version       integer not null default 1,
  primary key (agency_id, id)
) strict, without rowid;

-- Whoever signs in types a name only: it leads to the agency. The one table that is not spread by agency.
create table sign_in_names (
  name_key  text primary key,
  agency_id integer not null,
  user_id   integer not null,
  foreign key (agency_id, user_id) references users (agency_id, id) on delete cascade
) strict, without rowid;

create table sessions (
  agency_id    integer not null,
  token_hash   text not null,
  user_id      integer not null,
  csrf         text not null,
  created_at   integer not null,
  last_seen_at integer not null,
  expires_at   integer not null,
  primary key (agency_id, token_hash),
  foreign key (agency_id, user_id) references users (agency_id, id) on delete cascade
) strict, without rowid;
create index sessions_by_user on sessions (agency_id, user_id);

create table programmes (
  agency_id      integer not null references agencies,
  id             integer not null,
  title          text not null,
  year           integer,
  attachment     text not null,  -- JSON
  column_headers text not null,  -- JSON array, in order
  sections       text not null,  -- JSON array
  tasks          integer not null default 0,  -- how many tasks it has; kept by whoever adds or removes them
  version        integer not null default 1,
  primary key (agency_id, id)
) strict, without rowid;

create table intakes (
  agency_id    integer not null references agencies,
  id           integer not null,
  state        text not null check (state in ('open', 'confirmed', 'withdrawn')),
  source_name  text not null,
  sha256       text not null,
  created_at   integer not null,
  created_by   integer not null,
  programme_id integer,
  tasks        integer not null,
  proposals    integer not null,
  doubts       integer not null,
  problems     integer not null,
  draft        text not null,  -- JSON of what was read
  version      integer not null default 1,
  primary key (agency_id, id)
) strict;

create table intake_sources (
  agency_id integer not null,
  intake_id integer not null,
  bytes     blob not null,
  primary key (agency_id, intake_id),
  foreign key (agency_id, intake_id) references intakes (agency_id, id) on delete cascade
) strict;

-- id is the row's own place (SQLite's rowid); every index that lists tasks begins with the agency.
-- The id lists repeat task_units and task_leaders, so that a page of tasks is one walk along one index.
create table tasks (
  agency_id           integer not null,
  id                  integer primary key,
  programme_id        integer not null,
  intake_id           integer,
  position            integer not null,
  section             text not null,
  quarter             integer check (quarter between 1 and 4),
  month               integer check (month between 1 and 12),
  number              text not null,
  title               text not null,
  lead                text not null,
  coordinating        text not null,
  deliverable         text not null,
  directing_leader    text not null,
  note                text not null,
  due                 text not null,
  extra               text not null,  -- JSON object
  lead_units          text not null,  -- JSON array of ids
  coordinating_units  text not null,  -- JSON array of ids
  directing_leaders   text not null,  -- JSON array of ids
  labels              text not null,  -- JSON array of words
  due_from            text,
  due_to              text,
  due_key             text not null,  -- due_to, or '9999-12-31' where there is no deadline
  number_key          text not null,
  title_key           blob not null,
  version             integer not null default 1,
  unique (agency_id, id),
  foreign key (agency_id, programme_id) references programmes (agency_id, id)
) strict;
create index tasks_by_position on tasks (agency_id, programme_id, position, id);
create index tasks_by_due on tasks (agency_id, due_key, id);
create index tasks_by_number on tasks (agency_id, programme_id, number_key, id);
create index tasks_by_title on tasks (agency_id, title_key, id);
create index tasks_by_month on tasks (agency_id, programme_id, month, quarter);

create table task_units (
  agency_id    integer not null,
  unit_id      integer not null,
  role         text not null check (role in ('lead', 'coordinating')),
  programme_id integer not null,
  task_id      integer not null,
  primary key (agency_id, unit_id, role, programme_id, task_id),
  foreign key (agency_id, unit_id) references units (agency_id, id)
) strict, without rowid;

create table task_leaders (
  agency_id    integer not null,
  person_id    integer not null,
  programme_id integer not null,
  task_id      integer not null,
  primary key (agency_id, person_id, programme_id, task_id),
  foreign key (agency_id, person_id) references people (agency_id, id)
) strict, without rowid;

create table task_labels (
  agency_id    integer not null,
  label        text not null,
  programme_id integer not null,
  task_id      integer not null,
  primary key (agency_id, label, programme_id, task_id)
) strict, without rowid;

-- Where in the source each cell of a task was read.
create table task_places (
  agency_id integer not null,
  task_id   integer not null,
  places    text not null,  -- JSON
  primary key (agency_id, task_id)
) strict, without rowid;

-- Words of tasks, folded by the program (store/search.cpp); each word carries its agency, so that a search walks only the
-- agency's own postings. Holds no text: rowid is the task's id.
create virtual table task_words using fts5 (words, content = '', columnsize = 0, detail = none, tokenize = 'ascii');

-- Who changed what and when. Each hash covers the hash before it: a changed or missing row shows.
create table events (
  agency_id     integer not null references agencies,
  sequence      integer not null,
  id            integer not null,
  at            integer not null,
  actor_id      integer,
  actor_name    text not null,
  kind          text not null,
  entity        text not null,
  entity_id     integer not null,
  before        text,  -- JSON
  after         text,  -- JSON
  previous_hash text not null,
  hash          text not null,
  primary key (agency_id, sequence)
) strict, without rowid;
create index events_by_entity on events (agency_id, entity, entity_id, sequence);
create trigger events_stay_as_written before update on events begin select raise(abort, 'events are append-only'); end;
create trigger events_stay before delete on events begin select raise(abort, 'events are append-only'); end;
