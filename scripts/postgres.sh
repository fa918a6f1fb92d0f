# shellcheck shell=bash
# A private PostgreSQL for the tests: only on loopback, with a password of its own, its data in a temporary
# folder, nothing kept. It is sourced after lib.sh.
#   postgres_start   sets VANORT_TEST_POSTGRES, or fails and sets postgres_why
#   postgres_stop    stops it and removes the folder; harmless when nothing runs

postgres_home=
postgres_bin=
postgres_why=

# The newest server programs: Debian keeps each version in its own folder, outside PATH.
postgres_find() {
  local dir
  # shellcheck disable=SC2012
  for dir in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V -r) \
    "$(dirname "$(command -v postgres 2>/dev/null || echo /nowhere/x)")"; do
    if [ -x "$dir/initdb" ] && [ -x "$dir/pg_ctl" ] && [ -x "$dir/postgres" ]; then
      postgres_bin=$dir
      return 0
    fi
  done
  return 1
}

# PostgreSQL refuses to run as root, so root hands it to the user that Debian's package makes.
postgres_as() {
  if [ "$(id -u)" = 0 ]; then
    (cd / && exec runuser -u postgres -- "$@")
  else
    (cd / && exec "$@")
  fi
}

free_port() {
  node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})'
}

postgres_start() {
  if ! postgres_find; then
    debian_install postgresql || true
    if ! postgres_find; then
      postgres_why="PostgreSQL is not installed. Run: apt-get install postgresql"
      return 1
    fi
  fi
  if [ "$(id -u)" = 0 ] && ! id postgres >/dev/null 2>&1; then
    postgres_why="PostgreSQL does not run as root and there is no user postgres. Run the tests as another user."
    return 1
  fi
  postgres_home=$(mktemp -d /tmp/vanort-pg.XXXXXX)
  local password try port
  password=$(node -p 'require("crypto").randomBytes(16).toString("hex")')
  printf '%s\n' "$password" >"$postgres_home/password"
  [ "$(id -u)" != 0 ] || chown -R postgres "$postgres_home"
  if ! postgres_as "$postgres_bin/initdb" -D "$postgres_home/data" -U vanort -A scram-sha-256 \
    --pwfile="$postgres_home/password" --locale=C --encoding=UTF8 --no-sync >"$postgres_home.log" 2>&1; then
    postgres_why="PostgreSQL could not make a cluster: $(tail -n 1 "$postgres_home.log")"
    postgres_stop
    return 1
  fi
  # Another program can take the free port before we do: try again with another.
  for try in 1 2 3; do
    port=$(free_port)
    if postgres_as "$postgres_bin/pg_ctl" -D "$postgres_home/data" -w -t 60 -s -l "$postgres_home/server.log" start \
      -o "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories=$postgres_home \
          -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200 \
          -c shared_buffers=64MB -c autovacuum=off" >>"$postgres_home.log" 2>&1 </dev/null; then
      export VANORT_TEST_POSTGRES="postgres://vanort:$password@127.0.0.1:$port/postgres"
      say "PostgreSQL $("$postgres_bin/postgres" --version | awk '{print $3}') runs on 127.0.0.1:$port for the tests, with its data in $postgres_home."
      return 0
    fi
  done
  postgres_why="PostgreSQL did not start: $(tail -n 3 "$postgres_home/server.log" 2>/dev/null | tr '\n' ' ')"
  postgres_stop
  return 1
}

postgres_stop() {
  [ -n "$postgres_home" ] || return 0
  if [ -f "$postgres_home/data/postmaster.pid" ]; then
    postgres_as "$postgres_bin/pg_ctl" -D "$postgres_home/data" -s -m immediate stop >/dev/null 2>&1 || true
  fi
  rm -rf "$postgres_home" "$postgres_home.log"
  postgres_home=
}
