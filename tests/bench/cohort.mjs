// Cohorts beside what else could score them, all in one run on the same rows. Build first; run it on a machine at rest.
//   npm run bench                  300,000 rows, each contender three times, in turn; and once ten times the rows, for the memory
//   npm run bench -- 50000 1 0     so many rows, so many times, and no larger cohort
import { spawnSync } from "node:child_process";
import { createReadStream, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import Papa from "papaparse";
import { rolldown } from "rolldown";

const [rows, rounds, larger] = [300_000, 3, 10].map((usual, i) => Number(process.argv[2 + i] ?? usual));
/** The slow one gets fewer rows; its rate does not depend on their number. */
const fewRows = Math.min(rows, 2000);
const folder = mkdtempSync(join(tmpdir(), "role-advisor-bench-"));
const at = (name) => join(folder, name);

const bundle = await rolldown({ input: "tests/bench/peers.ts", platform: "node" });
await bundle.write({ file: at("peers.mjs"), codeSplitting: false });
writeFileSync(
  at("program.mjs"),
  `import { readFileSync } from "node:fs";
const started = performance.now();
const { run } = await import(${JSON.stringify(resolve("dist/cli/cli.cjs"))});
const world = Object.assign(Object.create(process), { argv: ["node", "role-advisor", ...process.argv.slice(2)] });
const code = await run(world);
if (code !== 0) throw new Error("it ended with " + code);
const { userCPUTime, systemCPUTime } = process.resourceUsage();
const megabytes = Number(/VmHWM:\\s+(\\d+)/.exec(readFileSync("/proc/self/status", "utf8"))[1]) / 1024;
console.log(JSON.stringify({ seconds: (performance.now() - started) / 1000, cpu: (userCPUTime + systemCPUTime) / 1e6, megabytes }));
`,
);

/** Variables such as NODE_OPTIONS and NODE_EXTRA_CA_CERTS change what Node does at its start. */
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("NODE_")));
const node = (...args) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", env });
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`);
  return JSON.parse(stdout.trim().split("\n").at(-1));
};
const program = (...args) => node(at("program.mjs"), "batch", "--force", ...args);
const peer = (what, file, output) => node(at("peers.mjs"), what, file, output ?? "");

peer("generate", String(rows), folder);
await head("rows.csv", "few.csv", fewRows + 1);

const contenders = {
  "role-advisor, CSV to CSV": { of: rows, run: () => program(at("rows.csv"), "-o", at("advised.csv")) },
  "papaparse, reading CSV alone": { of: rows, run: () => peer("papaparse", at("rows.csv")) },
  "json-logic-engine, papaparse": { of: rows, run: () => peer("json-logic-engine", at("rows.csv"), at("logic.csv")) },
  "json-rules-engine, papaparse": { of: fewRows, run: () => peer("json-rules-engine", at("few.csv"), at("rules.csv")) },
  "role-advisor, CSV to summary": {
    of: rows,
    run: () => program(at("rows.csv"), "--summary", "-o", at("summary.json")),
  },
  "role-advisor, NDJSON to NDJSON": { of: rows, run: () => program(at("rows.ndjson"), "-o", at("advised.ndjson")) },
  "JSON.parse alone": { of: rows, run: () => peer("JSON.parse", at("rows.ndjson")) },
};

try {
  const taken = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  // The first round is for checking: all must write the same, byte for byte.
  for (const { run } of Object.values(contenders)) run();
  program(at("few.csv"), "-o", at("few-advised.csv"));
  for (const [ours, theirs] of [
    ["advised.csv", "logic.csv"],
    ["few-advised.csv", "rules.csv"],
  ]) {
    if (verdicts(ours) !== readFileSync(at(theirs), "utf8")) throw new Error(`${theirs} differs from ${ours}`);
  }
  for (let round = 0; round < rounds; round++) {
    for (const [name, { run }] of Object.entries(contenders)) taken[name].push(run());
  }
  report(taken);
  if (larger > 1) {
    const { seconds, megabytes } = program(await repeated(larger), "-o", at("advised.csv"));
    const many = (rows * larger).toLocaleString("en");
    console.log(`\n${many} rows, CSV to CSV: ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB at most`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function report(taken) {
  const best = (list, key) => Math.min(...list.map((one) => one[key]));
  const rateOf = (name) => contenders[name].of / best(taken[name], "seconds");
  const [csv, ndjson] = [rateOf("role-advisor, CSV to CSV"), rateOf("role-advisor, NDJSON to NDJSON")];
  console.log(
    `${rows.toLocaleString("en")} rows of ${(statSync(at("rows.csv")).size / rows).toFixed(0)} bytes, best of ${rounds}; Node ${process.versions.node}, ${cpus().length} cores of ${cpus()[0]?.model}\n`,
  );
  console.log(
    `${"".padEnd(32)}${["rows/s", "seconds", "CPU s", "MB", "slower"].map((head) => head.padStart(10)).join("")}`,
  );
  for (const [name, list] of Object.entries(taken)) {
    const beside = /NDJSON|JSON.parse/.test(name) ? ndjson : csv;
    const figures = [
      Math.round(rateOf(name)).toLocaleString("en"),
      best(list, "seconds").toFixed(2),
      best(list, "cpu").toFixed(2),
      best(list, "megabytes").toFixed(0),
      `${(beside / rateOf(name)).toFixed(2)} x`,
    ];
    console.log(`${name.padEnd(32)}${figures.map((figure) => figure.padStart(10)).join("")}`);
  }
  reportRatios(rateOf);
}

/** Our rows without what the others do not find: the sentence, the kind, the neighbours and the code. */
function verdicts(name) {
  const { data } = Papa.parse(readFileSync(at(name), "utf8"), { skipEmptyLines: true });
  const [header] = data;
  const kept = [...header.keys()].filter((i) => !["summary", "kind", "neighbour", "code"].includes(header[i]));
  return data.map((row) => `${kept.map((i) => row[i]).join(",")}\n`).join("");
}

/** What is promised: how many times as fast as the other, in this run. */
function reportRatios(rateOf) {
  const csv = rateOf("role-advisor, CSV to CSV");
  const ratios = [
    ["CSV to CSV / json-logic-engine behind papaparse", csv / rateOf("json-logic-engine, papaparse"), 1.8],
    ["CSV to CSV / papaparse reading alone", csv / rateOf("papaparse, reading CSV alone"), 0.28],
    ["NDJSON / JSON.parse alone", rateOf("role-advisor, NDJSON to NDJSON") / rateOf("JSON.parse alone"), 0.35],
    ["summary / rows", rateOf("role-advisor, CSV to summary") / csv, 1],
  ];
  console.log("");
  for (const [name, ratio, least] of ratios) {
    console.log(
      `${name.padEnd(50)}${ratio.toFixed(2).padStart(6)}  (at least ${least}: ${ratio >= least ? "yes" : "NO"})`,
    );
  }
}

async function head(from, to, count) {
  const kept = [];
  for await (const line of createInterface({ input: createReadStream(at(from)) })) {
    if (kept.push(line) === count) break;
  }
  writeFileSync(at(to), `${kept.join("\n")}\n`);
}

/** The same rows so many times over, in one file. */
async function repeated(times) {
  const { status } = spawnSync(
    "bash",
    ["-c", `head -1 rows.csv > many.csv; for i in $(seq ${times}); do tail -n +2 rows.csv >> many.csv; done`],
    { cwd: folder },
  );
  if (status !== 0) throw new Error("the rows could not be repeated");
  return at("many.csv");
}
