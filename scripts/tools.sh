# Sourced by ./parley. Finds the programs that Parley needs, or says in one line what to install.

java_min=25
node_min=20

fail() {
  echo "parley: $*" >&2
  exit 1
}

# The major version of the Java in a directory, from the file `release` that every JDK carries; 0 when there is none.
java_major() {
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null | head -n 1 | grep . || echo 0
}

# Sets $java to the program and $JAVA_HOME to its directory.
find_java() {
  path_java=$(command -v java 2>/dev/null || true)
  [ -z "$path_java" ] || path_java=$(dirname -- "$(dirname -- "$(readlink -f -- "$path_java" 2>/dev/null || echo "$path_java")")")
  mac_java=$(/usr/libexec/java_home -v "$java_min+" 2>/dev/null || true)
  for candidate in "${JAVA_HOME:-}" "$path_java" /usr/lib/jvm/* "${HOME:-/nonexistent}"/.sdkman/candidates/java/* \
    "$mac_java" /opt/java/openjdk /opt/jdk*; do
    if [ -x "$candidate/bin/javac" ] && [ "$(java_major "$candidate")" -ge "$java_min" ]; then
      JAVA_HOME=$candidate
      export JAVA_HOME
      java=$JAVA_HOME/bin/java
      return
    fi
  done
  fail "a JDK $java_min or newer is missing: install one (https://adoptium.net) or set JAVA_HOME."
}

# Puts a Node that is new enough first in PATH.
find_node() {
  for candidate in "$(command -v node 2>/dev/null || true)" "${HOME:-/nonexistent}"/.nvm/versions/node/*/bin/node \
    "${HOME:-/nonexistent}"/.volta/bin/node /usr/local/bin/node /opt/homebrew/bin/node /opt/node*/bin/node; do
    [ -x "$candidate" ] || continue
    major=$("$candidate" -p 'process.versions.node.split(".")[0]' 2>/dev/null || echo 0)
    if [ "$major" -ge "$node_min" ]; then
      PATH=$(dirname -- "$candidate"):$PATH
      export PATH
      return
    fi
  done
  fail "Node $node_min or newer is missing: install it (https://nodejs.org)."
}

# Sets $CHROMIUM, for the end-to-end tests.
find_chromium() {
  for candidate in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
    CHROMIUM=$(command -v "$candidate" 2>/dev/null || true)
    [ -z "$CHROMIUM" ] || break
  done
  if [ -z "$CHROMIUM" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing Chromium, which the end-to-end tests drive"
    DEBIAN_FRONTEND=noninteractive
    export DEBIAN_FRONTEND
    { apt-get -qq update && apt-get -qq -y --no-install-recommends install chromium; } >"$logs/chromium.log" 2>&1 || true
    CHROMIUM=$(command -v chromium 2>/dev/null || true)
  fi
  [ -n "$CHROMIUM" ] || fail "Chromium is missing: install it (on Debian: apt-get install chromium) or set CHROMIUM."
  export CHROMIUM
}

# The second engine, for the one test of a call between two. Without it that test is left out, and this says so.
find_firefox() {
  for candidate in "${FIREFOX:-}" firefox-esr firefox; do
    FIREFOX=$(command -v "$candidate" 2>/dev/null || true)
    [ -z "$FIREFOX" ] || break
  done
  if [ -z "$FIREFOX" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing Firefox ESR, with which Chromium talks in one test"
    DEBIAN_FRONTEND=noninteractive
    export DEBIAN_FRONTEND
    { apt-get -qq update && apt-get -qq -y --no-install-recommends install firefox-esr; } >"$logs/firefox.log" 2>&1 || true
    FIREFOX=$(command -v firefox-esr 2>/dev/null || true)
  fi
  [ -n "$FIREFOX" ] || echo "Firefox is missing and cannot be installed here: the test with it is skipped."
  export FIREFOX
}

# The virus scanner, for the one test against it. Without it that test is left out, and this says so.
find_clamd() {
  if [ ! -x /usr/sbin/clamd ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing ClamAV's daemon, which one test asks about a file"
    DEBIAN_FRONTEND=noninteractive
    export DEBIAN_FRONTEND
    { apt-get -qq update && apt-get -qq -y --no-install-recommends install clamav-daemon; } >"$logs/clamd.log" 2>&1 || true
  fi
  [ -x /usr/sbin/clamd ] || echo "clamd is missing and cannot be installed here: the test against it is skipped."
}

# The TURN server, for the one test of the relays' passwords. Without it that test is left out, and this says so.
find_coturn() {
  if [ ! -x /usr/bin/turnserver ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing coturn, through which one test relays"
    DEBIAN_FRONTEND=noninteractive
    export DEBIAN_FRONTEND
    { apt-get -qq update && apt-get -qq -y --no-install-recommends install coturn; } >"$logs/coturn.log" 2>&1 || true
  fi
  [ -x /usr/bin/turnserver ] || echo "coturn is missing and cannot be installed here: the test against it is skipped."
}

# Makes real voices and pictures for the tests of recordings, and reads what was recorded. Without it they are left out.
find_ffmpeg() {
  if [ ! -x /usr/bin/ffprobe ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing ffmpeg, which reads what calls have recorded"
    DEBIAN_FRONTEND=noninteractive
    export DEBIAN_FRONTEND
    { apt-get -qq update && apt-get -qq -y --no-install-recommends install ffmpeg; } >"$logs/ffmpeg.log" 2>&1 || true
  fi
  [ -x /usr/bin/ffprobe ] || echo "ffmpeg is missing and cannot be installed here: the tests with it are skipped."
}

cores() {
  getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2
}

memory_mb() {
  awk '/^MemTotal/ { print int($2 / 1024) }' /proc/meminfo 2>/dev/null | grep . || echo 2048
}

# Large pieces of memory outside of the heap (a password's hash takes 19 MB) go back to the system at once, instead of
# staying with the C library's allocator. Only glibc reads this.
export MALLOC_MMAP_THRESHOLD_="${MALLOC_MMAP_THRESHOLD_:-1048576}"

# Java begins with 32 MB of heap, and gives back what it does not need down to 8: at rest a small node needs about 20.
# G1 costs memory and helper threads that one core or a small machine does not have. The AOT cache is made with the
# same options, because it fits only them. Silence about it: a cache that does not fit is left aside and nothing is lost.
java_options() {
  if [ "$(cores)" -le 1 ] || [ "$(memory_mb)" -lt 512 ]; then
    collector="-XX:+UseSerialGC -Xmx128m"
  else
    collector="-XX:+UseG1GC -Xmx512m"
  fi
  echo "$collector -XX:InitialHeapSize=32m -XX:MinHeapSize=8m -XX:TrimNativeHeapInterval=10000 -XX:+UseCompactObjectHeaders -XX:-UsePerfData" \
    "-XX:+ExitOnOutOfMemoryError -Xlog:disable -Xlog:all=error:stderr --enable-native-access=ALL-UNNAMED" \
    "--sun-misc-unsafe-memory-access=allow"
}
