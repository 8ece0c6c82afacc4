#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks drawings without looking at them, through Graphviz.

    lint.py FILE.dot ...              checks these
    lint.py --all SPENN_CHART         checks every model, alternative and figure there is
            --every N                 one in N of these drawings
    lint.py --bad DIRECTORY           checks the checks: drawings that must fail

One `dot -Tjson` a batch gives places (as -Tjson0 does) and the texts as they are drawn:
their widths are measured by Pango with the font that Graphviz found, so "measured with
the real font" needs no font here. What a node is, is said by its class (docs/charts.md):
unit, former, cell; tag, card and legend are no boxes of their own. Rectangles are found
through a grid, so the cost is about linear in their number.

Prints `file: kind: what`, a line for each defect, then the count; exit status 1 on any.
"""
import argparse
import concurrent.futures
import fnmatch
import glob
import json
import math
import os
import re
import subprocess
import sys
import tempfile
from collections import defaultdict, namedtuple
from pathlib import Path

SLACK = 0.6  # Graphviz rounds the sizes of boxes and the widths of texts to points
LEAST_TEXT = 6.0
LEAST_CONTRAST = 4.5
LEAST_GAP = 2.0  # between edges that run side by side, for as long as
LEAST_RUN = 8.0
ASCENT, DESCENT = 0.74, 0.22  # of the size, above and below the base line
OVERRIDES = tuple(re.compile(words) for words in (  # words of a box; the first hide the rest
    r"new|part|spun-off|gone|moved|renamed|merged|joined|left|moved-out|absorbed|divided",
    r"shade-\d|sharp|rounded|doubled", r"vacant|planned|leaving", r"marked"))
SILENT = {"unit", "former", "cell", "heading", "member", "position", "tag",
          "squares"}  # need no explanation
OBLIQUE = {"move", "link"}  # classes of lines that need not be at right angles

Text = namedtuple("Text", "text size color area")
Line = namedtuple("Line", "name words tail head points curves")


class Area(namedtuple("Area", "x0 y0 x1 y1")):
    def meets(self, other, slack=SLACK):
        return (self.x0 < other.x1 - slack and other.x0 < self.x1 - slack
                and self.y0 < other.y1 - slack and other.y0 < self.y1 - slack)

    def holds(self, other, slack=SLACK):
        return (self.x0 <= other.x0 + slack and other.x1 <= self.x1 + slack
                and self.y0 <= other.y0 + slack and other.y1 <= self.y1 + slack)

    def has(self, x, y):
        return self.x0 <= x <= self.x1 and self.y0 <= y <= self.y1


class Grid:
    """Things with an area, found by where they are."""
    CELL = 48.0

    def __init__(self, things):
        self.cells = defaultdict(list)
        for thing in things:
            for cell in self.over(thing.area):
                self.cells[cell].append(thing)

    def over(self, area):
        for i in range(int(area.x0 // self.CELL), int(area.x1 // self.CELL) + 1):
            for k in range(int(area.y0 // self.CELL), int(area.y1 // self.CELL) + 1):
                yield i, k

    def near(self, area):
        seen = set()
        for cell in self.over(area):
            for thing in self.cells.get(cell, ()):
                if id(thing) not in seen:
                    seen.add(id(thing))
                    yield thing


class Box:
    def __init__(self, row, order):
        self.name, self.order = row["name"], order
        self.id = row.get("id", "")
        self.words = row.get("class", "").split()
        x, y = (float(v) for v in row["pos"].split(","))
        w, h = float(row["width"]) * 72.0, float(row["height"]) * 72.0
        self.area = Area(x - w / 2, y - h / 2, x + w / 2, y + h / 2)
        into = 4.0 * (int(row.get("peripheries", 1)) - 1)  # the size is the outermost's
        self.inner = Area(self.area.x0 + into, self.area.y0 + into,
                          self.area.x1 - into, self.area.y1 - into)
        self.drawn = row.get("shape") not in ("plaintext", "none")
        filled = "filled" in row.get("style", "").split(",")
        self.fills = fills_of(row.get("fillcolor", "lightgrey")) if filled and self.drawn else []
        self.texts = texts_of(row.get("_ldraw_", []))

    def is_a(self, *words):
        return any(word in self.words for word in words)

    @property
    def solid(self):
        """Stands on the page by itself: no mark in a box, no copy behind one."""
        return self.words not in (["tag"], ["card"])


class Frame:
    def __init__(self, row, names):
        self.name, self.words = row["name"][len("cluster_"):], row.get("class", "").split()
        x0, y0, x1, y1 = (float(v) for v in row["bb"].split(","))
        self.area = Area(x0, min(y0, y1), x1, max(y0, y1))
        self.fills = fills_of(row.get("fillcolor", "")) if "filled" in row.get("style", "") else []
        self.texts = texts_of(row.get("_ldraw_", []))
        self.members = {names[i] for i in row.get("nodes", []) if i in names}


class Drawing:
    def __init__(self, row):
        rows = row.get("objects", [])
        nodes = [r for r in rows if "pos" in r and "width" in r and r.get("class") != "tag label"]
        self.boxes = [Box(r, i) for i, r in enumerate(sorted(nodes, key=lambda r: r["_gvid"]))]
        names = {r["_gvid"]: r["name"] for r in nodes}
        self.box = {b.name: b for b in self.boxes}
        self.frames = [Frame(r, names) for r in rows if r["name"].startswith("cluster_")]
        self.lines = [line_of(r, names) for r in row.get("edges", [])]
        view = [float(v) for v in row.get("viewport", "0,0").split(",")]
        self.page = Area(0.0, 0.0, view[0], view[1])
        draw = row.get("_draw_", [])
        self.texts = texts_of(draw)
        for label in (r for r in rows if r.get("class") == "tag label"):  # over a filled frame
            self.texts += texts_of(label.get("_ldraw_", []))
        self.grounds = grounds_of(draw)
        self.solid = [b for b in self.boxes if b.solid]
        self.grid = Grid(self.solid)
        self.legend = [b for b in self.boxes if b.is_a("legend")]


def fills_of(text):
    """Colours of "#FDB863;0.72:#F3F3F3", a bar; none of transparent."""
    colors = [part.split(";")[0] for part in text.split(":")]
    return [c for c in colors if c.startswith("#") and len(c) == 7]


def texts_of(operations):
    size, color, texts = 14.0, "#000000", []
    for o in operations:
        if o["op"] == "F":
            size = o["size"]
        elif o["op"] == "c":
            color = o["color"]
        elif o["op"] == "T" and o["text"].strip():
            x, y = o["pt"]
            x -= {"l": 0.0, "c": 0.5, "r": 1.0}[o["align"]] * o["width"]
            texts.append(Text(o["text"], size, color,
                              Area(x, y - DESCENT * size, x + o["width"], y + ASCENT * size)))
    return texts


Ground = namedtuple("Ground", "area color")


def grounds_of(operations):
    """Filled areas of the background, the upper last."""
    color, grounds = "#ffffff", []
    for o in operations:
        if o["op"] == "C":
            color = o["color"]
        elif o["op"] in "PEb" and "points" in o:
            xs, ys = [p[0] for p in o["points"]], [p[1] for p in o["points"]]
            grounds.append(Ground(Area(min(xs), min(ys), max(xs), max(ys)), color[:7]))
    return grounds


def line_of(row, names):
    words = row.get("class", "").split()
    tip, points = [], []
    for part in row.get("pos", "").split():
        if part.startswith("e,"):
            tip = [tuple(float(v) for v in part[2:].split(","))]
        elif not part.startswith("s,"):
            points.append(tuple(float(v) for v in part.split(",")))
    tail, head = names[row["tail"]], names[row["head"]]
    name = f"{' '.join(words)} {tail} -> {head}"
    return Line(name, words, tail, head, points[:1] + points[3::3] + tip, curves(points))


def curves(points):
    """The Bezier curves of a B-spline that are no straight stretch."""
    found = []
    for i in range(0, len(points) - 3, 3):
        p = points[i:i + 4]
        if not (p[0] == p[1] and p[2] == p[3]):
            found.append(p)
    return found


def area_of(a, b):
    return Area(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))


def sampled(line):
    """Short straight stretches that follow the curves, and the straight ones."""
    if "move" not in line.words:
        return list(zip(line.points, line.points[1:]))
    points = []
    for p in line.curves:
        for i in range(33):
            t = i / 32.0
            u = 1.0 - t
            points.append(tuple(u ** 3 * p[0][k] + 3 * u * u * t * p[1][k] + 3 * u * t * t * p[2][k]
                                + t ** 3 * p[3][k] for k in (0, 1)))
    points += line.points[-1:] if points else line.points
    return list(zip(points, points[1:]))


def runs_through(a, b, area, slack=1.0):
    """Whether the stretch has a part inside (Liang and Barsky 1984)."""
    low, high = 0.0, 1.0
    for k in (0, 1):
        d = b[k] - a[k]
        near, far = area[k] + slack, area[k + 2] - slack
        if near >= far:
            return False
        if abs(d) < 1e-9:
            if not near < a[k] < far:
                return False
            continue
        t0, t1 = sorted(((near - a[k]) / d, (far - a[k]) / d))
        low, high = max(low, t0), min(high, t1)
    return low < high - 1e-9


def luminance(color):
    parts = [int(color[i:i + 2], 16) / 255.0 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a, b):
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


# Each check yields what is wrong; its name is the kind of the defect.

def overlap(d):
    """No two boxes overlap; a copy of a pile lies behind it and touches nobody else."""
    for a in d.solid:
        for b in d.grid.near(a.area):
            if a.order < b.order and a.area.meets(b.area):
                yield f"{a.name} and {b.name}"
    for copy in (b for b in d.boxes if b.words == ["card"]):
        pile = next((b for b in d.boxes[copy.order + 1:] if b.is_a("card") and b.solid), None)
        if pile is None or not pile.area.meets(copy.area):
            yield f"{copy.name} lies behind nothing"
        for b in d.grid.near(copy.area):
            if b is not pile and b.area.meets(copy.area):
                yield f"{copy.name} and {b.name}"


def tag(d):
    """A lettered mark lies inside one box, and over no other mark and no text."""
    tags = [b for b in d.boxes if b.words == ["tag"]]
    grid = Grid(tags)
    for a in tags:
        hosts = [b for b in d.grid.near(a.area) if b.area.holds(a.area) and b.order < a.order]
        if not hosts:
            yield f"{a.name} is in no box"
        for t in (t for b in hosts for t in b.texts if t.area.meets(a.area, 1.0)):
            yield f"{a.name} lies over '{t.text}'"
        for b in grid.near(a.area):
            if a.order < b.order and a.area.meets(b.area):
                yield f"{a.name} lies over {b.name}"


def crossing(d):
    """No line runs through a box that is not one of its ends."""
    for line in d.lines:
        ends = {line.tail, line.head}
        hit = set()
        for a, b in sampled(line):
            for box in d.grid.near(area_of(a, b)):
                if box.name not in ends and box.name not in hit and runs_through(a, b, box.area):
                    hit.add(box.name)
                    yield f"{line.name} runs through {box.name}"


def oblique(d):
    """Lines are at right angles, but for arrows of moves and the spokes of a hub."""
    for line in d.lines:
        if OBLIQUE & set(line.words):
            continue
        if any(min(abs(a[0] - b[0]), abs(a[1] - b[1])) > 0.05 for a, b in straight(line)):
            yield line.name


def straight(line):
    """Stretches without the rounded corners, which must start and end along an axis."""
    corners = {(p[0], p[3]): p for p in line.curves}
    for a, b in zip(line.points, line.points[1:]):
        p = corners.get((a, b))
        yield from ((p[0], p[1]), (p[2], p[3])) if p else ((a, b),)


def twice(d):
    """No two lines run over each other: strokes add up and dashes fill in."""
    for axis in (0, 1):
        runs = defaultdict(list)
        for line in d.lines:
            for a, b in [] if "move" in line.words else straight(line):
                if abs(a[axis] - b[axis]) < 0.05 and abs(a[1 - axis] - b[1 - axis]) > 1.5:
                    low, high = sorted((a[1 - axis], b[1 - axis]))
                    runs[round(a[axis])].append((low, high, a[axis], line.name))
        for at, found in runs.items():
            found = sorted(found + runs.get(at + 1, []) if at + 1 in runs else found)
            end, last, where = -math.inf, "", 0.0
            for low, high, exact, name in found:
                if low < end - 1.5 and name != last and abs(exact - where) < 0.8:
                    yield f"{name} over {last}"
                if high > end:
                    end, last, where = high, name, exact


def text(d):
    """Text is no wider and no higher than its box."""
    for box in d.boxes:
        for t in box.texts:
            if not box.inner.holds(t.area, 1.0):
                w, h = t.area.x1 - t.area.x0, box.inner.x1 - box.inner.x0
                yield f"'{t.text}' in {box.name}: {w:.1f} wide in {h:.1f}"
    for frame in d.frames:
        for t in frame.texts:
            if not frame.area.holds(t.area, 1.0):
                yield f"'{t.text}' is larger than its frame"


def small(d):
    """No text is below 6 pt."""
    for t in all_texts(d):
        if t.size < LEAST_TEXT - 1e-3:
            yield f"'{t.text}' is {t.size:g} pt"


def all_texts(d):
    yield from d.texts
    for thing in d.boxes + d.frames:
        yield from thing.texts


def page(d):
    """Everything is on the page."""
    for thing in d.boxes + d.frames:
        if not d.page.holds(thing.area):
            yield thing.name
    for line in d.lines:
        if any(not d.page.has(x, y) for x, y in line.points):
            yield line.name
    for t in d.texts:
        if not d.page.holds(t.area, 1.0):
            yield f"'{t.text}'"


def word_of(tag_box):
    return "tag-" + "".join(t.text for t in tag_box.texts).rstrip("›")


def legend(d):
    """Everything that needs explaining is explained, and nothing else."""
    used = {"frame-" + f.words[0] for f in d.frames
            if set(f.words) - SILENT and f.words != ["chart"]}
    used |= {"wire-" + line.words[-1] for line in d.lines
             if len(line.words) > 1 or not d.box[line.tail].is_a("cell")}
    used |= {word_of(b) for b in d.boxes if b.words == ["tag"]}
    needed = set(used)
    for box in d.solid:
        if box.is_a("legend"):
            continue
        words = set(box.words) - SILENT
        hiding = ({w for w in words if o.fullmatch(w)} for o in OVERRIDES)
        used |= words
        needed |= next((over for over in hiding if over), words) | words & {"card"}
    explained = set()
    for item in d.legend:
        words = set(item.words) - {"legend"}
        explained |= words
        scale = any(w.startswith("shade-") for w in words | {""}) and any(
            w.startswith("shade-") for w in used)
        if words and not words & used and not scale:
            yield f"{item.name} explains {' '.join(sorted(words))}, which is not drawn"
    if d.legend:
        for word in sorted(needed - explained):
            yield f"nothing explains {word}"


def frame(d):
    """A frame holds its members whole, and nobody else."""
    for f in d.frames:
        for name in sorted(f.members):
            if not f.area.holds(d.box[name].area):
                yield f"{f.name} does not hold its member {name}"
        for box in d.grid.near(f.area):
            if (box.is_a("unit", "card", "cell") and box.name not in f.members
                    and f.area.meets(box.area)):
                yield f"{f.name} holds or cuts {box.name}, which is no member"


def sides(d):
    """Nothing runs along the edge of a frame: no other frame's edge and no line."""
    for axis in (0, 1):
        edges = [(f.area[axis + end], f.area[1 - axis], f.area[3 - axis], f.name, True)
                 for f in d.frames for end in (0, 2)]
        for line in d.lines if edges else []:
            for a, b in straight(line):
                low, high = sorted((a[1 - axis], b[1 - axis]))
                if abs(a[axis] - b[axis]) < 0.05 and high - low > LEAST_RUN:
                    edges.append((a[axis], low, high, line.name, False))
        edges.sort()
        for i, (at, low, high, name, framed) in enumerate(edges):
            for other in edges[i + 1:]:
                if other[0] - at >= LEAST_GAP:
                    break
                if ((framed or other[4]) and other[3] != name
                        and min(high, other[2]) - max(low, other[1]) > LEAST_RUN):
                    yield f"{name} and {other[3]}"


