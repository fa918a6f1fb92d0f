#!/usr/bin/env bash
# Lighthouse on Vänort's pages, as a telephone on a slow connection sees them.
#
#   lighthouse.sh [--work FOLDER] [--rounds 3] [PATH…]
#
# Builds and starts Vänort with the bundled data, fetches Lighthouse from npm into the folder (it is no part of the
# project's own packages), and looks at each page with its usual simulated telephone: a processor four times slower,
# 1.6 Mbit/s, 150 ms. Prints the medians, and ends with failure when a page scores less than is asked of it: 98, or 95
# with a living map, and interactive within 1.5 s.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

lighthouse_version=12.8.2
rounds=3
work=
pages=()
while [ $# -gt 0 ]; do
  case $1 in
    --work) work=$2 && shift 2 ;;
    --rounds) rounds=$2 && shift 2 ;;
    -*) fail "What is $1? lighthouse.sh [--work FOLDER] [--rounds N] [PATH…]" ;;
    *) pages+=("$1") && shift ;;
  esac
done
if [ ${#pages[@]} = 0 ]; then
  pages=(/ /samarbeten '/samarbeten?view=map' /lander/CN /organ/se-1480 /utveckling /ratt /finansiering)
fi
need_tools
have curl || fail "curl is missing. Run: apt-get install curl"
chromium=${VANORT_CHROMIUM:-/usr/bin/chromium}
[ -x "$chromium" ] || fail "$chromium does not exist. Run: apt-get install chromium"

work_in "$work"
mkdir -p "$work/reports"
build_vanort
lighthouse=$work/node_modules/.bin/lighthouse
if [ ! -x "$lighthouse" ]; then
  say "Fetching Lighthouse $lighthouse_version."
  npm install --silent --no-audit --no-fund --no-save --prefix "$work" "lighthouse@$lighthouse_version"
fi

port=$(free_port)
start vanort "http://127.0.0.1:$port/readyz" "$vanort" serve --addr "127.0.0.1:$port" --data "$work/data"
settled

# What the browser does for itself is not the page's: it asks nobody for updates, and does not play a graphics card in
# software, which no page needs before its map is touched and which took about half of the processor's time.
flags="--headless=new --disable-quic --disable-dev-shm-usage --disable-gpu --no-first-run"
flags="$flags --disable-background-networking --disable-component-update --disable-sync"
# Chromium cannot make its sandbox as root; anybody else keeps it.
[ "$(id -u)" != 0 ] || flags="$flags --no-sandbox"
rm -f "$work"/reports/*
number=0
look() {
  CHROME_PATH=$chromium "$lighthouse" "http://127.0.0.1:$port$1" --quiet --chrome-flags="$flags" \
    --output=json --output-path="$2" >"$work/lighthouse.log" 2>&1
}
for page in "${pages[@]}"; do
  number=$((number + 1))
  for round in $(seq "$rounds"); do
    report=$work/reports/$number-$round.json
    # On a busy machine the browser can miss the beginning of a page: then it looks once more.
    if ! look "$page" "$report" && ! look "$page" "$report"; then
      tail -n 20 "$work/lighthouse.log" >&2
      fail "Lighthouse could not look at $page."
    fi
  done
done
node scripts/lighthouse.mjs "$work/reports"
