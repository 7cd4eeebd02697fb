-- What a wish for a later deadline rests on, as written.
alter table extensions add column document text not null default '';
