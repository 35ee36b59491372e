import { spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { builtIn } from "../../src/pack/built-in.ts";
import { smallDisk } from "../small-disk.ts";
import { answerOn, nth, play, review, run, runShell, saved, stateFolder } from "./playing.ts";
import { emptyFolder, keys, program, type Terminal } from "./terminal.ts";

const { questions } = builtIn;
/** Flags that leave only these questions to be asked. */
const allBut = (...asked: string[]) =>
  questions.filter(({ id }) => !asked.includes(id)).flatMap(({ id }) => [`--${id}`, "unsure"]);
const inOneLine = (text: string) => text.replaceAll(/\s+/g, " ");

test("the whole interview by keys ends in the advice", async () => {
  const home = emptyFolder();
  const terminal = run([], home);
  expect(await terminal.sees("Ctrl+C")).toMatchInlineSnapshot(`
    "CIO or CTO?

    25 short questions, about four minutes, and one answer: is a CIO's road
    yours, or a CTO's? 17 of them decide; the others show where you stand.
    You'll hear why, how sure it is, what would change it, and what to do
    next. Nothing leaves your machine, and the same answers always give the
    same advice. Skip what you can't say: a skipped question counts for
    neither side.

    Short of time? Press q for the short form: at most 19 questions, often
    fewer.

    What draws you
    1 of 25   ────────────────────────  about 4 minutes left

    Which side of technology pulls you more?

      1  Business: what it achieves
      2  Both, about equally
      3  Engineering: how it works
      s  Not sure

    ↑↓ 1-3 choose  Enter next  ← back  ? why  Ctrl+C stop and save"
  `);
  await answerOn(terminal, 1, 25);
  await play(terminal, [review, "r"], ["Enter done", keys.enter]);
  expect(await terminal.exits()).toEqual({ code: 0, signal: 0 });
  expect(terminal.history).toMatch(/^CIO or CTO\? +all 17 that count answered\n/);
  expect(inOneLine(terminal.history)).toContain("node bin/role-advisor.js --code cio-or-cto@");
  expect(terminal.isAtRest).toBe(true);
  expect(terminal.text).not.toContain("Enter done");
  expect(readdirSync(stateFolder(home))).toEqual([]);
});

/** The flags of a short form of one question, which leaves out another. */
const short = ["--quick", ...allBut("interest", "owned")];

test("below a result its details, a page, keeping, comparing and more questions are a key away", async () => {
  const home = emptyFolder();
  const terminal = run(short, home, { cwd: home, columns: 60 });
  await play(terminal, ["1 of at most", "2"], ["❯ 2", keys.enter], [review, "r"]);
  const all = /d details {3}h web page {3}k keep {3}c compare\nm more questions {3}Enter done$/;
  await play(terminal, [all, "x"], [all, "h"], [/open it in a browser:[\s\S]*Enter done$/, "k"]);
  await play(terminal, ["Keep it under which name?", "then\r"], [/Kept as then@[\s\S]*Enter done$/, "c"]);
  await play(
    terminal,
    [/Kept: then@[\s\S]*which name, file or code/, "then\r"],
    [/Every answer is the same[\s\S]*Enter done$/, "d"],
  );
  await terminal.sees(/\nc compare {3}m more questions {3}Enter done$/);
  expect(terminal.history.replaceAll("\n", "")).toContain(`in a browser:${join(home, "cio-or-cto-report.html")}`);
  expect(saved(home)).toHaveLength(1);
  await play(terminal, ["m more questions", "m"], ["2 of 2", "1"]);
  await play(terminal, ["[x] A budget", keys.enter], [review, "r"], ["d details", keys.ctrlC]);
  expect(await terminal.exits()).toEqual({ code: 0, signal: 0 });
  expect(terminal.isAtRest).toBe(true);
  expect(readdirSync(stateFolder(home))).toEqual(["sittings"]);
});

test("a short form that is killed below its result is continued", async () => {
  const home = emptyFolder();
  const terminal = run(short, home);
  await play(terminal, ["1 of at most", "2"], ["❯ 2", keys.enter], [review, "r"]);
  await terminal.sees("m more questions");
  terminal.kill("SIGKILL");
  await terminal.exits();
  expect(await run(short, home).sees("Start a new interview")).toContain("1  Continue: look over your answers");
});

test("--accessible asks in a line what next", async () => {
  const home = emptyFolder();
  const terminal = run(["--accessible", ...allBut("interest")], home, { cwd: home });
  await play(
    terminal,
    ["or help.", "2\r"],
    ["Type result", "result\r"],
    ["What next? Type details, page, keep, compare or done.", "page\r"],
  );
  await play(terminal, ["What next? Type details, keep, compare or done.", "pages\r"]);
  await terminal.sees(/What next.*\npages\nWhat next.*\n$|What next[\s\S]*pages\nWhat next/);
  terminal.press("done\r");
  expect(await terminal.exits()).toEqual({ code: 0, signal: 0 });
  expect(readdirSync(home)).toContain("cio-or-cto-report.html");
});

test("--accessible keeps and compares by word, one sitting below the other", async () => {
  const home = emptyFolder();
  const terminal = run(["--accessible", ...allBut("interest")], home, { cwd: home, rows: 60 });
  await play(terminal, ["or help.", "2\r"], ["Type result", "result\r"], ["What next?", "keep\r"]);
  await play(terminal, ["Keep it under which name?", "then\r"], [/Kept as then@[\s\S]*What next\?/, "compare\r"]);
  await play(terminal, [/Kept: then@[\s\S]*which name, file or code\?/, "then\r"]);
  await terminal.sees(/Every answer is the same[\s\S]*What next\? Type details, page, compare or done\.$/);
  expect(terminal.text).toMatch(/\n {2}then\n {4}Your answers .*\n(?: {4}.*\n)* {2}now\n {4}Your answers /);
  terminal.press("done\r");
  expect(await terminal.exits()).toEqual({ code: 0, signal: 0 });
});

test.each([
  [44, 30],
  [100, 50],
])("%ix%i: ticks survive Left, why and the review are read, and an edit comes back", async (columns, rows) => {
  const terminal = run(allBut("interest", "owned"), emptyFolder(), { columns, rows });
  await play(terminal, ["1 of 2", "3"], ["❯ 3", keys.enter], ["2 of 2", "1"], ["[x] A budget", "2"]);
  await play(terminal, ["[x] Security", keys.left], [/\(your\s+answer\)/, keys.right], ["2 ticked", "?"]);
  expect(await terminal.sees("Source:")).toMatchSnapshot();
  terminal.press(keys.enter);
  await terminal.sees("See the result");
  await play(
    terminal,
    [review, keys.up],
    ["❯ r", keys.up],
    ["❯ Size", keys.up.repeat(4)],
    ["❯ Answerable for", keys.enter],
    ["Esc back", keys.left],
  );
  await terminal.sees("See the result");
  expect(terminal.text).toMatchSnapshot();
});

test.each([3, 4])("80x%i: the marked line is always shown", async (rows) => {
  const terminal = run([], emptyFolder(), { rows });
  await play(terminal, ["Which side", keys.down], ["❯ 1", keys.down], ["❯ 2", keys.enter], ["bookstore", keys.up]);
  await terminal.sees("❯ s");
});

test("Enter held down answers nothing, nor does a paste", async () => {
  const home = emptyFolder();
  const terminal = run([], home);
  await terminal.sees(nth(1));
  terminal.press(keys.enter.repeat(30));
  await terminal.sees("Nothing is chosen yet");
  terminal.press("\u001b[200~2\r1\r3\r\u001b[201~");
  expect(await terminal.sees("Something was pasted")).toMatch(nth(1));
  await play(terminal, [nth(1), "2"], ["❯ 2", keys.enter], [nth(2), keys.enter.repeat(30)]);
  expect(await terminal.sees("Nothing is chosen yet")).toMatch(nth(2));
});

test("in a terminal that marks no pastes, many keys at once are one", async () => {
  const home = emptyFolder();
  const terminal = run([], home, { isMute: true });
  await terminal.sees(nth(1));
  terminal.press("2\r1\r3\r");
  expect(await terminal.sees("Something was pasted")).toMatch(nth(1));
  expect(existsSync(stateFolder(home))).toBe(false);
});

test("resizing while asking leaves no ghost lines", async () => {
  const terminal = run();
  await answerOn(terminal, 1, 4);
  await terminal.sees(nth(5));
  terminal.press("?");
  await terminal.sees("The first move shows");
  terminal.press("1");
  for (const [columns, rows] of [
    [44, 24],
    [80, 24],
    [50, 17],
    [80, 40],
    [44, 17],
    [80, 24],
  ] as const) {
    terminal.resize(columns, rows);
    await terminal.sees(columns < 80 ? "^C stop" : "Ctrl+C stop and save");
    terminal.press(keys.down);
    await terminal.sees(/❯ [234]/);
    terminal.press(keys.up);
    await terminal.sees("❯ 1");
  }
  const { history } = terminal;
  for (const once of ["5 of 25", "Faced with a thorny", "❯", "A rough working", "? why"]) {
    expect(history.split(once), history).toHaveLength(2);
  }
});

test("a key that is pressed while the terminal shrinks leaves no ghost lines", async () => {
  const terminal = run();
  await answerOn(terminal, 1, 4);
  await terminal.sees(nth(5));
  terminal.resizeWindow(44, 24);
  terminal.press("2");
  await terminal.sees(/❯ 2[\s\S]*and save/);
  terminal.tellSize();
  expect(await terminal.sees("^C stop")).toMatchInlineSnapshot(`
    "CIO or CTO?

    Interest: Both, about equally
    Bookstore: Engineering and technology
    MBA: I am doing one now
    Monday: Untangling work between departments

    A week at work
    5 of 25   ━───────  about 4 minutes left

    Faced with a thorny problem, what do you
    reach for first?

      1  Three pages with options and costs
    ❯ 2  A rough working model
      3  A map of how the work flows
      4  A talk with those it hurts
      5  The thing itself, taken to pieces
      s  Not sure

    ↑↓ 1-5  Enter  ← back  ? why  ^C stop"
  `);
});

test("Ctrl+C stops with one line, and the next run continues or starts afresh", async () => {
  const home = emptyFolder();
  const first = run([], home, { columns: 44 });
  await answerOn(first, 1, 3);
  await play(first, [nth(4), keys.ctrlC]);
  expect(await first.exits()).toEqual({ code: 130, signal: 0 });
  expect(first.text).toBe("Stopped. 3 answers are saved; run the same\ncommand again to continue.");
  const [name = ""] = readdirSync(stateFolder(home));
  expect(statSync(join(stateFolder(home), name)).mode & 0o777).toBe(0o600);
  expect(statSync(stateFolder(home)).mode & 0o777).toBe(0o700);

  const second = run([], home);
  expect(inOneLine(await second.sees("Start a new interview"))).toContain("1 Continue: question 4 of 25 (");
  await play(second, ["Start a new interview", "1"], ["❯ 1", keys.enter]);
  expect(await second.sees("Which Monday")).toContain("MBA: I am doing one now");
  second.press(keys.ctrlC);
  await second.exits();

  const third = run([], home);
  await play(third, ["Start a new interview", "2"], ["❯ 2", keys.enter]);
  expect(await third.sees(nth(1))).not.toContain("MBA:");
  third.press(keys.ctrlC);
  await third.exits();
  expect(saved(home)).toMatchObject([{ answers: { interest: "both", bookstore: "engineering", mba: "pursuing" } }]);

  const fourth = run(["--fresh"], home);
  expect(await fourth.sees(nth(1))).not.toContain("Start a new interview");
});

test("two terminals ask two interviews, and the second is told", async () => {
  const home = emptyFolder();
  const [one, other] = [run([], home), null as Terminal | null];
  await answerOn(one, 1, 2);
  await one.sees(nth(3));
  const two = other ?? run([], home);
  expect(inOneLine(await two.sees("another terminal"))).toContain("Another interview is being answered");
  await answerOn(two, 1, 1);
  await two.sees(nth(2));
  two.press(keys.ctrlC);
  await two.exits();
  await play(one, [nth(3), keys.ctrlC]);
  await one.exits();
  expect(inOneLine(await run([], home).sees("Start a new interview"))).toMatch(
    /You stopped 2 interviews .*1 Continue: question 3 of 25 .*2 Continue: question 2 of 25 .*3 Start a new interview/,
  );
});

test("asking works while the result goes to a file", async () => {
  const home = emptyFolder();
  const line = `${process.execPath} ${program} ${allBut("interest").join(" ")} --format json > me.json; echo ended with $?`;
  const shell = runShell(home, ["--norc", "-c", line], home);
  await play(shell, ["1 of 1", "2"], ["❯ 2", keys.enter], [review, "r"]);
  await shell.sees("ended with 0");
  const { code } = JSON.parse(readFileSync(join(home, "me.json"), "utf8"));
  expect(shell.text.replaceAll("\n", "")).toContain(`To keep it in a file:node ${program} --code ${code} --output`);
});

test("a result that is written to a file is told in short on the screen", async () => {
  const home = emptyFolder();
  const one = run([...allBut("interest"), "--output", join(home, "me.md")], home);
  await play(one, ["1 of 1", "2"], ["❯ 2", keys.enter], [review, "r"]);
  await one.sees("To see it again");
  expect(one.text).toMatch(/Wrote .*me\.md\s+\S.*(CIO|CTO).*\.\s+To see it again/);
});

test("--no-save keeps nothing", async () => {
  const home = emptyFolder();
  const terminal = run(["--no-save"], home);
  await answerOn(terminal, 1, 1);
  expect(await terminal.sees(nth(2))).not.toContain("save");
  terminal.press(keys.ctrlC);
  await terminal.exits();
  expect(terminal.text).toContain("Stopped. Nothing was saved, as --no-save asks.");
  expect(readdirSync(home)).toEqual([]);
});

test("a home that cannot be written to is said once, and the interview goes on", async () => {
  const home = emptyFolder();
  writeFileSync(join(home, ".local"), "in the way of the folder");
  const terminal = run([], home);
  await answerOn(terminal, 1, 1);
  const warned = await terminal.sees(nth(2));
  expect(inOneLine(warned)).toContain("cannot be written: a part of its path is not a folder. The interview goes on");
  expect(warned).not.toContain("stop and save");
  await answerOn(terminal, 2, 2);
  expect(await terminal.sees(nth(3))).not.toContain("written");
  terminal.press(keys.ctrlC);
  await terminal.exits();
  expect(terminal.text).toContain("Stopped. Your answers could not be saved.");
});

test("a full disk is said once, and the interview goes on to the advice", async (context) => {
  const disk = smallDisk(context, 4);
  writeFileSync(join(disk, "full"), Buffer.alloc(4096));
  const terminal = run(allBut("interest", "bookstore"), disk);
  await play(terminal, ["1 of 2", "2"], ["❯ 2", keys.enter]);
  expect(inOneLine(await terminal.sees("2 of 2"))).toContain(
    "the disk is full; make room and try again. The interview goes on, but your answers are not saved.",
  );
  await play(terminal, ["2 of 2", "2"], ["❯ 2", keys.enter]);
  expect(await terminal.sees(review)).not.toContain("the disk is full");
  expect(readdirSync(stateFolder(disk))).toEqual([]);
  await play(terminal, [review, "r"], ["Enter done", keys.enter]);
  expect(await terminal.exits()).toEqual({ code: 0, signal: 0 });
});

test.skipIf(process.getuid?.() !== 0)("an interview of another owner is left, and said", async () => {
  const home = emptyFolder();
  mkdirSync(stateFolder(home), { recursive: true });
  const file = join(stateFolder(home), "cio-or-cto.theirs.json");
  writeFileSync(file, "{}", { mode: 0o600 });
  for (const folder of [home, stateFolder(home)]) chmodSync(folder, 0o777);
  chownSync(file, 12345, 12345);
  // As a user who may not read it.
  const { stderr } = spawnSync(process.execPath, [program, "--accessible"], {
    ...{ uid: 65534, gid: 65534, encoding: "utf8", input: "2\n", env: { HOME: home } },
  });
  expect(stderr.replaceAll("\n", " ")).toContain(`cannot be read: you have no permission; check its owner and mode`);
  expect(stderr).toContain("Stopped. 1 answer is saved");
  expect(readFileSync(file, "utf8")).toBe("{}");
});

test("a damaged file is set aside with a sentence", async () => {
  const home = emptyFolder();
  mkdirSync(stateFolder(home), { recursive: true });
  writeFileSync(join(stateFolder(home), "cio-or-cto.a.json"), '{"format": "role-advisor/interview@1", "answ');
  const terminal = run([], home);
  await terminal.sees(nth(1));
  expect(inOneLine(terminal.text)).toContain("it is set aside as cio-or-cto.a.json.bad, and a new interview starts");
});

test("a dumb terminal is asked in numbered lines, without redrawing", async () => {
  const terminal = run([], emptyFolder(), { env: { TERM: "dumb" }, rows: 40 });
  await terminal.sees("or help.");
  terminal.press("2\r");
  await terminal.sees("Question 2 of 25");
  terminal.press("back\r");
  await terminal.sees("Your answer so far: Both,");
  terminal.press(keys.ctrlC);
  expect(await terminal.exits()).toEqual({ code: 130, signal: 0 });
  expect(terminal.text).toContain("\n^C\nStopped. 1 answer is saved");
});

test("the console of Linux is asked in ASCII", async () => {
  const terminal = run([], emptyFolder(), { env: { TERM: "linux" } });
  await play(terminal, [nth(1), "2"]);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: nothing but ASCII is wanted
  expect(await terminal.sees("> 2")).toMatch(/^[\u0000-\u007f]*$/);
});