Label = namedtuple("Label", "area text")


def label(d):
    """Labels of frames and lines, title and notes stand on no box, line or label."""
    labels = [Label(t.area, t.text) for f in d.frames for t in f.texts]
    labels += [Label(t.area, t.text) for t in d.texts]
    grid = Grid(labels)
    for i, a in enumerate(labels):
        for b in grid.near(a.area):
            if b.area.meets(a.area, 0.8) and (b.area, b.text) > (a.area, a.text):
                yield f"'{a.text}' and '{b.text}'"
        for box in d.grid.near(a.area):
            if box.area.meets(a.area, 0.8):
                yield f"'{a.text}' and {box.name}"
    for line in d.lines:
        for a, b in sampled(line):
            for found in grid.near(area_of(a, b)):
                if runs_through(a, b, found.area):
                    yield f"'{found.text}' and {line.name}"
    for f in d.frames:
        x0, y0, x1, y1 = f.area
        for a, b in (((x0, y0), (x1, y0)), ((x0, y1), (x1, y1)),
                     ((x0, y0), (x0, y1)), ((x1, y0), (x1, y1))):
            for found in grid.near(area_of(a, b)):
                if runs_through(a, b, found.area):
                    yield f"'{found.text}' and the edge of {f.name}"


def shades(d):
    """Contrast of every text to what it stands on is at least 4.5 : 1."""
    grounds = list(d.grounds)
    grounds += [Ground(f.area, c) for f in d.frames for c in f.fills]
    grid = Grid(grounds)
    order = {id(g): i for i, g in enumerate(grounds)}

    def below(t):
        x, y = (t.area.x0 + t.area.x1) / 2, (t.area.y0 + t.area.y1) / 2
        under = [g for g in grid.near(Area(x, y, x, y)) if g.area.has(x, y)]
        return [max(under, key=lambda g: order[id(g)]).color] if under else ["#ffffff"]

    for thing in d.boxes + d.frames:
        for t in thing.texts:
            for fill in (thing.fills if isinstance(thing, Box) and thing.fills else below(t)):
                if contrast(t.color, fill) < LEAST_CONTRAST:
                    yield f"'{t.text}' {t.color} on {fill}: {contrast(t.color, fill):.2f}"
    for t in d.texts:
        if contrast(t.color, below(t)[0]) < LEAST_CONTRAST:
            yield f"'{t.text}' {t.color} on {below(t)[0]}: {contrast(t.color, below(t)[0]):.2f}"


