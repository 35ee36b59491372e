// The first question on the screen of a terminal, beside a bare Node (`node -e 0`, to its end) in such a terminal; and the next question after a
// key. Medians of 21, one after the other in one run. Build first; run it on a machine at rest.
// In the environment as it is, and where that sets variables of Node itself once more without them, as start.mjs does.
//   node tests/bench/first-question.mjs
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { spawn } from "@lydell/node-pty";

const runs = 21;
const program = new URL("../../bin/role-advisor.js", import.meta.url).pathname;
const now = () => Number(process.hrtime.bigint()) / 1e6;
const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];

/** Starts Node in a terminal, and tells how long it takes until what is wanted is written, or until it ends. */
function start(args, env, home, wanted) {
  const begin = now();
  const terminal = spawn(process.execPath, args, {
    cols: 80,
    rows: 24,
    env: { ...env, CI: "", TERM: "xterm", LANG: "C.UTF-8", HOME: home },
  });
  let written = "";
  let waiting = () => {};
  terminal.onData((data) => {
    written += data;
    waiting();
  });
  const ended = new Promise((done) => terminal.onExit(done));
  const sees = (text, from) =>
    new Promise((done) => {
      waiting = () => {
        if (written.includes(text)) done(now() - from);
      };
      waiting();
    });
  const press = (key, text) => {
    written = "";
    const from = now();
    terminal.write(key);
    return sees(text, from);
  };
  return {
    first: wanted === null ? ended.then(() => now() - begin) : sees(wanted, begin),
    press,
    ended,
    stop: () => terminal.kill("SIGKILL"),
  };
}

async function measure(title, env) {
  const [bare, first, next] = [[], [], []];
  for (let i = 0; i <= runs; i++) {
    const home = mkdtempSync(join(tmpdir(), "role-advisor-"));
    const bareTime = await start(["-e", "0"], env, home, null).first;
    const asking = start([program], env, home, "Ctrl+C stop and save");
    const firstTime = await asking.first;
    await asking.press("1", "❯ 1");
    const nextTime = await asking.press("\r", "2 of 25");
    asking.stop();
    await asking.ended;
    rmSync(home, { recursive: true, force: true });
    // The first round warms the disk's cache.
    if (i === 0) continue;
    bare.push(bareTime);
    first.push(firstTime);
    next.push(nextTime);
  }
  const ratio = (median(first) / median(bare)).toFixed(2);
  console.log(title);
  console.log(`  bare node -e 0, to its end                  ${median(bare).toFixed(0).padStart(4)} ms`);
  console.log(
    `  the first question on the screen            ${median(first).toFixed(0).padStart(4)} ms   ${ratio} times`,
  );
  const most = Math.max(...next).toFixed(1);
  console.log(
    `  the next question after a key, kept on disk ${median(next).toFixed(1).padStart(4)} ms   (most ${most})`,
  );
}

const { env } = process;
const plain = Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith("NODE_")));
await measure("the environment as it is", env);
if (Object.keys(plain).length < Object.keys(env).length) await measure("without variables of Node itself", plain);
