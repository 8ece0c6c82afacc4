# SPDX-License-Identifier: MIT
"""What charts cost, beside Graphviz and d3-flextree: scripts/bench_charts.

Random trees with spans of 2 to 8 are written as model files and drawn by spenn-chart,
every program in a process of its own. Prints medians of user CPU seconds, of wall time,
and ratios.
"""
import argparse
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
SIZES = 225, 1000, 10000
FIRST = "Barne Byggesaks Kultur Skole Vei Vann Plan Helse Idretts Skatte Natur Havne".split()
SECOND = "tjeneste kontor avdeling forvaltning seksjon senter".split()
PLACES = "nord sør øst vest sentrum fjord dal vik nes ås".split()


def tree(units, seed=7):
    """Superior, name and full-time equivalents of each unit; -1: none."""
    draw, parents, above = random.Random(seed), [-1], 0
    while len(parents) < units:
        span = min(draw.randint(2, 8), units - len(parents))
        parents += [above] * span
        above += 1
    return [(parent, f"{draw.choice(FIRST)}{draw.choice(SECOND)} {draw.choice(PLACES)}",
             draw.randint(3, 90)) for parent in parents]


def write_model(path, units):
    with open(f"{path}.csv", "w", encoding="utf-8") as out:
        out.write("id,name,kind,reports-to,fte\n")
        for i, (parent, name, fte) in enumerate(units):
            kind, above = ("department", f"u{parent}") if i else ("executive", "")
            out.write(f"u{i},{name},{kind},{above},{fte}\n")
    with open(f"{path}.yaml", "w", encoding="utf-8") as out:
        out.write(f"spenn: model/1\nid: tree\nunits: {{csv: {os.path.basename(path)}.csv}}\n")


def write_dot(path, units):
    """The same tree as one would write it by hand, for dot to lay out."""
    with open(f"{path}-naive.dot", "w", encoding="utf-8") as out:
        out.write('digraph {\nnode [shape=box fontname="Arial" fontsize=10]\nedge [dir=none]\n')
        for i, (parent, name, fte) in enumerate(units):
            label = name.replace(" ", "\\n")
            out.write(f'u{i} [label="{label}\\n{fte} FTE"]\n')
            if parent >= 0:
                out.write(f"u{parent} -> u{i}\n")
        out.write("}\n")


def user():
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime


def timed(command, runs, text=None):
    """Medians of user CPU and wall seconds, and what it printed."""
    used, wall, said = [], [], ""
    for _ in range(runs):
        before, start = user(), time.monotonic()
        said = subprocess.run(command, check=True, input=text, text=True,
                              stdout=subprocess.PIPE).stdout
        wall.append(time.monotonic() - start)
        used.append(user() - before)
    return statistics.median(used), statistics.median(wall), said


def flextree(units, runs, script):
    """Seconds of the layout alone; None without Node or the package."""
    if not script:
        return None
    boxes = "".join(f"{parent} {14 + 5 * len(name) / 2} 44\n" for parent, name, _ in units)
    command = ["node", os.path.join(HERE, "flextree.js"), script, str(runs)]
    return float(timed(command, 1, boxes)[2])


def show(name, cost, base=None):
    ratio = f"{cost[0] / base:.1f}" if base else ""
    print(f"| {name} | {cost[0]:.3f} | {cost[1]:.3f} | {ratio} |")


def measure(count, args, directory):
    path, units = os.path.join(directory, f"t{count}"), tree(count)
    write_model(path, units)
    write_dot(path, units)
    chart = [args.chart, f"{path}.yaml", "--force", "--lang", "en"]
    print(f"\n| {count:,} units | user s | wall s | × file to SVG |\n|---|---|---|---|")
    svg = timed(chart + ["-o", f"{path}.svg"], args.runs)
    show("file to SVG", svg, svg[0])
    show("file to DOT", timed(chart + ["-o", f"{path}.dot"], args.runs), svg[0])
    show("that DOT to SVG, `dot -Tsvg`", timed(
        ["dot", "-Tsvg", f"-o{path}-nop2.svg", f"{path}.dot"], args.runs), svg[0])
    show("file to PDF", timed(chart + ["-o", f"{path}.pdf"], args.runs), svg[0])
    show("file to PDF, `--pages`", timed(
        chart + ["--pages", "-o", f"{path}-pages.pdf"], args.runs), svg[0])
    dpi = 160 if count < 10000 else 36
    show(f"file to PNG, {dpi} dpi", timed(
        chart + ["--dpi", str(dpi), "-o", f"{path}.png"], args.runs), svg[0])
    naive = None
    if count < 10000 or args.slow:
        naive = timed(["dot", "-Tsvg", f"-o{path}-naive.svg", f"{path}-naive.dot"],
                      args.runs if count < 10000 else 1)
        show("the tree by hand, `dot -Tsvg`", naive, svg[0])
    return parts(path, units, args, naive)


def parts(path, units, args, naive):
    """What is measured in process: placing, trials, the whole drawing, writing."""
    said = subprocess.run([args.parts, f"{path}.yaml", str(max(args.runs, 15))], check=True,
                          text=True, stdout=subprocess.PIPE).stdout
    ours = {line.split()[0]: float(line.split()[1]) for line in said.splitlines()}
    theirs = flextree(units, max(args.runs, 9), args.flextree)
    place = ours["place"]
    return [f"{len(units):,}"] + [f"{1000 * ours[name]:.2f}" for name in (
        "place", "trials", "chart", "svg")] + [
        f"{1000 * theirs:.1f}" if theirs else "–", f"{theirs / place:,.0f}" if theirs else "–",
        f"{naive[0] / place:,.0f}" if naive else "–"]


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--chart", required=True, help="the program spenn-chart")
    options.add_argument("--parts", required=True, help="the program chart_layout")
    options.add_argument("--flextree", help="d3-flextree.js")
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--slow", action="store_true", help="dot on 10,000 units too")
    args = options.parse_args()
    if not shutil.which("dot"):
        sys.exit("charts.py: Graphviz' dot is not installed")
    with tempfile.TemporaryDirectory() as directory:
        rows = [measure(count, args, directory) for count in SIZES]
    print("\n| in process, ms | one placing | all trials | drawing, with them | SVG |"
          " d3-flextree | it / placing | `dot` / placing |\n" + "|---" * 8 + "|")
    for row in rows:
        print("| " + " | ".join(row) + " |")


if __name__ == "__main__":
    main()
