#!/bin/sh
# SPDX-License-Identifier: MIT
# Several pages: a PDF with outline, links and a fixed date, a file a page in other
# formats, nothing half written. Usage: pages.sh path/to/spenn-chart
set -u
chart=$1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
failures=0

complain() {
    echo "FAILED: $*"
    failures=$((failures + 1))
}

expect() {
    wanted=$1
    shift
    "$chart" "$@" --lang nb >"$dir/out" 2>"$dir/err"
    status=$?
    [ "$status" -eq "$wanted" ] || {
        complain "exit $status, not $wanted: $*"
        cat "$dir/err"
    }
}

says() {
    grep -q -- "$1" "$dir/err" || complain "no '$1' in: $(cat "$dir/err")"
}

{
    cat <<'END'
spenn: model/1
id: prove
name: Prøveetaten
source: eksempel
units:
  - {id: d, name: Direktør, kind: executive}
  - {id: a, name: "Avdeling {n}", kind: department, count: 3, reports-to: d}
END
    for a in 1 2 3; do
        size=$((a == 3 ? 60 : 2))
        echo "  - {id: s$a, name: \"Seksjon $a.{n}\", kind: department, count: 6, reports-to: a-$a}"
        for s in 1 2 3 4 5 6; do
            for n in $(seq $size); do
                echo "  - {id: p$a$s-$n, name: Post $n i seksjon $a.$s, kind: team, reports-to: s$a-$s}"
            done
        done
    done
    echo "forums:" # whose members no chart puts together
    echo "  - {id: f, name: Nettverk, kind: network, chair: a-1, members: ["p*"]}"
} >"$dir/model.yaml"

expect 0 "$dir/model.yaml" --pages -o "$dir/one.pdf"
[ -s "$dir/err" ] && complain "messages for a PDF: $(cat "$dir/err")"
expect 0 "$dir/model.yaml" --page a4 -o "$dir/auto.pdf"
says "drawn on several"
cmp -s "$dir/one.pdf" "$dir/auto.pdf" || complain "the same book differs"
expect 0 "$dir/model.yaml" --page a4 -o "$dir/large.svg"
says "the sheet is larger"

expect 0 "$dir/model.yaml" --pages -o "$dir/x.svg"
files=$(ls "$dir" | grep -c '^x-[0-9][0-9]\.svg$')
[ "$files" -gt 9 ] || complain "$files files of SVG"
says "x-01.svg"
grep -q 'href="x-02.svg"' "$dir/x-01.svg" || complain "the overview does not link to page 2"
rm "$dir"/x-0?.svg
expect 1 "$dir/model.yaml" --pages -o "$dir/x.svg"
says "use --force"
[ -e "$dir/x-01.svg" ] && complain "pages are written before one that stands in the way"
expect 0 "$dir/model.yaml" --pages -o "$dir/x.svg" --force
expect 0 "$dir/model.yaml" --pages -o "$dir/small.png" --dpi 36 --root a-1
[ -s "$dir/small-1.png" ] || complain "no small-1.png"
expect 1 "$dir/model.yaml" --pages -o - --format svg
says "use -o FILE"
expect 0 "$dir/model.yaml" --pages -o - --format txt
expect 2 "$dir/model.yaml" --pages --layers 2 -o "$dir/none.pdf"
says "without --layers"

# A file that cannot be written whole is not written.
(trap '' XFSZ && ulimit -f 8 &&
    "$chart" "$dir/model.yaml" --pages -o "$dir/half.svg" 2>"$dir/err")
[ $? -eq 1 ] || complain "a full disk is no failure"
says "cannot write"
for file in "$dir"/half*; do
    [ -e "$file" ] && ! grep -q '</svg>' "$file" && complain "half of $file is left"
done

if command -v pdfinfo >/dev/null && command -v pdftohtml >/dev/null; then
    info=$(pdfinfo "$dir/one.pdf")
    pages=$(echo "$info" | sed -n 's/^Pages: *//p')
    [ "$pages" -eq "$files" ] || complain "$pages pages of PDF, $files of SVG"
    echo "$info" | grep -q '^Title: *Prøveetaten' || complain "no title"
    echo "$info" | grep -q '^Subject: *[0-9]* enheter' || complain "no subject"
    echo "$info" | grep -q '^CreationDate:.* 2000' || complain "no fixed date"
    echo "$info" | grep -q '^Page size: *842 x 595' || complain "no A4"
    pdftohtml -xml -i -stdout "$dir/one.pdf" >"$dir/one.xml"
    grep -q '<item page="2">Avdeling 1</item>' "$dir/one.xml" || complain "no outline"
    [ "$(grep -c '<outline>' "$dir/one.xml")" -gt 2 ] || complain "the outline is flat"
    grep -q 'html#2"><b>Avdeling 1' "$dir/one.xml" || complain "no link to page 2"
    pdftotext -f 1 -l 1 -bbox "$dir/one.pdf" "$dir/one.html"
    grep -q 'xMin="28.0[0-9]*".*Prøveetaten' "$dir/one.html" || complain "the page is moved"
    pdftotext -f 2 -l 2 "$dir/one.pdf" - | grep -q "Side 2 av $pages" || complain "no page number"
fi

[ "$failures" -eq 0 ]
