#!/usr/bin/env bash
# docs/claims.md against what cites a claim: every claim cited has a row, every row is cited,
# and a row names each scenario that expects its claim.
set -euo pipefail
export LC_ALL=C
cd "$(dirname "$0")/.."
page=docs/claims.md
failed=0
complain() {
  echo "$*"
  failed=1
}

# Claims that the files cite, one a line; a range (C42-C46) counts as all of it.
cited() {
  grep -rhoE '\bC[1-9][0-9]*(-C[1-9][0-9]*)?\b' "$@" | while IFS=- read -r first last; do
    last=${last:-$first}
    seq -f 'C%.0f' "${first#C}" "${last#C}"
  done | sort -u
}

row() {
  grep -E "^\| $1 \|" "$page" || true
}

all=$(cited src/measure src/sim models scenarios tests/directorates)
[ "$(wc -l <<<"$all")" -ge 40 ] || complain "only $(wc -l <<<"$all") claims found: is the search broken?"
for claim in $all; do
  [ "$(row "$claim" | wc -l)" -eq 1 ] || complain "$claim is cited and has not exactly one row in $page"
done
for claim in $(grep -oE '^\| C[0-9]+ \|' "$page" | tr -d '| '); do
  grep -qx "$claim" <<<"$all" || complain "$page: nothing cites $claim any more"
done

for file in scenarios/*/*.yaml; do
  name=$(basename "$file" .yaml)
  for claim in $(cited "$file"); do
    row "$claim" | grep -qF "\`$name\`" || complain "$page: the row of $claim does not name scenario $name"
  done
done
[ "$failed" -ne 0 ] || echo "$(wc -l <<<"$all") claims, each with its row"
exit $failed
