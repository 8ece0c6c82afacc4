#!/usr/bin/env bash
# Manners of the commands: exit statuses, stdout apart from stderr, files kept, formats.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# expect STATUS NAME COMMAND...: runs it; stdout and stderr are left in $work/{out,err}.
expect() {
  local wanted=$1 name=$2 status=0
  shift 2
  "$@" >"$work/out" 2>"$work/err" </dev/null || status=$?
  if [ "$status" -ne "$wanted" ]; then
    echo "FAILED: $name: exit $status, expected $wanted"
    head -5 "$work/err"
    failed=1
  fi
}
holds() { # holds NAME FILE TEXT
  if ! grep -qF -- "$3" "$work/$2"; then
    echo "FAILED: $1: '$3' is not on $2:"
    head -5 "$work/$2"
    failed=1
  fi
}
empty() {
  if [ -s "$work/$2" ]; then
    echo "FAILED: $1: something on $2:"
    head -5 "$work/$2"
    failed=1
  fi
}
toll=models/directorates/toll.yaml
scenario=scenarios/directorates/include-regional-directors.yaml

expect 0 "overview" "$SPENN"
holds "overview" out "spenn init"
expect 0 "version" "$SPENN" --version
expect 2 "unknown command" "$SPENN" chekc
holds "unknown command" err "did you mean 'check'?"
for command in init check measure diff apply run verify ask survey measures schema; do
  expect 0 "help of $command" "$SPENN" $command --help
  holds "help of $command" out "Usage: spenn $command"
  empty "help of $command" err
done
for command in run verify select explore merge; do
  expect 0 "help of $command" "$SPENN" $command --help
  if grep -E '^.{81}' "$work/out" >&2; then echo "FAILED: help of $command: wider than a terminal"; failed=1; fi
done
expect 0 "help of chart" "$SPENN" chart --help
holds "help of chart" out "spenn-chart"
expect 2 "unknown option" "$SPENN" check --nonsense "$toll"
holds "unknown option" err "unknown option '--nonsense'"
empty "unknown option" out
expect 2 "no file" "$SPENN" check
expect 3 "missing file" "$SPENN" check nowhere.yaml
holds "missing file" err "nowhere.yaml"

expect 0 "check" "$SPENN" check "$toll"
expect 0 "check limits" "$SPENN" check "$toll" --span 20 --unit-least 5 --unit-most 40
expect 2 "check limits" "$SPENN" check "$toll" --unit-most few
holds "check limits" err "--unit-most is a number from 1, not 'few'"
expect 0 "check scenario" "$SPENN" check "$scenario"
holds "check scenario" out "ok: 2 alternatives, "
expect 0 "check many alike" "$SPENN" check models/archetypes/staff-decoupled.yaml
holds "check many alike" out "plan, okonomi, personal and 1 more: shares no forum"
expect 0 "check source once" "$SPENN" check models/ministries/joint-tasks.yaml
holds "check source once" out "[double-line; source: C75"
holds "check source once" out "'departement-1' (professional line) and more [double-line]"
expect 0 "check many as csv" "$SPENN" check models/archetypes/staff-decoupled.yaml --format=csv
holds "check many as csv" out "ikt,shares no forum"
expect 0 "measure csv" "$SPENN" measure "$toll" --measure span --format=csv
holds "measure csv" out "measure,subject,value"
holds "measure csv" out "span,direktor,11"
expect 0 "measure text" "$SPENN" measure "$toll" --measure clarity
holds "measure text" out "1  share"
holds "measure text" out "C249"
expect 0 "measure congestion" "$SPENN" measure "$toll" --congestion
holds "measure congestion" out "Department 1"
expect 0 "measure congestion" "$SPENN" measure models/archetypes/model-1.yaml --congestion
holds "measure congestion" out "Everybody reaches everybody directly"
expect 2 "measure congestion" "$SPENN" measure "$toll" --add-links 3
holds "measure congestion" err "its options go with --congestion"
expect 2 "measure congestion" "$SPENN" measure "$toll" --congestion --xi 0
holds "measure congestion" err "'0' is no number for this option"
expect 3 "measure congestion" "$SPENN" measure "$toll" --congestion --remove 500
holds "measure congestion" err "--remove 500 leaves none of"
expect 0 "measure json" "$SPENN" measure --format=json "$toll"
python3 -c "import json,sys; d=json.load(open('$work/out')); assert d['schema_version']==1 and d['rows']" || failed=1
expect 0 "measure text" "$SPENN" measure "$toll"
holds "measure text" out "avdeling-2 and 10 more"
[ "$(grep -c '^measure ' "$work/out")" = 4 ] || failed=1 # a part each: whole, forums, tasks, units
expect 0 "measure text of one" "$SPENN" measure "$toll" --measure span
holds "measure text of one" out "region-6"
expect 2 "unknown measure" "$SPENN" measure "$toll" --measure spam
holds "unknown measure" err "did you mean 'span'?"
expect 0 "measures" "$SPENN" measures
holds "measures" out "uniformity"
expect 2 "verify an unknown group" "$SPENN" verify --group span-of
holds "verify an unknown group" err "the groups: queue"
expect 0 "verify a model" "$SPENN" verify models/verify/escalation.yaml --for 20w
holds "verify a model" out "escalation against its exact twin"
expect 2 "verify two models" "$SPENN" verify "$toll" "$toll"
expect 2 "verify a model's group" "$SPENN" verify "$toll" --group queue
expect 2 "verify for a year without a model" "$SPENN" verify --for 1y
expect 2 "verify for a day" "$SPENN" verify "$toll" --for 1d
expect 0 "assumptions" "$SPENN" help assumptions
holds "assumptions" out "commitment-midpoint"

