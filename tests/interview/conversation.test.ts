import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { hear } from "../../src/interview/conversation.ts";
import { ask, notes } from "../../src/interview/interview-sentences.ts";
import { start } from "../../src/interview/state.ts";
import { builtIn } from "../../src/pack/built-in.ts";
import { emptyFolder } from "../terminal/terminal.ts";
import { runIn } from "../world.ts";

const state = (home: string) => join(home, ".local/state/role-advisor");
const saved = (home: string) =>
  readdirSync(state(home)).map((name) => JSON.parse(readFileSync(join(state(home), name), "utf8")));

/** Pipes lines into the interview. */
function pipe(lines: readonly string[], args: readonly string[] = [], home = emptyFolder()) {
  return runIn({ stdin: `${lines.join("\n")}\n`, env: { HOME: home } }, "--accessible", ...args);
}

const answers = builtIn.questions.map(() => "2");

describe("piped lines", () => {
  it("are a whole interview: role-advisor --accessible --format json", async () => {
    const home = emptyFolder();
    const { code, stdout, stderr } = await pipe([...answers, "result"], ["--format", "json"], home);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).answers).toEqual(
      Object.fromEntries(
        builtIn.questions.map(({ id, pick, options }) => [id, pick === "one" ? options[1]?.id : [options[1]?.id]]),
      ),
    );
    expect(stderr).toContain("25. Size: Middle-sized");
    expect(readdirSync(state(home))).toEqual([]);
  });

  it("need no word after the last answer", async () => {
    expect((await pipe(answers, ["--format", "json"])).code).toBe(0);
  });

  it("that end too early keep what was said, and the next ones continue", async () => {
    const home = emptyFolder();
    const first = await pipe(["2", "skip", "1"], [], home);
    expect(first).toMatchObject({ code: 130, stdout: "" });
    expect(first.stderr).toMatch(/\nStopped\. 2 answers are saved; run the same command again to continue\.\n$/);
    expect(saved(home)).toMatchObject([
      { answers: { interest: "both", mba: "have" }, unsure: ["bookstore"], at: "monday", pid: null },
    ]);
    const second = await pipe(["1", ...answers.slice(3)], ["--format", "json"], home);
    expect(second.stderr).toMatch(
      /1\. Continue: question 4 of 25 \(.*\)\.\n2\. Start a new interview\.\nType a number from 1 to 2\./,
    );
    expect(JSON.parse(second.stdout).answers).toMatchObject({ interest: "both", mba: "have", size: "middle" });
  });

  it("can start afresh by its number or by --fresh, and what was left stays", async () => {
    const home = emptyFolder();
    await pipe(["2"], [], home);
    expect((await pipe(["7", "2", "1"], [], home)).stderr).toContain("Question 2 of 25");
    expect((await pipe([], ["--fresh"], home)).stderr).not.toContain("Start a new interview");
    expect(saved(home)).toHaveLength(2);
  });

  it("are read as well where ACCESSIBLE is set", async () => {
    const piped = { stdin: `${answers.join("\n")}\n`, env: { HOME: emptyFolder(), ACCESSIBLE: "1" } };
    const { code, stderr } = await runIn(piped, "--format", "json");
    expect(code).toBe(0);
    expect(stderr).toContain("25. Size: Middle-sized");
    expect((await runIn(piped, "--no-input")).code).toBe(2);
  });

  it.each([{}, { ACCESSIBLE: "No" }, { TERM: "dumb" }])("are not read where nobody wants lines: %j", async (env) => {
    const piped = { stdin: "2\n2\n", env: { HOME: emptyFolder(), ...env } };
    expect((await runIn(piped)).code).toBe(2);
  });

  it("are not read when --answers - reads them", async () => {
    const given = { stdin: "interest: both\n", env: { HOME: emptyFolder() } };
    expect(await runIn(given, "--accessible", "--answers", "-", "-f", "json")).toMatchObject({ code: 0, stderr: "" });
  });

  it("do not ask about a code, an example or a saved advice, nor what is given or expressly unsure", async () => {
    expect(await pipe([], ["--example"])).toMatchObject({ code: 0, stderr: "" });
    const all = builtIn.questions.slice(1).flatMap(({ id }) => [`--${id}`, "unsure"]);
    const { stderr } = await pipe(["1"], [...all, "-f", "json"]);
    expect(stderr).toContain("Question 1 of 1, less than a minute left");
  });

  it("keep nothing with --no-save", async () => {
    const home = emptyFolder();
    expect((await pipe(["2"], ["--no-save"], home)).stderr).toContain("Stopped. Nothing was saved, as --no-save asks.");
    expect(existsSync(join(home, ".local"))).toBe(false);
  });

  it("stop as soon as it is certain: --quick", async () => {
    let interview = start(builtIn, { answers: {}, unsure: [] }, true);
    while (interview.at !== null) interview = hear(builtIn, interview, "2").interview;
    expect(interview.asked.length).toBeLessThan(builtIn.questions.length);
    const { code, stderr } = await pipe(
      interview.asked.map(() => "2"),
      ["--quick", "-f", "json"],
    );
    expect(code).toBe(0);
    expect(stderr).toMatch(/The \d+ questions that are left (would not|cannot) change the result/);
  });

  it.each([
    ["zzz", "zzz"],
    ["nothing", ""],
    ["a number that is none", "99"],
    ["help", "help"],
    ["an answer that is right once", "1"],
  ])("that never end are heard no longer than twenty in vain: %s", async (_, line) => {
    const { code, stderr } = await runIn(
      { stdin: Readable.from(endless(`${line}\n`)), env: { HOME: emptyFolder() } },
      "--accessible",
    );
    expect(code).toBe(130);
    expect(stderr.replaceAll("\n", " ")).toContain("The last 20 lines held nothing new, so this stops here.");
    expect(stderr.length).toBeLessThan(40_000);
  });
});

