#!/usr/bin/env bash
# A drawing that is lost costs no results: with spenn-chart killed, missing, failing or out
# of memory, `spenn run` leaves every table and a report, says which charts are missing,
# and ends as it would have.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
real=$(realpath "$SPENN_CHART")
mkdir "$work/bin"
cp "$SPENN" "$work/bin/spenn"

complain() {
  echo "FAILED: $*"
  cat "$work/err"
  failed=1
}
# lost NAME: runs with the chart program that was laid beside spenn; all charts are lost
lost() {
  local name=$1 status=0
  "$work/bin/spenn" run scenarios/directorates/include-regional-directors.yaml --out "$work/out" \
    --replications 2 --lang en >"$work/table" 2>"$work/err" </dev/null || status=$?
  [ "$status" -eq 0 ] || complain "$name: exit $status"
  for file in results.csv verdicts.csv series.csv changes.csv results.json report.html; do
    [ -s "$work/out/$file" ] || complain "$name: no $file"
  done
  grep -q "missing charts: '$work/out/baseline.svg', '.*change-.*'" "$work/err" || complain "$name: it does not say which charts are missing"
  grep -q "could not be drawn" "$work/out/report.html" || complain "$name: the report does not say so"
  [ ! -e "$work/out/baseline.svg" ] || complain "$name: a chart of an earlier run is left"
  rm -rf "$work/out"
}
fake() {
  printf '#!/bin/sh\n%s\n' "$1" >"$work/bin/spenn-chart"
  chmod +x "$work/bin/spenn-chart"
}

PATH=/usr/bin:/bin lost "missing"
grep -q "cannot start" "$work/err" || complain "missing: it does not say why"
fake 'kill -KILL $$'
lost "killed"
grep -q "signal 9" "$work/err" || complain "killed: it does not say how"
fake 'echo "spenn-chart: no" >&2; exit 1'
lost "failing"
fake "ulimit -v 12000; exec '$real' \"\$@\""
lost "out of memory"

# A model too large for the memory there is: no half of a file.
{
  echo "id,kind,reports-to"
  echo "d,executive,"
  awk 'BEGIN { for (i = 0; i < 40000; i++) print "u" i ",department," (i < 8 ? "d" : "u" int(i / 8) - 1) }'
} >"$work/big.csv"
printf 'spenn: model/1\nid: big\nunits: {csv: big.csv}\n' >"$work/big.yaml"
status=0
(ulimit -v 40000 && exec "$real" "$work/big.yaml" -o "$work/big.svg" -o "$work/big.dot") 2>"$work/err" || status=$?
[ "$status" -ne 0 ] || complain "40,000 units fit in 40 MB"
[ ! -e "$work/big.svg" ] && [ ! -e "$work/big.dot" ] || complain "half of a file is left"

# One that is lost leaves the others, and takes the place of an older one.
fake "case \"\$*\" in *baseline*) exit 1 ;; esac; exec '$real' \"\$@\""
mkdir "$work/out"
echo old >"$work/out/baseline.svg"
"$work/bin/spenn" run scenarios/directorates/include-regional-directors.yaml --out "$work/out" \
  --replications 2 --quiet >"$work/table" 2>"$work/err"
[ "$(grep -c "missing charts: '$work/out/baseline.svg'\$" "$work/err")" -eq 1 ] || complain "one lost"
[ ! -e "$work/out/baseline.svg" ] || complain "an old chart passes for a new one"
ls "$work"/out/change-*.svg "$work"/out/change-*.dot >/dev/null || complain "the other charts are lost too"
exit $failed
