// Start-up beside a bare Node: medians of 21, one after the other in one run. Build first; run it on a machine at rest.
// Once in the environment as it is, and where that sets variables of Node itself once more without them: a variable such as
// NODE_EXTRA_CA_CERTS doubles the time of a bare Node, and so flatters every ratio.
//   node tests/bench/start.mjs
import { spawnSync } from "node:child_process";

const runs = 21;
const program = new URL("../../bin/role-advisor.js", import.meta.url).pathname;
const bare = "bare node -e 0";
const commands = {
  [bare]: ["-e", "0"],
  "--help": [program, "--help"],
  "--example": [program, "--example"],
  "a run on flags": [program, "--interest", "engineering", "--bookstore", "science", "--mba", "planned"],
  "--answers <file>": [program, "--answers", "data/examples/reader-a.yaml"],
};

const { env } = process;
const plain = Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith("NODE_")));
measure("the environment as it is", env);
if (Object.keys(plain).length < Object.keys(env).length) measure("without variables of Node itself", plain);

function measure(title, env) {
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
  console.log(title);
  for (const [name, list] of Object.entries(times)) {
    const ratio = (median(list) / median(times[bare])).toFixed(2);
    console.log(`  ${name.padEnd(18)} ${median(list).toFixed(0).padStart(5)} ms   ${ratio} times`);
  }
}

function median(list) {
  return list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
}
