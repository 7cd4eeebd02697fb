-- What an account is to its agency, and how it is kept from strangers.
alter table users add column role text not null default 'office'
  check (role in ('office', 'unit_head', 'leader', 'officer', 'auditor', 'administrator'));
alter table users add column unit_id integer;
alter table users add column person_id integer;
alter table users add column must_change_password integer not null default 0 check (must_change_password in (0, 1));
alter table users add column failures integer not null default 0;
alter table users add column locked_until integer;
alter table users add column disabled_at integer;
alter table users add column signed_in_at integer;
alter table users add column password_changed_at integer;
