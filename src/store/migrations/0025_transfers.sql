-- Work that was begun by one person and went to another (NĐ 335/2025/NĐ-CP, Điều 18.1.d): both count it, each in their own way.
create table transfers (
  agency_id integer not null,
  id        integer not null,
  task_id   integer not null,
  from_id   integer not null,
  to_id     integer not null,
  at        integer not null,
  primary key (agency_id, id)
) strict, without rowid;
