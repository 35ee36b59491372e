import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, expect, test } from "vitest";
import type { Answers } from "../../src/advice/scorecard.ts";
import { builtIn } from "../../src/pack/built-in.ts";
import { smallDisk } from "../small-disk.ts";
import { emptyFolder, keys, program, startProgram, Terminal, type TerminalOptions } from "./terminal.ts";

const running: Terminal[] = [];
afterEach(() => {
  for (const terminal of running.splice(0)) terminal.end();
});

function run(args: readonly string[] = [], home = emptyFolder(), options: TerminalOptions = {}): Terminal {
  const terminal = startProgram(args, home, options);
  running.push(terminal);
  return terminal;
}

const { questions } = builtIn;
const kept = (home: string) => join(home, ".local/state/role-advisor/cio-or-cto.json");
const readKept = (home: string) => JSON.parse(readFileSync(kept(home), "utf8"));
/** The whole screen of a question: its keys are drawn last. */
const nth = (n: number) => new RegExp(`\\b${n} of 25[\\s\\S]*Ctrl\\+C stop`);

const review = /See the result[\s\S]*Ctrl\+C stop/;

/** Answers the question that is shown by its second option, and waits for the next. */
async function answerOn(terminal: Terminal, from: number, to: number): Promise<void> {
  for (let n = from; n <= to; n++) {
    await terminal.sees(nth(n));
    terminal.press("2", keys.enter);
  }
}

/** Presses one key after the other, each when the screen shows what comes before it. */
async function play(
  terminal: Terminal,
  ...steps: readonly (readonly [sees: string | RegExp, key: string])[]
): Promise<void> {
  for (const [sees, key] of steps) {
    await terminal.sees(sees);
    terminal.press(key);
  }
}

test("the whole interview by keys ends in the advice", async () => {
  const home = emptyFolder();
  const terminal = run([], home);
  expect(await terminal.sees("Ctrl+C")).toMatchInlineSnapshot(`
    "CIO or CTO?

    25 short questions, about four minutes, and one answer: is your road a
    CIO's or a CTO's? 17 of them decide; the others show where you stand. It
    tells you why, how sure it is, what would change its mind, and how to
    get there. Nothing leaves your machine, and the same answers always give
    the same advice. Skip what you cannot say: a skipped question counts for
    neither side.

    Short of time? Press q: only what counts, until it is certain.

    What draws you   1 of 25  ────────────────────────  about 4 minutes left

    Which side of technology pulls you more?

    ❯ 1  Business: what it changes for a company
      2  Both sides, and about equally
      3  Engineering: how it works and is made

    ↑↓ 1-3 choose  Enter next  ← back  s not sure  ? why  Ctrl+C stop, keep"
  `);
  await answerOn(terminal, 1, 25);
  expect(await terminal.sees(review)).toMatchInlineSnapshot(`
    "CIO or CTO?

    Your answers

      Interest        Both sides, and abo…    Technology      Servers, virtualisa…
      Bookstore       Engineering and tec…    Avoid           Servers, virtualisa…
      MBA             I am doing one now      Transformation  How the company its…
      Study           Keeping systems and…    Ladder          One field, climbed…
      Monday          Untangling work bet…    Introduced      A business person w…
      Thorny          A rough model of wh…    Known for       A process that work…
      Today           Making what runs to…    Dread           Hard technical work
      Company for a…  A diplomat between…     Level           Senior engineer, an…
      Serve           Customers who like…     Years           5 to 10 years
      Proudest        A product that nobo…    Departments     IT operations or su…
      Million         Into security, back…    Owned           Suppliers and their…
      Risk            How exactly would i…    Company         A small one, where…
      Make            Choosing the best o…

    ❯ See the result

    ↑↓ choose  Enter change it, or see the result  ← back  Ctrl+C stop, keep"
  `);
  terminal.press(keys.enter);
  expect(await terminal.exits()).toEqual({ code: 0, signal: 0 });
  expect(terminal.history).toContain(
    "Interest: Both sides, and about equally\nBookstore: Engineering and technology\n",
  );
  expect(terminal.history).toContain("17 of the 17 that count answered");
  expect(terminal.text).toMatch(
    /Keep it: node bin\/role-advisor.js --code cio-or-cto@\S+\n?\S+\nTo keep it as a file: add --output \S+ to that/,
  );
  expect(readdirSync(join(home, ".local/state/role-advisor"))).toEqual([]);
});

