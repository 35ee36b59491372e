import { mkdtempSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { writeCode } from "../../src/advice/code.ts";
import { builtIn } from "../../src/pack/built-in.ts";
import { isList } from "../../src/pack/pick.ts";
import { type Export, formTools, toTable, toWorkbook, zip } from "../cohort/form-tools.ts";
import { respondents, toCsv } from "../cohort/rows.ts";
import { runIn } from "../world.ts";

const people = respondents(builtIn, 40, 11);
const results = [
  "role",
  "verdict",
  "margin",
  "flip",
  "certain",
  "points_cio",
  "points_cto",
  "answered",
  "code",
  "error",
];

/** What each person is told, from CSV. */
function told(csv: string): unknown[] {
  const { data } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
  return data.map((row) => results.map((name) => row[name]));
}

/** The same of the same answers, given by the ids of questions and options. */
async function expected({ canSayNone, hasTicksAlone = false }: Pick<Export, "canSayNone" | "hasTicksAlone">) {
  const given = people.map((answers) =>
    Object.fromEntries(
      builtIn.questions.flatMap((question) => {
        const picked = answers[question.id] ?? (hasTicksAlone && isList(question) ? [] : undefined);
        return picked === undefined || (picked.length === 0 && !canSayNone) ? [] : [[question.id, picked]];
      }),
    ),
  );
  return told((await runIn({ stdin: toCsv(builtIn, given) }, "batch")).stdout);
}

const run = (bytes: Buffer, ...args: readonly string[]) => runIn({ stdin: Readable.from([bytes]) }, "batch", ...args);

/** Tables whose rows are these people's answers to some questions. */
const table = (header: readonly string[], ...rows: readonly (readonly string[])[]) =>
  toTable({ rows: [header, ...rows], canSayNone: false });

const asked = (id: string) => builtIn.questions.find((question) => question.id === id)?.ask ?? "";
const label = (id: string, option: string) =>
  builtIn.questions.find((question) => question.id === id)?.options.find((one) => one.id === option)?.label ?? "";

describe("what form tools export is read as it is", () => {
  it.each(Object.keys(formTools))("%s", async (tool) => {
    const made = formTools[tool]?.(builtIn, people);
    if (made === undefined) throw new Error(tool);
    const { code, stdout, stderr } = await run(toTable(made));
    expect(stderr).toContain("25 of 25 questions have a column");
    expect(told(stdout)).toEqual(await expected(made));
    expect(code).toBe(0);
  });

  it.each(["Microsoft Forms", "SurveyMonkey", "Qualtrics, choice texts"])("as a workbook: %s", async (tool) => {
    const made = formTools[tool]?.(builtIn, people);
    const cwd = mkdtempSync(join(tmpdir(), "role-advisor-forms-"));
    writeFileSync(join(cwd, "answers.xlsx"), toWorkbook({ Answers: made?.rows ?? [], Other: [["x"]] }));
    const { code, stdout } = await runIn({ cwd }, "batch", "answers.xlsx");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\ufeff/);
    expect(told(stdout.slice(1))).toEqual(await expected(made ?? { canSayNone: false }));
  });

  it("as UTF-16 of either byte order, in pieces of any length, also where half a character is left at the end", async () => {
    const made = formTools["Google Forms, downloaded"]?.(builtIn, people);
    const text = toTable({ rows: made?.rows ?? [], delimiter: "\t", canSayNone: false }).toString();
    const little = Buffer.from(`\ufeff${text}`, "utf16le");
    const half = Buffer.of(0);
    for (const bytes of [little, Buffer.from(little).swap16()].flatMap((one) => [one, Buffer.concat([one, half])])) {
      const cuts = [0, 70_001, 70_002, 90_003, bytes.length];
      const pieces = cuts.slice(1).map((end, i) => bytes.subarray(cuts[i], end));
      const { stdout } = await runIn({ stdin: Readable.from(pieces) }, "batch");
      expect(told(stdout.slice(1))).toEqual(await expected({ canSayNone: false }));
    }
  });
});

