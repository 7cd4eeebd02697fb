-- Which agencies' sums another agency sees: the office of a province those of its departments. Nobody sees another's but by a row here.
create table overseen_agencies (
  agency_id   integer not null,  -- who sees them
  overseen_id integer not null,
  since       integer not null,
  primary key (agency_id, overseen_id)
) strict, without rowid;
