// What the benchmark of cohorts measures beside role-advisor. Bundled and run by cohort.mjs:
//   node peers.js <what> <file> [<output>]
import { closeSync, createReadStream, openSync, readFileSync, writeSync } from "node:fs";
import { LogicEngine } from "json-logic-engine";
import { Engine } from "json-rules-engine";
import Papa from "papaparse";
import { randomFrom } from "../../src/advice/random.ts";
import { builtIn } from "../../src/pack/built-in.ts";
import { scoredQuestions } from "../scored-questions.ts";

type Answers = Record<string, string | readonly string[]>;

const scored = scoredQuestions(builtIn);
const roles = builtIn.roles.map(({ id }) => id);
const ids = builtIn.questions.map(({ id }) => id);
/** By leader of two: the most that an answer to each scored question can gain the other. */
const pullsBy = [0, 1].map((leader) =>
  scored.map(({ options }) =>
    Math.max(...options.map(({ drawn }) => (drawn[1 - leader] as number) - (drawn[leader] as number))),
  ),
);

const [what = "", file = "", output = ""] = process.argv.slice(2);

const run: Record<string, () => Promise<void> | void> = {
  generate: () => generate(Number(file), output),
  "json-logic-engine": () => adviseRows(scoreByLogic()),
  "json-rules-engine": () => adviseRows(scoreByRules()),
  papaparse: () => eachRowByPapa(() => {}),
  "JSON.parse": parseLines,
};

const started = performance.now();
let measured = 0;
await run[what]?.();
const { userCPUTime, systemCPUTime } = process.resourceUsage();
// What resourceUsage() tells starts at the peak of whoever started this process.
const megabytes = Number(/VmHWM:\s+(\d+)/.exec(readFileSync("/proc/self/status", "utf8"))?.[1]) / 1024;
const seconds = (measured || performance.now() - started) / 1000;
console.log(JSON.stringify({ seconds, cpu: (userCPUTime + systemCPUTime) / 1e6, megabytes }));

/** Rows of the built-in pack's questions, 1 in 20 answers open, the same for the same number: as CSV and as NDJSON. */
function generate(rows: number, folder: string): void {
  const random = randomFrom(2026);
  const csv = openSync(`${folder}/rows.csv`, "w");
  const ndjson = openSync(`${folder}/rows.ndjson`, "w");
  let cells = `id,team,${ids.join(",")}\n`;
  let records = "";
  for (let row = 0; row < rows; row++) {
    const record: Answers = { id: `r${row}`, team: `team ${row % 40}` };
    cells += `r${row},team ${row % 40}`;
    for (const { id, pick, options } of builtIn.questions) {
      cells += ",";
      if (random() < 0.05) continue;
      if (pick === "one") {
        const option = options[Math.floor(random() * options.length)]?.id ?? "";
        record[id] = option;
        cells += option;
      } else {
        const picked = options.filter(() => random() < 0.35).map((option) => option.id);
        record[id] = picked;
        cells += picked.length === 0 ? "none" : picked.join(";");
      }
    }
    cells += "\n";
    records += `${JSON.stringify(record)}\n`;
    if (row % 10_000 === 0 || row === rows - 1) {
      writeSync(csv, cells);
      writeSync(ndjson, records);
      cells = records = "";
    }
  }
  closeSync(csv);
  closeSync(ndjson);
}

/** All pieces of the file through papaparse's own stream; what `onRow` promises is waited for at the end. */
async function eachRowByPapa(onRow: (cells: readonly string[]) => void | Promise<void>): Promise<void> {
  const open: Promise<void>[] = [];
  await new Promise<void>((done, fail) => {
    Papa.parse(createReadStream(file, { highWaterMark: 1 << 18, encoding: "latin1" }), {
      delimiter: ",",
      newline: "\n",
      skipEmptyLines: true,
      chunk: ({ data }: { data: readonly string[][] }) => {
        for (const row of data) {
          const waits = onRow(row);
          if (waits !== undefined) open.push(waits);
        }
      },
      complete: () => done(),
      error: fail,
    });
  });
  await Promise.all(open);
}

