#!/usr/bin/env python3
"""An exploration is the same to the byte however it is cut: into threads, shards, and
sittings that end by a kill anywhere. A file that was tampered with is refused where it is
wrong."""
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SPENN = os.environ["SPENN"]
ROOT = Path(__file__).resolve().parent.parent
MODEL = """spenn: model/1
id: lab
units:
  - {id: director, kind: executive}
  - {id: north, kind: department, reports-to: director}
  - {id: south, kind: department, reports-to: director}
forums:
  - {id: group, kind: leadership-group, chair: director, members: [director, north]}
tasks:
  - {id: case, at: [north, south], arrives: 15/w, decision: 1h}
  - {id: principle, at: north, arrives: 1/w, decided-in: group, decision: 12min}
"""
SCENARIO = """spenn: scenario/1
id: quick
title: Quick
question: What does it hang on?
model: model.yaml
alternatives:
  joined: {changes: [{join: {forum: group, members: south}}]}
  fast: {changes: [{set: {unit: 'kind:department', speed: 1.2, at: 2w}}]}
vary: {group.agenda: [2, 6]}
simulate: {for: 10w, warm-up: 2w, replications: 8, seed: 3}
expect:
  - {measure: lead-time, in: fast, is: lower}
  - {measure: meeting-wait, in: joined, is: higher}
  - {measure: group-size, of: group, in: joined, is: higher}
"""
OPTIONS = ["--effort", "quick", "--points", "8", "--replications", "2", "--quiet"]
failed = 0


def fail(text):
    global failed
    print("FAILED:", text)
    failed = 1


def command(out, *more):
    return [SPENN, "explore", "scenario.yaml", *OPTIONS, "--out", out, *more]


def expect(status, name, args):
    run = subprocess.run(args, capture_output=True, text=True)
    if run.returncode != status:
        fail(f"{name}: exit {run.returncode}, not {status}: {run.stderr[:300]}")
    return run


def holds(name, text, part):
    if part not in text:
        fail(f"{name}: '{part}' is not in:\n{text[:400]}")


def same(name, a, b):
    names = [sorted(p.name for p in Path(d).iterdir()) for d in (a, b)]
    if names[0] != names[1]:
        fail(f"{name}: files {names[0]} and {names[1]}")
    for file in names[0]:
        if Path(a, file).read_bytes() != Path(b, file).read_bytes():
            fail(f"{name}: {file} differs")


def kill_when(rows, out):
    """Kills an exploration once its file has so many lines."""
    run = subprocess.Popen(command(out, "--jobs", "1"), stdout=subprocess.DEVNULL)
    path = Path(out, "evaluations.csv")
    while run.poll() is None:
        if path.exists() and path.read_bytes().count(b"\n") >= rows:
            break
        time.sleep(0.002)
    run.send_signal(signal.SIGKILL)
    run.wait()


def beside_a_run():
    """The report of a run tells what an exploration beside it found, if it is of this."""
    shutil.copytree("whole", "run/explore")
    run = [SPENN, "run", "scenario.yaml", "--no-charts", "--replications", "2", "--quiet", "--out", "run"]
    expect(0, "run", run)
    holds("run", Path("run/report.html").read_text(), "When the assumptions vary at once")
    space = json.loads(Path("run/results.json").read_text())["verdicts"][0]["space"]
    if not 0.99 < sum(v for k, v in space.items() if k != "decided_by") < 1.01:
        fail(f"run: shares are no shares: {space}")
    before = Path("scenario.yaml").read_text()
    Path("scenario.yaml").write_text(before + "# another\n")
    expect(0, "run of another", run)
    holds("run of another", Path("run/report.html").read_text(), "spenn explore scenario.yaml</code>")
    Path("scenario.yaml").write_text(before)


def threads():
    expect(0, "one thread", command("whole", "--jobs", "1"))
    expect(0, "three threads", command("threads", "--jobs", "3"))
    same("three threads", "whole", "threads")
    again = expect(0, "again", command("threads"))
    same("again", "whole", "threads")
    holds("again", again.stdout, "threads/report.html")
    holds("threads", Path("threads/report.html").read_text(), "scenario.yaml --effort quick --points 8")
    if "0.267d" in Path("threads/report.html").read_text():
        fail("threads: two hours are shown as a share of a day")


def sittings():
    for rows in (1, 150):
        kill_when(rows, "killed")
        left = Path("killed/evaluations.csv").read_bytes()
        if not left.startswith(b"# spenn explore 1\n"):
            fail(f"killed at {rows}: the file begins with {left[:20]}")
    expect(0, "after the kills", command("killed", "--jobs", "2"))
    same("after the kills", "whole", "killed")


