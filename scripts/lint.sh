#!/usr/bin/env bash
# Checks what can be checked without running a test, the cheapest first. Stops at the first failure.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/lib.sh

step_started=0 step_name=
step() {
  step_done
  step_name=$1 step_started=$SECONDS
  say ""
  say "── $step_name"
}
step_done() {
  [ -z "$step_name" ] || say "── $step_name: done in $((SECONDS - step_started)) s"
  step_name=
}
trap '[ -z "$step_name" ] || say "── $step_name: FAILED after $((SECONDS - step_started)) s"' EXIT

step "Format"
cargo fmt --all -- --check

step "Scripts"
for script in scripts/*.sh .ci/run; do bash -n "$script"; done
for script in e2e/*.mjs e2e/support/*.mjs; do node --check "$script"; done

step "Front-end packages"
scripts/assets.sh
if grep -n '"resolved"' package-lock.json >&2; then
  fail "package-lock.json names where packages were fetched; .npmrc keeps that out. Run: npm install --package-lock-only"
fi

step "Licences and bans"
if cargo deny --version >/dev/null 2>&1; then
  cargo deny --log-level error check bans licenses sources
else
  say "NOT RUN: cargo-deny is not installed, so licences and banned crates were not checked."
fi

step "Clippy"
cargo clippy --workspace --all-targets --locked -- -D warnings

step "Documentation"
RUSTDOCFLAGS="-D warnings" cargo doc --workspace --no-deps --locked
step_done
