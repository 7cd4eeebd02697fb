-- Letters to units about their tasks: what was written, the tasks as they stood, what the units replied.

create table letters (
  agency_id   integer not null,
  id          integer not null,
  kind        text not null check (kind in ('urging', 'explanation')),
  state       text not null check (state in ('drafted', 'issued', 'answered', 'withdrawn')),
  unit_id     integer not null,
  unit_name   text not null,
  superior    text not null,
  issuer      text not null,
  place       text not null,
  symbol      text not null,
  subject     text not null,
  basis       text not null,
  words       text not null,
  answer_days integer not null,
  capacity    text not null,
  signer      text not null,
  recipients  text not null,
  as_of       text not null,
  made_by     integer not null,
  made_name   text not null,
  made_at     integer not null,
  number      text not null default '',
  issued_on   text,
  answer_due  text,
  answered_on text,
  reason      text not null default '',
  version     integer not null default 1,
  primary key (agency_id, id)
) strict, without rowid;
-- A number is given once a year to a symbol (NĐ 30/2020/NĐ-CP Điều 15).
create unique index letters_by_number on letters (agency_id, substr(issued_on, 1, 4), number, symbol) where number <> '';

create table letter_tasks (
  agency_id    integer not null,
  letter_id    integer not null,
  place        integer not null,
  task_id      integer not null,
  number       text not null,
  title        text not null,
  due_on       text,
  state        text not null,
  percent      integer not null,
  days_overdue integer not null,
  heard_on     text,
  primary key (agency_id, letter_id, place)
) strict, without rowid;
create index letter_tasks_by_task on letter_tasks (agency_id, task_id, letter_id);

create table letter_replies (
  agency_id   integer not null,
  letter_id   integer not null,
  id          integer not null,
  by_id       integer not null,
  by_name     text not null,
  at          integer not null,
  words       text not null,
  number      text not null,
  symbol      text not null,
  issued_on   text,
  file_sha256 text,
  file_name   text not null default '',
  file_bytes  integer not null default 0,
  primary key (agency_id, letter_id, id)
) strict, without rowid;
