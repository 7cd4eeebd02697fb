-- How the agency reads deadlines and puts them off, where it differs from the usual (domain/work_settings.h).
create table work_settings (
  agency_id integer not null references agencies,
  name      text not null,
  value     integer not null,
  primary key (agency_id, name)
) strict, without rowid;
create table work_settings_versions (
  agency_id integer primary key references agencies,
  version   integer not null
) strict;

alter table account_rule_versions rename to account_rules_versions;

-- Who worked before goes on counting months to their last day until the agency says otherwise: no deadline moves by itself.
insert into work_settings (agency_id, name, value) select distinct agency_id, 'last_working_day', 0 from work;

-- When a planned programme was issued: figures of an earlier day leave it out.
alter table programmes add column planned_until integer;
