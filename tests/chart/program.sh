#!/bin/sh
# SPDX-License-Identifier: MIT
# spenn-chart as a user meets it: formats, exit statuses, messages, nothing overwritten,
# the same bytes every time. Usage: program.sh path/to/spenn-chart
set -u
chart=$1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
failures=0

complain() {
    echo "FAILED: $*"
    failures=$((failures + 1))
}

# expect STATUS ARGUMENT...: runs it; output in $dir/out, messages in $dir/err
expect() {
    wanted=$1
    shift
    "$chart" "$@" >"$dir/out" 2>"$dir/err"
    status=$?
    [ "$status" -eq "$wanted" ] || {
        complain "exit $status, not $wanted: $*"
        cat "$dir/err"
    }
}

says() {
    grep -q -- "$1" "$dir/err" || complain "no '$1' in: $(cat "$dir/err")"
}

cat >"$dir/model.yaml" <<'END'
spenn: model/1
id: prove
name: {nb: Prøveetaten, en: The Trial Agency}
source: eksempel
units:
  - {id: d, name: Direktør, kind: executive}
  - {id: a, name: "Avdeling {n}", kind: department, count: 3, reports-to: d}
  - {id: r, name: "Region {n}", kind: region, count: 4, reports-to: d}
forums:
  - {id: l, name: Ledergruppe, kind: leadership-group, chair: d, members: [d, a-*]}
END
cat >"$dir/scenario.yaml" <<'END'
spenn: scenario/1
id: inn
title: {nb: Regionene inn, en: Regions join}
model: model.yaml
alternatives:
  inn: {name: Alle, changes: [{join: {forum: l, members: r-*}}]}
  ut: {name: Ingen, changes: [{abolish: {unit: r-4, to: r-3}}]}
END
sed 's/reports-to: d}/reports-to: x}/' "$dir/model.yaml" >"$dir/bad.yaml"

expect 0 --help
grep -q "Examples:" "$dir/out" || complain "no examples in --help"
expect 0 --version
expect 2
says "no model given"
expect 2 "$dir/model.yaml" -o "$dir/x.gif"
says "unknown format 'gif'"
expect 2 "$dir/model.yaml" -o - --format png
says "need a file"
expect 2 "$dir/model.yaml" -o "$dir/x.svg" --results r.csv
expect 2 "$dir/model.yaml" -o "$dir/x.svg" --page b5
says "a4, a3, a2, a1 or a0, not 'b5'"
expect 0 "$dir/model.yaml" -o "$dir/capitals.PDF" --page A3
head -c 5 "$dir/capitals.PDF" | grep -q "%PDF-" || complain "no PDF in capitals.PDF"
expect 2 "$dir/model.yaml" -o "$dir/x.png" --dpi 5
expect 2 "$dir/model.yaml" -o "$dir/x.svg" --lang de
expect 2 "$dir/model.yaml" -o "$dir/x.svg" --after
expect 2 "$dir/model.yaml" "$dir/model.yaml" -o "$dir/x.svg"
expect 2 "$dir/model.yaml" -o "$dir/x.svg" --nonsense
expect 3 "$dir/bad.yaml" -o "$dir/bad.svg"
says "bad.yaml:7:"
[ -e "$dir/bad.svg" ] && complain "a file was written for an invalid model"
expect 3 "$dir/none.yaml" -o "$dir/none.svg"
expect 3 --change "$dir/scenario.yaml" --alternative x -o "$dir/none.svg"
says "no alternative 'x'"
says "the alternatives are baseline, inn, ut"
expect 3 "$dir/scenario.yaml"
says "use --change"
expect 3 "$dir/model.yaml" --root "Avdeling 2"
says "the one of that name is 'a-2'"
expect 2 "$dir/model.yaml" --leadersip
says "did you mean '--leadership'?"
expect 1 "$dir/model.yaml" -o "$dir/none/x.svg"
says "^spenn-chart: cannot write"
expect 3 "$dir/model.yaml" --root a-33 -o "$dir/none.svg"
says "model.yaml: no unit 'a-33'; did you mean 'a-3'?"

for format in svg dot pdf png txt html mmd; do
    expect 0 "$dir/model.yaml" -o "$dir/one.$format"
    expect 0 "$dir/model.yaml" -o "$dir/two.$format"
    [ -s "$dir/err" ] && complain "messages for $format: $(cat "$dir/err")"
    cmp -s "$dir/one.$format" "$dir/two.$format" || complain "$format differs on repeat"
done
head -c 5 "$dir/one.pdf" | grep -q "%PDF-" || complain "no PDF"
head -c 4 "$dir/one.png" | grep -q "PNG" || complain "no PNG"
grep -q 'layout=nop2' "$dir/one.dot" || complain "the DOT file does not name its engine"

# One picture to several files; all are checked before the first is written.
expect 0 "$dir/model.yaml" -o "$dir/both.svg" -o "$dir/both.dot" -o -
cmp -s "$dir/both.svg" "$dir/one.svg" || complain "another SVG beside a DOT"
cmp -s "$dir/both.dot" "$dir/one.dot" || complain "another DOT beside an SVG"
cmp -s "$dir/out" "$dir/one.txt" || complain "another text beside files"
expect 1 "$dir/model.yaml" -o "$dir/new.svg" -o "$dir/both.dot"
[ -e "$dir/new.svg" ] && complain "a file is written beside one that may not be"
expect 2 "$dir/model.yaml" -o "$dir/new.svg" -o "$dir/new.svg"
says "output twice"

