# Sourced by ./parley. Builds what is older than its sources: the web client, the server's jar with the client in it, and
# the cache from which Java starts faster.

# Is anything in the directories and files newer than the first argument? Directories count: a deletion changes them.
stale() {
  made=$1
  shift
  [ ! -f "$made" ] || [ -n "$(find "$@" -newer "$made" -print 2>/dev/null | head -n 1)" ]
}

# Runs a command silently; on failure shows the end of what it said.
quietly() {
  log=$logs/$1.log
  shift
  if ! "$@" >"$log" 2>&1; then
    tail -n 40 "$log" >&2
    fail "the build failed; all of it is in $log"
  fi
}

build_stale() {
  mkdir -p "$logs"
  find_java
  # A release brings the jar and no sources.
  [ -d "$here/server/src" ] || return 0
  build_web
  build_jar
  build_cache
}

build_web() {
  if stale "$here/web/dist/index.html" "$here/web/src" "$here/web/public" "$here/web/build" "$here/web/index.html" \
    "$here/web/package-lock.json" "$here/web/vite.config.ts" "$here/web/uno.config.ts" "$here/web/tsconfig.json"; then
    echo "Building the web client" >&2
    install_web
    (cd "$here/web" && quietly web npm run build)
    touch "$here/web/dist/index.html"
  fi
}

# The packages of the lock file, when it has changed since the last time. Not `npm ci`: that refuses a lock file which was
# written where the binaries of other platforms could not be looked up.
install_web() {
  find_node
  if stale "$here/web/node_modules/.package-lock.json" "$here/web/package-lock.json"; then
    (cd "$here/web" && quietly npm npm install --no-save --no-audit --no-fund)
    touch "$here/web/node_modules/.package-lock.json"
  fi
}

# The programs for Discord that the server's tests run against the server.
install_bots() {
  if stale "$here/bots/node_modules/.package-lock.json" "$here/bots/package-lock.json"; then
    (cd "$here/bots" && quietly bots npm install --no-save --no-audit --no-fund)
    touch "$here/bots/node_modules/.package-lock.json"
  fi
}

# Maven leaves what has no source any more where it was, and the jar would keep it.
forget_classes() {
  for module in server media/engine media/net; do
    rm -rf "$here/$module/target/classes" "$here/$module/target/test-classes"
  done
}

build_jar() {
  if stale "$jar" "$here/pom.xml" "$here/server/pom.xml" "$here/server/src/main" \
    "$here/media/engine/pom.xml" "$here/media/engine/src/main" "$here/media/net/pom.xml" "$here/media/net/src/main" \
    "$here/web/dist/index.html"; then
    echo "Building the server" >&2
    forget_classes
    (cd "$here" && quietly server ./mvnw -B -q -pl server -am package -Dmaven.test.skip)
  fi
}

build_load() {
  if stale "$load" "$here/pom.xml" "$here/load/pom.xml" "$here/load/src" \
    "$here/media/engine/src/main" "$here/media/net/src/main"; then
    echo "Building the measuring programs" >&2
    (cd "$here" && quietly load ./mvnw -B -q -pl load -am package -Dmaven.test.skip)
  fi
}

# JMH's benchmarks, which are compiled against the server. Maven makes the server's jar again on the way; the cache for a
# faster start belongs to one file and has to be made again too.
build_bench() {
  if stale "$bench" "$here/pom.xml" "$here/load/bench/pom.xml" "$here/load/bench/src" "$here/server/src/main"; then
    echo "Building the benchmarks" >&2
    (cd "$here" && quietly bench ./mvnw -B -q -pl load/bench -am package -Dmaven.test.skip)
    build_cache
  fi
}

# Java watches a short rehearsal and writes down what it would otherwise find out at every start. It watches the second:
# what only the first start of all needs, to make the schema, would be in every node's memory.
build_cache() {
  if stale "$logs/rehearsed" "$jar"; then
    echo "Rehearsing the start" >&2
    rm -f "$aot" "$aot.config"
    rehearse >"$logs/rehearsal.log" 2>&1 && rehearse "-XX:AOTCacheOutput=$aot" >>"$logs/rehearsal.log" 2>&1 || true
    # Without a cache everything works, only the start is slower; do not try again before the next build.
    : >"$logs/rehearsed"
  fi
}

# With these options for Java besides.
rehearse() {
  # shellcheck disable=SC2046
  "$java" $(java_options) "$@" -jar "$jar" rehearse --data-dir "$logs/rehearsal" --host 127.0.0.1 --port 0 --rate-limits off
}
