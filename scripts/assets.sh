#!/usr/bin/env bash
# Installs the npm packages of the lock file and copies the files that the program embeds.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

need_tools

# Packages: again only when the lock file has changed.
stamp=node_modules/.vanort-lock
wanted=$(inputs_hash package.json package-lock.json)
if [ "$(cat "$stamp" 2>/dev/null || true)" != "$wanted" ]; then
  say "Fetching the front-end packages named in package-lock.json."
  log=$(mktemp)
  if ! npm ci --ignore-scripts --no-fund --no-audit --loglevel=error >"$log" 2>&1; then
    cat "$log" >&2
    rm -f "$log"
    fail "npm could not fetch the packages; what it said is above."
  fi
  rm -f "$log"
  printf '%s\n' "$wanted" >"$stamp"
fi

# Files: copied only when they differ, so that cargo does not build for nothing.
vendor=crates/web/assets/vendor
mkdir -p "$vendor"
while read -r package file name sent; do
  case "$package" in '' | '#'*) continue ;; esac
  from=node_modules/$package/$file
  [ -f "$from" ] || fail "$from is named in scripts/vendor-files.txt but the package does not have it."
  if ! cmp -s "$from" "$vendor/$name"; then
    mkdir -p "$(dirname "$vendor/$name")"
    cp "$from" "$vendor/$name.new"
    mv "$vendor/$name.new" "$vendor/$name"
    rm -f "$vendor/$name.br"
    say "Copied $name from $package."
  fi
  # What the browser fetches from here is compressed now: at this size it takes seconds, too long for a visitor.
  if [ "${sent:-}" = sent ] && [ ! -f "$vendor/$name.br" ]; then
    node -e 'const [from, to] = process.argv.slice(1); const { readFileSync, writeFileSync } = require("node:fs");
      writeFileSync(to, require("node:zlib").brotliCompressSync(readFileSync(from)));' "$vendor/$name" "$vendor/$name.br"
  fi
done <scripts/vendor-files.txt

# The ground of the live map, made of one of them.
ground=$vendor/ground.json
if [ ! -f "$ground.br" ] || [ "$vendor/countries-110m.json" -nt "$ground" ] || [ scripts/ground.mjs -nt "$ground" ]; then
  node scripts/ground.mjs "$vendor/countries-110m.json" "$ground"
fi
