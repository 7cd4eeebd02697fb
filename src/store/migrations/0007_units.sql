-- What a unit is, where it stands, since when and until when, and which unit took its place.

alter table units add column kind text not null default 'other';
alter table units add column parent_id integer;
alter table units add column valid_from text;
alter table units add column valid_to text;      -- the last day
alter table units add column successor_id integer;
alter table units add column identifier text not null default '';      -- QĐ 20/2020/QĐ-TTg, at most 35 characters
alter table units add column old_identifier text not null default '';  -- as before, 13 characters
