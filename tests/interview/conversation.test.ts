import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ask, hear } from "../../src/interview/lines.ts";
import { start } from "../../src/interview/state.ts";
import { builtIn } from "../../src/pack/built-in.ts";
import { emptyFolder } from "../terminal/terminal.ts";
import { runIn } from "../world.ts";

const kept = (home: string) => join(home, ".local/state/role-advisor/cio-or-cto.json");

/** Pipes lines into the interview. */
function pipe(lines: readonly string[], args: readonly string[] = [], home = emptyFolder()) {
  return runIn({ stdin: `${lines.join("\n")}\n`, env: { HOME: home } }, "--accessible", ...args);
}

const answers = builtIn.questions.map(() => "2");

describe("piped lines", () => {
  it("are a whole interview: role-advisor --accessible --format json", async () => {
    const home = emptyFolder();
    const { code, stdout, stderr } = await pipe([...answers, ""], ["--format", "json"], home);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).answers).toEqual(
      Object.fromEntries(
        builtIn.questions.map(({ id, pick, options }) => [id, pick === "one" ? options[1]?.id : [options[1]?.id]]),
      ),
    );
    expect(stderr).toContain("25. Company: A small one");
    expect(existsSync(kept(home))).toBe(false);
  });

  it("need no Enter after the last answer", async () => {
    expect((await pipe(answers, ["--format", "json"])).code).toBe(0);
  });

  it("that end too early keep what was said, and the next ones continue", async () => {
    const home = emptyFolder();
    const first = await pipe(["2", "skip", "1"], [], home);
    expect(first).toMatchObject({ code: 130, stdout: "" });
    expect(first.stderr).toMatch(/\nStopped\. What you said is kept; run the same command again to continue\.\n$/);
    expect(JSON.parse(readFileSync(kept(home), "utf8"))).toMatchObject({
      answers: { interest: "both", mba: "have" },
      unsure: ["bookstore"],
      at: "study",
    });
    const second = await pipe(["", ...answers.slice(3)], ["--format", "json"], home);
    expect(second.stderr).toContain("Continue with question 4 of 25: press Enter.");
    expect(JSON.parse(second.stdout).answers).toMatchObject({ interest: "both", mba: "have", company: "small" });
  });

  it("can start afresh by a word or by --fresh", async () => {
    const home = emptyFolder();
    await pipe(["2"], [], home);
    expect((await pipe(["fresh"], [], home)).stderr).toContain("Question 1 of 25");
    expect((await pipe([], ["--fresh"], home)).stderr).not.toContain("To start afresh");
  });

  it("are read as well where ACCESSIBLE is set", async () => {
    const piped = { stdin: `${answers.join("\n")}\n`, env: { HOME: emptyFolder(), ACCESSIBLE: "1" } };
    const { code, stderr } = await runIn(piped, "--format", "json");
    expect(code).toBe(0);
    expect(stderr).toContain("25. Company: A small one");
    expect((await runIn(piped, "--no-input")).code).toBe(2);
  });

  it.each([{}, { ACCESSIBLE: "0" }, { TERM: "dumb" }])("are not read where nobody wants lines: %j", async (env) => {
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
    expect((await pipe(["2"], ["--no-save"], home)).stderr).toContain("Stopped. Nothing is kept, as --no-save says.");
    expect(existsSync(join(home, ".local"))).toBe(false);
  });

  it("stop as soon as it is certain: --quick", async () => {
    const { code, stderr } = await pipe(answers, ["--quick", "-f", "json"]);
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /This is certain now, \d+ questions earlier: no answer to the \d+ that are\nleft can end the lead/,
    );
  });
});

it("an interview that was stopped where nothing more can count ends at once with --quick", async () => {
  const home = emptyFolder();
  await pipe(answers.slice(0, 18), [], home);
  const { stderr } = await pipe([""], ["--quick"], home);
  expect(stderr).toContain("Continue by looking over what you said: press Enter.");
});

