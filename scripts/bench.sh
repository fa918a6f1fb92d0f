#!/usr/bin/env bash
# Prints the figures that the README states: bench.sh [NAME…] runs the benchmarks of those names, or all.
# Nothing here passes or fails: read the numbers.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh
. scripts/postgres.sh

scripts/assets.sh
trap postgres_stop EXIT
trap 'exit 130' INT TERM
# Where PostgreSQL is installed the log is measured on it too; nothing is installed for that.
if [ -z "${VANORT_TEST_POSTGRES:-}" ]; then
  VANORT_NO_INSTALL=1 postgres_start || say "Not measured on PostgreSQL: $postgres_why"
fi

say "Measured on: $(nproc) cores, $(awk -F': ' '/model name/ {print $2; exit}' /proc/cpuinfo), $(awk '/MemTotal/ {printf "%.0f GiB", $2 / 1048576}' /proc/meminfo), $(rustc --version | cut -d' ' -f1-2)."
benches=()
for name in "${@:-*}"; do benches+=(--bench "$name"); done
cargo bench --workspace "${benches[@]}"
