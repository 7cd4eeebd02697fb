-- The tasks behind a figure are read by the day they fall due, a page at a time.
create index work_by_due on work (agency_id, due_on, task_id);
