-- Whether somebody ever reacted to a message. Most pages have no message with reactions, and to find that out in the table
-- of reactions cost PostgreSQL as much as to read the page.
ALTER TABLE messages ADD COLUMN reacted boolean NOT NULL DEFAULT false;
UPDATE messages SET reacted = true WHERE id IN (SELECT message_id FROM reactions);
