import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { advise } from "../../src/advice/advise.ts";
import { writeCode } from "../../src/advice/code.ts";
import { parseAnswers } from "../../src/answers/read-answers.ts";
import { builtIn } from "../../src/pack/built-in.ts";
import { respondents, toCsv, toNdjson } from "../cohort/rows.ts";
import { roleAdvisor, runIn } from "../world.ts";

const folder = () => mkdtempSync(join(tmpdir(), "role-advisor-batch-"));

/** `role-advisor batch …` with rows on standard input. */
const batch = (stdin: string, ...args: readonly string[]) => runIn({ stdin }, "batch", ...args);

describe("CSV in, CSV out", () => {
  it("keeps a row for each row, the id first, then the other columns, then what was found", async () => {
    const csv = "team,interest,id,bookstore\nred,engineering,a,engineering\n\nblue,,b,unsure\ngreen,both,c,\n";
    const { code, stdout, stderr } = await batch(csv);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "role-advisor: 1 of 3 rows holds no answer\n" });
    expect(stdout).toMatchInlineSnapshot(`
      "id,team,role,verdict,margin,flip,certain,points_cio,points_cto,answered,summary,kind,neighbour,code,error
      a,red,cto,early,18,1,false,12,30,2,It is too early to say; so far your answers point to CTO.,visionary-and-operator,,cio-or-cto@2.0.0:ju320000000000000000000000000b,
      b,blue,,,,,,,,,,,,,
      c,green,,tie,0,,false,7,7,1,Your answers do not choose between CIO and CTO.,,,cio-or-cto@2.0.0:ju200000000000000000000000000n,
      "
    `);
  });

  it("keeps the byte order mark and the line ends of its input, as spreadsheets need them", async () => {
    const { stdout } = await batch('\ufeffid,interest,note\r\nZoë,both,"a\r\nb"\r\n');
    expect(stdout).toMatch(/^\ufeffid,note,role,[^\r\n]*\r\nZoë,"a\r\nb",,tie,[^\r\n]*\r\n$/);
  });

  it.each([
    ["Windows-1252", "latin1", ""],
    ["UTF-16, little-endian", "utf16le", "\ufeff"],
  ] as const)("reads %s and writes UTF-8 with a mark", async (_, encoding, mark) => {
    const stdin = Readable.from([Buffer.from(`${mark}id,interest\r\nZoë,both\r\n`, encoding)]);
    expect((await runIn({ stdin }, "batch")).stdout).toMatch(/^\ufeffid,.*\r\nZoë,/);
  });

  it("finds the separator out, and says which it took", async () => {
    const said = 'role-advisor: the separator seems to be ";"; if it is another, add --delimiter\n';
    const rows = "id;interest\na,b;business\n";
    expect(await batch(rows)).toMatchObject({ stdout: expect.stringMatching(/^id;role.*\na,b;cio;/), stderr: said });
    expect((await batch(`sep=;\n${rows}`)).stdout).toMatch(/^id;role.*\na,b;cio;/);
    expect((await batch("id|interest\na|business\n")).stdout).toMatch(/^id\|role/);
    expect((await batch("id\tinterest\na\tbusiness\n")).stderr).toContain("the separator seems to be a tab");
  });

  it.each(["ID,Bookstore ,MBA", " id,\u00a0bookstore,Mba\u00a0"])(
    "knows headers and options whatever their letter case and the spaces around them: %j",
    async (header) => {
      const { code, stdout, stderr } = await batch(`${header}\na, Science\u00a0,HAVE\n`);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      const known = await batch("id,bookstore,mba\na,science,have\n");
      expect(stdout.split("\n")[1]).toBe(known.stdout.split("\n")[1]);
    },
  );

  it("splits what is picked at semicolons, and tells nothing picked from open", async () => {
    const cells = ["budget;hiring", " hiring , budget ", "none", "", "unsure", "hiring;hiring"];
    const { stdout } = await batch(
      `id,owned,interest\n${cells.map((cell, i) => `${i},"${cell}",both`).join("\n")}\n`,
      "--full",
    );
    const answers = records(stdout).map(({ advice }) => advice.answers.owned);
    expect(answers).toEqual([["budget", "hiring"], ["budget", "hiring"], [], undefined, undefined, ["hiring"]]);
  });

  it.each([
    ["quotes around answers", '"id","interest"\na,"both"\n'],
    ["no last line break", "id,interest\na,both"],
    ["comments before the header", '# Some words\n"# More, words",,\nid,interest\na,both\n'],
    ["spaces around an answer", "id,interest\na, both \n"],
  ])("reads %s", async (_, csv) => {
    expect((await batch(csv)).stdout).toBe((await batch("id,interest\na,both\n")).stdout);
  });

  it.each([
    ["--delimiter ;", ["--delimiter", ";"], ";"],
    ["--delimiter tab", ["--delimiter", "tab"], "\t"],
  ])("takes other delimiters: %s", async (_, args, delimiter) => {
    const csv = `id,owned,interest\na,"budget;hiring",business\n`.replaceAll(",", delimiter);
    const { stdout } = await batch(csv, ...args);
    expect(stdout.split("\n")[1]?.split(delimiter).slice(0, 2)).toEqual(["a", "cio"]);
  });

  it("reads and writes tabs by the ending .tsv, and commas by .csv", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "rows.tsv"), 'id\tinterest\n"a,b"\tboth\n');
    await runIn({ cwd }, "batch", "rows.tsv", "-o", "out.csv");
    await runIn({ cwd }, "batch", "rows.tsv", "-o", "out.tsv");
    expect(readFileSync(join(cwd, "out.tsv"), "utf8")).toMatch(/^id\trole\t.*\na,b\t/);
    expect(readFileSync(join(cwd, "out.csv"), "utf8")).toMatch(/^id,role,.*\n"a,b",/);
    await runIn({ cwd }, "batch", "rows.tsv", "--delimiter", "tab", "-o", "given.csv");
    expect(readFileSync(join(cwd, "given.csv"), "utf8")).toMatch(/^id\trole/);
  });

  it("reads the same however the input comes in pieces", async () => {
    const csv = Buffer.from(toCsv(builtIn, respondents(builtIn, 200)));
    const whole = await runIn({ stdin: Readable.from([csv]) }, "batch");
    for (const size of [1, 7, 1000]) {
      const pieces = Array.from({ length: Math.ceil(csv.length / size) }, (_, i) =>
        csv.subarray(i * size, (i + 1) * size),
      );
      expect((await runIn({ stdin: Readable.from(pieces) }, "batch")).stdout).toBe(whole.stdout);
    }
  });

  it("copies cells as they are, quotes and all", async () => {
    const csv = 'id,interest,note\n"a ""b""",both,"x, y\nz"\n5" disk,both,Zoë\n';
    expect((await batch(csv)).stdout.split(",both").join()).toContain('"a ""b""","x, y\nz",');
    expect((await batch(csv)).stdout).toContain('"5"" disk",Zoë,');
  });
});