describe("headers and cells", () => {
  const first = (csv: string) => csv.split(/\r?\n/)[1];

  it("may have other quotes, dashes, spaces and letter case, and lack the sign at the end", async () => {
    const header = asked("bookstore")
      .toUpperCase()
      .replaceAll(" ", "\u00a0")
      .replaceAll("'", "’")
      .replace(/[?.]$/, " ");
    const { code, stdout } = await run(table([header], [` ${label("bookstore", "science").toLowerCase()}. `]));
    expect(code).toBe(0);
    expect(first(stdout)).toBe(first((await run(table(["bookstore"], ["science"]))).stdout));
  });

  it("may join labels by a sign that a label holds", async () => {
    const options = builtIn.questions.find(({ id }) => id === "departments")?.options ?? [];
    const withComma = options.filter((option) => option.label.includes(","));
    expect(withComma.length).toBeGreaterThan(0);
    for (const joiner of [",", ", ", ";"]) {
      const { stdout } = await run(
        table([asked("departments"), "interest"], [options.map((option) => option.label).join(joiner), "both"]),
        "--to",
        "ndjson",
        "--full",
      );
      expect(JSON.parse(stdout).advice.answers.departments).toEqual(options.map(({ id }) => id));
    }
  });

  it("leave out test rows and empty rows, and keep the same person twice", async () => {
    const rows = [
      ["id", "Timestamp", asked("interest")],
      ["a", "1", label("interest", "both")],
    ];
    const { code, stdout, stderr } = await run(
      toTable({ rows: [...rows, ["", "", ""], ["a", "2", label("interest", "business")]], canSayNone: false }),
    );
    expect(code).toBe(0);
    expect(stdout.split("\r\n").map((line) => line.split(",").slice(0, 3).join())).toEqual([
      "id,Timestamp,role",
      "a,1,",
      ",,",
      "a,2,cio",
      "",
    ]);
    expect(stderr).toContain("1 of 3 rows holds no answer");
    expect(stderr).toContain("1 id appears twice or more; all of its rows are kept");
  });

  it.each(["Typeform", "SurveyMonkey"])(
    "of options without a tick say nothing where nothing is answered: %s",
    async (tool) => {
      const [header = [], ...rows] = formTools[tool]?.(builtIn, [{}, { interest: ["both"] }]).rows ?? [];
      const { stdout } = await run(toTable({ rows: [header, ...rows], canSayNone: true }), "--to", "ndjson");
      const [nothing, something] = stdout
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line));
      expect(nothing).toMatchObject({ verdict: null, code: null });
      expect(something.code).toBe(writeCode(builtIn, { interest: ["both"], departments: [], owned: [] }));
    },
  );

  it("are told on standard error, with the cells that were not understood", async () => {
    const cells = [["Alien"], ["Alien"], ["Bee"], ["Cat"], ["Dog"], [label("interest", "both")]];
    const { code, stdout, stderr } = await run(
      table(["When", asked("interest")], ...cells.map(([one = ""]) => ["x", one])),
      "--dry-run",
    );
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr.split("\n").slice(0, 5).join("\n")).toMatchInlineSnapshot(`
      "role-advisor: 1 of 25 questions has a column: interest (B)
      role-advisor: passed on: When
      role-advisor: no column for: bookstore, mba, monday, thorny, today, company-for-a-day, serve, proudest, million, risk, make, technology, avoid, transformation, ladder, introduced, level, work, departments, owned, known-for, dread, company, size
      role-advisor: no column names the person; reports number the rows
      role-advisor: 5 cells were not understood, most often: "Alien" (2), "Bee" (1), "Cat" (1)"
    `);
  });

  it.each([
    [["Name", "Email", "Full name"], '"Name", else "Email"'],
    [["First name", "Last name", "Response ID"], '"First name" and "Last name", else "Response ID"'],
    [["Surname", "Username"], '"Username"'],
  ])("say on request which column names the person: %j", async (names, columns) => {
    const row = [...names.map(() => "x"), label("interest", "both")];
    const { stderr } = await run(table([...names, asked("interest")], row), "--dry-run");
    expect(stderr).toContain(`role-advisor: the person is named by: ${columns}\n`);
  });
});

