#!/usr/bin/env bash
# Vänort beside Datasette: the same table, the same questions, on this machine, in turns.
#
#   compare-datasette.sh [--work FOLDER] [--seconds 10] [--rounds 3] [TABLE…]
#
# TABLE… are lists of partners (docs/reference/imports.md) that Vänort takes in besides its bundled data. Without any,
# Vänort makes up a register of about 59,000 partnerships. What the explorer lists, /samarbeten.csv, is then the table
# that Datasette serves. It needs Rust, Node and Python 3, and fetches Datasette from PyPI into the folder.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

datasette_version=0.65.1
connections=32
seconds=10
rounds=3
work=
tables=()
while [ $# -gt 0 ]; do
  case $1 in
    --work) work=$2 && shift 2 ;;
    --seconds) seconds=$2 && shift 2 ;;
    --rounds) rounds=$2 && shift 2 ;;
    -*) fail "What is $1? compare-datasette.sh [--work FOLDER] [--seconds N] [--rounds N] [TABLE…]" ;;
    *) tables+=("$(realpath "$1")") && shift ;;
  esac
done
need_tools
have python3 || fail "Python 3 is missing. Run: apt-get install python3 python3-venv"
have curl || fail "curl is missing. Run: apt-get install curl"

work_in "$work"
build_vanort
say "Building the load generator."
cargo build --release --quiet -p vanort-testkit --example load
load=$(target_dir)/release/examples/load

if [ ! -x "$work/venv/bin/datasette" ]; then
  say "Fetching Datasette $datasette_version."
  python3 -m venv "$work/venv"
  "$work/venv/bin/pip" --quiet --disable-pip-version-check install "datasette==$datasette_version"
fi