test("a later question leaves what was answered above it", async () => {
  const terminal = run();
  await answerOn(terminal, 1, 3);
  expect(await terminal.sees(nth(4))).toMatchInlineSnapshot(`
    "CIO or CTO?

    Interest: Both sides, and about equally
    Bookstore: Engineering and technology
    MBA: I am doing one now

    What draws you   4 of 25  ━━━─────────────────────  about 4 minutes left

    You win a term of paid study. Which course do you take?

    ❯ 1  Trying out a brand-new technology
      2  Keeping systems and data safe
      3  Leading people, in a team and beyond
      4  Choosing suppliers and making deals
      5  Designing products for their users

    ↑↓ 1-5 choose  Enter next  ← back  s not sure  ? why  Ctrl+C stop, keep"
  `);
});

test("back shows the former answer, which may be kept or changed, and then the first open question comes", async () => {
  const home = emptyFolder();
  const terminal = run([], home);
  await answerOn(terminal, 1, 3);
  await play(terminal, [nth(4), keys.left], [nth(3), keys.shiftTab]);
  expect(await terminal.sees("Engineering and technology (your answer)")).toContain("❯ 2  Engineering and technology");
  terminal.press("1", keys.enter);
  await terminal.sees(nth(4));
  expect(terminal.text).toContain("Bookstore: Business and management\n");
  expect(readKept(home).answers).toEqual({ interest: "both", bookstore: "business", mba: "pursuing" });
});

test("the first question has nothing before it", async () => {
  const terminal = run();
  await play(terminal, [nth(1), keys.left], [nth(1), keys.down]);
  expect(await terminal.sees("❯ 2")).toMatch(nth(1));
});

test("s leaves a question open on purpose, and ? says why it is asked and who says so", async () => {
  const home = emptyFolder();
  const terminal = run([], home);
  await play(terminal, [nth(1), "?"]);
  expect(await terminal.sees("passion\ndecides")).toContain("A practising technology leader");
  terminal.press("?", "s");
  await terminal.sees(nth(2));
  expect(terminal.text).toContain("Interest: Not sure");
  expect(terminal.text).not.toContain("decides, more");
  expect(readKept(home)).toMatchObject({ answers: {}, unsure: ["interest"], asked: ["interest"], at: "bookstore" });
});

test("any number may be picked where the question says so", async () => {
  const home = emptyFolder();
  const others = questions.filter(({ id }) => id !== "owned").flatMap(({ id }) => [`--${id}`, "unsure"]);
  const terminal = run(others, home);
  expect(await terminal.sees("Ctrl+C")).toMatchInlineSnapshot(`
    "CIO or CTO?

    25 short questions, about four minutes, and one answer: is your road a
    CIO's or a CTO's? 17 of them decide; the others show where you stand. It
    tells you why, how sure it is, what would change its mind, and how to
    get there.

    Short of time? Press q: only what counts, until it is certain.

    Where you stand   1 of 1  ─────────────────────  less than a minute left

    What have you been answerable for?
    Pick up to 7; with none picked, Enter says "none of these"

    ❯ 1  [ ] A budget
      2  [ ] Suppliers and their contracts
      3  [ ] Security or compliance
      4  [ ] Hiring people and helping them grow
      5  [ ] The launch of a product
      6  [ ] The architecture of a system
      7  [ ] Research or experiments

    ↑↓ 1-7 Space pick  Enter next  ← back  s not sure  ? why  Ctrl+C stop"
  `);
  terminal.press("1", keys.down, " ", "5", "1", "4");
  expect(await terminal.sees("[x] Hiring people")).toContain("3 picked, 4 left to pick");
  terminal.press(keys.enter, keys.enter);
  await terminal.exits();
  expect(terminal.history).toContain("Owned: Suppliers and their contracts; Hiring people and");
});

test("any answer can be changed in the review, and the review comes again", async () => {
  const two = questions.slice(2).flatMap(({ id }) => [`--${id}`, "unsure"]);
  const terminal = run(two, emptyFolder(), { rows: 45 });
  await play(terminal, ["1 of 2", keys.enter], ["2 of 2", keys.enter], ["❯ See the result", keys.down]);
  await play(terminal, ["❯ Interest", keys.enter], ["(your answer)", "3"], ["❯ 3", keys.enter]);
  expect(await terminal.sees("❯ See the result")).toMatch(/Interest +Engineering: how it works/);
});

