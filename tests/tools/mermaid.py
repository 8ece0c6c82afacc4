#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Whether Mermaid itself, in headless Chromium, draws flowcharts with the labels they have.

    mermaid.py MERMAID.min.js FILE.mmd ...
"""
import html
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><script>{mermaid}</script>
<script>const charts = {charts};
mermaid.initialize({{startOnLoad: false, securityLevel: "strict", maxEdges: 5000,
                     maxTextSize: 5000000}});
(async function () {{
  const found = {{}};
  for (const name in charts) {{
    try {{
      const drawn = await mermaid.render("m" + Object.keys(found).length, charts[name]);
      const box = document.createElement("div");
      box.innerHTML = drawn.svg;
      found[name] = {{labels: [...box.querySelectorAll(".nodeLabel")]
        .map(function (n) {{
          n.querySelectorAll("br").forEach(function (b) {{ b.replaceWith(" "); }});
          return n.textContent;
        }}),
        scripts: box.querySelectorAll("script, img, a[href]").length}};
    }} catch (error) {{ found[name] = {{error: String(error)}}; }}
  }}
  document.body.textContent = "FOUND" + JSON.stringify(found) + "DNUOF";
}})();</script></body></html>"""
CHROMIUM = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--virtual-time-budget=300000", "--dump-dom"]


def spaced(text):
    return " ".join(text.split())


def wanted(text):
    labels = re.findall(r'^  (?:subgraph )?\w+[\[(]+"(.*?)"[\])]+', text, re.MULTILINE)
    return sorted(spaced(re.sub(r"#(\d+);", lambda c: chr(int(c[1])), label.replace("<br/>", " ")))
                  for label in labels)


def main():
    files = {Path(f).name: Path(f).read_text("utf-8") for f in sys.argv[2:]}
    with tempfile.TemporaryDirectory() as name:
        page = Path(name) / "page.html"
        page.write_text(PAGE.format(
            mermaid=Path(sys.argv[1]).read_text("utf-8").replace("</script", "<\\/script"),
            charts=json.dumps(files).replace("<", "\\u003c")), "utf-8")
        run = subprocess.run([*CHROMIUM, f"--user-data-dir={name}/profile", page.as_uri()],
                             capture_output=True, text=True, encoding="utf-8", timeout=500, check=False)
    found = re.search(r"FOUND(.*)DNUOF", run.stdout, re.DOTALL)
    result = json.loads(html.unescape(found.group(1))) if found else {}
    wrong = 0 if found else 1
    for name, text in files.items():
        drawn = result.get(name, {"error": "not drawn"})
        labels = sorted(spaced(label) for label in drawn.get("labels", []))
        if "error" in drawn or drawn["scripts"] or labels != wanted(text):
            print(f"{name}: {drawn.get('error') or [a for a in zip(labels, wanted(text)) if a[0] != a[1]][:3]}")
            wrong += 1
    print(f"{len(files)} flowcharts, {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