def order(d):
    """Nodes are read in the order of the file: a superior before its reports."""
    for line in d.lines:
        if line.words[:1] == ["line"] and d.box[line.tail].order > d.box[line.head].order:
            yield f"{line.head} before {line.tail}"


def name(d):
    """A unit's node is named as the unit."""
    for box in d.boxes:
        if box.is_a("unit") and box.id != "u-" + box.name:
            yield f"{box.name} has the id {box.id}"


CHECKS = (overlap, tag, crossing, oblique, twice, text, small, page, legend, frame, sides,
          label, shades, order, name)
KINDS = [check.__name__ for check in CHECKS] + ["dot"]


def read(files):
    """What `dot` makes of some files, and what it complains about."""
    run = subprocess.run(["dot", "-Tjson", *files], capture_output=True, text=True,
                         encoding="utf-8", check=False)
    decoder, at, rows = json.JSONDecoder(), 0, []
    out = run.stdout.strip()
    while at < len(out):
        row, at = decoder.raw_decode(out, at)
        rows.append(row)
        at += len(out[at:at + 8]) - len(out[at:at + 8].lstrip())
    return rows, [line for line in run.stderr.splitlines() if line]


def lint(files):
    """Defects of each file, as (kind, what)."""
    rows, complaints = read(files)
    if complaints and len(files) > 1:  # whose are they?
        return {f: d for one in files for f, d in lint([one]).items()}
    found = {f: [("dot", c) for c in complaints] for f in files}
    if len(rows) != len(files):
        found[files[0]].append(("dot", "not drawn"))
        return found
    for file, row in zip(files, rows):
        drawing = Drawing(row)
        for check in CHECKS:
            for what in sorted(set(check(drawing))):
                found[file].append((check.__name__, what))
    return found


