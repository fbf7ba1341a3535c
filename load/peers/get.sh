#!/bin/sh
# Puts the servers that `./parley load peers` and `./parley load chats` compare with into a folder, from package registries
# alone.
#
#   load/peers/get.sh [FOLDER]     load/target/peers when none is named
#
# Go modules: nats-server, Centrifugo and Mattermost. Debian: mosquitto and Erlang's driver for PostgreSQL (unpacked, not
# installed), ejabberd and postgresql (installed, when this runs as root and they are not there). npm: ws. PyPI:
# matrix-synapse. What cannot be had is named and left out; the comparison then goes on without it. Nothing of this is ever
# committed. Not every version can be had everywhere: newer ones of Centrifugo (6) and Mattermost (7 and later) were refused
# where these were chosen. Building takes about five minutes of two cores, most of it Mattermost.
set -u
here=$(cd "$(dirname "$0")" && pwd)
to=${1:-$here/../target/peers}
mkdir -p "$to/bin"
to=$(cd "$to" && pwd)

missing() {
  echo "missing: $1 ($2)" >&2
}

# $1 is the program, $2 the module, $3 its version, $4 the package. From the module's own folder and not by `go install`,
# which asks for a list of versions and refuses modules that replace others. Old modules reach into Go's own library, which
# newer linkers allow on demand only.
go_program() {
  [ -x "$to/bin/$1" ] && return
  command -v go >/dev/null 2>&1 || { missing "$1" "there is no Go"; return; }
  (
    go mod download "$2@$3" || exit 1
    cd "$(go env GOMODCACHE)/$2@$3" || exit 1
    go build -mod=readonly -o "$to/bin/$1" "$4" || go build -mod=readonly -ldflags=-checklinkname=0 -o "$to/bin/$1" "$4"
  ) >"$to/$1.log" 2>&1 || missing "$1" "go build failed, see $to/$1.log"
}

# Mattermost looks for its texts and templates beside it.
go_mattermost() {
  [ -x "$to/mattermost/bin/mattermost" ] && return
  go_program mattermost "$1" "$2" ./cmd/mattermost
  [ -x "$to/bin/mattermost" ] || return
  mkdir -p "$to/mattermost/bin"
  for folder in i18n templates fonts; do
    cp -r "$(go env GOMODCACHE)/$1@$2/$folder" "$to/mattermost/"
  done
  chmod -R u+w "$to/mattermost"
  mv "$to/bin/mattermost" "$to/mattermost/bin/mattermost"
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

version() {
  { [ -e "$to/$2" ] || [ -e "$2" ]; } && echo "$1 $3" >>"$to/versions"
}

debian_version() {
  dpkg-query -W -f '${Version}' "$1" 2>/dev/null
}

go_program nats-server github.com/nats-io/nats-server/v2 v2.15.2 .
go_program centrifugo github.com/centrifugal/centrifugo/v5 v5.4.9 .
debian_unpacked usr/sbin/mosquitto mosquitto libmosquitto1 libdlt2 libwebsockets17 libev4 libcjson1 libwrap0
debian_unpacked usr/lib/erlang/lib erlang-p1-pgsql
debian_installed ejabberd
debian_installed postgresql
python_package matrix-synapse synapse 1.163.2
npm_package ws 8.23.0
go_mattermost github.com/mattermost/mattermost-server/v6 v6.7.2
cp "$here/room.cjs" "$to/room.cjs"
: >"$to/versions"
version nats-server bin/nats-server 2.15.2
version Centrifugo bin/centrifugo 5.4.9
version mosquitto root/usr/sbin/mosquitto "$(apt-cache show mosquitto 2>/dev/null | sed -n 's/^Version: //p' | head -n 1)"
version ejabberd /usr/share/ejabberd/sql/pg.sql "$(debian_version ejabberd)"
version ws node_modules/ws 8.23.0
version matrix-synapse synapse/bin/python 1.163.2
version Mattermost mattermost/bin/mattermost 6.7.2
version PostgreSQL-of-the-chat-servers /usr/lib/postgresql "$(debian_version postgresql)"
cat "$to/versions"
