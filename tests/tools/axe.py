#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Accessibility of pages, by axe-core in headless Chromium: every rule it has.

    axe.py AXE.min.js PAGE.html ...

Each page is checked as a copy that may run the checker. Prints what is violated and where;
exit status 1 on any, or when the checker did not run.
"""
import html
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

RUN = """<script>{axe}</script><script>
axe.run().then(function (result) {{
  var found = document.createElement("pre");
  found.id = "axe-found";
  found.textContent = JSON.stringify({{passes: result.passes.length,
    violations: result.violations.map(function (v) {{
      return [v.id, v.help, v.nodes.map(function (n) {{ return n.html; }})]; }})}});
  document.body.append(found);
}});</script></body>"""
CHROMIUM = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--virtual-time-budget=60000", "--window-size=1280,900", "--dump-dom"]


def check(axe, page, directory):
    text = page.read_text("utf-8")
    text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
    copy = directory / page.name
    copy.write_text(text.replace("</body>", RUN.format(axe=axe)), "utf-8")
    run = subprocess.run([*CHROMIUM, f"--user-data-dir={directory}/profile", copy.as_uri()],
                         capture_output=True, text=True, encoding="utf-8", timeout=180, check=False)
    found = re.search(r'<pre id="axe-found">(.*?)</pre>', run.stdout, re.DOTALL)
    if not found:
        return ["the checker did not run"], 0
    result = json.loads(html.unescape(found.group(1)))
    wrong = [f"{rule}: {what}: {node[:160]}"
             for rule, what, nodes in result["violations"] for node in nodes[:5]]
    return wrong, result["passes"]


def main():
    axe = Path(sys.argv[1]).read_text("utf-8").replace("</script", "<\\/script")
    failed = False
    with tempfile.TemporaryDirectory() as name:
        for page in map(Path, sys.argv[2:]):
            wrong, passes = check(axe, page, Path(name))
            for what in wrong:
                print(f"{page.name}: {what}")
            print(f"{page.name}: {passes} rules hold, {len(wrong)} violations")
            failed = failed or wrong or passes < 10
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
