-- How far each programme has come, and what it said at each step that is kept: rows and prints by content, in `files`.

alter table programmes add column stage text not null default 'draft'
  check (stage in ('draft', 'consulted', 'submitted', 'approved', 'issued', 'amended'));

create table versions (
  agency_id       integer not null,
  id              integer not null,
  programme_id    integer not null,
  number          integer not null,
  stage           text not null,
  at              integer not null,
  by_id           integer not null,
  by_name         text not null,
  words           text not null,
  decision_number text not null default '',
  decision_symbol text not null default '',
  decision_date   text,                -- null: no decision
  signer          text not null default '',
  tasks           integer not null,
  rows_sha256     text not null,       -- the programme as JSON (reports/programme_json.h)
  primary key (agency_id, id)
) strict, without rowid;
create unique index versions_by_number on versions (agency_id, programme_id, number);
create trigger versions_stay_as_written before update on versions begin select raise(abort, 'versions are kept as they were'); end;
create trigger versions_stay before delete on versions begin select raise(abort, 'versions are kept'); end;

create table version_prints (
  agency_id  integer not null,
  version_id integer not null,
  format     text not null,  -- 'docx'
  sha256     text not null,
  primary key (agency_id, version_id, format)
) strict, without rowid;
