-- What was taken is kept for a day, so that whoever manages a guild sees what became of it.
alter table outgoing_letters add column taken boolean not null default false;

drop index outgoing_letters_due;
create index outgoing_letters_due on outgoing_letters (next_at) where not dead and not taken;
create index outgoing_letters_taken on outgoing_letters (created_at) where taken;
