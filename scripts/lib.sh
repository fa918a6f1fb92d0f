# shellcheck shell=bash
# What the scripts share: speaking, finding things, and installing Debian packages where that is allowed.
# It is sourced, with the working directory at the root of the project.

# runuser and apt's helpers live there, and some shells leave it out.
PATH=$PATH:/usr/sbin:/sbin

say() { printf '%s\n' "$*"; }

fail() {
  printf '\nStopped: %s\n' "$*" >&2
  exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# Where cargo puts what it builds: CARGO_TARGET_DIR, a cargo setting, or target/.
target_dir() {
  cargo metadata --format-version 1 --no-deps --offline 2>/dev/null |
    node -e 'let s="";process.stdin.on("data",d=>s+=d).on("end",()=>console.log(JSON.parse(s).target_directory))' 2>/dev/null ||
    printf '%s\n' "${CARGO_TARGET_DIR:-$PWD/target}"
}

# The prefix that lets a command change the system, or failure when we may not.
as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif have sudo && sudo -n true 2>/dev/null; then
    sudo -n env DEBIAN_FRONTEND=noninteractive "$@"
  else
    return 1
  fi
}

may_install() {
  [ -z "${VANORT_NO_INSTALL:-}" ] && have apt-get && as_root true
}

# Installs Debian packages quietly. Somebody else may be installing too: wait for the lock.
debian_install() {
  may_install || return 1
  say "Installing from Debian: $*"
  local log try
  log=$(mktemp)
  export DEBIAN_FRONTEND=noninteractive
  for try in 1 2 3; do
    as_root apt-get -qq -o DPkg::Lock::Timeout=300 update >"$log" 2>&1 || true
    if as_root apt-get -qq -y --no-install-recommends -o DPkg::Lock::Timeout=300 install "$@" >>"$log" 2>&1 </dev/null; then
      rm -f "$log"
      return 0
    fi
    [ "$try" = 3 ] || sleep 10
  done
  tail -n 15 "$log" >&2
  rm -f "$log"
  return 1
}

# What every build needs: Rust, Node with npm, and a C compiler (SQLite, zstd and ring are built from C).
need_tools() {
  have cargo || fail "Rust is missing. Install Rust ${RUST_NEEDED:-1.95} or later (https://rustup.rs) and run this again."
  have node && have npm || fail "Node is missing. Install Node 20 or later with npm (Debian: apt-get install nodejs npm) and run this again."
  node -e 'process.exit(Number(process.versions.node.split(".")[0]) >= 20 ? 0 : 1)' ||
    fail "Node $(node --version) is too old. Install Node 20 or later and run this again."
  if ! have cc; then
    debian_install gcc libc6-dev ||
      fail "A C compiler is missing; SQLite, zstd and ring are built with it. Run: apt-get install gcc libc6-dev"
  fi
}

# One hash of some files, to know whether they have changed since the last time.
inputs_hash() { cat -- "$@" | sha256sum | cut -d' ' -f1; }

# For commands that measure: work_in [FOLDER] makes it $work, or a folder that is thrown away at the end together with
# every server that was started.
work_in() {
  work=$1
  servers=()
  [ -n "$work" ] || thrown=$(mktemp -d)
  trap work_done EXIT
  trap 'exit 130' INT TERM
  mkdir -p "${work:=$thrown}"
  work=$(realpath "$work")
}

work_done() {
  local pid
  for pid in ${servers[@]+"${servers[@]}"}; do kill "$pid" 2>/dev/null || true; done
  wait 2>/dev/null || true
  [ -z "${thrown:-}" ] || rm -rf "$thrown"
}

# start NAME ADDRESS COMMAND…: starts a server and waits a minute until it answers; its process is in $pid.
start() {
  local name=$1 url=$2 try
  shift 2
  "$@" >"$work/$name.log" 2>&1 &
  pid=$!
  servers+=("$pid")
  for try in $(seq 600); do
    curl -sf -o /dev/null "$url" && return 0
    kill -0 "$pid" 2>/dev/null || break
    sleep 0.1
  done
  tail -n 20 "$work/$name.log" >&2
  fail "$name does not answer after $((try / 10)) s."
}

# settled: waits until the server that was started last has done what it does by itself after a start: half a second
# without work. Says so when it still works after a minute.
settled() {
  local try before=-1 now
  for try in $(seq 120); do
    now=$(awk '{ print $14 + $15 }' "/proc/$pid/stat")
    [ "$now" != "$before" ] || return 0
    before=$now
    sleep 0.5
  done
  say "The server is still at work a minute after its start; what follows is measured beside that."
}

free_port() { node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})'; }

# build_vanort: the program as it is released, or the one that VANORT_BIN names, as $vanort.
build_vanort() {
  scripts/assets.sh
  vanort=${VANORT_BIN:-}
  [ -z "$vanort" ] || return 0
  say "Building Vänort."
  cargo build --profile dist --quiet -p vanort-cli
  vanort=$(target_dir)/dist/vanort
}
