-- What somebody reported, newest first.
CREATE INDEX reports_by_person ON reports (reporter, id);
