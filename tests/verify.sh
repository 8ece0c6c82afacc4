#!/usr/bin/env bash
# spenn verify as a user runs it: every case passes, in the formats promised and whatever the threads; with an engine that has a fault it fails.
#   VERIFY="spenn verify" MUTANT=mutants_command tests/verify.sh
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

$VERIFY --effort 1 --format json >"$work/all.json"
python3 - "$work/all.json" <<'PYTHON'
import json, sys
rows = json.load(open(sys.argv[1]))
keys = ["case", "kind", "expected", "observed", "error", "tolerance", "source", "pass"]
assert all(list(row) == keys for row in rows)
assert all(row["pass"] is True and row["error"] < row["tolerance"] and row["source"] for row in rows)
assert len({row["case"] for row in rows}) == len(rows) >= 150, len(rows)
engine = [row for row in rows if row["kind"] == "engine"]
assert len(engine) >= 60 and {row["kind"] for row in rows} <= {"engine", "function"}
assert all(row["tolerance"] == 4 for row in engine)
PYTHON

$VERIFY --group patience --effort 1 --jobs 1 >"$work/one"
$VERIFY --group patience --effort 1 --jobs 3 >"$work/three"
cmp "$work/one" "$work/three"
[ "$(LC_ALL=C.UTF-8 awk 'length > 80' "$work/one" | wc -l)" = 0 ]

status=0
SPENN_MUTANT=DEADLINE_LAW "$MUTANT" --group patience --effort 1 >"$work/broken" || status=$?
[ "$status" = 1 ]
grep -q ' FAIL$' "$work/broken"
grep -q '^failed: patience/fixed-lapsed-of-one$' "$work/broken"
[ "$(SPENN_MUTANT=DEADLINE_LAW "$MUTANT" --group patience --effort 1 --format csv | grep -c ',false$')" -gt 0 ]
