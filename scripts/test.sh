# Sourced by ./parley. Runs every check and counts. A part that fails does not hide the others. Parts that need nothing
# from each other run beside each other: the machine has two cores, and tests wait for much.

run_tests() {
  mkdir -p "$logs"
  find_java
  find_node
  find_chromium
  find_firefox
  find_clamd
  find_coturn
  find_ffmpeg
  began=$(date +%s)
  : >"$logs/parts"
  part "the web client is installed and built" install_and_build_web
  part "the bots for the server's tests are installed" install_bots
  forget_classes
  beside >"$logs/beside.log" 2>&1 &
  beside=$!
  part "the media engine is formatted, compiles under its guards and passes its tests" maven -pl media/engine verify
  part "the media sockets are formatted, compile under their guards and pass their tests" \
    maven -pl media/net -am verify -DskipEngineTests
  part "the server and the measuring programs are formatted, compile under their guards and pass their tests" \
    maven -pl server,load,load/bench -am verify -DskipEngineTests -DskipNetTests
  wait "$beside" || true
  cat "$logs/beside.log"
  part "two builds of the jar are the same, byte for byte" same_jars
  part "two people chat in two browsers" end_to_end
  echo "Took $(($(date +%s) - began)) s."
  sum_up
}

# What needs the built web client and nothing of the server's tests.
beside() {
  part "the web client is formatted, typed and tidy" npm_run check
  part "the web client passes its tests" npm_run test
  part "the jar is built again, in another place" build_again
}

# Runs one part with everything it says, and keeps that in a file.
part() {
  log=$(log_of "$1")
  echo "$1" >>"$logs/parts"
  echo "== $1"
  shift
  start=$(date +%s)
  { "$@" 2>&1 && echo 0 >"$log.status" || echo 1 >"$log.status"; } | tee "$log"
  echo "-- $(($(date +%s) - start)) s"
}

log_of() {
  echo "$logs/test-$(echo "$1" | tr -c 'a-z\n' '-').log"
}

# Adds up what the parts counted. A part without tests of its own counts as one.
sum_up() {
  passed=0
  failed=0
  broken=
  while IFS= read -r name; do
    log=$(log_of "$name")
    status=$(cat "$log.status")
    good=$(count good "$log")
    bad=$(count bad "$log")
    [ "$status" -eq 0 ] || broken="$broken
  $name"
    if [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; then
      bad=1
    elif [ "$status" -eq 0 ] && [ "$good" -eq 0 ]; then
      good=1
    fi
    passed=$((passed + good))
    failed=$((failed + bad))
  done <"$logs/parts"
  [ -z "$broken" ] || printf 'Broken:%s\n' "$broken"
  echo "$passed passed, $failed failed"
  [ "$failed" -eq 0 ]
}

# Adds up the summary lines of Surefire (`Tests run: 9, Failures: 1, Errors: 0, Skipped: 0` after `Results:`) and of
# Vitest (`Tests  1 failed | 8 passed (9)`).
count() {
  sed 's/\x1b\[[0-9;]*m//g' "$2" | awk -v wanted="$1" '
    /Results:/ { results = 1 }
    results && /Tests run:/ {
      gsub(/[^0-9 ]/, " ")
      good += $1 - $2 - $3 - $4
      bad += $2 + $3
      results = 0
    }
    /^ *Tests  / {
      for (i = 2; i <= NF; i++) {
        if ($i ~ /^passed/) good += $(i - 1)
        if ($i ~ /^failed/) bad += $(i - 1)
      }
    }
    END { print (wanted == "good" ? good : bad) + 0 }'
}

install_and_build_web() {
  install_web && npm_run build
}

npm_run() {
  (cd "$here/web" && npm run --silent "$@")
}

# Two of them run at once, and on a new machine both download.
shared_repository="-Daether.syncContext.named.factory=file-lock -Daether.syncContext.named.nameMapper=file-gav"

maven() {
  # shellcheck disable=SC2086
  (cd "$here" && ./mvnw -B -ntp $shared_repository -Dstyle.color=never "$@")
}

again=$logs/again

# Builds the server's jar a second time, from copies.
build_again() {
  rm -rf "$again"
  mkdir -p "$again/server" "$again/web"
  cp -R "$here/pom.xml" "$here/mvnw" "$here/.mvn" "$again/"
  cp -R "$here/server/pom.xml" "$here/server/src" "$again/server/"
  for module in load load/bench; do
    mkdir -p "$again/$module"
    cp -R "$here/$module/pom.xml" "$again/$module/"
  done
  for module in media/engine media/net; do
    mkdir -p "$again/$module"
    cp -R "$here/$module/pom.xml" "$here/$module/src" "$again/$module/"
  done
  cp -R "$here/web/dist" "$again/web/"
  # shellcheck disable=SC2086
  (cd "$again" && ./mvnw -B -ntp -q $shared_repository -pl server -am package -Dmaven.test.skip)
}

# That of the server's part and the other.
same_jars() {
  first=$(checksum "$jar")
  second=$(checksum "$again/server/target/parley.jar")
  rm -rf "$again"
  echo "first  $first"
  echo "second $second"
  [ -n "$first" ] && [ "$first" = "$second" ]
}

checksum() {
  { sha256sum "$1" 2>/dev/null || shasum -a 256 "$1"; } | cut -d ' ' -f 1
}

end_to_end() {
  # The launcher builds what is missing now and not within a test's patience.
  build_jar
  build_cache
  (cd "$here/web" && npx --no-install vitest run --config vitest.e2e.config.ts)
}
