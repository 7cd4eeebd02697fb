-- How much of what a task has to bring about was done when (domain/target.h). It adds up; an earlier figure stays as it was said.
create table amounts (
  agency_id integer not null,
  task_id   integer not null,
  entry_id  integer not null,
  unit      text not null,  -- "phương tiện đo"
  amount    real not null,
  primary key (agency_id, task_id, entry_id, unit)
) strict, without rowid;

-- One figure without a unit stood in the work and in each word about it, as a running total.
insert into amounts (agency_id, task_id, entry_id, unit, amount)
select agency_id, task_id, id, '', done - coalesce(lag(done) over (partition by agency_id, task_id order by id), 0)
from work_entries where done is not null;
alter table work_entries drop column done;
alter table work drop column done;
