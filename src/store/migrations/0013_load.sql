-- The counts also by who carries the work out: how much one person has to do, and how much of it is late.
create table tallies_new (
  agency_id    integer not null,
  programme_id integer not null,
  grouping     text not null check (grouping in ('programme', 'unit', 'leader', 'label', 'month', 'executor')),
  member       text not null,  -- id of the unit, the leader or the account, the label, the month; '' for the programme
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
select agency_id, programme_id, 'executor', cast(executor_id as text), due_on,
  sum(state <> 'completed'),
  sum(state = 'completed' and (completed_on is null or completed_on <= due_on)),
  sum(state = 'completed' and coalesce(completed_on, '') > due_on)
from work where executor_id is not null and state not in ('stopped', 'refused') group by 1, 2, 4, 5;
