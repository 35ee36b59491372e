import { describe, expect, test } from "vitest";
import { fault, describe as inOneLine, RoleAdvisorError } from "../src/fault.ts";

describe("a fault in one line", () => {
  const bare = fault("usage", { why: "says so" });
  test.each([
    [{}, "says so"],
    [{ file: "a.yaml" }, "a.yaml: says so"],
    [{ file: "a.yaml", line: 3 }, "a.yaml:3: says so"],
    [{ file: "a.yaml", line: 3, column: 12 }, "a.yaml:3:12: says so"],
    [{ row: 7 }, "row 7: says so"],
    [{ file: "a.csv", row: 7 }, "a.csv: row 7: says so"],
  ])("has its place before it: %j", (place, line) => {
    expect(inOneLine({ ...bare, ...place })).toBe(line);
  });

  test("shows what a terminal would act on, or a line would break at, and does not send it there", () => {
    const given = "\u001b[2Jbusiness\n\u009b\u202e";
    const { message } = fault("unknown-option", { question: "mba", given, known: ["have", "none"] });
    expect(message).toBe('mba has no option "\\u001b[2Jbusiness\\u000a\\u009b\\u202e"; it has: have, none');
  });
});

describe("an error", () => {
  const at = (file: string | undefined, row: number | undefined, line: number, column: number) =>
    fault("usage", { why: `${file} ${row} ${line} ${column}` }, { file, row, line, column });

  test("holds all faults by row, line and column, its files in the order in which they come", () => {
    const sorted = [
      at(undefined, undefined, 9, 9),
      at("a", undefined, 1, 2),
      at("a", undefined, 1, 10),
      at("a", undefined, 2, 1),
      at("a", 2, 1, 1),
      at("a", 10, 1, 1),
      at("b", undefined, 1, 1),
    ];
    const mixed = [0, 3, 6, 5, 2, 4, 1].map((i) => sorted[i]).filter((one) => one !== undefined);
    const error = new RoleAdvisorError(mixed);
    expect(error.faults).toEqual(sorted);
    expect(error.message.split("\n")).toEqual(sorted.map(inOneLine));
  });

  test("has code and place of its first fault", () => {
    const error = new RoleAdvisorError([at("b", undefined, 4, 5), at("a", undefined, 2, 3), at("b", undefined, 1, 6)]);
    expect(error).toMatchObject({ name: "RoleAdvisorError", code: "usage", file: "b", line: 1, column: 6 });
  });
});

describe("a suggestion", () => {
  const known = ["business", "engineering", "both"];
  test.each([
    ["enginering", ' did you mean "engineering"? It has'],
    ["busines", ' did you mean "business"? It has'],
    ["bht", " it has"],
    ["boht", ' did you mean "both"? It has'],
    ["painting", " it has"],
    ["", " it has"],
  ])("for %j is%s", (given, said) => {
    const { message } = fault("unknown-option", { question: "interest", given, known });
    expect(message).toBe(`interest has no option "${given}";${said}: business, engineering, both`);
  });
});
