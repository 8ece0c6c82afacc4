#!/usr/bin/env bash
# The report in headless Chromium, from disk, without a network: no console message, the
# parts a reader needs, the charts really drawn (their texts come out of the printed PDF),
# and the text alternative.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8
"$SPENN" run scenarios/directorates/include-regional-directors.yaml --out "$work/out" \
  --replications 4 --quiet --lang nb >"$work/table"
page=$work/out/report.html

if grep -nE '(src|href)="(https?:)?//' "$page"; then
  echo "the report refers to the network"
  exit 1
fi
browse() {
  timeout 120 chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run \
    --disable-background-networking --disable-component-update --disable-sync \
    --user-data-dir="$work/profile" --enable-logging=stderr "$@" "file://$page"
}
browse --dump-dom >"$work/dom" 2>"$work/log"
if grep 'CONSOLE' "$work/log"; then
  echo "the report says something on the console"
  exit 1
fi
for part in 'id="answer"' 'id="turns"' 'id="charts"' 'id="numbers"' 'id="changes"' 'id="assumptions"' \
  'id="method"' '<img alt="Organisasjonskart' 'Organisasjonen som tekst' 'lang="nb"' \
  'commitment-midpoint' '--seed 2014'; do
  grep -qF -- "$part" "$work/dom" || {
    echo "the report lacks $part"
    exit 1
  }
done
# Every chart: today, the changes, the alternatives.
charts=$(grep -oF '<img alt=' "$work/dom" | wc -l)
[ "$charts" -eq 5 ]

browse --print-to-pdf="$work/report.pdf" --no-pdf-header-footer >/dev/null 2>&1
pdftotext -layout "$work/report.pdf" "$work/text"
found=$(grep -oE 'Tollregion 6' "$work/text" | wc -l)
[ "$found" -ge 5 ] || {
  echo "the charts are not drawn: 'Tollregion 6' stands $found times in the printed report"
  exit 1
}
echo "report ok: $charts charts, $found labels"
