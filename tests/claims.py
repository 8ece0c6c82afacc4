#!/usr/bin/env python3
"""The claims of the sources: every one registered and said, every one cited is registered,
docs/claims.csv has a row for each and for all that scenarios and checks say of them,
docs/robustness.csv one for each emergent verdict, and docs/claims.md is made of both. What the rows say is another matter: scripts/claims runs it."""
import glob
import importlib.machinery
import importlib.util
import os
import re
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.dont_write_bytecode = True


def script(name):
    loader = importlib.machinery.SourceFileLoader(f"{name}_script", f"{ROOT}/scripts/{name}")
    module = importlib.util.module_from_spec(
        importlib.util.spec_from_loader(f"{name}_script", loader))
    loader.exec_module(module)
    return module


claims, robustness = script("claims"), script("robustness")
failed = []
CITES = ["src/measure/*", "src/sim/*", "models/**/*.yaml", "scenarios/**/*.yaml",
         "tests/directorates/*", "claims/pairs.csv", "claims/checks-*.csv"]


def check_register(register):
    if list(register) != [f"C{n}" for n in range(1, 257)]:
        failed.append("the register does not hold C1 to C256 in order")
    failed.extend(f"{c['claim']}: what it says is missing" for c in register.values()
                  if not c["says"])


def check_citations(register):
    for pattern in CITES:
        for path in glob.glob(pattern, recursive=True):
            if os.path.isdir(path):
                continue
            with open(path, encoding="utf-8") as file:
                cited = set(re.findall(r"\bC[1-9][0-9]{0,2}\b", file.read()))
            failed.extend(f"{path}: {claim} is not registered"
                          for claim in sorted(cited - set(register)))


def expected_places():
    """(claim, file) of everything that says something of a claim."""
    for path in glob.glob("scenarios/*/*.yaml"):
        with open(path, encoding="utf-8") as file:
            for claim in re.findall(r"\bclaim: (C[0-9]+)", file.read()):
                yield claim, path
    for path in glob.glob("claims/checks-*.csv"):
        for check in claims.read(path):
            yield check["claim"], check["on"] or "calculation"


def moved(row):
    """How far from nothing the interval of the difference goes."""
    return max(abs(float(row[bound] or "nan")) for bound in ("low", "high"))


def check_rows(register, rows):
    words = {"", "data", "structure", "built-in", "emergent"}
    there = {(row["claim"], row["where"].split(": ")[0]) for row in rows}
    wanted = set(expected_places())
    failed.extend(f"docs/claims.csv lacks {claim} of {path}"
                  for claim, path in sorted(wanted - there))
    failed.extend(f"docs/claims.csv has {claim} of {path}, which says nothing of it"
                  for claim, path in sorted(there - wanted) if path)
    failed.extend(f"docs/claims.csv has no row for {claim}"
                  for claim in register if claim not in {row["claim"] for row in rows})
    for row in rows:
        if row["verdict"] not in claims.VERDICTS or row["class"] not in words:
            failed.append(f"{row['claim']}: '{row['class']}' '{row['verdict']}' is no verdict")
        if row["class"] == "emergent" and row["verdict"] == "supported" and moved(row) == 0:
            failed.append(f"{row['claim']}: nothing moved, which supports nothing: {row['where']}")
        if row["verdict"] == "not represented" and not row["reason"]:
            failed.append(f"{row['claim']} is not represented, and nobody says why")


def main():
    os.chdir(ROOT)
    register = claims.register()
    rows = claims.read("docs/claims.csv")
    check_register(register)
    check_citations(register)
    check_rows(register, rows)
    with open("docs/claims.md", encoding="utf-8") as file:
        if file.read() != claims.page(rows):
            failed.append("docs/claims.md is not what scripts/claims --page makes")
    if robustness.check():
        failed.append("docs/robustness.csv and docs/claims.csv do not go together")
    print("\n".join(failed) or f"{len(register)} claims, {len(rows)} rows")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
