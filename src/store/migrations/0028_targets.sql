-- What tasks ask for in numbers stands beside them, so that a year's total of a series is one question (R13). targets_told and
-- series_told are the program's own (store/database.cpp).
create table targets (
  agency_id    integer not null,
  task_id      integer not null,
  unit         text not null,     -- "phương tiện đo"
  programme_id integer not null,
  series       integer not null,  -- the same for all tasks of one activity
  least        real not null,
  most         real,
  approximate  integer not null,
  primary key (agency_id, task_id, unit)
) strict, without rowid;
create index targets_of_series on targets (agency_id, series);

insert into targets (agency_id, task_id, unit, programme_id, series, least, most, approximate)
select t.agency_id, t.id, json_extract(each.value, '$[0]'), t.programme_id, series_told(t.title), json_extract(each.value, '$[1]'),
  json_extract(each.value, '$[2]'), json_extract(each.value, '$[3]')
from tasks t, json_each(targets_told(t.title)) each where t.title glob '*[0-9]*';
