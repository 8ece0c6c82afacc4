#!/usr/bin/env bash
# tests/same_bytes.sh SPENN [OTHER]: the same scenario and seed give the same bytes for any
# --jobs, under a Norwegian locale, and from a second build when one is named.
set -euo pipefail
spenn=$1
other=${2:-$1}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
scenario=scenarios/directorates/include-regional-directors.yaml

mkdir "$work/locale"
localedef -i nb_NO -f UTF-8 "$work/locale/nb_NO.UTF-8"

run() { # run NAME PROGRAM [options]
  local name=$1 program=$2
  shift 2
  "$program" run "$scenario" --out "$work/$name" --replications 6 --quiet "$@" \
    | sed "s|$work/$name|out|" >"$work/$name.txt"
}
run one "$spenn" --jobs 1
run two "$spenn" --jobs 2
run other "$other" --jobs 2
LOCPATH="$work/locale" LC_ALL=nb_NO.UTF-8 run norwegian "$spenn" --jobs 2

for program in "$spenn" "$other"; do # what init makes rests on the engine's flows
  "$program" init "$work/like" --force --like hybrid --size 120 >/dev/null
  cat "$work/like/model.yaml"
done >"$work/made"
made=$(($(wc -l <"$work/made") / 2))
cmp <(head -n "$made" "$work/made") <(tail -n "$made" "$work/made")

for name in two other norwegian; do
  diff -r "$work/one" "$work/$name"
  diff "$work/one.txt" "$work/$name.txt"
done
echo "same bytes: $(find "$work/one" -type f | wc -l) files"