describe("what is not clear is not guessed", () => {
  it("a question that was reworded is proposed, and taken with --columns", async () => {
    const cwd = mkdtempSync(join(tmpdir(), "role-advisor-forms-"));
    const reworded = `Please say: ${asked("bookstore")}`;
    writeFileSync(join(cwd, "t.csv"), table([reworded, "interest"], [label("bookstore", "science"), "both"]));
    const { stdout, stderr } = await runIn({ cwd }, "batch", "t.csv");
    expect(stdout.split("\r\n")[1]).toMatch(/,false,7,7,1,/);
    expect(stderr).toContain("write bookstore and the header in --columns");
    writeFileSync(join(cwd, "map.yaml"), `bookstore: ${JSON.stringify(reworded)}\n`);
    const mapped = await runIn({ cwd }, "batch", "t.csv", "--columns", "map.yaml");
    expect(mapped.stdout.split("\r\n")[1]).toMatch(/,2,[^,]+,/);
    writeFileSync(join(cwd, "map.yaml"), "bookstore: 1\nowned: { budget: 7, nothing: 2 }\nrisk: Nowhere\nmbb: 1\n");
    expect((await runIn({ cwd }, "batch", "t.csv", "--columns", "map.yaml")).stderr).toMatchInlineSnapshot(`
      "map.yaml:2:21: owned has no option "nothing"; it has: budget, compliance, hiring, launch, architecture, change
      map.yaml:4:1: there is no question "mbb"; did you mean "mba"? The questions are interest, bookstore, mba, monday, thorny, today, company-for-a-day, serve, proudest, million, risk, make, technology, avoid, transformation, ladder, introduced, level, work, departments, owned, known-for, dread, company, size
      "
    `);
    writeFileSync(join(cwd, "map.yaml"), "bookstore: 1\nrisk: Nowhere\n");
    expect((await runIn({ cwd }, "batch", "t.csv", "--columns", "map.yaml")).stderr).toMatchInlineSnapshot(`
      "map.yaml:2:7: there is no column "Nowhere"; write the header as it stands, or the number of the column
      "
    `);
  });

  it.each([
    ["two columns for one question", [asked("interest"), "interest"]],
    ["a code of one question and the text of another", [`bookstore. ${asked("interest")}`]],
    ["no question of this pack", ["Timestamp", "What is your favourite colour?"]],
    ["no question, and one that is near", ["Timestamp", `Please say: ${asked("bookstore")}`]],
    ["more columns than there can be", Array.from({ length: 2001 }, (_, i) => `c${i}`)],
  ])("ends with exit 2 and a reason: %s", async (_, header) => {
    const { code, stdout, stderr } = await run(
      table(
        header,
        header.map(() => ""),
      ),
    );
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatchSnapshot();
  });
});

describe("a workbook", () => {
  const cwd = mkdtempSync(join(tmpdir(), "role-advisor-forms-"));
  const write = (name: string, bytes: Buffer) => writeFileSync(join(cwd, name), bytes);
  const rows = [
    ["id", "interest"],
    ["a", "business"],
  ];

  it("has the sheet that --sheet names, by its name or number", async () => {
    write("two.xlsx", toWorkbook({ Notes: [["x"]], Answers: rows }));
    for (const sheet of ["Answers", "2"]) {
      expect((await runIn({ cwd }, "batch", "two.xlsx", "--sheet", sheet)).stdout).toContain("\r\na,cio,");
    }
    const { code, stderr } = await runIn({ cwd }, "batch", "two.xlsx", "--sheet", "Nope");
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'two.xlsx: has no sheet "Nope"; it has: Notes, Answers\n' });
  });

  it("may lack cells at the end of a row", async () => {
    write(
      "short.xlsx",
      toWorkbook({
        Answers: [
          ["id", "interest", "note"],
          ["a", "business"],
        ],
      }),
    );
    expect((await runIn({ cwd }, "batch", "short.xlsx")).stdout).toContain("\r\na,,cio,");
  });

  it.each([
    ["an old .xls, or one with a password", "old.xls", Buffer.from("d0cf11e0a1b11ae1", "hex")],
    ["no workbook at all", "text.xlsx", Buffer.from("id,interest\n")],
    ["a zip of something else", "other.xlsx", zip({ "a.txt": "x" })],
    ["parts that are no XML", "broken.xlsx", zip({ "xl/workbook.xml": "<a", "[Content_Types].xml": "" })],
    ["a bomb by its own directory", "bomb.xlsx", zip({ "xl/workbook.xml": "x" }, () => 4_000_000_000)],
    ["a cut directory", "cut.xlsx", toWorkbook({ Answers: rows }).subarray(40)],
  ])("that cannot be read ends with exit 2 and a reason: %s", async (_, name, bytes) => {
    write(name, bytes);
    const { code, stdout, stderr } = await runIn({ cwd }, "batch", name);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatchSnapshot();
  });

  it("of two gigabytes is refused before it is read", async () => {
    write("huge.xlsx", Buffer.from("PK"));
    truncateSync(join(cwd, "huge.xlsx"), 2_000_000_000);
    expect((await runIn({ cwd }, "batch", "huge.xlsx")).stderr).toBe(
      "huge.xlsx: is larger than 20 MB; save it as CSV\n",
    );
  });
});

it("answers by people's names and other hostile texts are passed on as they are", async () => {
  const name = '"><script>alert(1)</script>\u202e';
  const { stdout } = await run(table(["Name", asked("interest")], [name, label("interest", "business")]));
  expect(Papa.parse<string[]>(stdout).data[1]?.[0]).toBe(name);
});
