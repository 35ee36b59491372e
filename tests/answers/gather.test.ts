import { expect, test } from "vitest";
import { mergeAnswers } from "../../src/answers/gather.ts";
import type { Read } from "../../src/answers/parse.ts";
import { fault } from "../../src/fault.ts";

const place = (answers: Read["answers"], unsure: readonly string[] = []): Read => ({ answers, unsure, faults: [] });

test("a later place wins, question by question", () => {
  const file = place({ morning: ["peace"], shelf: ["books"] });
  const code = place({ shelf: ["tools"] });
  const flags = place({ shelf: [] });
  expect(mergeAnswers([file, code, flags]).answers).toEqual({ morning: ["peace"], shelf: [] });
  expect(mergeAnswers([flags, code, file]).answers).toEqual({ morning: ["peace"], shelf: ["books"] });
});

test("a later place wins also where it leaves a question open, and where it answers one left open", () => {
  const answered = place({ morning: ["peace"] });
  const open = place({}, ["morning"]);
  expect(mergeAnswers([answered, open])).toEqual({ answers: {}, unsure: ["morning"], faults: [] });
  expect(mergeAnswers([open, answered])).toEqual({ answers: { morning: ["peace"] }, unsure: [], faults: [] });
  expect(mergeAnswers([open, open]).unsure).toEqual(["morning"]);
});

test("what is wrong in any place is kept", () => {
  const faults = ["one", "two"].map((why) => fault("usage", { why }));
  expect(mergeAnswers(faults.map((one) => ({ ...place({}), faults: [one] }))).faults).toEqual(faults);
});

test("nothing merges to nothing", () => {
  expect(mergeAnswers([])).toEqual({ answers: {}, unsure: [], faults: [] });
});