cp "$toll" "$work/toll.yaml"
expect 1 "no overwriting" "$SPENN" apply "$scenario" --alternative model-2 -o "$work/toll.yaml"
holds "no overwriting" err "--force"
expect 0 "apply" "$SPENN" apply "$scenario" --alternative model-2 -o "$work/toll.yaml" --force
expect 2 "which alternative" "$SPENN" apply "$scenario"
holds "which alternative" err "model-2"
expect 0 "diff" "$SPENN" diff "$toll" "$work/toll.yaml" --format=csv
holds "diff" out "change,subject,what,before,after"
holds "diff" out "joined,region-1,ledergruppe"
expect 0 "no difference" "$SPENN" diff "$toll" "$toll"
empty "no difference" out

expect 0 "init" "$SPENN" init "$work/mine"
expect 1 "init again" "$SPENN" init "$work/mine"
expect 0 "own model" "$SPENN" check "$work/mine/model.yaml"
expect 0 "run" "$SPENN" run "$work/mine/scenario.yaml" --out "$work/run" --replications 3 --lang en
empty "run" err
[ "$(wc -l <"$work/out")" -lt 30 ] || { echo "FAILED: the comparison takes 30 lines"; failed=1; }
awk 'length($0) > 90' "$work/out" | grep -q . && awk '{ if (length($0) > 90) print }' "$work/out"
[ "$(head -1 "$work/run/results.csv")" = alternative,point,measure,subject,mean,low,high,difference,difference_low,difference_high,replications,controlled,controlled_low,controlled_high ] || failed=1
[ "$(head -1 "$work/run/verdicts.csv")" = claim,class,measure,subject,alternative,than,expected,verdict,difference,low,high,variance_reduction,reason ] || failed=1
for file in results.json report.html changes.csv baseline.svg baseline.dot join.svg join.dot \
  change-join.svg change-join.dot; do
  [ -s "$work/run/$file" ] || { echo "FAILED: run leaves no $file"; failed=1; }
done
awk -F, 'NR > 1 && $(NF - 3) != 3 && $(NF - 3) != 0 {bad = 1} END {exit bad}' "$work/run/results.csv" || { echo "FAILED: --replications 3 is not obeyed"; failed=1; }

for like in "two-level --units 36 --sectors 6" "sector --seed 2" work-team "hybrid --size 60" "directorate --regions 5 --size 90 --depth 5" "ministries --sectors 6 --units 9 --regions 2"; do
  expect 0 "init like $like" "$SPENN" init "$work/like" --force --like $like
  expect 0 "check like $like" "$SPENN" check "$work/like/model.yaml"
  expect 0 "measure like $like" "$SPENN" measure "$work/like/model.yaml"
  expect 0 "chart like $like" "$SPENN" chart "$work/like/model.yaml" -o "$work/like.svg" --force
  expect 0 "run like $like" "$SPENN" run "$work/like/scenario.yaml" --no-charts --out "$work/s" --replications 2
