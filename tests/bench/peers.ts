// What the benchmark of cohorts measures beside role-advisor. Bundled and run by cohort.mjs:
//   node peers.js <what> <file> [<output>]
import { closeSync, createReadStream, openSync, readFileSync, writeSync } from "node:fs";
import { LogicEngine } from "json-logic-engine";
import { Engine } from "json-rules-engine";
import Papa from "papaparse";
import { randomFrom } from "../../src/advice/sample.ts";
import { compileScorecard, type ScoredQuestion } from "../../src/advice/scorecard.ts";
import { CsvScanner } from "../../src/cohort/csv.ts";
import { Vocabulary } from "../../src/cohort/vocabulary.ts";
import { builtIn } from "../../src/pack/built-in.ts";

type Answers = Record<string, string | readonly string[]>;

const card = compileScorecard(builtIn);
const scored = card.questions.filter(({ isScored }) => isScored);
const roles = builtIn.roles.map(({ id }) => id);
const ids = builtIn.questions.map(({ id }) => id);
const [what = "", file = "", output = ""] = process.argv.slice(2);

const run: Record<string, () => Promise<void> | void> = {
  generate: () => generate(Number(file), output),
  "json-logic-engine": () => scoreRows(eachRow, scoreByLogic()),
  "json-logic-engine after papaparse": () => scoreRows(eachRowByPapa, scoreByLogic()),
  "json-rules-engine": async () => scoreRows(eachRow, await scoreByRules()),
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

type EachRow = (onRow: (cells: readonly string[]) => void | Promise<void>) => Promise<void>;

/** With role-advisor's own parser; the text of a row is made once, and its cells are parts of it. */
async function eachRow(onRow: (cells: readonly string[]) => void | Promise<void>): Promise<void> {
  const scanner = new CsvScanner(",", new Vocabulary(builtIn, ","));
  const drain = async () => {
    while (scanner.next()) {
      const { starts, ends, cells, start, window } = scanner;
      const text = Buffer.from(window.bytes.buffer).toString("latin1", start, ends[cells - 1]);
      const row: string[] = [];
      for (let c = 0; c < cells; c++) row.push(text.slice((starts[c] as number) - start, (ends[c] as number) - start));
      const done = onRow(row);
      if (done !== undefined) await done;
    }
  };
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 18 })) {
    scanner.feed(chunk);
    await drain();
  }
  scanner.close();
  await drain();
}

function eachRowByPapa(onRow: (cells: readonly string[]) => void | Promise<void>): Promise<void> {
  return new Promise((done, fail) => {
    Papa.parse(createReadStream(file, { highWaterMark: 1 << 18, encoding: "latin1" }), {
      delimiter: ",",
      newline: "\n",
      skipEmptyLines: true,
      chunk: ({ data }: { data: readonly string[][] }) => {
        for (const row of data) onRow(row);
      },
      complete: () => done(),
      error: fail,
    });
  });
}

type Score = (answers: Answers) => readonly number[] | Promise<readonly number[]>;

/** Only the points, the leader and the margin: no verdict and no flip, which role-advisor finds as well. */
async function scoreRows(each: EachRow, score: Score): Promise<void> {
  const out = openSync(output, "w");
  let text = "id,role,margin\n";
  let header: readonly string[] = [];
  const say = (id: string | undefined, points: readonly number[]) => {
    const [cio = 0, cto = 0] = points;
    text += `${id},${cio === cto ? "" : roles[cio > cto ? 0 : 1]},${Math.abs(cio - cto)}\n`;
    if (text.length > 1 << 18) {
      writeSync(out, text);
      text = "";
    }
  };
  await each((cells) => {
    if (header.length === 0) {
      header = cells;
      return;
    }
    const answers: Answers = {};
    for (let c = 2; c < cells.length; c++) if (cells[c] !== "") answers[header[c] as string] = cells[c] as string;
    const points = score(answers);
    if (!(points instanceof Promise)) say(cells[0], points);
    else return points.then((all) => say(cells[0], all));
  });
  writeSync(out, text);
  closeSync(out);
}

/** One compiled rule for each role: the points of the option that each question was answered with. */
function scoreByLogic(): Score {
  const engine = new LogicEngine();
  const pointsOf = ({ id, options }: ScoredQuestion, role: number) => ({
    if: [...options.flatMap((option) => [{ "===": [{ var: id }, option.id] }, option.drawn[role]]), 0],
  });
  const rules = roles.map((_, role) => engine.build({ "+": scored.map((question) => pointsOf(question, role)) }));
  return (answers) => rules.map((rule) => (rule as (data: Answers) => number)(answers));
}

/** One rule for each option: an event with its points. */
async function scoreByRules(): Promise<Score> {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const { id, options } of scored) {
    for (const option of options) {
      const conditions = { all: [{ fact: id, operator: "equal", value: option.id }] };
      engine.addRule({ conditions, event: { type: "points", params: { drawn: option.drawn } } });
    }
  }
  return async (answers) => {
    const { events } = await engine.run(answers);
    return roles.map((_, role) => events.reduce((n, { params }) => n + (params?.["drawn"][role] ?? 0), 0));
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
