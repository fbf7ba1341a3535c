-- One row: the checksum of all migrations that have been applied, so that a start with an unchanged schema skips Flyway.
CREATE TABLE schema_state (checksum text NOT NULL);
