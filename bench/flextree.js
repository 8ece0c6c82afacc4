// SPDX-License-Identifier: MIT
// The layout of d3-flextree alone, warm: node flextree.js D3-FLEXTREE.JS RUNS < boxes
// prints the median of CPU seconds. boxes: a line "parent width height" each, the superior
// before its reports, -1 for none.
"use strict";
const { flextree } = require(process.argv[2]);
const runs = Number(process.argv[3]);
const nodes = [];
for (const line of require("fs").readFileSync(0, "utf8").trim().split("\n")) {
  const [parent, width, height] = line.split(" ").map(Number);
  const node = { size: [width, height], children: [] };
  if (parent >= 0) nodes[parent].children.push(node);
  nodes.push(node);
}
const layout = flextree({ nodeSize: (node) => [node.data.size[0] + 14, node.data.size[1] + 30] });
const seconds = [];
for (let run = 0; run < runs + 3; run++) {
  const tree = layout.hierarchy(nodes[0]);
  const start = process.cpuUsage();
  layout(tree);
  const used = process.cpuUsage(start);
  seconds.push((used.user + used.system) / 1e6);
}
const measured = seconds.slice(3).sort((a, b) => a - b);
console.log(measured[measured.length >> 1]);
