-- The words of a message in their places, for phrases. What is there is made anew, because words are made otherwise now.
ALTER TABLE search_messages ADD COLUMN line text NOT NULL DEFAULT '';
