#!/bin/sh
# Runs matrix-synapse from PyPI in the foreground: `load/peers/synapse.sh PEERS FOLDER PORT DATABASE_PORT`. Registration is
# open and no rate is limited; passwords are hashed cheaply, since nobody measures that.
set -eu
python=$1/synapse/bin/python
folder=$2
mkdir -p "$folder"
cd "$folder"
tries=0
until psql -h 127.0.0.1 -p "$4" -U peer -d postgres -qc "SELECT 1" >/dev/null 2>&1 || [ "$tries" -ge 60 ]; do
  tries=$((tries + 1))
  sleep 0.5
done
psql -h 127.0.0.1 -p "$4" -U peer -d postgres -qc "CREATE DATABASE synapse" >schema.log 2>&1 || true
[ -f homeserver.yaml ] || "$python" -m synapse.app.homeserver --server-name localhost --config-path homeserver.yaml \
  --generate-config --report-stats=no >generate.log 2>&1
cat >own.yaml <<YAML
listeners: [{port: $3, tls: false, type: http, bind_addresses: [127.0.0.1], resources: [{names: [client]}]}]
database: {name: psycopg2, allow_unsafe_locale: true, args: {user: peer, password: peer, database: synapse, host: 127.0.0.1, port: $4, cp_min: 5, cp_max: 10}}
enable_registration: true
enable_registration_without_verification: true
bcrypt_rounds: 4
presence: {enabled: false}
trusted_key_servers: []
suppress_key_server_warning: true
rc_message: {per_second: 100000, burst_count: 100000}
rc_registration: {per_second: 100000, burst_count: 100000}
rc_login: {address: {per_second: 100000, burst_count: 100000}, account: {per_second: 100000, burst_count: 100000}}
rc_joins: {local: {per_second: 100000, burst_count: 100000}, remote: {per_second: 100000, burst_count: 100000}}
rc_joins_per_room: {per_second: 100000, burst_count: 100000}
rc_presence: {per_user: {per_second: 100000, burst_count: 100000}}
YAML
cat >log.yaml <<YAML
version: 1
disable_existing_loggers: true
root: {level: ERROR}
YAML
echo "log_config: $folder/log.yaml" >>own.yaml
exec "$python" -m synapse.app.homeserver --config-path homeserver.yaml --config-path own.yaml
