import { expect, test } from "vitest";
import { inWords } from "../../src/advice/words.ts";
import { measureReading } from "../../src/audit/reading.ts";
import { progress, start } from "../../src/interview/state.ts";
import { timeLeft } from "../../src/interview/words.ts";
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
