#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Holds our SVG against what plain `dot -Tsvg` makes of the exported DOT: same boxes, same
places, same texts, also of names that are markup, escapes or keywords somewhere.

    lint_same.py SPENN_CHART
"""
import collections
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml
from pathlib import Path

import lint

PLACE = 0.7   # points; Graphviz rounds sizes to whole ones
HIGH = 0.25   # of the size, by which base lines may differ
SIZE = 0.51   # small text in HTML-like labels has whole points
NAMES = ["<B>bold</B>", "N \\N G \\G l \\l", '"quoted"', "ends in \\", "'", "&amp;lt; &#60;",
         "digraph", "strict graph {", "</svg><script>alert(1)</script>", "]]>", "-->", "%s%n",
         "שלום עולם", "e\u0301 a\u030a", "a]; b -> c [", "<TABLE>", "x" * 4000, "A\u202eB", "\\\\x"]
SVG = "{http://www.w3.org/2000/svg}"


def hostile(directory):
    """A model of names that are something else to somebody."""
    rows = ["id,name,kind,reports-to", "d,Leader,executive,"]
    rows += [f'node{i},"{n.replace(chr(34), chr(34) * 2)}",department,d' for i, n in enumerate(NAMES)]
    (directory / "h.csv").write_text("\n".join(rows) + "\n", "utf-8")
    model = directory / "h.yaml"
    model.write_text("spenn: model/1\nid: h\nname: '<b> \\N &amp; \"x\"'\nunits: {csv: h.csv}\n"
                     "forums:\n  - {id: f, kind: network, name: '<i> \\N \"&amp;',"
                     " chair: node1, members: [node5, node9]}\n", "utf-8")
    return model


def numbers(text):
    return [float(v) for v in re.findall(r"-?\d+(?:\.\d+)?", text or "")]


def said(element):
    return re.sub(r"\s+", " ", "".join(element.itertext())).strip()


def ours(file):
    """{id: (area, texts)} of the boxes, and every text."""
    root = xml.parse(file).getroot()
    boxes = {}
    for group in root.iter(SVG + "g"):
        if group.get("role") == "graphics-symbol":
            r = [q for q in group.iter(SVG + "rect")][0]
            x, y, w, h = (float(r.get(k)) for k in ("x", "y", "width", "height"))
            texts = [(said(t), float(t.get("y")), float(t.get("font-size")))
                     for t in group.iter(SVG + "text")]
            boxes[group.get("id")] = ((x, y, x + w, y + h), texts)
    return boxes, collections.Counter(said(t) for t in root.iter(SVG + "text"))


def theirs(text):
    root = xml.fromstring(text)
    height = numbers(root.get("viewBox"))[3]
    boxes = {}
    for group in root.iter(SVG + "g"):
        shapes = [s for s in group.iter() if s.tag in (SVG + "polygon", SVG + "path")]
        if group.get("class", "").split()[:1] != ["node"] or not shapes:
            continue
        areas = []
        for shape in shapes:
            at = numbers(shape.get("points") or shape.get("d"))
            areas.append((min(at[::2]), min(at[1::2]), max(at[::2]), max(at[1::2])))
        area = (min(a[0] for a in areas), height + min(a[1] for a in areas),
                max(a[2] for a in areas), height + max(a[3] for a in areas))
        texts = [(said(t), height + float(t.get("y")), float(t.get("font-size")))
                 for t in group.iter(SVG + "text")]
        boxes[group.get("id")] = (area, texts)
    return boxes, collections.Counter(said(t) for t in root.iter(SVG + "text"))


def differences(one, other):
    boxes, texts = one
    drawn, written = other
    for word in (texts - written) + (written - texts):
        if word:
            yield f"text {word[:60]!r}: {texts[word]} times, by Graphviz {written[word]}"
    for key, (area, lines) in boxes.items():
        if key not in drawn:
            yield f"{key} is not drawn by Graphviz"
            continue
        there, theirs_lines = drawn[key]
        if any(abs(a - b) > PLACE for a, b in zip(area, there)):
            yield f"{key} is at {area}, by Graphviz at {there}"
        for (text, y, size), (word, v, points) in zip(lines, theirs_lines):
            if text != word or abs(y - v) > HIGH * size or abs(size - points) > SIZE:
                yield f"{key}: {text[:60]!r} {size:g} pt at {y:g}, {word[:60]!r} {points:g} at {v:g}"


def check(program, arguments, directory):
    files = [str(directory / f"x.{form}") for form in ("svg", "dot")]
    for file in files:
        run = subprocess.run([program, *arguments, "-o", file, "--force", "--lang", "nb"],
                             capture_output=True, text=True, check=False)
        if run.returncode:
            return [] if run.returncode == 3 else [run.stderr]
    drawn = subprocess.run(["dot", "-Tsvg", files[1]], capture_output=True, check=False)
    if drawn.stderr:
        return [drawn.stderr.decode()]
    return list(differences(ours(files[0]), theirs(drawn.stdout)))


def main():
    wrong = count = 0
    with tempfile.TemporaryDirectory() as name:
        directory = Path(name)
        for title, arguments, _ in [("names", [str(hostile(directory))], ""), *lint.orders()]:
            count += 1
            for what in check(sys.argv[1], arguments, directory):
                print(f"{title}: {what}")
                wrong += 1
    print(f"{count} drawings, {wrong} differences")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
