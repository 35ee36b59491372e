import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { adviceSchema } from "../../src/advice/advice-schema.ts";
import { advise } from "../../src/advice/advise.ts";
import { asJsonSchema } from "../../src/pack/json-schema.ts";
import { loadFolder } from "../../src/pack/load-folder.ts";
import { cases } from "../advice/packs.ts";
import { packFolders } from "../pack/pack-folders.ts";

const schema: object = JSON.parse(JSON.stringify(asJsonSchema(adviceSchema)));
const validate = new Ajv({ strict: true, allErrors: true }).compile(schema);

describe("every advice fits the schema", () => {
  test.each(packFolders)("to the examples and tests of the pack in %s", (folder) => {
    const pack = loadFolder(folder);
    for (const { answers } of [...pack.examples, ...pack.tests]) {
      validate(JSON.parse(JSON.stringify(advise(pack, answers))));
      expect(validate.errors ?? []).toEqual([]);
    }
  });

  test("to any answers to any pack", () => {
    fc.assert(
      fc.property(cases(), ({ pack, answers }) => {
        const advice = advise({ ...pack, hash: `sha256:${"0".repeat(64)}` }, answers);
        validate(JSON.parse(JSON.stringify(advice)));
        expect(validate.errors ?? []).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

test("what is no advice does not fit", () => {
  const pack = loadFolder("data");
  const advice = JSON.parse(JSON.stringify(advise(pack, pack.examples[0]?.answers ?? {})));
  expect(validate(advice)).toBe(true);
  const others = [
    { ...advice, format: "role-advisor/advice@2" },
    { ...advice, more: 1 },
    { ...advice, roles: undefined },
    { ...advice, recommendation: { ...advice.recommendation, verdict: "sure" } },
    { ...advice, robustness: { ...advice.robustness, share: 1.5 } },
    { ...advice, contributions: [{ ...advice.contributions[0], contribution: 0.5 }] },
  ];
  for (const other of others) expect(validate(JSON.parse(JSON.stringify(other)))).toBe(false);
});