/** What each answer gives each role, by scored question; null where the question is open. */
type Given = readonly (readonly number[] | null)[];
type Score = (answers: Answers) => Given | Promise<Given>;

/** The job that batch does: what an engine gives is added up and judged, as a person would write it. */
async function adviseRows(score: Score): Promise<void> {
  const out = openSync(output, "w");
  const points = roles.map((id) => `points_${id}`);
  let text = `id,team,role,verdict,margin,flip,certain,${points},answered,error\n`;
  let header: readonly string[] = [];
  const say = ([id, team]: readonly string[], given: Given) => {
    text += `${id},${team},${adviceOn(given)}\n`;
    if (text.length < 1 << 18) return;
    writeSync(out, text);
    text = "";
  };
  await eachRowByPapa((cells) => {
    if (header.length === 0) {
      header = cells;
      return;
    }
    const answers: Answers = {};
    for (let c = 2; c < cells.length; c++) if (cells[c] !== "") answers[header[c] as string] = cells[c] as string;
    const given = score(answers);
    if (given instanceof Promise) return given.then((all) => say(cells, all));
    say(cells, given);
  });
  writeSync(out, text);
  closeSync(out);
}

function adviceOn(given: Given): string {
  const points = roles.map((_, role) => given.reduce((n, one) => n + (one?.[role] ?? 0), 0));
  const answered = given.filter((one) => one !== null).length;
  const [cio = 0, cto = 0] = points;
  const margin = Math.abs(cio - cto);
  if (margin === 0) return `,tie,0,,false,${points},${answered},`;
  const [leader, rival] = cio > cto ? [0, 1] : [1, 0];
  const pulls = pullsBy[leader] as number[];
  const fromOpen = given.reduce((n, one, q) => (one === null ? n + Math.max(0, pulls[q] as number) : n), 0);
  const gains = given
    .flatMap((one, q) =>
      one === null || scored[q]?.isMutable === false
        ? []
        : [(pulls[q] as number) - (one[rival] as number) + (one[leader] as number)],
    )
    .sort((a, b) => b - a);
  let changes = 0;
  let missing = margin;
  while (missing > 0 && (gains[changes] ?? 0) > 0) missing -= gains[changes++] as number;
  const flip = missing > 0 ? Number.POSITIVE_INFINITY : changes;
  const { close, leaning } = builtIn.verdict;
  const word = margin <= fromOpen ? "early" : flip <= close ? "close" : flip <= leaning ? "leaning" : "clear";
  return `${roles[leader]},${word},${margin},${missing > 0 ? "" : flip},${margin > fromOpen},${points},${answered},`;
}

/** One compiled rule for each scored question: what the option that it was answered with gives each role. */
function scoreByLogic(): Score {
  const engine = new LogicEngine();
  const rule = scored.map(({ id, options }) => ({
    if: [...options.flatMap((option) => [{ "===": [{ var: id }, option.id] }, option.drawn]), null],
  }));
  const score = engine.build(rule) as (answers: Answers) => Given;
  return (answers) => score(answers);
}
/** One rule for each option: an event with what it gives each role. */
function scoreByRules(): Score {
  const engine = new Engine([], { allowUndefinedFacts: true });
  scored.forEach(({ id, options }, question) => {
    for (const { id: value, drawn } of options) {
      const conditions = { all: [{ fact: id, operator: "equal", value }] };
      engine.addRule({ conditions, event: { type: "given", params: { question, drawn } } });
    }
  });
  return async (answers) => {
    const given: (readonly number[] | null)[] = scored.map(() => null);
    const { events } = await engine.run(answers);
    for (const { params } of events) given[params?.["question"]] = params?.["drawn"];
    return given;
  };
}

/** Only the time in JSON.parse counts. */
async function parseLines(): Promise<void> {
  let rest = "";
  let keys = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20, encoding: "latin1" })) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    const before = performance.now();
    for (const line of lines) keys += JSON.parse(line).id.length;
    measured += performance.now() - before;
  }
  if (keys === 0) throw new Error("there was nothing to parse");
}