done
expect 3 "init like nothing" "$SPENN" init "$work/like" --like two-levl
holds "init like nothing" err "did you mean 'two-level'?"
expect 3 "init of another kind" "$SPENN" init "$work/other" --like sector --regions 4
holds "init of another kind" err "--like sector has no --regions"
expect 2 "init of a size" "$SPENN" init "$work/other" --units 28
holds "init of a size" err "a size needs a kind"
[ ! -e "$work/other" ] || { echo "FAILED: init of nothing wrote something"; failed=1; }
expect 2 "init with a number" "$SPENN" init "$work/like" --like sector --units many
expect 2 "replications" "$SPENN" run "$work/mine/scenario.yaml" --replications 0
holds "replications" err "--replications"
: >"$work/file"
expect 1 "out is a file" "$SPENN" run "$work/mine/scenario.yaml" --out "$work/file" --replications 2
holds "out is a file" err "cannot make '$work/file': Not a directory"
[ "$(wc -l <"$work/err")" -eq 1 ] || { echo "FAILED: a missing directory is said more than once"; failed=1; }
cp "$SPENN" "$work/alone"
expect 0 "no chart program" env PATH=/usr/bin:/bin "$work/alone" run "$work/mine/scenario.yaml" --out "$work/bare" --replications 2
holds "no chart program" err "--no-charts"
[ "$(grep -c "cannot start" "$work/err")" -eq 1 ] || { echo "FAILED: a missing program is said more than once"; failed=1; }
sed 's/measure: uniformity/measure: uniformty/' "$work/mine/scenario.yaml" >"$work/mine/typo.yaml"
expect 3 "unknown measure expected" "$SPENN" check "$work/mine/typo.yaml"
holds "unknown measure expected" err "did you mean 'uniformity'?"
printf 'spenn: figure/1\nid: x\n' >"$work/figure.yaml"
expect 3 "check a figure" "$SPENN" check "$work/figure.yaml"
holds "check a figure" err "'spenn chart' checks figures"
expect 1 "full disk" bash -c "'$SPENN' measure '$toll' >/dev/full"
holds "full disk" err "standard output"

printf 'spenn: model/1\nid: x\nunits: []\nrepots: 1\n' >"$work/bad.yaml"
expect 0 "colour by a measure at rest" "$SPENN" chart "$toll" --colour-by span --lang nb -o "$work/span.svg"
expect 0 "its picture" grep -q '>8–12 (1)<' "$work/span.svg"
expect 0 "colour an alternative" "$SPENN" chart --change "$scenario" --alternative model-2 --colour-by=contact --lang nb -o "$work/contact.svg"
expect 0 "its picture" grep -q 'Kontakt med toppleder' "$work/contact.svg"
expect 0 "colour the baseline" "$SPENN" chart --change "$scenario" --colour-by contact@baseline -o "$work/baseline.svg"
expect 3 "colour another" "$SPENN" chart --change "$scenario" --colour-by contact@nobody -o "$work/nobody.svg"
expect 2 "colour by nonsense" "$SPENN" chart "$toll" --colour-by nonsense -o "$work/nonsense.svg"
holds "colour by nonsense" err "spenn measures"
expect 2 "colour by a simulated measure" "$SPENN" chart "$toll" --colour-by utilisation -o "$work/busy.svg"
holds "colour by a simulated measure" err "--results"
expect 2 "colour by a measure of the whole" "$SPENN" chart "$toll" --colour-by layers -o "$work/layers.svg"
expect 3 "bad input" "$SPENN" chart "$work/bad.yaml" -o "$work/bad.svg"
[ ! -e "$work/bad.svg" ] || { echo "FAILED: bad input left a file"; failed=1; }
for ending in svg dot png pdf; do
  expect 0 "chart $ending" "$SPENN" chart "$toll" -o "$work/toll.$ending"
  [ -s "$work/toll.$ending" ] || failed=1
done
spenn_of=$(realpath "$SPENN") chart_of=$(realpath "$SPENN_CHART") model_of=$(realpath "$toll")
(mkdir -p "$work/mine/out" && cd "$work/mine" && for turn in 1 2; do
  "$chart_of" "$model_of" -o out/toll.svg && "$spenn_of" measure "$model_of" -o out/toll.csv --format=csv
done) || { echo "FAILED: out/ is not ours to overwrite"; failed=1; }
expect 0 "language" env SPENN_LANG=nb "$SPENN" run "$work/mine/scenario.yaml" --out "$work/nb" --replications 2
holds "language" out "replikasjoner"
expect 0 "language" env LC_ALL=nb_NO.UTF-8 "$SPENN" run "$work/mine/scenario.yaml" --out "$work/nb" --replications 2
holds "language" out "replications of"
sed 's/^practice:.*/  - {id: joint, at: region-*, arrives: 1\/w, decision: 30min, coordinates: {with: region-*, parties: 3, step: 2}}/' \
  "$work/mine/model.yaml" >"$work/mine/joint.yaml"
