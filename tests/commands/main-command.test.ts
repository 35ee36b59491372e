import { cpSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commandNames } from "../../src/command-list.ts";
import { builtIn } from "../../src/pack/built-in.ts";
import { isOn } from "../../src/world.ts";
import { roleAdvisor, runIn } from "../world.ts";

const folder = () => mkdtempSync(join(tmpdir(), "role-advisor-"));

async function advice(...args: string[]) {
  const { stdout } = await roleAdvisor(...args, "--format", "json");
  return JSON.parse(stdout);
}

describe("where answers come from", () => {
  it("takes them from flags: --interest engineering --bookstore science --mba planned", async () => {
    const { answers } = await advice("--interest", "engineering", "--bookstore", "science", "--mba", "planned");
    expect(answers).toEqual({ interest: "engineering", bookstore: "science", mba: "planned" });
  });

  it.each([
    ["a comma list", ["--owned", "budget,hiring"]],
    ["a comma list with blanks", ["--owned", "hiring, budget"]],
    ["a list with semicolons", ["--owned", "hiring;budget"]],
    ["a flag given twice", ["--owned", "hiring", "--owned", "budget"]],
    ["a list in a flag given twice", ["--owned", "hiring,budget", "--owned", "budget"]],
  ])("takes any number of options as %s", async (_, args) => {
    expect((await advice(...args)).answers).toEqual({ owned: ["budget", "hiring"] });
  });

  it("tells nothing picked from open: --owned none --departments unsure", async () => {
    const { answers } = await advice("--interest", "both", "--owned", "none", "--departments", "unsure");
    expect(answers).toEqual({ interest: "both", owned: [] });
  });

  it.each([
    ["YAML", "interest: engineering\nowned: [budget]\n"],
    ["JSON", '{\n\t"interest": "engineering",\n\t"owned": ["budget"]\n}'],
    ["a record", "name: Ada\nanswers:\n  interest: engineering\n  owned: [budget]\n"],
  ])("reads a file in %s from standard input: --answers -", async (_, stdin) => {
    const { stdout } = await runIn({ stdin }, "--answers", "-", "--format", "json");
    expect(JSON.parse(stdout).answers).toEqual({ interest: "engineering", owned: ["budget"] });
  });

  it("prefers flags to the code, the code to the file, the file to the example", async () => {
    const file = join(folder(), "me.yaml");
    writeFileSync(file, "interest: both\nbookstore: people\nmba: none\n");
    const { code } = await advice("--interest", "business", "--bookstore", "science");
    const { answers } = await advice("-e", "-a", file, "-c", code, "--interest", "engineering");
    const { interest, bookstore, mba, serve } = answers;
    expect({ interest, bookstore, mba, serve }).toEqual({
      interest: "engineering",
      bookstore: "science",
      mba: "none",
      serve: builtIn.examples[0]?.answers["serve"]?.[0],
    });
  });

  it("leaves a question open where a stronger place says unsure", async () => {
    const { answers } = await advice("-e", "--interest", "unsure");
    expect(answers).not.toHaveProperty("interest");
  });

  it("replays a saved advice and a code byte for byte", async () => {
    const file = join(folder(), "me.json");
    await roleAdvisor("-e", "reader-a", "-o", file);
    const saved = readFileSync(file, "utf8");
    expect((await roleAdvisor("-a", file, "-f", "json")).stdout).toBe(saved);
    expect((await roleAdvisor("-c", JSON.parse(saved).code, "-f", "json")).stdout).toBe(saved);
  });
});

