import { expect, test } from "vitest";
import { advise } from "../../src/advice/advise.ts";
import { evidenceFor } from "../../src/advice/evidence.ts";
import { loadFolder } from "../../src/pack/load-folder.ts";

const rows = [
  { from: 1, to: 2, right: 18, of: 32 },
  { from: 3, to: 4, right: 35, of: 54 },
  { from: 5, to: null, right: 81, of: 86 },
];
const evidence = { version: "1.0.0", cases: 172, rows, say: "So.", limits: "But.", sources: [] };
const tried = { cases: 172, version: "1.0.0" };

test.each([
  ["1.0.0", 1, true, false, { ...tried, right: 18, of: 32 }],
  ["1.0.0", 2, true, false, { ...tried, right: 18, of: 32 }],
  ["1.0.0", 3, true, false, { ...tried, right: 35, of: 54 }],
  ["1.0.0", 9, true, false, { ...tried, right: 81, of: 86 }],
  ["1.0.0", null, true, false, { ...tried, right: 81, of: 86 }],
  ["1.0.0", 3, true, true, null],
  ["1.0.0", 3, false, true, null],
  ["1.0.0", null, false, false, null],
  ["2.0.0", 3, true, false, { ...tried, right: null, of: null }],
  ["2.0.0", null, false, true, { ...tried, right: null, of: null }],
  ["2.0.0", 3, true, true, null],
])(
  "of version 1.0.0 for %s, a flip of %j, certain %j and open questions %j is %j",
  (version, flip, isCertain, isOpen, row) => {
    expect(evidenceFor({ evidence, version }, { flip, isCertain }, isOpen)).toEqual(row);
  },
);

test("is none where nobody tried", () => {
  expect(evidenceFor({ evidence: null, version: "1.0.0" }, { flip: 5, isCertain: true }, false)).toBeNull();
});

test("comes with its sources, and is not cited where it is not told", () => {
  const pack = loadFolder("data/starter");
  const trial = { title: "A trial", by: "us" };
  const told = {
    ...pack,
    sources: { ...pack.sources, trial },
    evidence: { ...evidence, version: "0.1.0", sources: ["trial"] },
  };
  expect(advise(told, {}).sources["trial"]).toEqual(trial);
  expect(advise({ ...told, evidence: null }, {}).sources["trial"]).toBeUndefined();
});
