-- The counts also by the kind of what a task delivers. The kind stands with the work, so that a count once made can be taken back
-- whatever the rules of telling kinds say by then. kind_told is the program's own (store/database.cpp): empty where words do not tell.
alter table work add column kind text not null default 'none';
update work set kind = coalesce(nullif(coalesce(
  (select k.kind from task_kinds k where k.agency_id = work.agency_id and k.task_id = work.task_id),
  (select kind_told(t.title, t.deliverable) from tasks t where t.id = work.task_id)), ''), 'none');

create table tallies_new (
  agency_id    integer not null,
  programme_id integer not null,
  grouping     text not null check (grouping in ('programme', 'unit', 'leader', 'label', 'month', 'executor', 'kind')),
  member       text not null,  -- id of the unit, the leader or the account, the label, the month, the kind; '' for the programme
  due_on       text not null,
  open         integer not null default 0,
  on_time      integer not null default 0,
  late         integer not null default 0,
  primary key (agency_id, grouping, member, programme_id, due_on)
) strict, without rowid;
insert into tallies_new select agency_id, programme_id, grouping, member, due_on, open, on_time, late from tallies;
drop table tallies;
alter table tallies_new rename to tallies;

insert into tallies (agency_id, programme_id, grouping, member, due_on, open, on_time, late)
select agency_id, programme_id, 'kind', kind, due_on,
  sum(state <> 'completed'),
  sum(state = 'completed' and (completed_on is null or completed_on <= due_on)),
  sum(state = 'completed' and coalesce(completed_on, '') > due_on)
from work where state not in ('stopped', 'refused') group by 1, 2, 4, 5;