# Every drawing of the repository.

SHADED = ["shaded"]  # the mode, which takes two runs
ROOT = Path(__file__).resolve().parent.parent.parent


def alternatives(file):
    """Ids of a scenario's alternatives, by the indentation of our files."""
    body = re.search(r"^alternatives:\n((?:[ \t]+.*\n|\s*\n|#.*\n)*)", file.read_text("utf-8"), re.M)
    if not body:
        return []
    keys = re.findall(r"^( +)([\w.-]+):", body.group(1), re.M)
    return [key for indent, key in keys if indent == keys[0][0]]


MODES = (["--lang", "nb"], ["--lang", "en"], ["--portrait"], ["--leadership"], ["--pages"],
         SHADED)
FIGURE_MODES = 3  # the first so many


def has_roles(file):
    """Whether units of the model, or changed ones, have a role of coordination."""
    return re.search(r"\bcoordination: *\{", file.read_text("utf-8")) is not None


def orders():
    """(name, arguments, kind) of each drawing."""
    for file in sorted((ROOT / "models").rglob("*.yaml")):
        kind = re.search(r"^spenn: *(\w+)/", file.read_text("utf-8"), re.M)
        if kind and kind.group(1) in ("model", "figure"):
            yield file.relative_to(ROOT), [str(file)], kind.group(1)
        if has_roles(file):
            yield f"{file.relative_to(ROOT)} matrix", ["--matrix", str(file)], "figure"
    for file in sorted([*(ROOT / "scenarios").rglob("*.yaml"),
                        *(ROOT / "tests/chart/changes").glob("*.yaml")]):
        for alternative in alternatives(file):
            yield (f"{file.relative_to(ROOT)} {alternative}",
                   ["--change", str(file), "--alternative", alternative], "change")
            if has_roles(file):
                yield (f"{file.relative_to(ROOT)} {alternative} matrix",
                       ["--matrix", "--change", str(file), "--alternative", alternative,
                        "--after"], "figure")


