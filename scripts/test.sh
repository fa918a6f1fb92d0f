#!/usr/bin/env bash
# Runs every test: Rust (on SQLite and on a private PostgreSQL), the examples in the documentation, and the
# browser tests. Sets up what they need. Says at the end what passed, what failed and what was not run.
#   test.sh            everything
#   test.sh rust       without the browser tests
#   test.sh e2e        only the browser tests
# In CI (CI=true) a part that cannot be run is a failure.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh
. scripts/postgres.sh

part=${1:-all}
case "$part" in all | rust | e2e) ;; *) fail "Unknown part \"$part\": all, rust or e2e." ;; esac

passed=0 failed=0 broken=()
not_run=()
out=$(mktemp -d /tmp/vanort-test.XXXXXX)
finish() {
  postgres_stop
  rm -rf "$out"
}
trap finish EXIT
trap 'exit 130' INT TERM
if [ -t 1 ]; then export CARGO_TERM_COLOR=always; fi

# Runs one part, shows what it says, and keeps a copy to count from.
run_part() {
  local name=$1
  shift
  say ""
  say "── $name"
  if ! "$@" 2>&1 | tee "$out/log"; then
    broken+=("$name")
  fi
  sed 's/\x1b\[[0-9;]*m//g' "$out/log" >"$out/plain"
}

# Adds what the runners counted: cargo test and doc tests, nextest, node.
count() {
  local p f
  read -r p f < <(awk '
    /^test result:/            { for (i = 1; i < NF; i++) { if ($(i+1) ~ /^passed/) p += $i; if ($(i+1) ~ /^failed/) f += $i } }
    /^ *Summary \[.*tests? run:/ { for (i = 1; i < NF; i++) { if ($(i+1) ~ /^passed/) p += $i; if ($(i+1) ~ /^failed/) f += $i } }
    /^(ℹ|#) pass [0-9]+$/      { p += $3 }
    /^(ℹ|#) (fail|cancelled) [0-9]+$/ { f += $3 }
    /^(ℹ|#) skipped [1-9]/     { s += $3 }
    END { print p + 0, f + 0 }' "$out/plain")
  passed=$((passed + p))
  failed=$((failed + f))
}

rust_tests() {
  if [ -n "${VANORT_TEST_POSTGRES:-}" ]; then
    say "The tests use the PostgreSQL that VANORT_TEST_POSTGRES names."
  elif ! postgres_start; then
    not_run+=("the store on PostgreSQL — $postgres_why")
    say "NOT RUN on PostgreSQL, only on SQLite: $postgres_why"
  fi
  if cargo nextest --version >/dev/null 2>&1; then
    # nextest gives each test a process. What tests of these share (the gazetteer, a register, a site) would be made
    # anew by each of them, which is most of their time: they run as threads of one process.
    run_part "Rust tests" cargo nextest run --workspace --no-fail-fast -E 'not binary(/^(app|cli|site)$/)'
    count
    run_part "Rust tests that share what is costly to make" \
      cargo test --workspace --no-fail-fast --test app --test cli --test site
  else
    say "cargo-nextest is not installed; cargo test runs the same tests, one crate after another."
    run_part "Rust tests" cargo test --workspace --no-fail-fast --lib --bins --tests -- --skip large::
    count
    # What measures the memory of the process has it alone.
    run_part "Rust tests of memory" cargo test --package vanort-formats --test it large:: -- --test-threads=1
  fi
  count
  run_part "Examples in the documentation" cargo test --workspace --doc --quiet
  count
  postgres_stop
}

browser_tests() {
  local browser packages
  # Not every release has the build without a window; the other does the same, more slowly.
  for browser in chromium-headless-shell chromium; do
    packages=()
    chromium_is_there "$browser" || packages+=("$browser")
    java -version >/dev/null 2>&1 || packages+=(default-jre-headless)
    if [ ${#packages[@]} -gt 0 ]; then debian_install "${packages[@]}" || true; fi
  done
  chromium_is_there chromium || not_run+=("the browser tests — Chromium is not installed. Run: apt-get install chromium-headless-shell")
  java -version >/dev/null 2>&1 || not_run+=("the W3C checker — Java is not installed. Run: apt-get install default-jre-headless")
  say ""
  say "Building the program that the browser tests start."
  # As the tests of the program need it: `cargo build` would choose other features of what others wrote, and make it anew.
  if ! cargo test --workspace --no-run --test cli; then
    broken+=("The build of the program")
    return
  fi
  VANORT_BIN=${VANORT_BIN:-$(target_dir)/debug/vanort} \
    run_part "Browser tests" node e2e/support/with-server.mjs node --test --test-reporter=spec e2e/*.test.mjs
  count
}

# Whether the browser tests have a browser. In CI it is to be the quicker build, as long as that can be had.
chromium_is_there() {
  if [ -n "${VANORT_CHROMIUM:-}" ]; then
    [ -x "$VANORT_CHROMIUM" ]
  elif [ "$1" = chromium ] || [ -z "${CI:-}" ]; then
    [ -x /usr/bin/chromium-headless-shell ] || [ -x /usr/bin/chromium ]
  else
    [ -x /usr/bin/chromium-headless-shell ]
  fi
}

scripts/assets.sh
[ "$part" = e2e ] || rust_tests
[ "$part" = rust ] || browser_tests

say ""
for what in ${not_run[@]+"${not_run[@]}"}; do
  say "NOT RUN: $what"
done
for what in ${broken[@]+"${broken[@]}"}; do
  say "FAILED: $what"
done
say "$passed passed, $failed failed"
[ ${#broken[@]} -eq 0 ] && [ "$failed" -eq 0 ] || exit 1
if [ ${#not_run[@]} -gt 0 ] && [ -n "${CI:-}" ]; then
  say "In CI everything has to run."
  exit 1
fi