describe("a line that is typed", () => {
  const first = start(builtIn, { answers: {}, unsure: [] });
  const at = (id: string) => ({ ...first, at: id });

  it.each([
    ["2", ["both"]],
    [" 2 ", ["both"]],
    ["engineering", ["engineering"]],
  ])("answers: %j", (line, picked) => {
    expect(hear(builtIn, first, line).interview.answers).toEqual({ interest: picked });
  });

  it.each([
    ["1 3", ["budget", "compliance"]],
    ["3, 1", ["budget", "compliance"]],
    ["hiring 1", ["budget", "hiring"]],
    ["none", []],
  ])("answers where any may be picked: %j", (line, picked) => {
    expect(hear(builtIn, at("owned"), line).interview.answers).toEqual({ owned: picked });
  });

  it.each([
    ["9", '"9" is none of them; type a number from 1 to 3, or: back, why, skip, stop.'],
    ["0", '"0" is none of them; type a number from 1 to 3, or: back, why, skip, stop.'],
    ["both 7", '"7" is none of them; type a number from 1 to 3, or: back, why, skip, stop.'],
    ["a\u001b[31mred", '"a\\u001b[31mred" is none of them; type a number from 1 to 3, or: back, why, skip, stop.'],
    ["1 2", "At most 1 may be picked, and that is 2; type fewer."],
    ["", "Nothing was typed; type a number from 1 to 3, or: back, why, skip, stop."],
  ])("that is no answer says so: %j", (line, say) => {
    expect(hear(builtIn, first, line)).toEqual({ interview: first, say: [say], end: null });
  });

  it("goes back, and Enter keeps what was said before", () => {
    const second = hear(builtIn, hear(builtIn, first, "skip").interview, "2").interview;
    const before = hear(builtIn, second, "back").interview;
    expect(ask(builtIn, before).slice(-3, -1)).toEqual([
      "So far you said: Engineering and technology",
      "Press Enter to keep it.",
    ]);
    expect(hear(builtIn, before, "").interview).toEqual(second);
    const skipped = hear(builtIn, before, "back").interview;
    expect(ask(builtIn, skipped).at(-3)).toBe("So far you said: Not sure");
    expect(hear(builtIn, skipped, "").interview).toEqual(second);
    expect(hear(builtIn, skipped, "back").say).toEqual(["There is no question to go back to."]);
  });

  it("turns quick on and off, and says so", () => {
    const { interview, say } = hear(builtIn, first, "quick");
    expect(say?.[0]).toBe("Quick: only what counts, until it is certain. To be asked all, type all.");
    expect(say?.[2]).toContain("Question 1 of at most 17");
    expect(hear(builtIn, interview, "all").interview).toEqual(first);
    const owned = {
      ...at("owned"),
      answers: Object.fromEntries(builtIn.questions.slice(0, 18).map((q) => [q.id, []])),
    };
    const end = hear(builtIn, owned, "quick");
    expect(end.say?.at(-1)).toMatch(/^Press Enter to see the result, .* or more to go on with 7 more questions\.$/);
    expect(hear(builtIn, end.interview, "all").interview.at).toBe(builtIn.questions[18]?.id);
  });

  it("asks why, and stops", () => {
    expect(hear(builtIn, first, "why").say?.join("\n")).toContain("passion decides");
    expect(hear(builtIn, first, "stop").end).toBe("stop");
  });

  it("shows no result of nothing, and says why", () => {
    const unsure = builtIn.questions.map(({ id }) => id);
    const review = { ...start(builtIn, { answers: {}, unsure }), at: null };
    expect(hear(builtIn, review, "")).toMatchObject({
      end: null,
      say: [expect.stringContaining("Nothing is answered")],
    });
  });

  it("changes an answer in the review", () => {
    const all = Object.fromEntries(builtIn.questions.map(({ id, options }) => [id, [options[0]?.id ?? ""]]));
    const review = { ...start(builtIn, { answers: all, unsure: [] }), at: null };
    expect(ask(builtIn, review).at(-1)).toBe("Press Enter to see the result, or type a number to change that answer.");
    const changed = hear(builtIn, hear(builtIn, review, "2").interview, "people").interview;
    expect(changed).toMatchObject({ at: null, answers: { bookstore: ["people"] } });
    expect(hear(builtIn, changed, "").end).toBe("result");
    expect(hear(builtIn, changed, "77").say).toEqual(["Press Enter, or type the number of an answer."]);
  });
});
