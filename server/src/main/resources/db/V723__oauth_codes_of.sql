-- Ending what an application may do for somebody also ends the codes that are still open.
CREATE INDEX oauth_codes_of ON oauth_codes (person, application);