sed 's/model.yaml/joint.yaml/; /^expect:/,$d' "$work/mine/scenario.yaml" >"$work/mine/joint-scenario.yaml"
expect 0 "ladder" "$SPENN" run "$work/mine/joint-scenario.yaml" --no-charts --out "$work/s" --replications 2
grep -qF "baseline,,solved,joint," "$work/s/results.csv" || { echo "FAILED: a coordinating task has no ladder"; failed=1; }
sed 's/- join:.*/- rename: {unit: director, id: chief}/; /- set:/d; /^expect:/,$d' "$work/mine/scenario.yaml" >"$work/mine/renamed.yaml"
echo 'expect: [{measure: utilisation, of: chief, in: join, is: same}, {measure: utilisation, of: director, in: join, is: same}]' >>"$work/mine/renamed.yaml"
expect 0 "renamed" "$SPENN" run "$work/mine/renamed.yaml" --no-charts --out "$work/s" --replications 2 --lang en
awk '/^utilisation/ { found = 1; if (/ - /) exit 1 } END { exit !found }' "$work/out" || { echo "FAILED: a renamed unit has no value today"; cat "$work/out"; failed=1; }
grep -F "Director</span></th>" "$work/s/report.html" >"$work/row" && ! grep -qF "<td class=\"n\"></td>" "$work/row" || { echo "FAILED: a renamed unit has no value in the report"; cat "$work/row"; failed=1; }
expect 0 "strict and well" "$SPENN" run "$work/mine/scenario.yaml" --strict --no-charts --out "$work/s" --replications 30
sed 's/arrives: 100\/w/arrives: 900\/w/' "$work/mine/model.yaml" >"$work/mine/busy.yaml"
sed 's/model.yaml/busy.yaml/; /^expect:/,$d' "$work/mine/scenario.yaml" >"$work/mine/busy-scenario.yaml"
expect 4 "a limit broken" "$SPENN" run "$work/mine/busy-scenario.yaml" --strict --no-charts --out "$work/s" --replications 2
expect 0 "not strict" "$SPENN" run "$work/mine/busy-scenario.yaml" --no-charts --out "$work/s" --replications 2
transition=scenarios/municipalities/sector-to-two-level.yaml
expect 0 "ask settles" "$SPENN" ask settles "$transition" skole-1 helse --format=csv
holds "ask settles" out "when,how,who,meets,lasts,steps,taken-%"
holds "ask settles" out "now,settled by,Chief executive,,,2+2,"
expect 0 "ask settles nb" "$SPENN" ask settles "$transition" skole-1 helse --lang nb
holds "ask settles nb" out "møtes ikke i noe forum"
if sed '/^$/q' "$work/out" | LC_ALL=C.UTF-8 grep -E '^.{81}' >&2; then
  echo "FAILED: ask settles nb: a sentence is wider than a terminal"
  failed=1
