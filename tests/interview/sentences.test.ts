import { describe, expect, it, test } from "vitest";
import { inWords } from "../../src/advice/words.ts";
import { measureReading } from "../../src/audit/reading.ts";
import { progress, start } from "../../src/interview/state.ts";
import { keptUntilNext, leftChoices, timeLeft } from "../../src/interview/words.ts";
import { builtIn } from "../../src/pack/built-in.ts";
import { loadFolder } from "../../src/pack/load.ts";

test.each([["data"], ["data/packs/technology-leadership"]])(
  "%s is said to take as long by its intro, the first question and the audit",
  (folder) => {
    const pack = loadFolder(folder);
    const minutes = Math.round(measureReading(pack).minutes);
    const first = progress(pack, start(pack, { answers: {}, unsure: [] }));
    expect(timeLeft(pack, first)).toBe(`about ${minutes} minutes left`);
    expect(pack.intro).toContain(`${pack.questions.length} short questions, about ${inWords(minutes)} minutes,`);
  },
);

describe("an interview that was left", () => {
  const first = start(builtIn, { answers: {}, unsure: [] });

  it.each([
    ["before its end", first, "Continue with question 1 of 25"],
    ["when quick", { ...first, isQuick: true }, "Continue with question 1 of at most 17"],
    ["at its end, whatever was said or not asked", { ...first, at: null }, "Continue by looking over what you said"],
  ])("is continued %s", (_, left, choice) => {
    expect(leftChoices(builtIn, left)[0]).toBe(choice);
  });

  it.each([
    [{ interest: ["both"] }, [], "1 answer is kept"],
    [{ interest: ["both"], mba: ["have"] }, [], "2 answers are kept"],
    [{ interest: ["both"] }, ["mba"], "What you said is kept"],
  ])("calls an answer only what is one", (answers, unsure, kept) => {
    const line = `Stopped. ${kept}; run the same command again to continue.`;
    expect(keptUntilNext({ ...first, answers, unsure })).toBe(line);
  });
});