# The register.
data=$work/data
if [ ! -e "$data/vanort.sqlite" ]; then
  if [ ${#tables[@]} = 0 ]; then
    say "Making up a register."
    "$vanort" simulate --statements 122000 --bodies 12000 --data "$data" >"$work/fill.log" 2>&1 || fail "see $work/fill.log"
  else
    port=$(free_port)
    start first "http://127.0.0.1:$port/readyz" "$vanort" serve --addr "127.0.0.1:$port" --data "$data"
    kill "$pid" && wait "$pid" || true
    for table in "${tables[@]}"; do
      say "Taking in $(basename "$table")."
      "$vanort" import table "$table" --everywhere --commit --data "$data" >"$work/fill.log" 2>&1 || fail "see $work/fill.log"
    done
  fi
fi

port=$(free_port)
export VANORT_LOG=error
serve_vanort() { start vanort "http://127.0.0.1:$port/readyz" env VANORT_CACHE_MB="$1" "$vanort" serve --addr "127.0.0.1:$port" --data "$data"; }
serve_datasette() { start datasette "http://127.0.0.1:$port/-/versions.json" "$work/venv/bin/datasette" serve -i "$work/table.db" -p "$port" --setting suggest_facets off; }
stop() {
  kill "$pid"
  wait "$pid" 2>/dev/null || true
}

serve_vanort 32
curl -sf "http://127.0.0.1:$port/samarbeten.csv?bom=0" >"$work/partnerships.csv" || fail "the explorer gives no table"
stop

# The same table for Datasette, with full-text search of the names and an index on each of the two facets; and the
# questions, no two of them the same.
python3 - "$work" <<'PYTHON'
import csv, random, re, sqlite3, sys
from pathlib import Path
from urllib.parse import urlencode

work = Path(sys.argv[1])
with open(work / "partnerships.csv", encoding="utf-8", newline="") as file:
    head, *rows = csv.reader(file)
(work / "table.db").unlink(missing_ok=True)
db = sqlite3.connect(work / "table.db")
db.execute(f"CREATE TABLE partnerships ({', '.join(f'{name} TEXT' for name in head)})")
db.executemany(f"INSERT INTO partnerships VALUES ({', '.join('?' * len(head))})", rows)
# Datasette finds the table of words by these very quotation marks.
db.execute('CREATE VIRTUAL TABLE words USING fts5(first_name, second_name, content="partnerships")')
db.execute("INSERT INTO words(words) VALUES ('rebuild')")
for facet in ("country", "kind"):
    db.execute(f"CREATE INDEX by_{facet} ON partnerships({facet})")
db.execute("ANALYZE")
db.commit()

# A row is drawn, and of one of its two names a word; every second time with the row's country.
sides, country = [head.index("first_name"), head.index("second_name")], head.index("country")
chance = random.Random(1)
asked, most = {}, 20_000
for _ in range(most * 3):
    row = chance.choice(rows)
    words = re.findall(r"\w{3,}", row[chance.choice(sides)])
    if words and len(asked) < most:
        asked[chance.choice(words), row[country] if len(asked) % 2 else ""] = None
for ending, name in (("", "page"), (".json", "json")):
    with open(work / f"vanort-{name}", "w") as file:
        for word, code in asked:
            query = {"q": word} | ({"partner_country": code} if code else {})
            print(f"/samarbeten{ending}?{urlencode(query)}", file=file)
    with open(work / f"datasette-{name}", "w") as file:
        for word, code in asked:
            query = [("_search", word), *([("country", code)] if code else [])]
            query += [("_facet", "country"), ("_facet", "kind"), ("_size", "50")]
            print(f"/table/partnerships{ending}?{urlencode(query)}", file=file)
print(f"{len(rows)} rows; {len(asked)} different questions.")
PYTHON

# One server at a time, so that none takes from the other; each begins anew in each round, and is asked when it has read
# what it reads after its start.
# With a number only so many of the questions are asked, again and again; with --plain answers are taken as they are.
measure() {
  local name=$1 questions=$2 some=${3:-1000000} takes=${4:-} form
  settled
  "$load" "127.0.0.1:$port" $connections 2 < <(head -n "$some" "$work/$questions-page") >/dev/null
  for form in page json; do
    printf '%s\t%s\t%s\t%s\n' "$name" $form "$("$load" $takes "127.0.0.1:$port" $connections "$seconds" < <(head -n "$some" "$work/$questions-$form"))" \
      "$(awk '/^VmRSS/ { print $2 }' "/proc/$pid/status")" >>"$work/measured"
  done
  stop
}

: >"$work/measured"
for round in $(seq "$rounds"); do
  say "Round $round of $rounds: $connections connections, $seconds s for pages and for JSON each."
  serve_datasette
  curl -sf "http://127.0.0.1:$port$(sed -n 1p "$work/datasette-json")" | grep -q '"human_description_en": "[^"]' || fail "Datasette did not search."
  measure Datasette datasette
  serve_vanort 0
  measure 'Vänort, nothing kept' vanort
  serve_vanort 0
  measure 'the same, not packed' vanort 1000000 --plain
  serve_vanort 32
  measure 'Vänort' vanort
  serve_vanort 32
  measure 'Vänort, asked before' vanort 200
done

python3 - "$work/measured" <<'PYTHON'
import statistics, sys
from collections import defaultdict

runs = defaultdict(list)
for line in open(sys.argv[1], encoding="utf-8"):
    name, form, *numbers = line.rstrip("\n").split("\t")
    runs[form, name].append([float(number) for number in numbers])
median = {key: [statistics.median(column) for column in zip(*rows)] for key, rows in runs.items()}
print("\nMedians. The last columns are how many times Vänort is ahead of Datasette.")
print(f"{'':6}{'':24}{'answers/s':>11}{'p50 ms':>10}{'p99 ms':>10}{'memory MB':>11}{'answers':>10}{'p99':>8}")
for (form, name), (rate, p50, p99, memory) in median.items():
    beside = median[form, "Datasette"]
    ahead = "" if name == "Datasette" else f"{rate / beside[0]:10.1f}{beside[2] / p99:8.1f}"
    print(f"{form:6}{name:24}{rate:11.1f}{p50:10.2f}{p99:10.2f}{memory / 1024:11.0f}{ahead}")
PYTHON
say "
Both: one process, full-text search in the two names, 50 rows an answer, the questions above in turn.
Datasette counts two facets (country, kind) and sends its answers as they are; Vänort counts 18 and compresses them, but
for the line \"not packed\", where it is asked as Datasette is answered: without compression.
\"Nothing kept\" makes each answer anew (VANORT_CACHE_MB=0). \"Asked before\" asks 200 of the questions again and again.
Measured on: $(nproc) cores, $(awk -F': ' '/model name/ {print $2; exit}' /proc/cpuinfo), load generator on the same."