test("resizing while asking leaves no ghost lines", async () => {
  const terminal = run();
  await answerOn(terminal, 1, 4);
  await terminal.sees(nth(5));
  terminal.press("?");
  await terminal.sees("A day you look forward to");
  for (const [columns, rows] of [
    [44, 24],
    [80, 24],
    [50, 17],
    [80, 40],
    [44, 17],
    [80, 24],
  ] as const) {
    terminal.resize(columns, rows);
    await terminal.sees(columns < 80 ? "^C stop" : "Ctrl+C stop, keep");
    terminal.press(keys.down);
    await terminal.sees(/❯ [234]/);
    terminal.press(keys.up);
    await terminal.sees("❯ 1");
  }
  const { history } = terminal;
  for (const once of ["5 of 25", "Which Monday would you", "❯", "Untangling", "? why"]) {
    expect(history.split(once), history).toHaveLength(2);
  }
});

test("a key that is pressed while the terminal shrinks leaves no ghost lines", async () => {
  const terminal = run();
  await answerOn(terminal, 1, 4);
  await terminal.sees(nth(5));
  terminal.resizeWindow(44, 24);
  terminal.press(keys.down);
  await terminal.sees(/❯ 2[\s\S]*stop, keep/);
  terminal.tellSize();
  expect(await terminal.sees("^C stop")).toMatchInlineSnapshot(`
    "CIO or CTO?

    Interest: Both sides, and about equally
    Bookstore: Engineering and technology
    MBA: I am doing one now
    Study: Keeping systems and data safe

    A week at work
    5 of 25  ━━──────────  about 3 minutes left

    Which Monday would you get up early for?

      1  Working out a design with the
         engineers
    ❯ 2  Untangling work between departments
      3  Watching customers use what we made
      4  Picking which of ten projects to fund

    ↑↓1-4 Enter  ← back  s skip  ? why  ^C stop"
  `);
});

test("Ctrl+C stops with one line, and the next run continues or starts afresh", async () => {
  const home = emptyFolder();
  const first = run([], home);
  await answerOn(first, 1, 3);
  await play(first, [nth(4), keys.ctrlC]);
  expect(await first.exits()).toEqual({ code: 130, signal: 0 });
  expect(first.text).toBe("Stopped. 3 answers are kept; run the same command again to continue.");
  expect(statSync(kept(home)).mode & 0o777).toBe(0o600);
  expect(statSync(dirname(kept(home))).mode & 0o777).toBe(0o700);

  const second = run([], home);
  expect(await second.sees("Start afresh")).toContain("❯ 1  Continue with question 4 of 25");
  second.press(keys.enter);
  expect(await second.sees("You win a term")).toContain("MBA: I am doing one now");
  second.press(keys.ctrlC);
  await second.exits();

  const third = run([], home);
  await play(third, ["Start afresh", "2"], ["❯ 2", keys.enter]);
  expect(await third.sees(nth(1))).not.toContain("MBA:");
  third.press(keys.ctrlC);
  await third.exits();
  expect(Object.keys(readKept(home).answers)).toHaveLength(3);

  const fourth = run(["--fresh"], home);
  expect(await fourth.sees(nth(1))).not.toContain("Start afresh");
});

test.each([
  ["Ctrl+D", (terminal: Terminal) => terminal.press(keys.ctrlD)],
  ["SIGTERM", (terminal: Terminal) => process.kill(terminal.pid, "SIGTERM")],
  ["SIGHUP", (terminal: Terminal) => process.kill(terminal.pid, "SIGHUP")],
])("%s keeps what was said and ends with 130", async (_, stop) => {
  const home = emptyFolder();
  const terminal = run([], home);
  await answerOn(terminal, 1, 2);
  await terminal.sees(nth(3));
  stop(terminal);
  expect(await terminal.exits()).toEqual({ code: 130, signal: 0 });
  expect(terminal.text).toContain("Stopped. 2 answers are kept");
  expect(readKept(home).answers).toEqual({ interest: "both", bookstore: "engineering" });
});

test("a window that is closed ends it, and the next run continues", async () => {
  const home = emptyFolder();
  const first = run([], home);
  await answerOn(first, 1, 2);
  await first.sees(nth(3));
  first.close();
  await first.exits();
  expect(await run([], home).sees("Start afresh")).toContain("❯ 1  Continue with question 3 of 25");
});

