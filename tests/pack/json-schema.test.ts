import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { packJsonSchemas } from "../../src/pack/json-schema.ts";
import { readFolder } from "../../src/pack/load-folder.ts";
import type { PackFiles } from "../../src/pack/pack.ts";
import { packFolders } from "./pack-folders.ts";
import { broken, faultsIn, smallPack } from "./small-pack.ts";

const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false });
const schemas = packJsonSchemas();
const validators = Object.fromEntries(
  Object.entries(schemas).map(([part, schema]) => [part, ajv.compile(JSON.parse(JSON.stringify(schema)))]),
) as Record<keyof typeof schemas, ValidateFunction>;

/** The part of a pack that a file is. */
function partOf(file: string): keyof typeof schemas {
  if (file.startsWith("roles/")) return "role";
  if (file.startsWith("neighbours/")) return "neighbour";
  if (file.startsWith("examples/")) return "example";
  return file.replace(/\.ya?ml$/, "") as keyof typeof schemas;
}

function isValid(file: string, text: string): boolean {
  return validators[partOf(file)](parse(text)) === true;
}

describe.each(packFolders)("the files of %s", (folder) => {
  const { files } = readFolder(folder);

  test.each(Object.entries(files))("%s fits its schema", (file, text) => {
    validators[partOf(file)](parse(text));
    expect(validators[partOf(file)].errors ?? []).toEqual([]);
  });

  test.each(Object.entries(files))("%s names its schema for the editor", (file, text) => {
    const [, named = ""] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text) ?? [];
    const target = relative(".", join(dirname(join(folder, file)), named));
    expect(target).toBe(`dist/schema/${partOf(file)}.json`);
    expect(JSON.parse(readFileSync(target, "utf8"))).toEqual(schemas[partOf(file)]);
  });
});

test("a schema explains its keys", () => {
  expect(schemas.questions).toMatchObject({
    items: {
      properties: {
        questions: { items: { properties: { most: { description: expect.stringContaining("pick: any") } } } },
      },
    },
  });
});

const pack = "pack.yaml";
const traits = "traits.yaml";
const questions = "questions.yaml";
const sources = "sources.yaml";
const tea = "roles/tea.yaml";
const tests = "tests.yaml";
const early = "examples/early.yaml";

/** Forty ways to break the form of a small pack. */
// biome-ignore format: a line each
const breaks: [file: string, from: string | RegExp, to: string][] = [
  [pack, "format: 1", "format: 2"],
  [pack, "format: 1\n", ""],
  [pack, "id: tea-or-coffee", "id: Tea"],
  [pack, "id: tea-or-coffee", "id: 12"],
  [pack, "version: 1.0.0", "version: 1.0"],
  [pack, "version: 1.0.0", "version: v1"],
  [pack, "title: Tea or coffee?", "title:"],
  [pack, "title: Tea or coffee?", 'title: "  "'],
  [pack, "title:", "titel:"],
  [pack, "intro: Two questions.", "intro: [Two questions.]"],
  [pack, "[tea, coffee]", "[tea]"],
  [pack, "[tea, coffee]", "tea"],
  [pack, "say: It is a drink., ", ""],
  [pack, "sources: [cup]", "sources: []"],
  [pack, "format: 1", "format: 1\nverdict: { close: -1 }"],
  [pack, "format: 1", "format: 1\nverdict: { closed: 1 }"],
  [pack, "format: 1", "format: 1\nrenamed: { a.b.c: d }"],
  [pack, "format: 1", "format: 1\nrenamed: { a: b.c }"],
  [traits, "name: Calm, ", ""],
  [traits, "calm:", "Calm:"],
  [traits, /.*/s, "[]"],
  [traits, "you like calm", "[]"],
  [questions, "ask: What do you want first?", "ask: 5"],
  [questions, "      why: It tells.\n", ""],
  [questions, "pick: any", "pick: some"],
  [questions, "most: 2", "most: 0"],
  [questions, "most: 2", "most: two"],
  [questions, "pick: any", "pick: any\n      mutable: 'no'"],
  [questions, "drawn: { calm: 3 }", "drawn: { calm: 4 }"],
  [questions, "drawn: { calm: 3 }", "drawn: { calm: 0.5 }"],
  [questions, "drawn: { calm: 3 }", "drawn: [calm]"],
  [questions, "drawn: { calm: 3 }", "draw: { calm: 3 }"],
  [questions, /options:\n.*\n.*speed.*\n/, "options: { peace: { label: P } }\n"],
  [questions, /.*/s, "[]"],
  [sources, "year: 2001", "year: 20001"],
  [sources, "https://example.com/cup", "example.com/cup"],
  [tea, "weight: 5", "weight: 6"],
  [tea, "when: { morning: peace }", "when: { morning: [] }"],
  [tests, "leader: tea", "leader: tea, verdict: sure"],
  [early, /about: [^\n]*\n?/, ""],
];

describe("a pack that is broken in its form", () => {
  test("is tried in forty ways", () => {
    expect(breaks).toHaveLength(40);
    expect(refusals(smallPack)).toEqual([]);
  });

  test.each(breaks)("is refused by the checks and by the schema: %s, %s becomes %j", (file, from, to) => {
    const files = broken(file, from, to);
    expect(files[file]).not.toBe(smallPack[file]);
    expect(refusals(files)).toContain(file);
    expect(isValid(file, files[file] ?? "")).toBe(false);
    for (const [other, text] of Object.entries(files)) expect(isValid(other, text), other).toBe(other !== file);
  });
});

/** The files that have a fault. */
function refusals(files: PackFiles): string[] {
  return faultsIn(files).map(({ file = "" }) => file);
}
