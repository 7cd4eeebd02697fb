-- What a search with another filter asks of each row it finds, without reading the row.
create index tasks_by_facts on tasks (id, agency_id, programme_id, quarter, month, due_key);
