#!/usr/bin/env python3
"""`spenn measure --congestion` on networks that `spenn init` makes: the closed forms of a
bare line, and links that are said to help do so when they are put into the model.

Usage: exchange.py SPENN DIRECTORY"""
import csv
import os
import re
import subprocess
import sys

SPENN, WORK = sys.argv[1:]
ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")


def run(*args):
    done = subprocess.run([SPENN, *args], check=True, capture_output=True)
    return done.stdout.decode("utf-8")


def network(like, span, depth, links):
    directory = os.path.join(WORK, f"{like}-{span}-{depth}-{links}")
    run("init", directory, "--like", like, "--span", str(span), "--depth", str(depth),
        "--links", str(links), "--force")
    assert not os.path.exists(os.path.join(directory, "scenario.yaml"))
    return os.path.join(directory, "model.yaml")


def measured(model, *options):
    rows = csv.DictReader(run("measure", model, "--congestion", "--format=csv",
                              *options).splitlines())
    return {(row["class"], row["reach"], row["measure"], row["subject"]): float(row["value"])
            for row in rows}


def near(value, expected, tolerance=5e-7):
    assert abs(value - expected) <= tolerance, f"{value} is not {expected}"


def a_bare_line_has_its_closed_forms():
    found = measured(network("random", 3, 4, 0), "--remove", "4")
    near(found["", "inf", "congestion", "u"], 0.65)
    near(found["", "inf", "congestion", "random"], 0.65)
    near(found["", "1", "congestion", "u"], 0.161456)
    near(found["", "inf", "connectivity", "0"], 1)
    near(found["", "inf", "connectivity", "1"], 1 / 3)
    near(found["", "inf", "connectivity", "4"], 4 / 36)
    two = measured(network("random", 3, 4, 0), "--xi", "inf")
    near(two["", "inf", "congestion", "u-1"], found["", "inf", "congestion", "u-1"], 1e-9)


def chosen_links_do_what_is_said():
    model = network("multiscale", 3, 4, 6)
    found = measured(model, "--add-links", "3", "--draws", "2", "--remove", "2")
    links = [key[3] for key in found if key[2] == "link"]
    assert len(links) == 3 and len(set(links)) == 3
    with open(model, "a", encoding="utf-8") as file:
        for link in links:
            a, b = link.split()
            file.write(f"  - {{between: {a}, and: {b}, meets: 12/y, lasts: 1h}}\n")
    again = measured(model, "--remove", "2")
    for reach in "1", "inf":
        for measure, subject in ("congestion", "multiscale"), ("connectivity", "2"):
            near(again["", reach, measure, subject], found["chosen", reach, measure, subject],
                 1e-9)
    assert found["chosen", "inf", "congestion", "multiscale"] \
        < found["", "inf", "congestion", "multiscale"]


def several_draws_differ_and_one_has_no_deviation():
    model = network("multiscale", 3, 4, 0)
    many = measured(model, "--add-links", "10", "--draws", "5")
    one = measured(model, "--add-links", "10", "--draws", "1")
    drawn = measured(network("multiscale", 3, 4, 10))  # the same seed, the first draw
    spread = "multiscale", "inf", "congestion-sd", "multiscale"
    assert many[spread] > 0 and one[spread] == 0
    near(one["multiscale", "inf", "congestion", "multiscale"],
         drawn["", "inf", "congestion", "multiscale"], 1e-9)


def the_text_names_the_bottleneck_in_both_languages():
    model = network("random", 3, 4, 0)
    for lang, word in ("nb", "alle spør alle"), ("en", "anybody asks"):
        text = run("measure", model, "--congestion", "--add-links", "2", "--lang", lang)
        assert word in " ".join(text.split()).replace("Når ", "når "), text
        assert max(map(len, text.splitlines())) <= 80, text


def nothing_removed_is_no_table():
    model = network("random", 3, 4, 0)
    assert "holds" not in run("measure", model, "--congestion", "--remove", "0", "--lang", "en")


def the_document_shows_what_is_printed():
    with open(os.path.join(ROOT, "docs/congestion.md"), encoding="utf-8") as file:
        text = file.read()
    command, shown = re.search(r"`spenn (measure \S+ --congestion .*)`:\n\n```\n(.*?)```", text,
                               re.S).groups()
    model, *options = command.split()[1:]
    printed = run("measure", os.path.join(ROOT, model), *options, "--lang", "en")
    assert printed == shown, "docs/congestion.md shows something else:\n" + printed


a_bare_line_has_its_closed_forms()
chosen_links_do_what_is_said()
several_draws_differ_and_one_has_no_deviation()
the_text_names_the_bottleneck_in_both_languages()
the_document_shows_what_is_printed()
nothing_removed_is_no_table()
