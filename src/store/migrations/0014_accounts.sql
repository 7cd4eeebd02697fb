-- How accounts are invited, opened and kept (R61, R62).

alter table users add column opened_at integer;  -- last set to be used; null: invited, and no password was ever set
update users set opened_at = coalesce(password_changed_at, created_at);

-- The agency's rules of accounts where they differ from the defaults (domain/account_rules.h).
create table account_rules (
  agency_id integer not null references agencies,
  name      text not null,
  value     integer not null,
  primary key (agency_id, name)
) strict, without rowid;
create table account_rule_versions (
  agency_id integer primary key references agencies,
  version   integer not null
) strict;

-- The one-time code with which somebody sets the password of an account; only its hash.
create table invitations (
  agency_id  integer not null,
  user_id    integer not null,
  code_hash  text not null,
  expires_at integer not null,
  primary key (agency_id, user_id),
  foreign key (agency_id, user_id) references users (agency_id, id) on delete cascade
) strict, without rowid;

-- Passwords that an account had, so that they do not come back; only their Argon2id hashes.
create table old_passwords (
  agency_id     integer not null,
  user_id       integer not null,
  kept_at       integer not null,
  password_hash text not null,
  primary key (agency_id, user_id, kept_at),
  foreign key (agency_id, user_id) references users (agency_id, id) on delete cascade
) strict, without rowid;

-- From which device and address a session began.
alter table sessions add column device text not null default '';
alter table sessions add column address text not null default '';

-- The second step of signing in: an authenticator (RFC 6238). Counts only once it was confirmed with a code.
create table second_factors (
  agency_id    integer not null,
  user_id      integer not null,
  secret       blob not null,
  made_at      integer not null,
  confirmed_at integer,
  last_step    integer not null default 0,  -- no code of this step or an earlier one is taken again
  primary key (agency_id, user_id),
  foreign key (agency_id, user_id) references users (agency_id, id) on delete cascade
) strict, without rowid;
create table recovery_codes (
  agency_id integer not null,
  user_id   integer not null,
  code_hash text not null,
  primary key (agency_id, user_id, code_hash),
  foreign key (agency_id, user_id) references users (agency_id, id) on delete cascade
) strict, without rowid;

-- Keys with which other programs act for an account; only their hashes.
create table access_keys (
  agency_id    integer not null,
  id           integer not null,
  user_id      integer not null,
  name         text not null,
  key_hash   text not null,
  rights       text not null,  -- JSON array of names of rights
  created_at   integer not null,
  expires_at   integer not null,
  last_used_at integer,
  revoked_at   integer,
  primary key (agency_id, id),
  foreign key (agency_id, user_id) references users (agency_id, id) on delete cascade
) strict, without rowid;
create unique index access_keys_by_hash on access_keys (agency_id, key_hash);
create index access_keys_by_user on access_keys (agency_id, user_id);
