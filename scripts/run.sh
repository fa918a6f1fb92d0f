#!/usr/bin/env bash
# Builds Vänort and starts it: run.sh ADDRESS DATA_FOLDER
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

addr=${1:-127.0.0.1:8080}
data=${2:-var/data}

scripts/assets.sh
target=$(target_dir)
if [ -x "$target/release/vanort" ]; then
  say "Building what has changed."
else
  say "Building Vänort. The first time takes ten minutes or more on two cores, on slow ones over twenty; later starts take seconds."
fi
cargo build --release -p vanort-cli
mkdir -p "$data"
say "Starting Vänort on http://$addr with its data in $data. The first start reads the bundled data. Ctrl-C stops it."
exec "$target/release/vanort" serve --addr "$addr" --data "$data"
