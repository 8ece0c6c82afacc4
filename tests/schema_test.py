#!/usr/bin/env python3
"""The published schemas and the C reader held against each other: same keys, every shipped
model and scenario good for both, every structurally broken file refused by the schema (that
the reader refuses all of them is for bad.py). A file in tests/bad that is marked
`# expect-reader-only` must be good for the schema, so the mark is honest.

Usage: schema_test.py READ, where READ is the program of tests/tools/read.c."""
import glob
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import jsonschema

READ = os.path.abspath(sys.argv[1])
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
failed = []


def run(*arguments):
    return subprocess.run([READ, *arguments], capture_output=True)


def each(paths, *arguments):
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(lambda path: run(*arguments, path), paths))


def load(kind):
    with open(f"schema/{kind}.json", encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft7Validator.check_schema(schema)
    return schema


SCHEMA = {}
VALIDATOR = {}


def same(what, schema, reader):
    if schema != reader:
        failed.append(f"{what}: the schema has {sorted(schema - reader)} too many and lacks "
                      f"{sorted(reader - schema)}")


def check_section(what, schema, keys):
    same(what, set(schema["properties"]), set(keys))
    same(f"{what}, required", set(schema.get("required", [])),
         {key for key, required in keys.items() if required})
    if schema["additionalProperties"] is not False:
        failed.append(f"{what}: unknown keys are allowed")


def inner(schema, name, *path):
    """The map inside `name: text or map`."""
    part = schema["definitions"][name]
    for step in path:
        part = part[step]
    return part


def check_keys():
    keys = json.loads(run("--keys").stdout)
    model, scenario = SCHEMA["model"], SCHEMA["scenario"]
    check_section("model", model, keys["model"])
    check_section("scenario", scenario, keys["scenario"])
    for name in ("unit", "forum", "task", "need", "line", "contact", "stream", "origin"):
        check_section(name, model["definitions"][name], keys[name])
    check_section("practice", model["properties"]["practice"], keys["practice"])
    check_section("coordination", inner(model, "task-coordinates"), keys["coordination"])
    check_section("coordination role", inner(model, "unit-coordination", "anyOf", 1),
                  keys["coordination role"])
    check_section("name", inner(model, "name", "anyOf", 1), keys["name"])
    check_section("time", inner(model, "time", "anyOf", 1), keys["time"])
    check_section("deadline", inner(model, "deadline", "anyOf", 1), keys["time"])
    check_section("assume", model["definitions"]["assumptions"], keys["assume"])
    for name in ("alternative", "simulate"):
        check_section(name, scenario["definitions"][name], keys[name])
    for name in ("expectation", "when"):
        check_section(name, scenario["definitions"][name], keys[name])
    check_section("claim not represented", scenario["definitions"]["not-represented"],
                  keys["claim not represented"])
    check_verbs(scenario["definitions"]["change"]["properties"], keys)
    for name, own in keys.items():
        if name.startswith("figure/"):
            part = name.removeprefix("figure/")
            check_section(part, SCHEMA["figure"]["definitions"][part], own)
    for name in set(model["definitions"]) & set(scenario["definitions"]):
        if model["definitions"][name] != scenario["definitions"][name]:
            failed.append(f"definition '{name}' differs between the two schemas")


def check_verbs(verbs, keys):
    same("verbs", set(verbs), set(keys["verbs"]))
    more = {"establish": keys["unit"], "open": keys["forum"]}
    for verb, own in keys["verbs"].items():
        if verb == "set":
            shapes = {tuple(s["required"])[0]: set(s["properties"]) for s in verbs[verb]["anyOf"]}
            same("set", set(shapes), set(own) - {"at", "when"})
            for word in ("unit", "forum", "task", "need"):
                fixed = {"id", "count", "streams", "limits"}
                same(f"set of a {word}", shapes[word] | fixed,
                     set(keys[word]) | {word, "at", "when"} | fixed)
            continue
        every = dict(own, **more.get(verb, {}))
        every.pop("count", None)
        check_section(f"change '{verb}'", verbs[verb], every)


def kind_of(path, document):
    if isinstance(document, dict) and document.get("spenn") in ("model/1", "scenario/1", "figure/1"):
        return document["spenn"].split("/")[0]
    for kind in ("scenario", "figure"):
        if os.path.basename(path).startswith(kind):
            return kind
    return "model"


def check_good():
    paths = glob.glob("models/**/*.yaml", recursive=True)
    paths += glob.glob("scenarios/**/*.yaml", recursive=True) + ["tests/bad/base/model.yaml"]
    paths = [path for path in sorted(paths) if not path.endswith("assumptions.yaml")]
    for path, read, parsed in zip(paths, each(paths), each(paths, "--json")):
        if read.returncode != 0:
            failed.append(f"{path}: the reader refuses it: {read.stderr.decode().strip()}")
        if parsed.returncode == 0:
            document = json.loads(parsed.stdout)
            error = jsonschema.exceptions.best_match(
                VALIDATOR[kind_of(path, document)].iter_errors(document))
            if error:
                failed.append(f"{path}: the schema refuses {list(error.absolute_path)}: "
                              f"{error.message[:200]}")
    return len(paths)


def check_bad():
    refused = 0
    paths = sorted(glob.glob("tests/bad/*.yaml"))
    for path, parsed in zip(paths, each(paths, "--json")):
        with open(path, encoding="utf-8") as file:
            only_reader = file.readline().startswith("# expect-reader-only:")
        if parsed.returncode != 0:  # not even a document: no schema sees it
            continue
        document = json.loads(parsed.stdout)
        if str(document.get("spenn") if isinstance(document, dict) else "").startswith("assum"):
            continue
        good = VALIDATOR[kind_of(path, document)].is_valid(document)
        refused += not good
        if good and not only_reader:
            failed.append(f"{path}: the schema takes it; mark it reader-only or mend the schema")
        if not good and only_reader:
            failed.append(f"{path}: the schema refuses it: it is not reader-only")
    return len(paths), refused


def main():
    os.chdir(ROOT)
    for kind in ("model", "scenario", "figure"):
        SCHEMA[kind] = load(kind)
        VALIDATOR[kind] = jsonschema.Draft7Validator(SCHEMA[kind])
    check_keys()
    good = check_good()
    bad, refused = check_bad()
    print(f"{good} good files; {bad} broken ones, {refused} of them refused by the schema too")
    for line in failed:
        print(line)
    return 1 if failed else 0


sys.exit(main())
