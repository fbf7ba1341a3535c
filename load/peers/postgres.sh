#!/bin/sh
# Runs a PostgreSQL of Debian's in the foreground, as durable as Parley's own, for a chat server that Parley is compared
# with; `load/peers/postgres.sh FOLDER PORT`. As root it becomes the user `nobody`, which PostgreSQL asks for.
set -eu
folder=$1
port=$2
programs=$(ls -d /usr/lib/postgresql/*/bin | tail -n 1)
mkdir -p "$folder"
as=
if [ "$(id -u)" -eq 0 ]; then
  # Everybody above has to let nobody pass.
  chown nobody:nogroup "$folder"
  as="setpriv --reuid=nobody --regid=nogroup --clear-groups"
fi
cd "$folder"
[ -d data ] || $as "$programs/initdb" -D data -U peer --auth=trust --locale=C --encoding=UTF8 >initdb.log 2>&1
exec $as "$programs/postgres" -D data -p "$port" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \
  -c fsync=on -c synchronous_commit=on -c full_page_writes=on -c shared_buffers=128MB -c max_connections=200
