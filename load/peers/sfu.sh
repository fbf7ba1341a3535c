#!/bin/sh
# Puts the forwarding units that `./parley load sfu --peers` compares with into a folder, from package registries alone.
#
#   load/peers/sfu.sh [FOLDER]     load/target/peers when none is named
#
# npm: mediasoup, whose worker is built against Debian's libraries and Debian's libsrtp with OpenSSL. Debian: Janus. Go
# modules: LiveKit, in the newest version whose modules can be had. As root, because libraries are installed, and because
# Janus wants an address that is not the loopback: it gets one on a pair of virtual interfaces. What cannot be had is named
# and left out. Nothing of this is ever committed. Building mediasoup takes ten minutes of two cores, LiveKit five.
set -u
here=$(cd "$(dirname "$0")" && pwd)
to=${1:-$here/../target/peers}
mkdir -p "$to/bin" "$to/lib"
to=$(cd "$to" && pwd)
mediasoup=3.12.16
livekit=v1.13.5
janus_host=10.99.0.1
janus_port=21990

missing() {
  echo "missing: $1 ($2)" >&2
}

debian() {
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends --no-upgrade "$@" >>"$to/apt.log" 2>&1
}

# libsrtp as mediasoup's own build has it: with OpenSSL's ciphers. Debian's is linked with NSS, which is slower.
srtp() {
  [ -e "$to/lib/libsrtp2.so.1" ] && return 0
  mkdir -p "$to/srtp/lists/partial"
  if [ -f /etc/apt/sources.list.d/debian.sources ]; then
    list=$to/srtp/src.sources
    sed 's/^Types: deb$/Types: deb-src/' /etc/apt/sources.list.d/debian.sources >"$list"
  else
    list=$to/srtp/src.list
    sed 's/^deb /deb-src /' /etc/apt/sources.list >"$list"
  fi
  (
    cd "$to/srtp" || exit 1
    set -- -o "Dir::Etc::sourcelist=$list" -o Dir::Etc::sourceparts=/dev/null -o "Dir::State::lists=$to/srtp/lists"
    apt-get "$@" update && apt-get "$@" source --download-only libsrtp2 || exit 1
    rm -rf source && mkdir source && tar xzf libsrtp2_*.orig.tar.gz -C source --strip-components 1 || exit 1
    "$meson" setup --buildtype release -Dcrypto-library=openssl -Dtests=disabled -Ddefault_library=shared build source &&
      ninja -C build || exit 1
    cp -L build/libsrtp2.so.1 "$to/lib/"
  ) >"$to/srtp.log" 2>&1
}

get_mediasoup() {
  [ -x "$to/bin/mediasoup-worker" ] && [ -e "$to/lib/libsrtp2.so.1" ] && return
  command -v npm >/dev/null 2>&1 || { missing mediasoup "there is no npm"; return; }
  debian g++ ninja-build pkg-config libssl-dev libuv1-dev libusrsctp-dev libabsl-dev nlohmann-json3-dev libsrtp2-dev ||
    { missing mediasoup "Debian's libraries, see $to/apt.log"; return; }
  meson=$to/meson/bin/meson
  [ -x "$meson" ] || { python3 -m venv "$to/meson" && "$to/meson/bin/pip" install -q meson==1.12.1; } >"$to/meson.log" 2>&1
  srtp || { missing mediasoup "libsrtp, see $to/srtp.log"; return; }
  npm install --prefix "$to" --ignore-scripts --no-audit --no-fund "mediasoup@$mediasoup" >"$to/mediasoup-npm.log" 2>&1 ||
    { missing mediasoup "npm, see $to/mediasoup-npm.log"; return; }
  worker=$to/node_modules/mediasoup/worker
  python3 "$here/mediasoup-meson.py" "$worker"
  (
    cd "$worker" || exit 1
    export CPLUS_INCLUDE_PATH=/usr/include/srtp2
    [ -d out ] || "$meson" setup --buildtype release -Db_ndebug=true out || exit 1
    ninja -C out mediasoup-worker || exit 1
    cp out/mediasoup-worker "$to/bin/"
  ) >"$to/mediasoup-build.log" 2>&1 || missing mediasoup "its worker, see $to/mediasoup-build.log"
}

get_janus() {
  [ -x /usr/bin/janus ] || debian janus || { missing Janus "apt-get, see $to/apt.log"; return; }
  ip addr show parley0 >/dev/null 2>&1 ||
    { ip link add parley0 type veth peer name parley1 && ip addr add "$janus_host/32" dev parley0 &&
      ip link set parley0 up && ip link set parley1 up; } >"$to/janus-address.log" 2>&1 ||
    { missing Janus "no virtual interface, see $to/janus-address.log"; return; }
  # As Debian installs it, with a thread for each participant; and as who reads its manual would run it.
  janus_settings janus "$janus_port" "40000-49999" ""
  janus_settings janus-loops "$((janus_port + 1))" "50000-60000" "event_loops = $(getconf _NPROCESSORS_ONLN)"
}

# The settings of one Janus: their folder, the port for commands, those for media, and what else is to be set.
janus_settings() {
  mkdir -p "$to/$1"
  echo "$janus_host" >"$to/$1/address"
  echo "$2" >"$to/$1/port"
  modules=/usr/lib/x86_64-linux-gnu/janus
  others=$(cd "$modules/plugins" && ls | grep '\.so$' | grep -v videoroom | tr '\n' ',')
  lines=$(cd "$modules/transports" && ls | grep '\.so$' | grep -v websockets | tr '\n' ',')
  cat >"$to/$1/janus.jcfg" <<END
general: { configs_folder = "$to/$1"; plugins_folder = "$modules/plugins"; transports_folder = "$modules/transports"
  events_folder = "$modules/none"; loggers_folder = "$modules/none"; debug_level = 3
  $4 }
media: { ipv6 = false; rtp_port_range = "$3" }
nat: { ice_tcp = false; ice_enforce_list = "$janus_host" }
plugins: { disable = "$others" }
transports: { disable = "$lines" }
END
  cat >"$to/$1/janus.transport.websockets.jcfg" <<END
general: { json = "compact"; ws = true; ws_port = $2; ws_ip = "127.0.0.1"; wss = false }
END
  cat >"$to/$1/janus.plugin.videoroom.jcfg" <<END
room-1: { description = "measuring"; publishers = 1; bitrate = 0; audiocodec = "opus"; videocodec = "vp8"; record = false
  notify_joining = false; require_pvtid = false }
END
}

get_livekit() {
  [ -x "$to/bin/livekit-server" ] && return
  command -v go >/dev/null 2>&1 || { missing LiveKit "there is no Go"; return; }
  GOBIN=$to/bin go install "github.com/livekit/livekit-server/cmd/server@$livekit" >"$to/livekit.log" 2>&1 ||
    { missing LiveKit "go install failed, see $to/livekit.log"; return; }
  mv "$to/bin/server" "$to/bin/livekit-server"
}

cp "$here/mediasoup.cjs" "$to/mediasoup.cjs"
get_janus
get_mediasoup
get_livekit
{
  [ -x "$to/bin/mediasoup-worker" ] && echo "mediasoup $mediasoup"
  [ -x /usr/bin/janus ] && echo "Janus $(dpkg-query -W -f '${Version}' janus 2>/dev/null)"
  [ -x "$to/bin/livekit-server" ] && echo "LiveKit $livekit"
} >"$to/versions.calls"
ls "$to/bin" "$to/lib" "$to/janus" "$to/janus-loops"
