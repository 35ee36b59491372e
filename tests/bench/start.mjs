// Start-up beside a bare Node: median of 21, one after the other in one run. Build first; run it on a machine at rest.
// Variables of Node itself are left out: NODE_EXTRA_CA_CERTS alone doubles the time of a bare Node, and flatters every ratio.
//   node tests/bench/start.mjs
import { spawnSync } from "node:child_process";

const runs = 21;
const program = new URL("../../bin/role-advisor.js", import.meta.url).pathname;
const commands = {
  "bare node -e 0": ["-e", "0"],
  "--help": [program, "--help"],
  "--example": [program, "--example"],
  "a run on flags": [program, "--interest", "engineering", "--bookstore", "science", "--mba", "planned"],
  "--answers <file>": [program, "--answers", "data/examples/reader-a.yaml"],
};

const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("NODE_")));
const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
for (let i = 0; i <= runs; i++) {
  for (const [name, args] of Object.entries(commands)) {
    const start = process.hrtime.bigint();
    const { status } = spawnSync(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"], env });
    if (status !== 0) throw new Error(`${name} ended with ${status}`);
    // The first round warms the disk's cache.
    if (i > 0) times[name].push(Number(process.hrtime.bigint() - start) / 1e6);
  }
}
const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
const bare = median(times["bare node -e 0"]);
for (const [name, list] of Object.entries(times)) {
  console.log(
    `${name.padEnd(18)} ${median(list).toFixed(0).padStart(5)} ms   ${(median(list) / bare).toFixed(2)} times`,
  );
}