describe("cells that a spreadsheet would run", () => {
  const csv = 'id,interest,note\n=1+1,both,+2\n"-3",both,"@SUM(A1,A2)"\na,both,"\t=4"\n"=""x""",both,b=c\n';

  it("are defused", async () => {
    const { stdout } = await batch(csv);
    const kept = stdout
      .split("\n")
      .slice(1, -1)
      .map((line) => line.replace(/,c[it]o,.*|,,tie.*/, ""));
    expect(kept).toEqual(["'=1+1,+2", `-3,"'@SUM(A1,A2)"`, "a,'\t=4", `"'=""x""",b=c`]);
  });

  it.each(["＝1+1", "＋1", "－A1", "＠SUM(A1)", " =1", "\u00a0=1", "\u0007=1", "\u200b＝1", " \t@A1"])(
    "are found with signs of full width, and behind blanks and controls: %j",
    async (cell) => {
      const { stdout } = await batch(`id,interest,note\na,both,${cell}\n`);
      expect(stdout.split("\n")[1]).toMatch(new RegExp(`^a,'${cell.replace(/[+()]/g, "\\$&")},,tie,`));
    },
  );

  it("stay with --raw", async () => {
    expect((await batch(csv, "--raw")).stdout).toContain("\n=1+1,+2,");
  });

  it("are defused in a header, and in what comes from NDJSON", async () => {
    expect((await batch("id,interest,=x\na,both,b\n")).stdout).toMatch(/^id,'=x,role/);
    expect((await batch('{"id":"=1","interest":"both"}\n', "--from", "ndjson", "--to", "csv")).stdout).toContain(
      "\n'=1,",
    );
  });
});

describe("a row with a fault", () => {
  const header = "id,interest,owned,note";

  it.each([
    ["an option that is not known", "a,engineerin,budget,n"],
    ["several faults", "a,engineerin,budge;hiring,n"],
    ["several answers where one is taken", 'a,"both;business",budget,n'],
    ["too few cells", "a,both"],
    ["too many cells", "a,both,budget,n,more"],
    ["text after a quote", 'a,"both"x,budget,n'],
    ["a control character", "a,bo\u001b[31mth,budget,n"],
    ["an answer that is far too long", `a,${"x".repeat(500)},budget,n`],
  ])("keeps its place, with the fault in the last cell: %s", async (_, row) => {
    const { code, stdout, stderr } = await batch(`${header}\nbefore,both,none,\n${row}\nafter,both,none,\n`);
    expect(code).toBe(3);
    expect(stdout.split("\n").map((line) => line.split(",")[0])).toEqual(["id", "before", "a", "after", ""]);
    expect(`${stdout.split("\n")[2]}\n${stderr}`).toMatchSnapshot();
  });

  it("ends the run where a quote never closes: exit 2, and the rows before it are written", async () => {
    const cwd = folder();
    const rows = 'id,interest,note\na,both,\nb,both,"x\nc,both,\n';
    const { code, stdout, stderr } = await batch(rows);
    expect(code).toBe(2);
    expect(stdout.split("\n").map((line) => line[0])).toEqual(["i", "a", undefined]);
    expect(stderr).toBe(
      'standard input:3: opens a quote that never closes, so nothing from here on can be read; close it, and write "" for a quote inside a cell\n',
    );
    await runIn({ cwd, stdin: rows }, "batch", "-o", "out.csv");
    expect(readFileSync(join(cwd, "out.csv"), "utf8")).toBe(stdout);
    expect(await runIn({ cwd, stdin: rows }, "batch", "--summary")).toMatchObject({ code: 2, stdout: "" });
  });

  it("costs no other row: a stray quote", async () => {
    const csv = 'id,mba,x\n1,have,"open\n2,have,b\n3,have,"c"\n4,have,d\n';
    const { stdout, stderr } = await batch(csv);
    expect(stdout.split("\n").map((line) => line[0])).toEqual(["i", "1", "2", "3", "4", undefined]);
    expect(stderr).toContain("1 of 4 rows was rejected");
  });

  it("has no cell that the header does not have, so that no separator in a cell makes another respondent", async () => {
    const { code, stdout, stderr } = await batch("id,bookstore\na,science;b,engineering\n");
    expect(code).toBe(3);
    expect(stdout.split("\n")).toHaveLength(3);
    expect(stderr).toContain("row 1: has 3 cells, and the header has 2");
    expect((await batch('id,bookstore\na,"science;engineering"\n')).stderr).toContain(
      "bookstore takes at most 1 option, and has 2",
    );
  });

  it("is kept where a part of the file is not UTF-8", async () => {
    const stdin = Readable.from([Buffer.from("id,interest,note\na,both,M\xfcller\nb,both,Zo\xc3\xab\n", "latin1")]);
    const { code, stdout, stderr } = await runIn({ stdin }, "batch");
    expect(code).toBe(3);
    expect(stdout).toContain("\na,M\ufffdller,,,");
    expect(stderr).toContain("standard input:2: row 1: is not UTF-8; save it as UTF-8");
  });

  it("has no effect on others, and is counted: the first faults are shown", async () => {
    const rows = Array.from({ length: 1200 }, (_, i) => (i % 100 === 7 ? `${i},wrong` : `${i},both`));
    const { stdout, stderr } = await batch(`id,interest\n${rows.join("\n")}\n`);
    expect(stdout.split("\n")).toHaveLength(1202);
    expect(stderr.split("\n").slice(0, -2)).toHaveLength(5);
    expect(stderr).toContain("role-advisor: 12 of 1,200 rows were rejected; --rejects <file> lists every fault\n");
  });

  it("is listed by --rejects with file, line and row", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "rows.csv"), 'id,note,interest\na,"x\ny",wrong\nb,,both\nc,,\n"d","é",worse\n');
    const { code, stderr } = await runIn({ cwd }, "batch", "rows.csv", "-o", "out.csv", "--rejects", "faults.txt");
    expect(code).toBe(3);
    expect(stderr).toBe(
      "role-advisor: 1 of 4 rows holds no answer\nrole-advisor: 2 of 4 rows were rejected; faults.txt lists every fault\nWrote out.csv\n",
    );
    expect(readFileSync(join(cwd, "faults.txt"), "utf8")).toMatchInlineSnapshot(`
      "rows.csv:2: row 1: interest has no option "wrong"; it has: business, both, engineering
      rows.csv:6: row 4: interest has no option "worse"; it has: business, both, engineering
      "
    `);
    expect(readdirSync(cwd).sort()).toEqual(["faults.txt", "out.csv", "rows.csv"]);
  });

  it("reads the same wherever in the cohort it stands", async () => {
    const error = async (before: string) => (await batch(`id,interest\n${before}x,wrong\n`)).stdout.split("\n").at(-2);
    expect(await error("a,both\nb,both\n")).toBe(await error(""));
  });
});

