#!/usr/bin/env python3
"""Every shipped scenario runs, with few replications: its file is named as its id, it has a
title, a question in two languages and a source, and each expectation and each claim that is
not represented comes out as a row.

Usage: scenarios.py SPENN"""
import csv
import glob
import json
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SPENN = os.path.abspath(sys.argv[1])
FEW = "2"


def problems(path):
    """What is wrong with the scenario, after a short run of it."""
    with tempfile.TemporaryDirectory() as out:
        run = subprocess.run([SPENN, "run", path, "--no-charts", "--quiet", "--jobs", "1",
                              "--replications", FEW, "--out", out], capture_output=True)
        if run.returncode:
            yield run.stderr.decode("utf-8", "replace").strip() or f"exit {run.returncode}"
            return
        with open(os.path.join(out, "results.json"), encoding="utf-8") as file:
            results = json.load(file)
        with open(os.path.join(out, "verdicts.csv"), encoding="utf-8") as file:
            verdicts = list(csv.DictReader(file))
    scenario = results["scenario"]
    if scenario["id"] != os.path.splitext(os.path.basename(path))[0]:
        yield f"its id is '{scenario['id']}'"
    with open(path, encoding="utf-8") as file:
        text = file.read()
    for key in ("title:", "question:", "source:", "en:"):
        if key not in text:
            yield f"has no '{key}'"
    rows = len(results["verdicts"]) + len(results["not_represented"])
    if len(verdicts) != rows or not rows:
        yield f"{len(verdicts)} rows of verdicts, not {rows}"
    for row in verdicts:
        if row["verdict"] == "not represented" and len(row["reason"]) < 20:
            yield f"{row['claim']} is not represented, and nobody says why"


def main():
    os.chdir(ROOT)
    paths = sorted(glob.glob("scenarios/*/*.yaml"))
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        found = list(pool.map(lambda path: list(problems(path)), paths))
    for path, said in zip(paths, found):
        for problem in said:
            print(f"{path}: {problem}")
    print(f"{len(paths)} scenarios run")
    return any(found) or not paths


if __name__ == "__main__":
    sys.exit(main())
