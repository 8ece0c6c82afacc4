#!/usr/bin/env python3
"""What the tool must never say, and what it must say with every result.

C64 no ranking of leadership models; C122 covered cells are no success; C187 no attainment of
goals from structure; C210 size beside integrated and decoupled; C214 staff is no fault by
itself; C249 what clarity cannot see; C251 causes peculiar to a municipality.

Usage: guards.py SPENN"""
import csv
import glob
import io
import json
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SPENN = os.path.abspath(sys.argv[1])
failed = []


def spenn(*arguments):
    run = subprocess.run([SPENN, *arguments], capture_output=True, text=True,
                         env={**os.environ, "SPENN_LANG": "en"})
    return run.stdout


def table(*arguments):
    return list(csv.DictReader(io.StringIO(spenn(*arguments, "--format=csv"))))


def measures():
    return json.loads(spenn("measures", "--format=json"))["rows"]


def no_ranking():
    model = [m for m in measures() if m["measure"] == "leadership-model"]
    if [m["better"] for m in model] != ["neither"]:
        failed.append("C64: one leadership model is better than another")
    for path in glob.glob("models/archetypes/model-*.yaml"):
        for finding in table("check", path):
            if re.search(r"\b(best|better|worst|worse|recommend\w*|rank\w*)\b",
                         finding["reason"]):
                failed.append(f"C64: {path}: {finding['reason']}")


def cells_are_no_evidence():
    cells = [m for m in measures() if m["measure"] == "matrix-cells"]
    if [m["class"] for m in cells] != ["built-in"]:
        failed.append("C122: that roles cover cells counts as evidence of coordination")


def no_attainment():
    for measure in measures():
        words = f"{measure['measure']} {measure['title']}".lower()
        if measure["measure"] == "goal-load":  # the work that goals make, not what comes of it
            continue
        if re.search(r"goal|attain|success|satisf|quality|performance", words):
            failed.append(f"C187: measure '{measure['measure']}' speaks of results")


def size_beside_integration():
    for path in glob.glob("scenarios/*/*.yaml"):
        with open(path, encoding="utf-8") as file:
            text = file.read()
        if not re.search(r"\{claim: C20[56],", text):
            continue
        with tempfile.TemporaryDirectory() as out:
            said = spenn("run", path, "--replications", "2", "--no-charts", "--quiet",
                         "--out", out)
            with open(os.path.join(out, "report.html"), encoding="utf-8") as file:
                report = file.read()
        for what, output in (("table", said), ("report", report)):
            if "inhabitants" not in output or "size" not in output:
                failed.append(f"C210: the {what} of {path} does not say that size differs")


def staff_is_no_fault():
    for path in glob.glob("models/*/*.yaml"):
        if "assumptions" in path or "figures" in path:
            continue
        kinds = set(re.findall(r"\{id: ([^,]+),[^\n]*kind: (?:staff|support)",
                               open(path, encoding="utf-8").read()))
        for finding in table("check", path):
            if finding["subject"] in kinds and finding["severity"] == "error":
                failed.append(f"C214: {path}: staff alone is an error: {finding['reason']}")


def what_clarity_cannot_see():
    clarity = [m for m in measures() if m["measure"] == "clarity"][0]
    if "C249" not in clarity["formula"]:
        failed.append("C249: clarity does not say what the survey found instead")


def own_causes():
    with tempfile.NamedTemporaryFile("w", suffix=".csv") as file:
        file.write("respondent,q11_ict\n1,1\n2,2\n3,4\n")
        file.flush()
        said = spenn("survey", file.name)
    for words in ("peculiar", "size", "ranking"):
        if words not in said.lower():
            failed.append(f"C251: the survey's result does not speak of '{words}'")


def main():
    os.chdir(ROOT)
    for guard in (no_ranking, cells_are_no_evidence, no_attainment, size_beside_integration,
                  staff_is_no_fault, what_clarity_cannot_see, own_causes):
        guard()
    print("\n".join(failed) or "7 guards hold")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