test("where it stopped is said within the width of the terminal", async () => {
  const terminal = run([], emptyFolder(), { columns: 44 });
  await play(terminal, ["^C stop", keys.enter], ["2 of 25", keys.ctrlC]);
  await terminal.exits();
  expect(terminal.text).toBe("Stopped. 1 answer is kept; run the same\ncommand again to continue.");
});

test("kill -9 after any of the questions loses none", async () => {
  const home = emptyFolder();
  for (const [i, { id }] of questions.entries()) {
    const terminal = run([], home);
    if (i > 0) await play(terminal, ["Start afresh", keys.enter]);
    await answerOn(terminal, i + 1, i + 1);
    await terminal.sees(i + 1 < questions.length ? nth(i + 2) : review);
    terminal.kill("SIGKILL");
    expect((await terminal.exits()).signal).toBe(9);
    const { answers, at } = readKept(home);
    expect(Object.keys(answers)).toEqual(questions.slice(0, i + 1).map((question) => question.id));
    expect(answers).toHaveProperty(id);
    expect(at).toBe(questions[i + 1]?.id ?? null);
  }
  const last = run([], home);
  await play(last, ["Continue by looking over what you said", keys.enter], [review, keys.enter]);
  expect((await last.exits()).code).toBe(0);
  expect(last.history).toContain("17 of the 17 that count answered");
});

test("Ctrl+Z gives the terminal back, and fg goes on where one was", async () => {
  const home = emptyFolder();
  const shell = new Terminal("bash", ["--norc", "--noprofile", "-i"], { env: { HOME: home, PS1: "$ " } });
  running.push(shell);
  await play(shell, ["$", `${process.execPath} ${program}${keys.enter}`], [nth(1), keys.ctrlZ]);
  await play(shell, ["Stopped  ", `fg${keys.enter}`]);
  await shell.sees(nth(1));
  shell.press("3", keys.enter);
  await shell.sees(nth(2));
});

test("asking works while the result goes to a file", async () => {
  const home = emptyFolder();
  const line = `${process.execPath} ${program} --format json > me.json; echo ended with $?`;
  const shell = new Terminal("bash", ["--norc", "-c", line], { env: { HOME: home }, cwd: home });
  running.push(shell);
  await answerOn(shell, 1, 25);
  await play(shell, [review, keys.enter]);
  await shell.sees("ended with 0");
  const { code } = JSON.parse(readFileSync(join(home, "me.json"), "utf8"));
  expect(shell.text.replaceAll("\n", "")).toContain(`To keep it as a file: node ${program} --code ${code} --output`);
});

test("--no-save keeps nothing", async () => {
  const home = emptyFolder();
  const terminal = run(["--no-save"], home);
  await answerOn(terminal, 1, 2);
  expect(await terminal.sees(nth(3))).not.toContain("keep");
  await play(terminal, [nth(3), keys.ctrlC]);
  await terminal.exits();
  expect(terminal.text).toContain("Stopped. Nothing is kept, as --no-save says.");
  expect(readdirSync(home)).toEqual([]);
});

test("a home that cannot be written to is said once, and the interview goes on", async () => {
  const home = emptyFolder();
  writeFileSync(join(home, ".local"), "in the way of the folder");
  const terminal = run([], home);
  await answerOn(terminal, 1, 1);
  const warned = await terminal.sees(nth(2));
  expect(warned).toMatch(/cannot be (read|written)/);
  expect(warned).not.toContain("stop, keep");
  await answerOn(terminal, 2, 2);
  expect(await terminal.sees(nth(3))).not.toContain("written");
  terminal.press(keys.ctrlC);
  await terminal.exits();
  expect(terminal.text).toContain("Stopped. What you answered could not be kept.");
});

test("a full disk is said once, and the interview goes on to the advice", async (context) => {
  const disk = smallDisk(context, 4);
  writeFileSync(join(disk, "full"), Buffer.alloc(4096));
  const terminal = run([], disk);
  const warned: number[] = [];
  for (let n = 1; n <= 25; n++) {
    const screen = (await terminal.sees(nth(n))).replaceAll(/\s+/g, " ");
    if (screen.includes("the disk is full")) {
      warned.push(n);
      expect(screen).toContain("make room and try again. The interview goes on; what you answer is not kept.");
    }
    terminal.press("2", keys.enter);
  }
  expect(warned).toEqual([2]);
  expect(await terminal.sees(review)).not.toContain("the disk is full");
  expect(readdirSync(dirname(kept(disk)))).toEqual([]);
  terminal.press(keys.enter);
  expect(await terminal.exits()).toEqual({ code: 0, signal: 0 });
  expect(terminal.history).toContain("17 of the 17 that count answered");
});

