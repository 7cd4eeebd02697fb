-- Who signed in, read and changed what, and from where (R64). Each row is sealed by a hash over the one before it.

create table access_log (
  agency_id     integer not null,  -- 0: of no agency, as attempts with a name that nobody has
  sequence      integer not null,
  at            integer not null,
  kind          text not null check (kind in ('session', 'account', 'read', 'change', 'log')),
  what          text not null,     -- of sessions and accounts what happened, otherwise the route: 'GET /tasks/{task}'
  object        text not null,     -- ids only: nothing of what a task says
  result        text not null check (result in ('done', 'refused', 'absent', 'failed')),
  times         integer not null,  -- the same within one second stands once
  user_id       integer,
  account       text not null,     -- as it was called then
  address       text not null,     -- of the client; empty at the machine itself
  host          text not null,     -- of the server, as it was reached
  previous_hash text not null,
  hash          text not null,
  primary key (agency_id, sequence)
) strict, without rowid;
create index access_log_by_time on access_log (agency_id, at, sequence);
create index access_log_by_account on access_log (agency_id, account, at, sequence);
create index access_log_but_reading on access_log (agency_id, kind, at, sequence) where kind <> 'read';

-- Where each log ends, so that rows cut off at the end show too; and what was taken off its beginning when it had been kept long enough.
create table log_heads (
  agency_id    integer not null,
  log          text not null check (log in ('events', 'access')),
  sequence     integer not null,
  hash         text not null,
  trimmed_to   integer not null default 0,
  trimmed_hash text not null default '',
  primary key (agency_id, log)
) strict, without rowid;
insert into log_heads (agency_id, log, sequence, hash) select agency_id, 'events', max(sequence), hash from events group by agency_id;

create trigger access_log_stays_as_written before update on access_log begin select raise(abort, 'the log is append-only'); end;
create trigger access_log_stays before delete on access_log
  when old.sequence > coalesce((select trimmed_to from log_heads where agency_id = old.agency_id and log = 'access'), 0)
  begin select raise(abort, 'the log is append-only'); end;