fi
expect 3 "ask about nobody" "$SPENN" ask unit "$transition" skole-9
holds "ask about nobody" err "no unit 'skole-9'; did you mean 'skole-1'?"
expect 0 "ask overloaded" "$SPENN" ask overloaded "$toll" --limit 60% --format=json
python3 -c "import json; assert json.load(open('$work/out'))['rows'][0]['taken-%'] > 60" || failed=1
expect 0 "ask largest" "$SPENN" ask largest "$toll" --team direktor
holds "ask largest" out "has 11 reports and can have"
expect 0 "ask unit" "$SPENN" ask unit "$transition" skole-1
holds "ask unit" out "changes: when"
expect 2 "ask nothing" "$SPENN" ask
expect 2 "ask with too few units" "$SPENN" ask settles "$toll" direktor
holds "ask with too few units" err "it is 'spenn ask settles FILE UNIT UNIT'"
holds "ask with too few units" err "it is 'spenn ask settles FILE UNIT UNIT'"
expect 2 "ask with a limit" "$SPENN" ask overloaded "$toll" --limit much
often=scenarios/directorates/meeting-frequency.yaml
expect 0 "select" "$SPENN" select "$often" uniformity --lang nb
holds "select" out "Lik praksis er høyest i 'Hver 14. dag'"
holds "select" out "silt ut etter 20"
expect 0 "select csv" "$SPENN" select "$often" cost --within 1000000 --format=csv
holds "select csv" out "cost,kystverket,lowest,"
holds "select csv" out ",within-zone,"
expect 0 "select by a budget" "$SPENN" select "$often" uniformity --procedure ocba --budget 60
holds "select by a budget" out "the probability that it is so is"
expect 0 "select by weights" "$SPENN" select "$often" --weights uniformity:2,cost:1 --replications 5
holds "select by weights" out "The weight at which another takes the lead"
if LC_ALL=C.UTF-8 grep -E '^.{81}' "$work/out" >&2; then echo "FAILED: select by weights: wider than a terminal"; failed=1; fi
echo 'uniformity: 2' >"$work/weights"
expect 0 "select by a file of weights" "$SPENN" select "$often" --weights "$work/weights" --replications 2 --format=json
python3 -c "import json; r = json.load(open('$work/out'))['rows']; assert r[0]['alternative'] == 'fortnightly' and r[0]['adds'] == 1" || failed=1
expect 3 "select by bad weights" "$SPENN" select "$often" --weights uniformity:none
holds "select by bad weights" err "--weights:1: 'uniformity:none' is not measure:weight"
expect 3 "select by no weights" "$SPENN" select "$often" --weights uniformity
holds "select by no weights" err "'uniformity' is no file, and no weights such as"
expect 2 "a threshold with points" "$SPENN" explore "$often" --find "group-size where commitment < 0.5" --points 16
holds "a threshold with points" err "--find goes without --effort, --points"
expect 2 "no threshold" "$SPENN" explore "$often" --find "group-size where commitment"
holds "no threshold" err "--find is 'X [from LOW to HIGH] where"
expect 3 "a threshold along nothing" "$SPENN" explore "$often" --find "qqqqqq where commitment < 0.5"
holds "a threshold along nothing" err "'spenn help assumptions' lists them"
expect 2 "select by weights and a measure" "$SPENN" select "$often" uniformity --weights cost:1
expect 3 "select nothing" "$SPENN" select "$often" uniformit
holds "select nothing" err "unknown measure 'uniformit'; did you mean 'uniformity'?"
expect 2 "select without measure" "$SPENN" select "$often"
expect 2 "select with a share of no kind" "$SPENN" select "$often" uniformity --confidence 20%
holds "select with a share of no kind" err "'20%': it is between 50% and 100%"
expect 0 "survey form" "$SPENN" survey --template -o "$work/answers.csv"
expect 3 "survey without answers" "$SPENN" survey "$work/answers.csv"
holds "survey without answers" err "there are no answers"
awk -F, 'NR == 1 { for (i = 1; i < NF; i++) row = row (i > 1 ? ",1" : "a"); print row "," }' "$work/answers.csv" >>"$work/answers.csv"
expect 0 "survey" "$SPENN" survey "$work/answers.csv" --invited 2 --lang nb
holds "survey" out "svar fra 1 av 2 ledere (50 %)"
holds "survey" out "kontaktindeks 0–36           ████████ 36.0"
holds "survey" out "økonomistyring               ████████  100    [21, 100]   1  97  58  79  84  93"
holds "survey, municipality-specific causes" out "særegne"
holds "survey, size" out "18717"
holds "survey, no ranking" out "Ingen rangering"
expect 0 "survey csv" "$SPENN" survey "$work/answers.csv" --format=csv
holds "survey csv" out 'q16,a,Hamar,91,'
sed 's/^a,1,/b,1,/;1,3d' "$work/answers.csv" >"$work/b.csv"
cat "$work/b.csv" >>"$work/answers.csv"
expect 3 "survey of too few" "$SPENN" survey "$work/answers.csv" --invited 1
holds "survey of too few" err "2 leaders answered, but --invited says that 1 were asked"
sed -i 's/^a,1,/a,9,/' "$work/answers.csv"
expect 3 "survey with an error" "$SPENN" survey "$work/answers.csv"
holds "survey with an error" err "answers.csv:4:3: 'sector' must be 1 to 8, not '9'"
expect 2 "survey of nothing" "$SPENN" survey
expect 0 "schema" "$SPENN" schema model
holds "schema" out "draft-07"
exit $failed
