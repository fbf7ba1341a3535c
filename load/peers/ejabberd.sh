#!/bin/sh
# Runs Debian's ejabberd in the foreground: `load/peers/ejabberd.sh FOLDER PORT [DATABASE_PORT]`. One room for everybody,
# nobody signs in by name, nobody is told who comes and goes; with a database every message of the room is archived there.
# PARLEY_PEERS names the folder of `get.sh`, where Erlang's driver for PostgreSQL is.
set -eu
folder=$1
port=$2
database=${3:-}
mkdir -p "$folder"
keep=
modules=
if [ -n "$database" ]; then
  keep="mam: true"
  modules="  mod_mam: {db_type: sql}"
  export ERL_LIBS="$PARLEY_PEERS/root/usr/lib/erlang/lib"
  tries=0
  until psql -h 127.0.0.1 -p "$database" -U peer -d postgres -qc "SELECT 1" >/dev/null 2>&1 || [ "$tries" -ge 60 ]; do
    tries=$((tries + 1))
    sleep 0.5
  done
  psql -h 127.0.0.1 -p "$database" -U peer -d postgres -q -f /usr/share/ejabberd/sql/pg.sql >"$folder/schema.log" 2>&1 || true
fi
cat >"$folder/ejabberd.yml" <<YAML
hosts: [localhost]
loglevel: warning
listen:
  - {port: $port, ip: "127.0.0.1", module: ejabberd_http, request_handlers: {/ws: ejabberd_http_ws}}
auth_method: anonymous
anonymous_protocol: sasl_anon
allow_multiple_connections: true
websocket_ping_interval: 3600
websocket_timeout: 7200
${database:+sql_type: pgsql
sql_server: 127.0.0.1
sql_port: $database
sql_database: postgres
sql_username: peer
sql_password: peer}
modules:
  mod_muc:
    max_users: 20000
    history_size: 0
    default_room_options: {presence_broadcast: [], max_users: 20000, persistent: false, ${keep:-mam: false}}
$modules
YAML
export EJABBERD_CONFIG_PATH="$folder/ejabberd.yml" EJABBERD_LOG_PATH="$folder/ejabberd.log"
export HOME="$folder"
exec erl +K true +P 250000 +Q 65536 -noinput -pa "$(dirname "$(find /usr/lib -name ejabberd.app | head -n 1)")" \
  -mnesia dir "\"$folder/mnesia\"" -s ejabberd