function* endless(line: string): Generator<string> {
  for (;;) yield line;
}

it("an interview that was stopped where nothing more can count ends at once with --quick", async () => {
  const home = emptyFolder();
  await pipe(answers.slice(0, 21), [], home);
  const { stderr } = await pipe(["1"], ["--quick"], home);
  expect(stderr).toContain("1. Continue: look over your answers");
});

describe("a line that is typed", () => {
  const first = start(builtIn, { answers: {}, unsure: [] });
  const at = (id: string) => ({ ...first, at: id });
  const one = "Type a number from 1 to 3, or help.";

  it.each([
    ["2", ["both"]],
    [" 2 ", ["both"]],
    ["engineering", ["engineering"]],
  ])("answers: %j", (line, picked) => {
    expect(hear(builtIn, first, line).interview.answers).toEqual({ interest: picked });
  });

  it.each([
    ["1 3", ["budget", "hiring"]],
    ["3, 1", ["budget", "hiring"]],
    ["launch;1", ["budget", "launch"]],
    ["none", []],
    ["0", []],
  ])("answers where any may be picked: %j", (line, picked) => {
    expect(hear(builtIn, at("owned"), line).interview.answers).toEqual({ owned: picked });
  });

  it.each([
    ["9", `There is no number 9. ${one}`],
    ["0", `There is no number 0. ${one}`],
    ["both 7", `There is no number 7. ${one}`],
    ["a\u001b[31mred", `"a\\u001b[31mred" is not known. ${one}`],
    ["1 2", "That is 2 answers, and this question takes one."],
    ["", `Nothing was typed. ${one}`],
  ])("that is no answer says so at once: %j", (line, say) => {
    expect(hear(builtIn, first, line)).toMatchObject({ interview: first, say: [say], asks: null, isUsable: false });
  });

  it.each([
    ["0 1", "0 stands alone. Type a number from 0 to 6, or help."],
    ["8", "There is no number 8. Type a number from 0 to 6, or help."],
  ])("says so where any may be picked: %j", (line, say) => {
    expect(hear(builtIn, at("owned"), line).say).toEqual([say]);
  });

  it.each([
    ["interest", "2", "Your answer: Both, about equally."],
    ["owned", "1 3", "Your answer: A budget, suppliers or contracts; Hiring and developing people."],
    ["owned", "0", "Your answer: None of these."],
    ["interest", "skip", "Left open."],
  ])("is repeated in words: %s, %j", (id, line, say) => {
    expect(hear(builtIn, at(id), line)).toMatchObject({ say: [say], asks: "all" });
  });

  it("goes back, and Enter keeps what was said before", () => {
    const second = hear(builtIn, hear(builtIn, first, "skip").interview, "2").interview;
    const before = hear(builtIn, second, "back").interview;
    expect(ask(builtIn, before).at(-2)).toBe("Your answer so far: Engineering and technology. Press Enter to keep it.");
    expect(hear(builtIn, before, "")).toMatchObject({
      interview: second,
      say: ["Unchanged: Engineering and technology."],
    });
    const skipped = hear(builtIn, before, "back").interview;
    expect(hear(builtIn, skipped, "").interview).toEqual(second);
    expect(hear(builtIn, skipped, "back").say).toEqual([notes.isFirst]);
  });

  it("turns to the short form and back, and says so", () => {
    const { interview, say } = hear(builtIn, first, "quick");
    expect(say[0]).toMatch(/^This is the short form\. .* Type all for all 25 questions\.$/);
    expect(ask(builtIn, interview)[0]).toContain("Question 1 of at most 19");
    expect(hear(builtIn, interview, "all").interview).toEqual(first);
  });

  it("hears it again, why, help and the end", () => {
    expect(hear(builtIn, first, "repeat")).toMatchObject({ interview: first, asks: "all" });
    expect(hear(builtIn, first, "why").say.join("\n")).toContain("passion more than");
    expect(hear(builtIn, first, "help").say.join("\n")).toMatch(/repeat,.*\nback,.*\nwhy,.*\nskip,.*\nquick,.*\nquit,/);
    expect(hear(builtIn, first, "quit").end).toBe("stop");
  });

  it("shows no result of nothing, and says why", () => {
    const review = { ...start(builtIn, { answers: {}, unsure: builtIn.questions.map(({ id }) => id) }), at: null };
    expect(hear(builtIn, review, "result")).toMatchObject({ end: null, say: [notes.nothingToSee] });
  });

  it("changes an answer in the review, and hears only what is new", () => {
    const all = Object.fromEntries(builtIn.questions.map(({ id, options }) => [id, [options[0]?.id ?? ""]]));
    const review = { ...start(builtIn, { answers: all, unsure: [] }), at: null };
    expect(ask(builtIn, review).at(-1)).toBe("Type result to see the result, or the number of an answer to change it.");
    const changed = hear(builtIn, hear(builtIn, review, "2").interview, "people");
    expect(changed).toMatchObject({ asks: "briefly", interview: { at: null, answers: { bookstore: ["people"] } } });
    expect(hear(builtIn, changed.interview, "result").end).toBe("result");
    expect(hear(builtIn, changed.interview, "77").say).toEqual([
      "There is no number 77 here. Type result, a number from 1 to 25, or help.",
    ]);
  });
});
