#!/usr/bin/env bash
# The formats open in what people open them with, and show the same: SVG in Chromium, PDF
# by pdftoppm, DOT by plain dot, PNG as it is. Each picture has the size of the page, as
# much ink as the others, and is not blank; markup is read by an XML parser.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8
failed=0

browse() {
  timeout 120 chromium --headless --no-sandbox --disable-gpu --no-first-run --hide-scrollbars \
    --disable-background-networking --disable-component-update --disable-sync \
    --user-data-dir="$work/profile" "$@" >"$work/log" 2>&1
}
# shows NAME ARGUMENTS...: draws it in all formats, opens them, compares the ink
shows() {
  local name=$1 dir="$work/$1"
  shift
  mkdir "$dir"
  "$SPENN_CHART" "$@" --lang nb --dpi 48 -o "$dir/a.svg" -o "$dir/a.dot" -o "$dir/a.html" \
    -o "$dir/a.pdf" -o "$dir/png.png"
  python3 -c 'import sys, xml.etree.ElementTree as x; [x.parse(f) for f in sys.argv[1:]]' "$dir/a.svg" "$dir/a.html"
  dot -Tpng -Gdpi=48 "$dir/a.dot" -o "$dir/dot.png"
  pdftoppm -r 48 -png -singlefile "$dir/a.pdf" "$dir/pdf"
  read -r width height _ < <(python3 tests/tools/ink.py "$dir/png.png")
  browse --force-device-scale-factor=0.5 --window-size="$((2 * width)),$((2 * height))" --screenshot="$dir/svg.png" "file://$dir/a.svg"
  for form in png dot pdf svg; do
    python3 tests/tools/ink.py "$dir/$form.png" >"$dir/$form.ink"
    echo "$name by $form: $(cat "$dir/$form.ink")"
  done
  awk -v name="$name" '
    NR == 1 { width = $1; height = $2; ink = $3 }
    { if ($1 - width > 2 || width - $1 > 2 || $2 - height > 2 || height - $2 > 2) { print "FAILED: " name ": another size"; bad = 1 }
      if ($3 < 1 || $3 > 1.25 * ink + 1 || $3 < 0.75 * ink - 1 || $4 < 8) { print "FAILED: " name ": other ink"; bad = 1 } }
    END { exit bad }' "$dir"/png.ink "$dir"/dot.ink "$dir"/pdf.ink "$dir"/svg.ink || failed=1
}

shows toll models/directorates/toll.yaml
shows change --change scenarios/directorates/include-regional-directors.yaml
exit $failed