def export(program, arguments, out):
    """Shaded is drawn twice: the first drawing says which units there are to have a value."""
    def run(more):
        return subprocess.run([program, *arguments, *more, "-o", out, "--force"],
                              capture_output=True, text=True, check=False)
    if SHADED[0] not in arguments:
        return run([])
    arguments = [a for a in arguments if a not in SHADED]
    first = run([])
    if first.returncode:
        return first
    ids = re.findall(r'^"([^" ]+)" \[class="unit', Path(out).read_text("utf-8"), re.M)
    rows = [f"load,{unit},{i * 37 % 101 / 80}" for i, unit in enumerate(ids)]
    Path(out + ".csv").write_text("\n".join(["measure,subject,value", *rows]) + "\n", "utf-8")
    return run(["--colour-by", "load", "--colour-unit", "share", "--results", out + ".csv"])


def draw(program, work, directory):
    """Exports a share of the drawings and checks them."""
    files, failed = {}, {}
    for i, (title, arguments) in enumerate(work):
        out = os.path.join(directory, f"{os.getpid()}-{id(work)}-{i}.dot")
        run = export(program, arguments, out)
        if run.returncode == 0:  # several pages are as many files
            pages = sorted(glob.glob(glob.escape(out[:-len(".dot")]) + "-*.dot"))
            for page_file in pages or [out]:
                files[page_file] = f"{title} {page_file[len(out) - 3:-4]}".strip()
        elif run.returncode == 3:  # not valid, which other tests say
            print(f"{title}: not drawn: {run.stderr.strip()}")
        else:
            failed[title] = [("dot", f"exit {run.returncode}: {run.stderr.strip()}")]
    found = lint(list(files)) if files else {}
    return {**{files[f]: d for f, d in found.items()}, **failed}


