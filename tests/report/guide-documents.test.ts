import { expect, it } from "vitest";
import { builtIn } from "../../src/pack/built-in.ts";
import { explainVerdicts } from "../../src/report/guide-documents.ts";

it.each([
  [{ close: 1, leaning: 2 }, ["close: One answer", "leaning: Two answers", "clear: Three answers or more"]],
  [
    { close: 2, leaning: 5 },
    ["close: One to two answers", "leaning: Three to five answers", "clear: Six answers or more"],
  ],
  [{ close: 0, leaning: 1 }, ["leaning: One answer", "clear: Two answers or more"]],
])("tells the thresholds %j, and leaves out a verdict without a case", (verdict, told) => {
  const { verdicts } = explainVerdicts({ ...builtIn, verdict }).record as {
    verdicts: { verdict: string; when: string }[];
  };
  const byFlip = verdicts.slice(2).map((row) => `${row.verdict}: ${row.when.split(",")[0]}`);
  expect(verdicts.slice(0, 2).map((row) => row.verdict)).toEqual(["tie", "early"]);
  expect(byFlip).toEqual(told);
});