describe("a header that is wrong ends it with exit 2, before anything is written", () => {
  it.each([
    ["nothing at all", ""],
    ["no question", "id,name\na,b\n"],
    ["text after a quote", '"# Some" words\nid,interest\na,both\n'],
    ["NDJSON", '{"id":"a","interest":"both"}\n'],
    ["a list of records", '[{"id":1,"bookstore":"science"}]'],
    ["two spellings of a question", "id,Interest,interest \na,both,both\n"],
    ["a column twice", "id,interest,note,interest,note\na,both,c,both,d\n"],
    ["a name that batch writes", "id,interest,role\na,both,nurse\n"],
    ["a quote left open", 'id,"interest\na,both\n'],
  ])("%s", async (_, csv) => {
    const cwd = folder();
    writeFileSync(join(cwd, "rows.csv"), csv);
    writeFileSync(join(cwd, "out.csv"), "old");
    const { code, stdout, stderr } = await runIn({ cwd }, "batch", "rows.csv", "-o", "out.csv", "--force");
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(readdirSync(cwd).sort()).toEqual(["out.csv", "rows.csv"]);
    expect(readFileSync(join(cwd, "out.csv"), "utf8")).toBe("old");
    expect(stderr).toMatchSnapshot();
  });

  it("takes such a name with --prefix", async () => {
    const { code, stdout } = await batch("id,interest,role\na,business,nurse\n", "--prefix", "advice_");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^id,role,advice_role,advice_verdict,.*,advice_error\na,nurse,c/);
  });

  it("asks for another prefix where that one is taken as well", async () => {
    const { stderr } = await batch("id,interest,advice_role\na,both,nurse\n", "--prefix", "advice_");
    expect(stderr).toContain("rename yours, or give another --prefix\n");
  });

  it("remarks on a column that was probably meant for a question", async () => {
    const { code, stderr } = await batch("id,interest,bookstroe\na,both,people\n");
    expect(code).toBe(0);
    expect(stderr).toBe('role-advisor: "bookstroe" is no question and is passed on; did you mean "bookstore"?\n');
  });
});

