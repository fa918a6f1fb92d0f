#!/usr/bin/env bash
# Prints the figures that the README states. Nothing here passes or fails: read the numbers.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

scripts/assets.sh
say "Measured on: $(nproc) cores, $(awk -F': ' '/model name/ {print $2; exit}' /proc/cpuinfo), $(awk '/MemTotal/ {printf "%.0f GiB", $2 / 1048576}' /proc/meminfo)."
cargo bench --workspace "$@"
