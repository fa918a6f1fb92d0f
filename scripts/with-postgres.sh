#!/usr/bin/env bash
# Runs one command with a private PostgreSQL: scripts/with-postgres.sh cargo nextest run -p vanort-store
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh
. scripts/postgres.sh

if [ -z "${VANORT_TEST_POSTGRES:-}" ]; then
  trap postgres_stop EXIT
  trap 'exit 130' INT TERM
  postgres_start || fail "$postgres_why"
fi
"$@"
