#!/usr/bin/env bash
# The HTML form of charts holds every rule of axe-core in Chromium: a model, a change, a
# measure, a book of pages, a figure, an exploration; and a page that does not shows that
# rules are asked.
# Flowcharts are drawn by Mermaid itself, hostile names and all. Both tools come from npm;
# without a network the test is skipped, but not where SPENN_NO_SKIP is set.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8
fetch() {
  scripts/npm_file "$1" 2>"$work/why" || {
    echo "skipped: $(cat "$work/why")" >&2
    [ -z "${SPENN_NO_SKIP:-}" ] || exit 1
    exit 77
  }
}
axe=$(fetch axe) || exit $?
mermaid=$(fetch mermaid) || exit $?

draw() { # draw NAME ARGUMENTS...
  local name=$1
  shift
  "$SPENN" chart "$@" -o "$work/$name.html"
}
draw model models/directorates/toll.yaml --lang nb
draw change --change scenarios/directorates/include-regional-directors.yaml --lang en
draw measure models/directorates/politiet.yaml --colour-by span --lang nb
draw book models/municipalities/hamar.yaml --pages --lang nb
figure=$(find models/figures -name '*.yaml' 2>/dev/null | sort | head -1)
[ -z "$figure" ] || draw figure "$figure" --lang nb
"$SPENN" explore scenarios/ministries/mechanism-mix.yaml --effort shares --points 8 \
  --replications 2 --quiet --lang nb --out "$work/explored" >"$work/explored.txt"
cp "$work/explored/report.html" "$work/explored.html"
python3 tests/tools/axe.py "$axe" "$work"/*.html

echo '<!DOCTYPE html><html><head><title></title></head><body><img src="x"></body></html>' >"$work/bad.htm"
if python3 tests/tools/axe.py "$axe" "$work/bad.htm" >"$work/bad.log"; then
  echo "FAILED: nothing is wrong with a page without language, title and text"
  exit 1
fi

python3 - "$work" <<'HOSTILE'
import sys
from pathlib import Path
sys.path.insert(0, "tests/chart")
import lint_same
lint_same.hostile(Path(sys.argv[1]))
HOSTILE
for model in models/*/*.yaml "$work/h.yaml"; do
  "$SPENN_CHART" "$model" -o "$work/$(basename "$model" .yaml).mmd" --lang nb || [ $? -eq 3 ]
done
for scenario in scenarios/*/*.yaml; do
  "$SPENN_CHART" --change "$scenario" -o "$work/change-$(basename "$scenario" .yaml).mmd" --lang nb || [ $? -eq 3 ]
done
python3 tests/tools/mermaid.py "$mermaid" "$work"/*.mmd
