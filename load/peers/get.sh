#!/bin/sh
# Puts the servers that `./parley load peers` and `./parley load chats` compare with into a folder, from package registries
# alone.
#
#   load/peers/get.sh [FOLDER]     load/target/peers when none is named
#
# Go modules: nats-server. Debian: mosquitto and Erlang's driver for PostgreSQL (unpacked, not installed), ejabberd and
# postgresql (installed, when this runs as root and they are not there). npm: ws. PyPI: matrix-synapse. What cannot be had
# is named and left out; the comparison then goes on without it. Nothing of this is ever committed. Not here because
# their registries did not have them: Centrifugo (its Go module answers 403) and Mattermost's server (the same).
set -u
here=$(cd "$(dirname "$0")" && pwd)
to=${1:-$here/../target/peers}
mkdir -p "$to/bin"
to=$(cd "$to" && pwd)

missing() {
  echo "missing: $1 ($2)" >&2
}

go_program() {
  [ -x "$to/bin/$1" ] && return
  command -v go >/dev/null 2>&1 || { missing "$1" "there is no Go"; return; }
  GOBIN=$to/bin go install "$2" >"$to/$1.log" 2>&1 || missing "$1" "go install failed, see $to/$1.log"
}

# $1 is what has to be there afterwards, $2 the first of the packages.
debian_unpacked() {
  [ -e "$to/root/$1" ] && return
  shift
  command -v apt-get >/dev/null 2>&1 || { missing "$1" "this is no Debian"; return; }
  mkdir -p "$to/debs" "$to/root"
  (cd "$to/debs" && apt-get download "$@" >"$to/$1.log" 2>&1) || { missing "$1" "apt-get failed, see $to/$1.log"; return; }
  for deb in "$to"/debs/*.deb; do
    dpkg-deb -x "$deb" "$to/root"
  done
}

debian_installed() {
  dpkg -s "$1" >/dev/null 2>&1 && return
  [ "$(id -u)" -eq 0 ] || { missing "$1" "not installed, and this does not run as root"; return; }
  apt-get install -y --no-install-recommends "$1" >"$to/$1.log" 2>&1 || missing "$1" "apt-get failed, see $to/$1.log"
}

python_package() {
  [ -x "$to/$2/bin/python" ] && return
  { python3 -m venv "$to/$2" && "$to/$2/bin/pip" install -q "$1==$3" psycopg2-binary; } >"$to/$2.log" 2>&1 ||
    { rm -rf "${to:?}/$2"; missing "$1" "pip failed, see $to/$2.log"; }
}

npm_package() {
  [ -d "$to/node_modules/$1" ] && return
  command -v npm >/dev/null 2>&1 || { missing "$1" "there is no npm"; return; }
  npm install --prefix "$to" --no-audit --no-fund "$1@$2" >"$to/$1.log" 2>&1 || missing "$1" "npm failed, see $to/$1.log"
}

go_program nats-server github.com/nats-io/nats-server/v2@v2.15.2
debian_unpacked usr/sbin/mosquitto mosquitto libmosquitto1 libdlt2 libwebsockets17 libev4 libcjson1 libwrap0
debian_unpacked usr/lib/erlang/lib erlang-p1-pgsql
debian_installed ejabberd
debian_installed postgresql
python_package matrix-synapse synapse 1.163.2
npm_package ws 8.23.0
cp "$here/room.cjs" "$to/room.cjs"
ls "$to/bin" "$to/root/usr/sbin" 2>/dev/null
