#!/usr/bin/env python3
"""Every file in tests/bad has one mistake and says in its first line what the reader must
answer, and every message the readers can give is answered to at least one of them.

First line: `# expect: LINE:COLUMN: message`, or `# expect-reader-only: ...` where a schema
cannot know (a reference, a circle). Without a place the message is about the whole file;
`other.csv:LINE: message` is about a file beside it. What no text file can hold (bad bytes,
huge files, directories) is made here. `UPDATE=1` writes the answers into the first lines:
review them with git diff.

Usage: bad.py READ, where READ is the program of tests/tools/read.c."""
import glob
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

READ = os.path.abspath(sys.argv[1])
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
MARK = re.compile(r"# (expect|expect-reader-only): (.*)\n")
failed = []


def read(path):
    run = subprocess.run([READ, path], capture_output=True)
    return run.returncode, run.stderr.decode("utf-8", "replace").splitlines()


def stripped(line, path):
    """The problem as a first line writes it."""
    for prefix in (path + ":", os.path.dirname(path) + "/"):
        if line.startswith(prefix):
            return line[len(prefix):].lstrip()
    return line


def check_written(path, result):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    first = MARK.match(text)
    status, lines = result
    answers = [stripped(line, path) for line in lines]
    if os.environ.get("UPDATE") and status == 3 and len(answers) == 1:
        word = first.group(1) if first else "expect"
        rest = text[first.end():] if first else text
        with open(path, "w", encoding="utf-8") as file:
            file.write(f"# {word}: {answers[0]}\n{rest}")
    elif not first:
        failed.append(f"{path}: the first line must say what is expected")
    elif status != 3 or answers != [first.group(2)]:
        failed.append(f"{path}: expected {first.group(2)!r}, got {status} {answers}")
    return answers


HEAD = b"spenn: model/1\nid: etat\n"
UNITS = b"units: [{id: a, kind: team}]\n"
MADE = {  # name: (bytes, answer)
    "utf8": (HEAD + b"name: \xe5r\n" + UNITS, "3:7: byte 0xe5 is not UTF-8; save the file as UTF-8"),
    "utf8-first": (b"\xff\xfe" + HEAD, "1:1: byte 0xff is not UTF-8; save the file as UTF-8"),
    "utf8-cut": (HEAD + UNITS + b"note: \xc3", "4:7: byte 0xc3 is not UTF-8; save the file as UTF-8"),
    "surrogate": (HEAD + b"name: \xed\xa0\x80\n", "3:7: byte 0xed is not UTF-8; save the file as UTF-8"),
    "nul": (HEAD + b"name: a\0b\n" + UNITS,
            "3:8: a NUL byte does not belong in a text file"),
    "empty": (b"", "the file is empty"),
    "mark-only": (b"\xef\xbb\xbf", "the file is empty"),
    "key-of-1-mb": (HEAD + b"k" * (1 << 20) + b": b\n" + UNITS,
                    "3:1: a key is longer than 256 bytes: '" + "k" * 60 + "...'"),
    "deep": (HEAD + b"note: " + b"[" * 100000, "3:38: nested deeper than 32 levels"),
    "units-of-two-millions": (
        HEAD + b"units:\n" + b"".join(b"  - {id: %s, kind: team, count: %d}\n" % row for row in (
            (b"a", 10**6), (b"b", 10**6), (b"c", 1))),
        "6:32: this makes more than 2000000 units"),
    "supports-of-one-task": (
        HEAD + b"units:\n  - {id: a, kind: executive}\n"
        b"  - {id: i, kind: support, count: 10001, reports-to: a}\n"
        b"tasks:\n  - {id: t, at: a, arrives: 1/w, decision: 1h, support: {"
        + b", ".join(b"i-%d: 1%%" % i for i in range(1, 10002)) + b"}}\n",
        "7:5: 't' has more than 10000 supports"),
    "huge": (None, "is larger than 64 MB"),
}


def check_made(directory):
    answers = []
    for name, (data, expected) in MADE.items():
        path = os.path.join(directory, name + ".yaml")
        with open(path, "wb") as file:
            if data is None:
                file.truncate((64 << 20) + 1)
            else:
                file.write(data)
        answers += expect_one(path, expected)
        os.remove(path)
    answers += expect_one(directory, "is a directory, not a file")
    answers += expect_one(
        os.path.join(directory, "nowhere.yaml"), "cannot be opened: No such file or directory")
    answers += expect_one("/proc/self/mem", "cannot be read: Input/output error")
    return answers