describe("NDJSON", () => {
  it("takes answers flat or under a key, and adds what was found to the line as it was written", async () => {
    const lines = [
      '{"team":"red","id":12345678901234567890,"interest":"engineering","owned":["budget"]}',
      "",
      '{"id":"b","answers":{"interest":"engineering","owned":"budget"},"more":{"a":[1.0,"}"]}}\r',
      '{"":5, "a\\nb" : 1,"Interest":"ENGINEERING", "owned":["budget"] }',
      '{ "id" : "c" }',
    ];
    const { code, stdout, stderr } = await batch(`\ufeff${lines.join("\n")}\n`, "--from", "ndjson");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "role-advisor: 1 of 4 rows holds no answer\n" });
    const { recommendation, kind, code: replay } = advise(builtIn, { interest: ["engineering"], owned: ["budget"] });
    const found = `"role":"cto","verdict":"early","margin":9,"flip":1,"certain":false,"points":{"cio":6,"cto":15},"answered":1,"summary":"${recommendation.summary}","kind":"${kind?.id}","neighbour":[],"code":"${replay}","error":null}`;
    const blank =
      '"role":null,"verdict":null,"margin":null,"flip":null,"certain":null,"points":null,"answered":null,"summary":null,"kind":null,"neighbour":null,"code":null,"error":null}';
    expect(stdout.trimEnd().split("\n")).toEqual([
      lines[0]?.replace(/}$/, `,${found}`),
      lines[2]?.replace(/}\r$/, `,${found}`),
      lines[3]?.replace(/ }$/, `,${found}`),
      `{ "id" : "c",${blank}`,
    ]);
  });

  it.each([
    ["no JSON", "id,interest"],
    ["no record", "[1]"],
    ["no answers under the key", '{"id":"a","answers":"both"}'],
    ["a question that is not known, under the key", '{"id":"a","answers":{"interes":"both"}}'],
    ["an answer of another kind", '{"id":"a","interest":7}'],
    ["an answer with methods of its own", '{"interest":{"toString":1}}'],
    ["an answer in a list that has methods of its own", '{"interest":[{"toString":1,"valueOf":2}]}'],
    ["an answer nested 20,000 deep", `{"interest":${"[".repeat(20_000)}${"]".repeat(20_000)}}`],
    ["a list for one option", '{"id":"a","interest":["both","business"]}'],
    ["a name that batch writes", '{"id":"a","interest":"both","verdict":"x"}'],
    ["a question twice", '{"id":"a","interest":"both","interest":"business"}'],
    ["a question twice, once with an escape", '{"id":"a","interest":"both","\\u0069nterest":"business"}'],
    ["a question twice, in two spellings", '{"id":"a","interest":"both","Interest":"business"}'],
    ["an id twice", '{"id":"a","id":"b","interest":"both"}'],
    ["a question twice under the key", '{"id":"a","answers":{"interest":"both","interest":"business"}}'],
    ["a code that is mistyped", '{"id":"a","code":"cio-or-cto@1.0.0:00"}'],
    ["a key that every object has", '{"__proto__":{"a":1},"answers":{"__proto__":"both","constructor":"x"}}'],
  ])("rejects a row that is or holds %s", async (_, line) => {
    const good = (id: string) => `{"id":"${id}","interest":"both"}\n`;
    const { code, stdout, stderr } = await batch(`${good("before")}${line}\n${good("after")}`, "--from", "ndjson");
    expect(code).toBe(3);
    expect(records(stdout)).toHaveLength(3);
    const written = `${stdout.split("\n")[1]}\n${stderr}`;
    if (line.length < 1000) expect(written).toMatchSnapshot();
  });

  it("passes on a key that stands twice and is nobody's", async () => {
    const { code, stdout } = await batch('{"n":1,"n":2,"interest":"both"}\n', "--from", "ndjson");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\{"n":1,"n":2,"interest":"both","role":/);
  });

  it("writes each key once for a rejected record that holds a code and a name that batch writes", async () => {
    const { code } = advise(builtIn, { interest: ["both"] });
    const { stdout } = await batch(`{"role":"mine","code":"${code}","id":"a"}\n`, "--from", "ndjson");
    expect(stdout).toMatch(/^\{"id":"a","role":null,.*"code":null,"error":"\\"role\\" is a name that batch writes/);
  });

  it("ends with exit 2 where no record had a question for a key", async () => {
    const { code, stderr } = await batch('{"id":"p1","mood":"x"}\n', "--from", "ndjson");
    expect(code).toBe(2);
    expect(stderr).toMatchInlineSnapshot(`
      "standard input:1: has no record with the id of a question as a key; write records such as {"id":"a","answers":{}}, or see "role-advisor questions"
      "
    `);
  });

  it.each([
    ["ndjson", (code: string) => `{"id":"a","code":"${code}"}\n{"id":"b","code":"${code}","interest":"business"}\n`],
    ["csv", (code: string) => `id,code,interest\na,${code},\nb,${code},business\n`],
  ])("reads all answers from a code, and other columns win: %s", async (from, rows) => {
    const answers = { interest: ["both"], bookstore: ["science"], owned: [] };
    const all = records((await batch(rows(writeCode(builtIn, answers)), "--from", from, "--full")).stdout);
    expect(all.map(({ advice }) => advice.answers)).toEqual([
      { interest: "both", bookstore: "science", owned: [] },
      { interest: "business", bookstore: "science", owned: [] },
    ]);
  });

  it("passes on a column called code that holds something else, and says so", async () => {
    const { stdout, stderr } = await batch("code,interest\nX-7,both\n", "--prefix", "advice_");
    expect(stdout).toMatch(/^code,advice_role.*\nX-7,/);
    expect(stderr).toBe('role-advisor: the cells of the column "code" are no codes of answers, and are passed on\n');
    expect((await batch("code,interest\nX-7,both\n")).stderr).toContain('"code" is a name that batch writes itself');
  });

  it.each(["csv", "ndjson"])("reads its own results again, and writes the same: %s", async (format) => {
    const rows = "id,team,interest,owned\na,red,business,budget;hiring\nb,blue,both,\n";
    const { stdout } = await batch(rows, "--to", format);
    expect(await batch(stdout, "--from", format)).toEqual({ code: 0, stdout, stderr: "" });
  });

  it("writes the whole advice with --full, and reads it again", async () => {
    const all = respondents(builtIn, 20, 3);
    const { stdout } = await batch(toNdjson(builtIn, all), "--from", "ndjson", "--full");
    const advices = records(stdout).map(({ advice }) => advice);
    expect(advices).toEqual(all.map((answers) => JSON.parse(JSON.stringify(advise(builtIn, answers)))));
    const again = await batch(
      advices.map((advice) => `${JSON.stringify(advice)}\n`).join(""),
      "--from",
      "ndjson",
      "--full",
    );
    expect(records(again.stdout).map(({ advice }) => advice)).toEqual(advices);
  });

  it("becomes CSV with the names of the first row, and says what that leaves out", async () => {
    const rows = '{"id":"a","team":"x","interest":"business"}\n{"floor":7,"id":"b","interest":"business"}\n';
    const { stdout, stderr } = await batch(rows, "--from", "ndjson", "--to", "csv");
    expect(stdout.split("\n").map((line) => line.split(",").slice(0, 3).join())).toEqual([
      "id,team,role",
      "a,x,cio",
      "b,,cio",
      "",
    ]);
    expect(stderr).toContain('"floor" is not in the first row');
  });

  it("becomes CSV with the names of the first row that has no fault", async () => {
    const rows = '[]\n{"id":"a","interest":"wrong"}\n{"id":"b","team":"x","interest":"business"}\n{"id":"c"}\n';
    const { stdout, stderr } = await batch(rows, "--from", "ndjson", "--to", "csv");
    const cells = stdout.split("\n").map((line) => line.split(",").slice(0, 3).join());
    expect(cells).toEqual(["id,team,role", ",,", "a,,", "b,x,cio", "c,,", ""]);
    expect(stderr).toContain("2 of 4 rows were rejected");
    const alone = await batch('[]\n{"id":"a","interest":"wrong"}\n[]\n', "--from", "ndjson", "--to", "csv");
    expect(alone.stdout.split("\n").map((line) => line.split(",")[0])).toEqual(["id", "", "a", "", ""]);
  });

  it("holds back only so many rows with faults before it is CSV", async () => {
    const rows = `${'{"id":"a","interest":"wrong"}\n'.repeat(3000)}{"id":"b","team":"x"}\n`;
    const { stdout, stderr } = await batch(rows, "--from", "ndjson", "--to", "csv");
    expect(stdout.split("\n")).toHaveLength(3003);
    expect(stdout).toMatch(/^id,role/);
    expect(stderr).toContain('"team" is not in the first row');
  });

  it("leaves a question open where its answer is empty", async () => {
    const answers = '"interest":"","owned":""';
    const { code, stdout } = await batch(`{${answers}}\n{"answers":{${answers}}}\n`, "--from", "ndjson");
    expect(code).toBe(0);
    expect(records(stdout).map(({ answered, error }) => [answered, error])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  it("remarks on answers that stand beside those that count", async () => {
    const row = '{"id":1,"answers":{"bookstore":"people"},"interest":"business","mba":"have"}\n';
    const { stderr } = await batch(row, "--from", "ndjson");
    const said = (id: string) =>
      `role-advisor: "${id}" is outside "answers" and is not counted; move it into "answers"\n`;
    expect(stderr).toBe(said("interest") + said("mba"));
  });

  it("comes from CSV, and gives a column without a name one of its own", async () => {
    const unnamed = await batch("id,interest,,column 3\na,both,x,y\n", "--to", "ndjson");
    expect(unnamed.stdout).toContain('"column 3 (2)":"x","column 3":"y"');
    const { stdout } = await batch('id,interest,note\n007,business,"a ""b"""\n', "--to", "ndjson");
    expect(records(stdout)[0]).toMatchObject({ id: "007", note: 'a "b"', role: "cio", error: null });
  });

  it("is told by the ending, of the input and of the output", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "rows.jsonl"), '{"id":"a","interest":"both"}\n');
    expect((await runIn({ cwd }, "batch", "rows.jsonl")).stdout).toMatch(/^\{"id":"a","interest":"both","role"/);
    await runIn({ cwd }, "batch", "rows.jsonl", "-o", "out.csv");
    expect(readFileSync(join(cwd, "out.csv"), "utf8")).toMatch(/^id,role/);
  });
});

it("says of every row what the main command says of it", async () => {
  const all = respondents(builtIn, 25, 9);
  const rows = records((await batch(toCsv(builtIn, all), "--to", "ndjson")).stdout);
  for (const [i, answers] of all.entries()) {
    const flags = Object.entries(answers).flatMap(([id, picked]) => [`--${id}`, picked.join() || "none"]);
    const { stdout } = await roleAdvisor(...flags, "--format", "json");
    const { recommendation, flip, roles, questions, kind, neighbours, code } = JSON.parse(stdout);
    expect(rows[i]).toEqual({
      summary: recommendation.summary,
      kind: kind?.id ?? null,
      neighbour: neighbours.map(({ id }: { id: string }) => id),
      code,
      id: `r${i + 1}`,
      role: recommendation.role,
      verdict: recommendation.verdict,
      margin: recommendation.margin,
      flip: flip?.answers ?? null,
      certain: recommendation.certain,
      points: Object.fromEntries(roles.map((role: { id: string; points: number }) => [role.id, role.points])),
      answered: questions.answered,
      error: null,
    });
    expect(parseAnswers(builtIn, answers)).toEqual(answers);
  }
});

describe("answers by the ids that a pack had before, as the starter has", async () => {
  const cwd = folder();
  await runIn({ cwd }, "init", "pack");
  const run = (stdin: string, ...args: readonly string[]) => runIn({ cwd, stdin }, "--pack", "pack", ...args);
  const rows = (stdin: string, from: string) => run(stdin, "batch", "--from", from, "--to", "ndjson");

  it.each([
    [{ "spare-time": "puzzle", thanks: "shipping" }],
    [{ afternoon: "puzzle", thanks: "release" }],
    [{ "spare-time": "talk" }],
    [{ afternoon: "talk", thanks: "shipping" }],
    [{ "spare-time": "unsure", thanks: "release" }],
  ])("count as they do for the main command: %j", async (answers) => {
    const { stdout } = await run(JSON.stringify(answers), "--answers", "-", "--format", "json");
    const { recommendation, flip, questions, roles } = JSON.parse(stdout);
    const csv = [
      ["id", ...Object.keys(answers)],
      ["a", ...Object.values(answers)],
    ]
      .map((cells) => `${cells}\n`)
      .join("");
    for (const [text, from] of [
      [csv, "csv"],
      [JSON.stringify({ id: "a", ...answers }), "ndjson"],
      [JSON.stringify({ id: "a", answers }), "ndjson"],
    ] as const) {
      const { stdout, stderr } = await rows(text, from);
      expect(stderr).toBe("");
      expect(records(stdout)[0]).toMatchObject({
        ...{ id: "a", role: recommendation.role, verdict: recommendation.verdict, margin: recommendation.margin },
        ...{ flip: flip?.answers ?? null, certain: recommendation.certain, answered: questions.answered, error: null },
        points: Object.fromEntries(roles.map((role: { id: string; points: number }) => [role.id, role.points])),
      });
    }
  });

  it("are a fault beside an answer to the same question", async () => {
    const twice = 'answers "afternoon" twice, since "spare-time" is what it was called before; remove one';
    const answers = '"spare-time":"puzzle","afternoon":"talk"';
    expect((await run(`{${answers}}`, "--answers", "-")).stderr).toContain(twice);
    const { code, stdout } = await rows(`{${answers}}\n{"answers":{${answers}}}\n`, "ndjson");
    expect(code).toBe(3);
    expect(records(stdout).map(({ error }) => error)).toEqual([twice, twice]);
    expect(await rows("spare-time,afternoon\npuzzle,talk\n", "csv")).toEqual({
      code: 2,
      stdout: "",
      stderr: `standard input:1: ${twice}\n`,
    });
  });
});

describe("--template", () => {
  it("prints a header with every question, and the options explained in lines that batch passes over", async () => {
    const { code, stdout } = await roleAdvisor("batch", "--template");
    expect(code).toBe(0);
    expect(stdout.split("\n").at(-2)).toBe(["id", ...builtIn.questions.map(({ id }) => id)].join(","));
    for (const { id, options } of builtIn.questions) {
      for (const option of options) expect(stdout).toContain(`${option.id} = ${option.label.replaceAll('"', '""')}`);
      expect(stdout).toContain(`# ${id}: `);
    }
  });

  it.each([[[]], [["--delimiter", ";"]]])("is a cohort of nobody: %j", async (args) => {
    const { stdout } = await roleAdvisor("batch", "--template", ...args);
    expect((await batch(stdout, ...args)).code).toBe(0);
    const { code } = await batch(`${stdout}a${(args[1] ?? ",").repeat(builtIn.questions.length)}\n`, ...args);
    expect(code).toBe(0);
  });
});

describe("the output", () => {
  it("is for its owner alone, and a link stays one", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "real.csv"), "old");
    symlinkSync("real.csv", join(cwd, "out.csv"));
    const { stderr } = await runIn({ cwd, stdin: "id,interest\na,both\n" }, "batch", "-o", "out.csv", "--force");
    expect(stderr).toBe("Wrote out.csv\n");
    expect(readFileSync(join(cwd, "real.csv"), "utf8")).toContain("\na,");
    expect(statSync(join(cwd, "real.csv")).mode & 0o777).toBe(0o600);
    expect(readdirSync(cwd).sort()).toEqual(["out.csv", "real.csv"]);
  });

  it("never replaces what is being read", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "rows.csv"), "id,interest\na,both\n");
    for (const args of [
      ["-o", "rows.csv"],
      ["--rejects", "./rows.csv"],
    ]) {
      const { code, stderr } = await runIn({ cwd }, "batch", "rows.csv", ...args);
      expect({ code, stderr }).toEqual({
        code: 1,
        stderr: `${args[1]}: cannot be written: the rows are read from it; name another file\n`,
      });
    }
  });

  it.each([
    ["the same name", "out.csv", "out.csv"],
    ["two names", "out.csv", "./out.csv"],
    ["a folder and a link to it", "real/out.csv", "link/out.csv"],
  ])("is never where the rejects go as well, before anything is written: %s", async (_, output, rejects) => {
    const cwd = folder();
    mkdirSync(join(cwd, "real"));
    symlinkSync("real", join(cwd, "link"));
    const args = ["-o", output, "--rejects", rejects];
    const { code, stderr } = await runIn({ cwd, stdin: "id,interest\na,both\nb,wrong\n" }, "batch", ...args);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `${rejects}: cannot be written: --output writes it; name another file\n`,
    });
    expect([...readdirSync(cwd), ...readdirSync(join(cwd, "real"))].sort()).toEqual(["link", "real"]);
  });

  const stdin = `id,interest,n\n${"a,both,1\n".repeat(40)}b,wrong,2\n`;

  it.each(["-o", "--rejects"])("replaces what is there only with --force: %s", async (option) => {
    const cwd = folder();
    writeFileSync(join(cwd, "theirs"), "buy milk\n");
    for (const args of option === "-o" ? [[], ["--template"]] : [[]]) {
      const { code, stderr } = await runIn({ cwd, stdin }, "batch", option, "theirs", ...args);
      expect(code).toBe(2);
      expect(stderr).toMatch(/^theirs: already exists, and is not replaced: /);
    }
    expect(readdirSync(cwd)).toEqual(["theirs"]);
    expect(readFileSync(join(cwd, "theirs"), "utf8")).toBe("buy milk\n");
    await runIn({ cwd, stdin }, "batch", option, "theirs", "--force");
    expect(readFileSync(join(cwd, "theirs"), "utf8")).not.toBe("buy milk\n");
  });

  it("leaves nothing behind where it cannot be written", async () => {
    const cwd = folder();
    const { code, stderr } = await runIn({ cwd, stdin: "id,interest\na,both\n" }, "batch", "-o", "no/out.csv");
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: "no/out.csv: cannot be written: there is no such file or folder\n",
    });
    expect(existsSync(join(cwd, "no"))).toBe(false);
  });

  it("holds nothing that a terminal would act on", async () => {
    const stdin = "id,interest\n\u001b]0;x\u0007a\u202e,both\nb,\u001b[2J\n";
    const { stdout, stderr } = await runIn({ stdin, isTerminal: true }, "batch");
    expect(stdout).toContain("\n\\u001b]0;x\\u0007a\\u202e,");
    for (const character of ["\u001b", "\u0007", "\u202e"]) expect(`${stdout}${stderr}`).not.toContain(character);
    expect((await batch(stdin)).stdout).toContain("\u001b]0;x");
    const named = await runIn({ stdin, cwd: folder() }, "batch", "-o", "rows\u001b[2J.csv");
    expect(named.stderr).toContain("Wrote rows\\u001b[2J.csv\n");
  });
});

