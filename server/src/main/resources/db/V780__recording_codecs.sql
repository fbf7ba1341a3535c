-- In which codec a recorded voice or picture is; until now all pictures were VP8.
ALTER TABLE recording_files ADD COLUMN codec text;
UPDATE recording_files SET codec = CASE WHEN source IN ('camera', 'screen') THEN 'vp8' ELSE 'opus' END;
ALTER TABLE recording_files ALTER COLUMN codec SET NOT NULL;
