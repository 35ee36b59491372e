// Structured inputs, more and more broken, through every reader: answers, codes, plain data, packs and rows. It ends with 1 at the
// first exception that is no fault, the first input that takes over two seconds of CPU, or memory over 200 MB. Build first.
//   npm run fuzz -- --seconds 600 [--inputs 1000000] [--seed 1]
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import {
  answersFromCode,
  loadPack,
  parseAnswers,
  parsePack,
  RoleAdvisorError,
  readAnswers,
  readCohort,
} from "role-advisor";

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "60" },
    inputs: { type: "string", default: "Infinity" },
    seed: { type: "string", default: "1" },
  },
});
let seed = Number(values.seed);
const below = (n) => {
  seed = (seed * 48271) % 2147483647;
  return seed % n;
};
const pick = (list) => list[below(list.length)];

const pack = await loadPack();
const folder = "data/starter";
const packFiles = Object.fromEntries(
  readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => [name, readFileSync(`${folder}/${name}`, "utf8")]),
);
const example = readFileSync("data/examples/reader-a.yaml", "utf8");
const ids = pack.questions.flatMap(({ id, options }) => [id, ...options.map((option) => option.id)]);
const code = "cio-or-cto@2.0.0:j333412411533212311130421";
const csv = `id,${pack.questions.map(({ id }) => id).join(",")}\na,${pack.questions.map(({ options }) => options[0].id).join(",")}\n`;
const odd = [
  ...ids.slice(0, 60),
  ...[
    "[",
    "]",
    "{",
    "}",
    "&a ",
    "*a",
    "!x ",
    "? ",
    "- ",
    ": ",
    "#",
    "|",
    ">",
    '"',
    "'",
    "\n",
    "\r\n",
    "\t",
    "%YAML 1.1\n",
    "---\n",
    "<<: ",
  ],
  ...[
    ",",
    ";",
    "=",
    "\ufeff",
    "\0",
    "\u202e",
    "\u001b[2J",
    "\ud800",
    "é",
    "日本",
    "__proto__",
    "constructor",
    "toString",
    "null",
    "true",
    "1e999",
  ],
];

/** A text with a few places changed: cut, repeated, doubled, nested, or with something odd put in. */
function broken(text) {
  let made = text;
  for (let changes = below(6); changes >= 0; changes--) {
    const [from, to] = [below(made.length + 1), below(made.length + 1)].sort((a, b) => a - b);
    const part = made.slice(from, Math.min(to, from + 200));
    made = pick([
      () => made.slice(0, from) + pick(odd) + made.slice(from),
      () => made.slice(0, from) + made.slice(from + part.length),
      () => made.slice(0, from) + part.repeat(2) + made.slice(from),
      () => made.slice(0, from) + pick(odd).repeat(below(3) === 0 ? below(4000) : below(9)) + made.slice(to),
      () =>
        made.slice(0, from) +
        pick(["[", "{a: ", "- ", '{"a":'].map((open) => open.repeat(below(300)))) +
        made.slice(from),
    ])();
    if (made.length > 300_000) made = made.slice(0, 300_000);
  }
  return made;
}

function oddData(depth = 0) {
  const scalar = () =>
    pick([
      ...ids,
      null,
      undefined,
      true,
      0,
      Number.NaN,
      1n,
      "",
      "none",
      "unsure",
      Symbol("x"),
      () => 1,
      new Map([["a", 1]]),
      new Date(0),
    ]);
  if (depth > 3 || below(3) === 0) return scalar();
  if (below(2) === 0) return Array.from({ length: below(5) }, () => oddData(depth + 1));
  return Object.fromEntries(
    Array.from({ length: below(6) }, () => [pick([...ids, "answers", "toString", "valueOf"]), oddData(depth + 1)]),
  );
}

const json = () => broken(JSON.stringify({ id: "a", answers: { bookstore: "science", owned: ["budget"] } }));
const readers = {
  answers: () => [broken(pick([example, "{}"])), (text) => readAnswers(pack, text, "fuzz.yaml")],
  json: () => [json(), (text) => readAnswers(pack, text, "fuzz.json")],
  code: () => [broken(code), (text) => answersFromCode(pack, text)],
  data: () => [oddData(), (data) => parseAnswers(pack, data)],
  pack: () => {
    const name = pick(Object.keys(packFiles));
    return [{ [name]: broken(packFiles[name]) }, (file) => parsePack({ ...packFiles, ...file }, "fuzz")];
  },
  csv: () => [broken(csv), (text) => readAll(text, "csv")],
  ndjson: () => [`${json()}\n${json()}\n`, (text) => readAll(text, "ndjson")],
};

async function readAll(text, from) {
  const at = below(text.length + 1);
  for await (const _ of readCohort(pack, [text.slice(0, at), text.slice(at)], { from }));
}

const most = { ms: 0, megabytes: 0, reader: "" };
const end = Date.now() + Number(values.seconds) * 1000;
let inputs = 0;
let faults = 0;
for (; inputs < Number(values.inputs) && Date.now() < end; inputs++) {
  const reader = pick([
    "answers",
    "json",
    "json",
    "code",
    "code",
    "data",
    "data",
    "data",
    "pack",
    "csv",
    "ndjson",
    "ndjson",
  ]);
  const [input, read] = readers[reader]();
  // Of this process alone: on a busy machine the clock on the wall says nothing of an input.
  const start = process.cpuUsage();
  try {
    await read(input);
  } catch (error) {
    if (!(error instanceof RoleAdvisorError)) fail(`${reader}: ${error?.stack ?? error}`, input);
    faults++;
  }
  const { user, system } = process.cpuUsage(start);
  const ms = (user + system) / 1000;
  if (ms > most.ms) Object.assign(most, { ms, reader });
  most.megabytes = Math.max(most.megabytes, process.memoryUsage.rss() / 1e6);
  if (ms > 2000) fail(`${reader}: took ${Math.round(ms)} ms`, input);
  if (most.megabytes > 200) fail(`${reader}: ${Math.round(most.megabytes)} MB`, input);
}
console.log(
  `${inputs} inputs, ${faults} of them refused, no unknown exception; the slowest took ${Math.round(most.ms)} ms (${most.reader}), memory ${Math.round(most.megabytes)} MB; the next seed is ${seed}`,
);

function fail(why, input) {
  console.error(`input ${inputs}, seed ${values.seed}: ${why.slice(0, 2000)}`);
  writeFileSync("fuzz-input.txt", typeof input === "string" ? input : (JSON.stringify(input) ?? String(input)));
  console.error("the input is in fuzz-input.txt");
  process.exit(1);
}