describe("batch --summary -o cohort.html", () => {
  const stdin = toCsv(builtIn, respondents(builtIn, 60));

  it.each(["cohort.html", "cohort.HTM"])("writes one page that only its owner may read: %s", async (name) => {
    const cwd = folder();
    const { code, stdout, stderr } = await runIn({ cwd, stdin }, "batch", "--summary", "-o", name);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: "", stderr: `Wrote ${name}\n` });
    expect(readdirSync(cwd)).toEqual([name]);
    expect(statSync(join(cwd, name)).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(cwd, name), "utf8")).toBe((await batch(stdin, "--summary", "-f", "html")).stdout);
  });

  it("hides what --min-cell asks for", async () => {
    const hidden = async (least: string) =>
      (await batch(stdin, "--summary", "-f", "html", "--min-cell", least)).stdout.split('aria-label="hidden"').length -
      1;
    expect(await hidden("1")).toBe(0);
    expect(await hidden("5")).toBeGreaterThan(20);
  });
});

describe("words that are wrong end it with exit 2", () => {
  it.each([
    [["rows.csv", "--full", "--to", "csv"]],
    [["rows.csv", "--summary", "--full"]],
    [["rows.csv", "--format", "json"]],
    [["rows.csv", "--delimiter", "ab"]],
    [["rows.csv", "--summary", "--min-cell", "0"]],
    [["rows.csv", "--summary", "-o", "report.pdf"]],
    [["rows.csv", "--min-cell", "9"]],
    [["rows.csv", "--summary", "--prefix", "x_"]],
    [["rows.csv", "--template"]],
    [["--template", "--full"]],
    [["--template", "--rejects", "faults.txt"]],
    [["--template", "--min-cell", "9"]],
    [["rows.csv", "--from", "xml"]],
    [["rows.csv", "-o", "advised.xlsx"]],
    [["rows.csv", "-o", "advised.html"]],
    [["rows.csv", "--full", "-o", "advised.csv"]],
    [["nowhere.csv"]],
    [["."]],
  ])("%j", async (args) => {
    const cwd = folder();
    writeFileSync(join(cwd, "rows.csv"), "id,interest\na,both\n");
    const { code, stdout, stderr } = await runIn({ cwd }, "batch", ...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatchSnapshot();
  });

  it("such as none, where nothing is piped in", async () => {
    const stdin = Object.assign(Readable.from([]), { isTTY: true });
    const { code, stderr } = await runIn({ stdin }, "batch");
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr:
        'role-advisor: no rows were given; name a file, or pipe rows in; "role-advisor batch --template" prints an empty one\n',
    });
  });
});

interface Row {
  // biome-ignore lint/suspicious/noExplicitAny: what a test reads of a record
  readonly [key: string]: any;
}

function records(ndjson: string): Row[] {
  return ndjson
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}
