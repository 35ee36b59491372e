// Kills the program at a random moment while it asks, again and again, and looks whether an answer is lost whose next question had
// been shown. Each run continues the interview that the one before left, until all is answered; then a new one begins.
// Build first.
//   node tests/bench/kills.mjs [kills, 200] [seed, 1]
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { spawn } from "@lydell/node-pty";
import headless from "@xterm/headless";

const kills = Number(process.argv[2] ?? 200);
let seed = Number(process.argv[3] ?? 1);
const program = new URL("../../bin/role-advisor.js", import.meta.url).pathname;
const home = mkdtempSync(join(tmpdir(), "role-advisor-kills-"));
const folder = join(home, ".local/state/role-advisor");

/** A number from 0 to below 1 (mulberry32). */
function random() {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
}

/** How many answers are on disk, in the interview that has most. */
function countSaved() {
  try {
    const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
    const counts = files.map(
      (name) => Object.keys(JSON.parse(readFileSync(join(folder, name), "utf8")).answers).length,
    );
    return Math.max(0, ...counts);
  } catch (error) {
    if (error.code === "ENOENT") return 0;
    throw error;
  }
}

/** Answers as fast as questions come, until it is killed. Returns how many answers the screen had shown as taken. */
async function askUntilKilled(milliseconds) {
  const screen = new headless.Terminal({ cols: 80, rows: 24, allowProposedApi: true });
  const terminal = spawn(process.execPath, [program], {
    ...{ cols: 80, rows: 24 },
    env: { PATH: process.env.PATH, TERM: "xterm", LANG: "C.UTF-8", HOME: home },
  });
  let shown = 0;
  let isReview = false;
  let pressed = "";
  const ended = new Promise((done) => terminal.onExit(done));
  const look = () => {
    const { active } = screen.buffer;
    const text = Array.from({ length: 24 }, (_, i) => active.getLine(i)?.translateToString(true)).join("\n");
    const press = (keys) => {
      if (pressed !== text) terminal.write(keys);
      pressed = text;
    };
    const [, number] = /\b(\d+) of 25 .*left\n[\s\S]*Ctrl\+C/.exec(text) ?? [];
    if (text.includes("Start a new interview")) press("1\r");
    else if (number !== undefined) {
      shown = Math.max(shown, Number(number) - 1);
      press("1\r");
    } else if (text.includes("See the result")) {
      shown = 25;
      isReview = true;
    }
  };
  screen.onData((reply) => terminal.write(reply));
  terminal.onData((data) => screen.write(data, look));
  setTimeout(() => terminal.kill("SIGKILL"), milliseconds);
  await ended;
  screen.dispose();
  return { shown, isReview };
}

let lost = 0;
let answers = 0;
let finished = 0;
for (let i = 0; i < kills; i++) {
  const before = countSaved();
  const { shown, isReview } = await askUntilKilled(100 + 900 * random());
  const saved = countSaved();
  answers += Math.max(0, shown - before);
  if (saved < shown || saved < before) {
    lost++;
    console.log(
      `kill ${i + 1}: ${shown} answers were taken by the screen, ${before} were saved before, ${saved} are saved`,
    );
  }
  if (!isReview) continue;
  finished++;
  rmSync(folder, { recursive: true, force: true });
}
rmSync(home, { recursive: true, force: true });
console.log(
  `${kills} kills, ${answers} answers shown as taken, ${finished} whole interviews, ${lost} kills that lost an answer`,
);
process.exitCode = lost === 0 ? 0 : 1;
