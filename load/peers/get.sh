#!/bin/sh
# Puts the servers that `./parley load peers` compares with into a folder, from package registries alone.
#
#   load/peers/get.sh [FOLDER]     load/target/peers when none is named
#
# Go modules: nats-server. Debian: mosquitto (unpacked, not installed). npm: ws. What cannot be had is named and left
# out; the comparison then goes on without it. Nothing of this is ever committed. Not here because their registries
# did not have them: Centrifugo (its Go module answers 403) and Mattermost's server (the same).
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

debian_program() {
  [ -x "$to/root/usr/sbin/$1" ] && return
  command -v apt-get >/dev/null 2>&1 || { missing "$1" "this is no Debian"; return; }
  mkdir -p "$to/debs" "$to/root"
  (cd "$to/debs" && apt-get download "$@" >"$to/$1.log" 2>&1) || { missing "$1" "apt-get failed, see $to/$1.log"; return; }
  for deb in "$to"/debs/*.deb; do
    dpkg-deb -x "$deb" "$to/root"
  done
}

npm_package() {
  [ -d "$to/node_modules/$1" ] && return
  command -v npm >/dev/null 2>&1 || { missing "$1" "there is no npm"; return; }
  npm install --prefix "$to" --no-audit --no-fund "$1@$2" >"$to/$1.log" 2>&1 || missing "$1" "npm failed, see $to/$1.log"
}

go_program nats-server github.com/nats-io/nats-server/v2@v2.15.2
debian_program mosquitto libmosquitto1 libdlt2 libwebsockets17 libev4 libcjson1 libwrap0
npm_package ws 8.23.0
cp "$here/room.cjs" "$to/room.cjs"
ls "$to/bin" "$to/root/usr/sbin" 2>/dev/null
