-- Notices of what is due (R31), how an agency and each person want them, and the messages that carry them out of the house.

create table reminder_settings (
  agency_id      integer primary key references agencies,
  settings       text not null,              -- JSON (domain/reminder_settings.h), without what is secret
  mail_password  text not null default '',
  webhook_secret text not null default '',
  version        integer not null
) strict;

-- The last day whose notices were made. It never goes back, whatever the clock does.
create table reminder_days (
  agency_id integer primary key references agencies,
  last_day  text not null
) strict;

create table own_reminders (
  agency_id integer not null,
  user_id   integer not null,
  email     text not null default '',
  by_email  integer not null default 0 check (by_email in (0, 1)),
  feed_hash text,  -- SHA-256 of the secret in the address of one's own calendar
  version   integer not null,
  primary key (agency_id, user_id),
  foreign key (agency_id, user_id) references users (agency_id, id) on delete cascade
) strict, without rowid;
create unique index own_reminders_by_feed on own_reminders (feed_hash) where feed_hash is not null;

create table notices (
  agency_id integer not null,
  id        integer not null,
  user_id   integer not null,
  day       text not null,
  kind      text not null check (kind in ('due_soon', 'due_today', 'overdue', 'silent', 'awaiting')),
  task_id   integer not null,
  step      text not null check (step in ('unit', 'head', 'leader')),
  days      integer not null,
  made_at   integer not null,
  read_at   integer,
  primary key (agency_id, id),
  unique (agency_id, user_id, day, task_id, kind)
) strict, without rowid;

-- One message a person and day; user 0: the agency's own webhook. It is due at next_try_at, and each try moves that on before it begins.
create table messages (
  agency_id   integer not null,
  id          integer not null,
  channel     text not null check (channel in ('email', 'webhook')),
  user_id     integer not null,
  day         text not null,
  payload     text not null,  -- JSON
  state       text not null default 'waiting' check (state in ('waiting', 'sent', 'given_up')),
  attempts    integer not null default 0,
  next_try_at integer not null,
  settled_at  integer,
  fault       text not null default '',
  primary key (agency_id, id),
  unique (agency_id, channel, user_id, day)
) strict, without rowid;
create index messages_waiting on messages (next_try_at) where state = 'waiting';