def check_all(program, keep, every):
    work = [(f"{title} ({mode[-1].strip('-')})", [*arguments, *mode])
            for title, arguments, kind in orders()
            for mode in MODES[:FIGURE_MODES if kind == "figure" else None]][::every]
    shares = [work[i:i + 12] for i in range(0, len(work), 12)]
    with tempfile.TemporaryDirectory() as directory:
        directory = keep or directory
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            found = {}
            for share in pool.map(lambda w: draw(program, w, directory), shares):
                found.update(share)
    return found


def check_bad(directory):
    """Drawings that must fail: `// kind: text` says the complaint, `// clean` that there is
    none. No kind of defect is without a drawing."""
    wrong, seen = 0, set()
    for file in sorted(Path(directory).glob("*.dot")):
        expected = re.findall(r"^// (?!clean)(\w+): (.*)$", file.read_text("utf-8"), re.M)
        found = lint([str(file)])[str(file)]
        seen |= {kind for kind, _ in found}
        missing = [e for e in expected if not any(e[0] == k and e[1] in w for k, w in found)]
        more = [f for f in found if not any(e[0] == f[0] and e[1] in f[1] for e in expected)]
        for kind, what in missing:
            print(f"{file.name}: not found: {kind}: {what}")
        for kind, what in more:
            print(f"{file.name}: not expected: {kind}: {what}")
        wrong += len(missing) + len(more)
    for kind in KINDS:
        if kind not in seen:
            print(f"no drawing fails for {kind}")
            wrong += 1
    return wrong