test("what no longer fits an interview that was left is said before it is continued", async () => {
  const home = emptyFolder();
  const first = run([], home);
  await answerOn(first, 1, 2);
  await play(first, [nth(3), keys.ctrlC]);
  await first.exits();
  const text = readFileSync(kept(home), "utf8").replace('"both"', '"all"').replace("sha256:", "sha256:0");
  writeFileSync(kept(home), text);
  const second = run([], home);
  await second.sees(/Start afresh[\s\S]*Ctrl\+C stop/);
  expect(second.text.replaceAll(/\s+/g, " ")).toContain(
    "1 of your answers still fits, and these are asked again: interest",
  );
});

test.each([
  ["damaged", '{"format": "role-advisor/interview@1", "answ', "it is damaged"],
  ["foreign", '{"name": "something else"}', "it is not of the format role-advisor/interview@1"],
])("a %s file is set aside with a sentence", async (_, text, why) => {
  const home = emptyFolder();
  mkdirSync(dirname(kept(home)), { recursive: true });
  writeFileSync(kept(home), text);
  const terminal = run([], home);
  await terminal.sees(nth(1));
  expect(terminal.history.replaceAll(/\s+/g, " ")).toContain(
    `${why}); it is set aside as cio-or-cto.json.bad, and the interview starts afresh`,
  );
  expect(readFileSync(`${kept(home)}.bad`, "utf8")).toBe(text);
  expect(existsSync(kept(home))).toBe(false);
});

test("quick stops when it is certain, and offers to go on", async () => {
  const terminal = run(["--quick"], emptyFolder(), { rows: 40 });
  const { answers } = builtIn.examples.find(({ name }) => name === "cto-in-post") ?? { answers: {} as Answers };
  for (let n = 1; !review.test(terminal.text); n++) {
    await terminal.sees(new RegExp(`(\\b${n} of at most|See the result)[\\s\\S]*Ctrl\\+C stop`));
    const shown = questions.find(({ ask }) => terminal.text.includes(ask));
    if (shown === undefined) continue;
    terminal.press(`${1 + shown.options.findIndex(({ id }) => answers[shown.id]?.includes(id))}`, keys.enter);
  }
  expect(terminal.text).toMatchInlineSnapshot(`
    "CIO or CTO?

    Your answers

    This is certain now, 12 questions earlier: no answer to the 12 that are
    left can end the lead.

      Interest            Business: what it changes for a compa…
      Bookstore           History and people's lives
      MBA                 I plan to do one
      Study               Choosing suppliers and making deals
      Monday              Untangling work between departments
      Thorny              A map of how the work flows today
      Today               Making what runs today run better
      Company for a day   A coach of young athletes
      Serve               Colleagues whose day runs smoothly
      Proudest            Customers happier than the year before
      Million             Into better tools for all departments
      Risk                How exactly would it work?
      Make                Choosing the best one on the market

    ❯ See the result
      Go on with 12 more questions, for the fuller advice

    ↑↓ choose  Enter change it, or see the result  ← back  Ctrl+C stop, keep"
  `);
  terminal.press(keys.down, keys.enter);
  expect(await terminal.sees("14 of 25")).toContain("Which part of technology could you talk about");
});

test("q at the first question makes it quick, and asks all again", async () => {
  const terminal = run();
  await play(terminal, ["Press q", "q"], ["1 of at most 17", "q"]);
  await terminal.sees(nth(1));
});

test("a dumb terminal is asked in numbered lines, without redrawing", async () => {
  const home = emptyFolder();
  const terminal = run([], home, { env: { TERM: "dumb" } });
  await terminal.sees("stop.");
  terminal.press("2\r");
  await terminal.sees("Question 2 of 25");
  terminal.press("back\r");
  await terminal.sees("So far you said: Both sides");
  terminal.press(keys.ctrlC);
  expect(await terminal.exits()).toEqual({ code: 130, signal: 0 });
  expect(terminal.text).toContain("\n^C\nStopped. 1 answer is kept");
});