def torn():
    """Whatever is left of the file, cut anywhere, the same comes out."""
    whole = Path("whole/evaluations.csv").read_bytes()
    for length in (300, len(whole) - 1):
        Path("torn/evaluations.csv").parent.mkdir(exist_ok=True)
        Path("torn/evaluations.csv").write_bytes(whole[:length])
        expect(0, f"torn at {length}", command("torn"))
        same(f"torn at {length}", "whole", "torn")


def interrupted():
    run = subprocess.Popen(command("stopped", "--jobs", "1"), stdout=subprocess.DEVNULL,
                           stderr=subprocess.PIPE, text=True)
    path = Path("stopped/evaluations.csv")
    while run.poll() is None and not (path.exists() and path.stat().st_size > 900):
        time.sleep(0.002)
    run.send_signal(signal.SIGINT)
    said = run.communicate()[1]
    if run.returncode != 130:
        fail(f"Ctrl-C: exit {run.returncode}")
    holds("Ctrl-C", said, "the same command goes on")
    expect(0, "after Ctrl-C", command("stopped"))
    same("after Ctrl-C", "whole", "stopped")


def shards():
    parts = [f"part-{i}" for i in (1, 2, 3)]
    for i, part in enumerate(parts, 1):
        expect(0, f"shard {i}", command(part, "--shard", f"{i}/3"))
    lacking = expect(3, "two of three", [SPENN, "merge", parts[0], parts[2], "--out", "two"])
    holds("two of three", lacking.stderr, "shard 2 of 3 lacks")
    holds("two of three", lacking.stderr, "--shard 2/3")
    expect(0, "merge", [SPENN, "merge", *parts[::-1], "--out", "merged"])
    same("merge", "whole", "merged")
    other = expect(3, "another's shard", command(parts[0], "--shard", "2/3"))
    holds("another's shard", other.stderr, "was begun with shard 1, not 2")


def refused():
    """What may stand in a line is tests/explore/test_store.c's."""
    whole = Path("whole/evaluations.csv").read_text().splitlines(keepends=True)
    last = whole[-1].split(",")
    last[0] = str(int(last[0]) + 9)
    Path("bad").mkdir()
    for name, line, text, said in (
            ("a word", 13, "perhaps\n", ":14: the number of an evaluation"),
            ("too late", len(whole) - 1, ",".join(last), "beyond the last one")):
        bad = "".join([*whole[:line], text, *whole[line + 1:]])
        Path("bad/evaluations.csv").write_text(bad)
        holds(name, expect(3, name, command("bad")).stderr, said)
        if bad != Path("bad/evaluations.csv").read_text():
            fail(f"{name}: the file was changed")
    expect(0, "--fresh", command("bad", "--fresh"))
    same("--fresh", "whole", "bad")


def others():
    run = expect(3, "more points", command("whole", "--points", "16"))
    holds("more points", run.stderr, "was begun with points 8, not 16")
    run = expect(3, "another seed", command("whole", "--seed", "4"))
    holds("another seed", run.stderr, "was begun with seed 3, not 4")
    for file, text in (("scenario.yaml", SCENARIO), ("model.yaml", MODEL)):
        Path(file).write_text(text + "# changed\nnote: changed\n")
        run = expect(3, f"changed {file}", command("whole"))
        holds(f"changed {file}", run.stderr, "of another scenario, model")
        Path(file).write_text(text)


def assumed():
    """What is to be repeated is so under the same assumptions."""
    Path("a.yaml").write_text(Path(ROOT, "models/assumptions.yaml").read_text())
    given = ("--assumptions", "a.yaml")
    expect(0, "assumptions", command("assumed", "--effort", "shares", *given))
    holds("assumptions", Path("assumed/report.html").read_text(), "--seed 3 --assumptions a.yaml")
    expect(0, "run", [SPENN, "run", "scenario.yaml", "--out", "other", "--no-charts", *given])
    page = Path("other/report.html").read_text()
    for said in ("--seed 3 --assumptions a.yaml", "spenn explore scenario.yaml --assumptions a.yaml"):
        holds("run", page, said)


def full():
    """A disk that is full is no fault of the input."""
    run = subprocess.run(command("full", "--effort", "shares"), capture_output=True, text=True,
                         restore_signals=False, preexec_fn=lambda: resource.setrlimit(
                             resource.RLIMIT_FSIZE, (600, 600)))
    if run.returncode != 1:
        fail(f"full: exit {run.returncode}, not 1: {run.stderr[:300]}")
    holds("full", run.stderr, "evaluations.csv: cannot be written")


def main():
    with tempfile.TemporaryDirectory() as place:
        os.chdir(place)
        Path("model.yaml").write_text(MODEL)
        Path("scenario.yaml").write_text(SCENARIO)
        for part in (threads, beside_a_run, sittings, torn, interrupted, shards, refused, others,
                     assumed, full):
            start = time.time()
            part()
            if "-v" in sys.argv:
                print(f"{part.__name__}: {time.time() - start:.2f} s")
        os.chdir("/")
    return failed


sys.exit(main())