describe("role-advisor help", () => {
  it("is the help, and that of a command", async () => {
    expect(await roleAdvisor("help")).toEqual(await roleAdvisor("--help"));
    expect(await roleAdvisor("help", "help")).toEqual(await roleAdvisor("help", "--help"));
    expect(await roleAdvisor("help", "batch")).toEqual(await roleAdvisor("batch", "--help"));
  });

  it.each([40, 44, 60, 80])("fits %i columns, for every command", async (columns) => {
    for (const words of [["questions"], ["help"], ...commandNames.map((name) => ["help", name])]) {
      const { code, stdout } = await runIn({ columns }, ...words);
      expect(code).toBe(0);
      expect(stdout.split("\n").filter((line) => line.length > columns)).toEqual([]);
    }
  });

  it("says below a term what it means where there is no room beside it", async () => {
    const { stdout } = await runIn({ columns: 44 }, "help", "roles");
    expect(stdout).toMatchInlineSnapshot(`
      "Usage: role-advisor roles [options] [id]

      list the roles, or describe one of them

      Arguments:
        id
            cio, cto, vpe, cpo, ciso

      Options:
        -f, --format <format>
            the format of the output (choices:
            "text", "json", "markdown", default:
            "text")

      General:
        -p, --pack <dir or package>
            use another pack of questions and
            roles
        --no-color
            print without colour, like NO_COLOR
        -h, --help
            show this help
      "
    `);
  });
});

describe("what is wrong", () => {
  const questions = builtIn.questions.map(({ id }) => id).join(", ");

  it.each([
    [
      ["--bookstore", "enginering"],
      'role-advisor: bookstore has no option "enginering"; did you mean "engineering"? It has: business, engineering, science, people',
    ],
    [["--bookstor", "science"], "role-advisor: unknown option '--bookstor'; did you mean --bookstore?"],
    [["--bookstore", "--mba", "planned"], 'role-advisor: --bookstore needs a value; it was given "--mba"'],
    [["--answers", "--format=json"], 'role-advisor: --answers needs a value; it was given "--format=json"'],
    [["roles", "--format", "-h"], /^role-advisor: option '-f, --format <format>' argument '-h' is invalid/],
    [["check", "--pack", "--no-color"], 'role-advisor: --pack needs a value; it was given "--no-color"'],
    [
      ["-c", "cio-or-cto@1.0.0:1", "--code", "cio-or-cto@1.0.0:2"],
      'role-advisor: --code is given twice, as "cio-or-cto@1.0.0:1" and "cio-or-cto@1.0.0:2"; give it once, or look at both with "compare"',
    ],
    [
      ["--mba", "planned", "--mba", "none"],
      'role-advisor: --mba is given twice, as "planned" and "none"; give it once',
    ],
    [["--bookstore"], 'role-advisor: --bookstore needs a value; see "role-advisor --help"'],
    [["-a"], 'role-advisor: --answers needs a value; see "role-advisor --help"'],
    [
      ["quetions"],
      /^role-advisor: there is no command "quetions"; did you mean "questions"\? The commands are questions/,
    ],
    [
      ["help", "quetions"],
      /^role-advisor: there is no command "quetions"; did you mean "questions"\? The commands are/,
    ],
    [["--quick", "help", "nosuch"], /^role-advisor: there is no command "nosuch"; the commands are questions/],
    [["example"], 'role-advisor: "example" is not a command; write --example'],
    [["questions", "all"], /^role-advisor: too many arguments for 'questions'/],
    [["-e", "reader-c"], /^role-advisor: there is no example "reader-c"; did you mean "reader-a"\? The examples are /],
    [
      ["-e", "-f", "xml"],
      /^role-advisor: option '-f, --format <format>' argument 'xml' is invalid\. Allowed choices are text, json, yaml, markdown, html/,
    ],
    [["-e", "-o", "me.doc"], /^role-advisor: the ending of me\.doc names no format; end it with /],
    [["-a", "nowhere.yaml"], "nowhere.yaml: cannot be read: there is no such file or folder"],
    [["-a", ""], "role-advisor: the name of a file is empty; write one, or - for standard input"],
    [["-c", "hello"], 'role-advisor: "hello" is not a code; a code looks like cio-or-cto@2.0.0:…'],
    [["-c", "other@1.0.0:123"], /the code was made with the pack "other"/],
    [
      [],
      /^role-advisor: no answers were given; to read what is piped in, add --answers -; else give some, such as --interest/,
    ],
    [["--interest", "unsure"], /^role-advisor: no answers were given/],
    [["-a", "-"], 'standard input: holds no answers; write some, each as a line "question: option"'],
  ] as [string[], string | RegExp][])("%j ends with 2 and one line", async (args, line) => {
    const { code, stdout, stderr } = await roleAdvisor(...args);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    if (typeof line === "string") expect(stderr).toBe(`${line}\n`);
    else expect(stderr).toMatch(line);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });

  it("reports every fault of every place at once, each with its line and column", async () => {
    const stdin =
      "bookstore: enginering\nmbaa: planned\nanswer: 1\nowned: [budget, foo]\ninterest: [both, business]\nmba:\n  is: none\n";
    const { code, stderr } = await runIn({ stdin }, "-a", "-", "--serve", "nobody");
    expect(stderr.replaceAll(questions, "…")).toMatchInlineSnapshot(`
      "standard input:1:12: bookstore has no option "enginering"; did you mean "engineering"? It has: business, engineering, science, people
      standard input:2:1: there is no question "mbaa"; did you mean "mba"? The questions are …
      standard input:3:1: there is no question "answer"; the questions are …
      standard input:4:17: owned has no option "foo"; it has: budget, compliance, hiring, launch, architecture, change
      standard input:5:11: interest takes at most 1 option, and has 2; leave some out
      standard input:7:3: the answer to mba is a map; write the id of one option
      role-advisor: serve has no option "nobody"; it has: inside, customers, team, public, engineers, leaders
      "
    `);
    expect(code).toBe(2);
  });

  it.each([
    ["in capitals", (code: string) => code.toUpperCase()],
    ["with spaces around and in it", (code: string) => ` ${code.slice(0, 22)} ${code.slice(22)}\n`],
    ["broken by an e-mail", (code: string) => `"${code.slice(0, 30)}=\r\n> ${code.slice(30)}".`.replace("=", "")],
    ["with marks that nobody sees", (code: string) => `\ufeff${code.replace(":", "\u200b:\u00ad")}`],
  ])("reads a code %s", async (_, worn) => {
    const { code, answers } = await advice("-e");
    expect((await advice("-c", worn(code))).answers).toEqual(answers);
  });

  it("notices each mistyped character of a code", async () => {
    const { code } = await advice("-e");
    const at = code.length - 5;
    const mistyped = `${code.slice(0, at)}${code[at] === "1" ? "2" : "1"}${code.slice(at + 1)}`;
    expect((await roleAdvisor("-c", mistyped)).stderr).toMatch(/has a mistyped character; copy it again/);
  });

  it("ends with 1 when a file cannot be written, and leaves nothing behind", async () => {
    const dir = folder();
    const { code, stderr } = await roleAdvisor("-e", "-o", join(dir, "no", "me.json"));
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `${join(dir, "no", "me.json")}: cannot be written: there is no such file or folder\n`,
    });
    expect(readdirSync(dir)).toEqual([]);
  });
});