def report(found, known):
    """Prints what is not known; a known defect that is not found is one, too."""
    defects, met = 0, set()
    for file, complaints in found.items():
        for kind, what in complaints:
            line = f"{file}: {kind}: {what}"
            patterns = {pattern for pattern in known if fnmatch.fnmatchcase(line, pattern)}
            met |= patterns
            if not patterns:
                print(line)
                defects += 1
    for pattern in known:
        if pattern not in met:
            print(f"no longer there, strike it out: {pattern}")
            defects += 1
    print(f"{len(found)} drawings, {defects} defects, {len(known)} known")
    return defects


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--all", metavar="SPENN_CHART")
    parser.add_argument("--every", metavar="N", type=int, default=1)
    parser.add_argument("--bad", metavar="DIRECTORY")
    parser.add_argument("--known", metavar="FILE", help="defects that may be, as patterns")
    parser.add_argument("--keep", metavar="DIRECTORY", help="leave the drawings here")
    parser.add_argument("files", nargs="*")
    o = parser.parse_args()
    if o.bad:
        return 1 if check_bad(o.bad) else 0
    found = check_all(o.all, o.keep, o.every) if o.all else lint(o.files)
    known = Path(o.known).read_text("utf-8").splitlines() if o.known else []
    return 1 if report(found, [line for line in known if line and line[0] != "#"]) else 0


if __name__ == "__main__":
    sys.exit(main())
