#!/usr/bin/env bash
# tests/readme.sh BIN: runs every command of README.md's ```sh blocks, as written, in a fresh
# clone with BIN on the PATH. Blocks are run in order by one shell that stops on a failure.
set -euo pipefail
bin=$(realpath "$1")
root=$(pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
git clone -q "$root" "$work/spenn"
cd "$work/spenn"
awk '/^```sh$/ {on = 1; next} /^```/ {on = 0} on' README.md >"$work/commands"
[ -s "$work/commands" ]
# All tests have just run where this is called from.
sed -i '/^scripts\/test$/d' "$work/commands"
cat "$work/commands"
scripts/readme "$bin" --check
scripts/gallery "$bin" --check
scripts/tutorial "$bin" --check
PATH="$bin:$PATH" bash -euo pipefail "$work/commands"