describe("where the result goes", () => {
  it("writes a file that only its owner can read, and says so on standard error", async () => {
    const file = join(folder(), "me.yaml");
    const { code, stdout, stderr } = await roleAdvisor("-e", "-o", file);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: "", stderr: `Wrote ${file}\n` });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readFileSync(file, "utf8")).toMatch(/^format: role-advisor\/advice@1\n/);
  });

  it("prints YAML that a reader of YAML 1.1 and of 1.2 takes for the same words", async () => {
    const { parse } = await import("yaml");
    const { formats } = await import("../../src/report/formats.ts");
    const words = [
      "no",
      "on",
      "yes",
      "null",
      "1e3",
      "y",
      "~",
      "1:30",
      "010",
      "0b1",
      "2001-01-01",
      "=",
      "off",
      ".5",
      "1_000",
    ];
    const record = { ...Object.fromEntries(words.map((word) => [word, word])), words };
    const text = await formats.yaml(builtIn, record as never);
    for (const version of ["1.1", "1.2"] as const) expect(parse(text, { version })).toEqual(record);
  });

  it("prints the same JSON and YAML record", async () => {
    const { parse } = await import("yaml");
    const [json, yaml] = [await roleAdvisor("-e", "-f", "json"), await roleAdvisor("-e", "-f", "yaml")];
    expect(parse(yaml.stdout)).toEqual(JSON.parse(json.stdout));
  });

  it.each([
    ["to a terminal", { isTerminal: true }, true],
    ["to a pipe", {}, false],
    ["with NO_COLOR", { isTerminal: true, env: { NO_COLOR: "1" } }, false],
    ["with an empty NO_COLOR", { isTerminal: true, env: { NO_COLOR: "" } }, true],
    ["on a dumb terminal", { isTerminal: true, env: { TERM: "dumb" } }, false],
    ["to a pipe with FORCE_COLOR", { env: { FORCE_COLOR: "1" } }, true],
    ["to a terminal with FORCE_COLOR=0", { isTerminal: true, env: { FORCE_COLOR: "0" } }, false],
  ])("decides on colour %s", async (_, world, isColoured) => {
    const { stdout } = await runIn(world, "-e", "--no-input");
    expect(stdout.includes("\u001b[")).toBe(isColoured);
  });

  it("prints no colour with --no-color", async () => {
    const { stdout } = await runIn({ isTerminal: true }, "-e", "--no-color", "--no-input");
    expect(stdout).not.toContain("\u001b[");
  });

  it.each([{ TERM: "dumb" }, { LANG: "C" }, { LC_ALL: "de_DE.ISO-8859-1", LANG: "en_US.UTF-8" }])(
    "prints ASCII alone in %j",
    async (env) => {
      for (const { name } of builtIn.examples) {
        const { stdout } = await runIn({ env, columns: 44 }, "-e", name, "--details");
        expect(stdout).toMatch(/^[\n -~]*$/);
        expect(stdout).not.toContain("?".repeat(2));
      }
    },
  );
});

