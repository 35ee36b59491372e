import { describe, expect, test } from "vitest";
import { roleAdvisor } from "../world.ts";

test("role-advisor schema lists what there is", async () => {
  expect(await roleAdvisor("schema")).toMatchInlineSnapshot(`
    {
      "code": 0,
      "stderr": "",
      "stdout": "JSON Schemas; "role-advisor schema questions" prints one:
      pack       pack.yaml
      traits     traits.yaml
      questions  questions.yaml
      role       a file in roles/
      neighbour  a file in neighbours/
      sources    sources.yaml
      guide      guide.yaml
      evidence   evidence.yaml
      words      words.yaml
      tests      tests.yaml
      example    a file in examples/
      history    history.yaml
      answers    an answers file for the pack
      advice     the advice that --format json prints
      summary    the summary of a cohort that batch --summary prints
    ",
    }
  `);
});

describe("role-advisor schema <name>", () => {
  test.each([
    "pack",
    "traits",
    "questions",
    "role",
    "sources",
    "guide",
    "tests",
    "example",
    "history",
    "answers",
    "advice",
    "summary",
  ])("prints the JSON Schema of %s", async (name) => {
    const { code, stdout, stderr } = await roleAdvisor("schema", name);
    expect([code, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toMatchObject({ $schema: "http://json-schema.org/draft-07/schema#" });
  });

  test("follows the pack for answers", async () => {
    const { stdout } = await roleAdvisor("schema", "answers", "--pack", "technology-leadership");
    expect(JSON.parse(stdout).title).toBe("Answers to technology-leadership 1.0.0");
  });

  test("says which there are when it is another", async () => {
    const { code, stderr } = await roleAdvisor("schema", "question");
    expect([code, stderr]).toEqual([
      2,
      'role-advisor: there is no schema "question"; did you mean "questions"? The schemas are pack, traits, questions, role, neighbour, sources, guide, evidence, words, tests, example, history, answers, advice, summary\n',
    ]);
  });
});