def expect_one(path, expected):
    status, lines = read(path)
    answers = [stripped(line, path) for line in lines]
    loosely = [re.sub(r"k{40,}\.\.\.", "k" * 60 + "...", a) for a in answers]
    if status != 3 or loosely != [expected]:
        failed.append(f"{path}: expected {expected!r}, got {status} {answers}")
    return answers


# ---- which messages there are

TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\'|[()]|[{}]|,|[^"\'(){},]+', re.S)


def arguments(source, start):
    """Texts of the arguments of the call whose parenthesis opens before `start`."""
    depth, parts = 1, [""]
    for token in TOKEN.finditer(source, start):
        text = token.group()
        depth += (text in "({") - (text in ")}") if len(text) == 1 else 0
        if depth == 0:
            break
        if text == "," and depth == 1:
            parts.append("")
        else:
            parts[-1] += text
    return parts


def literals(argument):
    """The string literals of an argument, neighbours joined; several after a `?`."""
    found = []
    for run in re.finditer(r'(?:"(?:[^"\\]|\\.)*"\s*)+', argument):
        parts = re.findall(r'"((?:[^"\\]|\\.)*)"', run.group())
        found.append("".join(parts).replace('\\"', '"'))
    return found


def formats():
    """Format -> place of every message of the readers."""
    found = {}
    for path in sorted(glob.glob("src/io/*.c") + glob.glob("src/model/*.c")
                       + glob.glob("src/figure/content*.c")):
        with open(path, encoding="utf-8") as file:
            source = file.read()
        source = re.sub(r"/\*.*?\*/", lambda c: re.sub(r"[^\n]", " ", c.group()), source,
                        flags=re.S)
        for call in re.finditer(r"\b(spenn_fail|problem)\s*\(", source):
            parts = arguments(source, call.end())
            if len(parts) < 3:
                continue
            for text in literals(parts[2]):
                line = source.count("\n", 0, call.start()) + 1
                found.setdefault(text, f"{path}:{line}")
    return found


CONVERSION = re.compile(r"%[-+ 0#]*[0-9]*(?:\.[0-9*]+)?(?:hh|h|ll|l|z)?[a-zA-Z]|%%")


def pattern(text):
    out, end = "", 0
    for found in CONVERSION.finditer(text):
        out += re.escape(text[end:found.start()]) + ("%" if found.group() == "%%" else ".*")
        end = found.end()
    return re.compile(out + re.escape(text[end:]), re.S)


def check_coverage(answers):
    every = formats()
    patterns = {text: pattern(text) for text in every}
    weight = {text: len(CONVERSION.sub("", text)) for text in every}
    met = set()
    for answer in answers:
        message = re.sub(r"^(?:\S+\.csv|base\S*)?(?::?\d+)*:? ?", "", answer)
        fits = [text for text in every if patterns[text].fullmatch(message)]
        if fits:
            met.add(max(fits, key=lambda text: weight[text]))
        else:
            failed.append(f"no message of the readers reads {message!r}")
    with open("tests/bad/unreachable.txt", encoding="utf-8") as file:
        rows = [line.rstrip("\n") for line in file if line.strip() and line[0] != "#"]
    excused = {row.split("\t")[0] for row in rows}
    for text in sorted(excused & met):
        failed.append(f"unreachable.txt: {text!r} is reached after all")
    for text in sorted(excused - set(every)):
        failed.append(f"unreachable.txt: no message {text!r}")
    for text in sorted(set(every) - met - excused - {"%s"}):
        failed.append(f"{every[text]}: no file in tests/bad for {text!r}")
    return len(met), len(every)


def main():
    os.chdir(ROOT)
    paths = sorted(glob.glob("tests/bad/*.yaml"))
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(read, paths))
    answers = [a for path, result in zip(paths, results) for a in check_written(path, result)]
    with tempfile.TemporaryDirectory() as directory:
        answers += check_made(directory)
    met, every = check_coverage(answers)
    print(f"{len(paths)} files and {len(MADE) + 3} made here; {met} of {every} messages")
    for line in failed:
        print(line)
    return 1 if failed else 0


sys.exit(main())