describe("the line that replays an advice", () => {
  const starter = join(process.cwd(), "data/starter");

  /** The words after `role-advisor` in the command that shows the advice again, as a shell would split them. */
  function kept(text: string): string[] {
    const line = /role-advisor ((?:--pack .+ )?--code [^\s`]+)/.exec(text)?.[1] ?? "";
    return [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? "");
  }

  it.each([
    ["the built-in pack", []],
    ["a pack that ships with the program", ["--pack", "technology-leadership"]],
    ["a folder", ["--pack", starter]],
  ])("shows it again with %s, from the text and from Markdown", async (_, pack) => {
    const { stdout: first } = await roleAdvisor(...pack, "-e");
    const { stdout: markdown } = await roleAdvisor(...pack, "-e", "-f", "markdown");
    expect((await roleAdvisor(...kept(first))).stdout).toBe(first);
    expect(kept(markdown)).toEqual(kept(first));
  });

  it("quotes the name of a folder that a shell would split", async () => {
    const spaced = join(folder(), "my pack");
    cpSync(starter, spaced, { recursive: true });
    const { stdout } = await roleAdvisor("--pack", spaced, "-e");
    expect(stdout).toContain(`role-advisor --pack '${spaced}' --code `);
    expect((await roleAdvisor(...kept(stdout))).stdout).toBe(stdout);
  });
});

describe("what a terminal would act on", () => {
  it.each([
    [["-f", "\u001b[31mx"]],
    [["--\u001b[31mfoo"]],
    [["--exampel\u001b[2J"]],
    [["-\u001b[31m"]],
    [["\u001b]0;title\u0007"]],
    [["--bookstore", "\u001b[31mx\nengineering"]],
    [["--code", "\u001b[31mx"]],
    [["--example=\u001b[31mx"]],
    [["--pack", "\u001b[31mx"]],
    [["--output", "\u001b[31mx.txt"]],
    [["guide", "\u001b[31mx"]],
    [["batch", "\u001b[31mx", "--\u009b31mfoo"]],
  ])("is never echoed: %j", async (words) => {
    const { code, stderr } = await roleAdvisor(...words);
    expect(code).toBeGreaterThan(0);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are looked for
    expect(stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });
});

it.each([
  ["1", true],
  ["yes", true],
  ["FALSE", false],
  ["no", false],
  ["Off", false],
  ["0", false],
  ["", false],
])("a variable that is %j is on: %s", (value, is) => {
  expect(isOn(value)).toBe(is);
});