expect 1 "$dir/model.yaml" -o "$dir/one.svg"
says "use --force"
expect 1 "$dir/model.yaml" -o "$dir/one.pdf"
expect 0 "$dir/model.yaml" -o "$dir/one.svg" --force
expect 1 "$dir/model.yaml" -o "$dir/no/such/place.png"
expect 0 "$dir/model.yaml" -o - --format svg --lang en --title 'A & B'
grep -q 'lang="en"' "$dir/out" || complain "no English on standard output"
grep -q '<title id="chart-title">A &amp; B</title>' "$dir/out" || complain "no title"

expect 0 --change "$dir/scenario.yaml" --lang nb -o "$dir/change.svg"
grep -q '>INN<' "$dir/change.svg" || complain "nobody joins in the before/after chart"
expect 0 --change "$dir/scenario.yaml" --alternative ut --lang nb -o "$dir/out.svg"
grep -q '>UTGÅR<\|>SLÅS SAMMEN<' "$dir/out.svg" || complain "nobody leaves"
expect 0 --change "$dir/scenario.yaml" --alternative ut --format mmd
[ -z "$(grep -E -- '---|-\.-' "$dir/out" | awk '{print $1, $NF}' | sort | uniq -d)" ] ||
    complain "a flowchart draws a line twice"
expect 0 --change "$dir/scenario.yaml" --alternative ut --after -o "$dir/after.svg"
grep -q 'u-r-4' "$dir/after.svg" && complain "--after draws what is gone"
cat >"$dir/results.csv" <<'END'
alternative,point,measure,subject,mean,low,high,difference
baseline,,utilisation,d,0.71,0.68,0.74,
baseline,,utilisation,d/leader,1.3,1.3,1.3,
baseline,p1,utilisation,a-1,0.2,0.2,0.2,
baseline,,utilisation,a-2,0.5,0.5,0.5,
inn,,utilisation,d,0.9,0.9,0.9,
END
busy="--results $dir/results.csv --colour-unit share --classes 60%,80%,100%,120% --lang nb --force -o $dir/busy.svg"
expect 0 "$dir/model.yaml" --colour-by utilisation $busy
for text in '71 % ± 3' '60–80 % (1)' 'under 60 % (1)' 'uten verdi (6)'; do
    grep -q ">$text<" "$dir/busy.svg" || complain "no '$text' in the shaded chart"
done
expect 0 "$dir/model.yaml" --colour-by utilisation/leader $busy
grep -q '>130 %<' "$dir/busy.svg" || complain "not the leader's part"
expect 0 --change "$dir/scenario.yaml" --alternative inn --colour-by utilisation $busy
grep -q '>90 %<' "$dir/busy.svg" || complain "not the alternative drawn"
expect 3 "$dir/model.yaml" --colour-by utilisation@ut $busy
says "no row has measure 'utilisation' of alternative 'ut'"
expect 3 "$dir/model.yaml" --colour-by nothing $busy
expect 2 "$dir/model.yaml" --colour-by utilisation -o "$dir/none.svg"
says "needs --results"
expect 2 "$dir/model.yaml" --colour-by u --results "$dir/results.csv" --classes 3,2,1,0
sed 's/0.71/much/' "$dir/results.csv" >"$dir/bad.csv"
expect 3 "$dir/model.yaml" --colour-by utilisation --results "$dir/bad.csv"
says "bad.csv:2: mean 'much' is not a number"

# The matrix of roles and steps: of a model, of it after a change, of none without roles.
sed "s/kind: department,/& coordination: {primary: driver, ambition: 2},/" "$dir/model.yaml" >"$dir/roles.yaml"
sed "s/model.yaml/roles.yaml/; s/abolish: {unit: r-4, to: r-3}/set: {unit: a-1, coordination: {primary: balancer}}/" \
    "$dir/scenario.yaml" >"$dir/role.yaml"
for format in svg dot html txt mmd pdf png; do
    expect 0 --matrix "$dir/roles.yaml" --lang nb --dpi 60 -o "$dir/matrix.$format"
done
grep -qF 'Dekker 2 av 12 ruter' "$dir/matrix.txt" || complain "cells are not counted"
grep -qF 'Primært: Avdeling 1 (mål), Avdeling 2 (mål)' "$dir/matrix.txt" || complain "nobody covers the cells"
expect 0 --matrix --change "$dir/role.yaml" --alternative ut --after --lang nb
grep -qF 'Dekker 3 av 12 ruter' "$dir/out" || complain "not the matrix after the change"
expect 2 --matrix --change "$dir/role.yaml"
says "with --change add --after"
expect 3 --matrix "$dir/model.yaml"
says "no unit has a role of coordination"
expect 3 --matrix "$dir/roles.yaml" --root d
says "a matrix has no boxes of units"

# A name of 10,000 letters in every format; DOT that plain dot reads, with all of it.
long=$(printf 'æ%.0s' $(seq 10000))
sed "s/Direktør/$long/; s/Prøveetaten/$long/" "$dir/model.yaml" >"$dir/long.yaml"
for format in svg dot html txt mmd pdf; do
    expect 0 "$dir/long.yaml" --lang nb -o "$dir/long.$format"
done
dot -Tsvg "$dir/long.dot" >"$dir/dot.svg" || complain "dot does not read a long name"
grep -qF "$long" "$dir/dot.svg" || complain "a long name is cut"

LC_ALL=nb_NO.UTF-8 "$chart" "$dir/model.yaml" -o "$dir/locale.svg"
cmp -s "$dir/locale.svg" "$dir/two.svg" || complain "the locale changes the bytes"

[ "$failures" -eq 0 ]
