import { describe, expect, it, test } from "vitest";
import { measureReading } from "../../src/audit/reading-time.ts";
import { purpose, stopSentences, timeLeft, unfinishedChoices } from "../../src/interview/interview-sentences.ts";
import { progress, start } from "../../src/interview/state.ts";
import { builtIn } from "../../src/pack/built-in.ts";
import { loadFolder } from "../../src/pack/load-folder.ts";
import { inWords } from "../../src/pack/say.ts";

test.each([["data"], ["data/packs/technology-leadership"]])(
  "%s is said to take as long by its intro, the first question and the audit",
  (folder) => {
    const pack = loadFolder(folder);
    const { words, wordsPerMinute } = measureReading(pack);
    const minutes = Math.round(words / wordsPerMinute);
    const first = progress(pack, start(pack, { answers: {}, unsure: [] }));
    expect(timeLeft(pack, first)).toBe(`about ${minutes} minutes left`);
    expect(pack.intro).toContain(`${pack.questions.length} short questions, about ${inWords(pack, minutes)} minutes,`);
  },
);

it("is said once that a question does not decide, at the first that does not", () => {
  const asked = builtIn.questions.map(({ id }) => id);
  const isSaid = builtIn.questions.filter((question) => purpose(builtIn, question, { asked }) !== null);
  expect(isSaid.map(({ id }) => id)).toEqual(["level"]);
});

describe("an interview that was left", () => {
  const first = start(builtIn, { answers: {}, unsure: [] });

  it.each([
    ["before its end", first, "Continue: question 1 of 25 (26 Nov, 14:05)"],
    ["when quick", { ...first, isQuick: true }, "Continue: question 1 of at most 19 (26 Nov, 14:05)"],
    [
      "at its end, whatever was said or not asked",
      { ...first, at: null },
      "Continue: look over your answers (26 Nov, 14:05)",
    ],
  ])("is continued %s", (_, left, choice) => {
    const one = { file: "", interview: left, stoppedAt: "26 Nov, 14:05" };
    expect(unfinishedChoices(builtIn, [one])).toEqual([choice, "Start a new interview"]);
  });

  it.each([
    [{ interest: ["both"] }, [], "1 answer is saved"],
    [{ interest: ["both"], mba: ["have"] }, [], "2 answers are saved"],
    [{ interest: ["both"] }, ["mba"], "1 answer is saved"],
    [{}, ["mba"], "What you said is saved"],
  ])("calls an answer only what is one", (answers, unsure, kept) => {
    const line = `Stopped. ${kept}; run the same command again to continue.`;
    expect(stopSentences.kept({ ...first, answers, unsure })).toBe(line);
  });
});
