-- What a merge of a newer file found in the programme, so that one action takes the whole of it back.
create table intake_undo (
  agency_id integer not null,
  intake_id integer not null,
  undo      text not null,  -- JSON (actions/merge_undo.h)
  primary key (agency_id, intake_id)
) strict;

-- What the agency's own column headers mean, as its clerks said while importing.
create table column_words (
  agency_id  integer not null,
  header_key text not null,  -- search_key(header)
  header     text not null,  -- as last written
  field      text,           -- null: kept as a column of its own
  primary key (agency_id, header_key)
) strict, without rowid;
