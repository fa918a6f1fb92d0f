#!/bin/sh
# Runs a command with VANORT_TEST_POSTGRES naming a private PostgreSQL from the system's packages (Debian:
# postgresql). The server listens on loopback alone, keeps its data in a temporary folder and is gone when
# the command ends. Without PostgreSQL the command runs all the same and its tests say that half was not run.
#
#   crates/testkit/with-postgres.sh cargo test -p vanort-store
set -eu

if [ -n "${VANORT_TEST_POSTGRES:-}" ]; then
    exec "$@"
fi

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
if [ -z "$bin" ] && command -v initdb >/dev/null 2>&1; then
    bin=$(dirname "$(command -v initdb)")
fi
if [ -z "$bin" ] || [ ! -x "$bin/initdb" ]; then
    echo "*** no PostgreSQL is installed: the PostgreSQL half of the tests will NOT RUN (apt-get install postgresql) ***" >&2
    exec "$@"
fi

folder=$(mktemp -d "${TMPDIR:-/tmp}/vanort-postgres-XXXXXX")
# PostgreSQL refuses to run as root.
if [ "$(id -u)" -eq 0 ]; then
    chown postgres "$folder"
    as="runuser -u postgres --"
else
    as=""
fi

stop() {
    (cd "$folder" && $as "$bin/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null 2>&1) || true
    rm -rf "$folder"
}
trap stop EXIT
trap 'exit 130' INT TERM

$as "$bin/initdb" -D "$folder/data" -U vanort -A trust -E UTF8 --locale=C >"$folder.log" 2>&1 || {
    cat "$folder.log" >&2
    rm -f "$folder.log"
    exit 1
}
rm -f "$folder.log"

# A free port is found by trying: another server may take one between looking and starting.
for try in 1 2 3 4 5 6 7 8; do
    port=$((20000 + ($$ * 7 + try * 131) % 30000))
    if (cd "$folder" && $as "$bin/pg_ctl" -D "$folder/data" -l "$folder/data/log" -w -t 60 start \
        -o "-c listen_addresses=127.0.0.1 -p $port -k '' -c fsync=off -c full_page_writes=off -c max_connections=200" \
        >/dev/null 2>&1); then
        break
    fi
    if [ "$try" -eq 8 ]; then
        cat "$folder/data/log" >&2
        exit 1
    fi
done

VANORT_TEST_POSTGRES="postgres://vanort@127.0.0.1:$port/postgres"
export VANORT_TEST_POSTGRES
echo "a private PostgreSQL runs at 127.0.0.1:$port for the tests" >&2
"$@"
