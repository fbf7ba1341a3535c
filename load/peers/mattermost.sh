#!/bin/sh
# Runs Mattermost in the foreground: `load/peers/mattermost.sh PROGRAM_FOLDER FOLDER PORT DATABASE_PORT`. Registration is
# open, no rate is limited, and what nobody measures (plugins, push, telemetry) is off.
set -eu
folder=$2
mkdir -p "$folder/files"
tries=0
until psql -h 127.0.0.1 -p "$4" -U peer -d postgres -qc "SELECT 1" >/dev/null 2>&1 || [ "$tries" -ge 60 ]; do
  tries=$((tries + 1))
  sleep 0.5
done
psql -h 127.0.0.1 -p "$4" -U peer -d postgres -qc "CREATE DATABASE mattermost" >"$folder/schema.log" 2>&1 || true
cd "$1"
export MM_SQLSETTINGS_DRIVERNAME=postgres
export MM_SQLSETTINGS_DATASOURCE="postgres://peer:peer@127.0.0.1:$4/mattermost?sslmode=disable&connect_timeout=10"
export MM_SERVICESETTINGS_LISTENADDRESS="127.0.0.1:$3" MM_SERVICESETTINGS_SITEURL="http://127.0.0.1:$3"
export MM_TEAMSETTINGS_ENABLEOPENSERVER=true MM_TEAMSETTINGS_MAXUSERSPERTEAM=20000 MM_TEAMSETTINGS_MAXCHANNELSPERTEAM=2000
export MM_RATELIMITSETTINGS_ENABLE=false MM_PLUGINSETTINGS_ENABLE=false MM_LOGSETTINGS_ENABLEDIAGNOSTICS=false
export MM_LOGSETTINGS_CONSOLELEVEL=ERROR MM_LOGSETTINGS_ENABLEFILE=false MM_FILESETTINGS_DIRECTORY="$folder/files/"
export MM_EMAILSETTINGS_SENDPUSHNOTIFICATIONS=false MM_EMAILSETTINGS_SENDEMAILNOTIFICATIONS=false
export MM_SERVICESETTINGS_ENABLESECURITYFIXALERT=false MM_ANNOUNCEMENTSETTINGS_ADMINNOTICESENABLED=false
export MM_ANNOUNCEMENTSETTINGS_USERNOTICESENABLED=false
exec bin/mattermost server --config "$folder/config.json"
