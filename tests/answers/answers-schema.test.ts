import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answersJsonSchema } from "../../src/answers/answers-schema.ts";
import { readAnswers } from "../../src/answers/read-answers.ts";
import { loadFolder } from "../../src/pack/load-folder.ts";
import { parsePack } from "../../src/pack/parse-pack.ts";
import { packFolders } from "../pack/pack-folders.ts";
import { smallPack } from "../pack/small-pack.ts";

test("the schema of answers to a small pack", () => {
  expect(answersJsonSchema(parsePack(smallPack))).toMatchInlineSnapshot(`
    {
      "$schema": "http://json-schema.org/draft-07/schema#",
      "definitions": {
        "answers": {
          "additionalProperties": false,
          "properties": {
            "morning": {
              "anyOf": [
                {
                  "const": "peace",
                  "description": "Some peace",
                },
                {
                  "const": "speed",
                  "description": "Some speed",
                },
                {
                  "const": "unsure",
                  "description": "Leave it open.",
                },
                {
                  "type": "null",
                },
                {
                  "items": {
                    "enum": [
                      "peace",
                      "speed",
                      "unsure",
                    ],
                  },
                  "maxItems": 1,
                  "minItems": 1,
                  "type": "array",
                },
              ],
              "description": "What do you want first?",
            },
            "shelf": {
              "anyOf": [
                {
                  "const": "books",
                  "description": "Books",
                },
                {
                  "const": "tools",
                  "description": "Tools",
                },
                {
                  "const": "plants",
                  "description": "Plants",
                },
                {
                  "const": "none",
                  "description": "None of these.",
                },
                {
                  "const": "unsure",
                  "description": "Leave it open.",
                },
                {
                  "type": "null",
                },
                {
                  "items": {
                    "enum": [
                      "books",
                      "tools",
                      "plants",
                    ],
                  },
                  "maxItems": 2,
                  "type": "array",
                  "uniqueItems": true,
                },
                {
                  "items": {
                    "enum": [
                      "unsure",
                      "none",
                    ],
                  },
                  "maxItems": 1,
                  "minItems": 1,
                  "type": "array",
                },
              ],
              "description": "What is on your shelf?",
            },
          },
          "type": "object",
        },
      },
      "description": "A map of question to option, or a record with such a map under "answers". unsure leaves a question open.",
      "else": {
        "anyOf": [
          {
            "type": "null",
          },
          {
            "$ref": "#/definitions/answers",
          },
        ],
      },
      "if": {
        "properties": {
          "answers": true,
        },
        "required": [
          "answers",
        ],
        "type": "object",
      },
      "then": {
        "properties": {
          "answers": {
            "$ref": "#/definitions/answers",
          },
        },
        "type": "object",
      },
      "title": "Answers to tea-or-coffee 1.0.0",
    }
  `);
});

describe.each(packFolders)("the schema of answers to the pack in %s", (folder) => {
  const pack = loadFolder(folder);
  const validate = new Ajv({
    strict: true,
    strictTypes: true,
    strictTuples: true,
    strictRequired: true,
    allowUnionTypes: false,
  }).compile(answersJsonSchema(pack));

  test("takes what the program takes, and nothing else", () => {
    const words = [...new Set(pack.questions.flatMap(({ options }) => options.map(({ id }) => id)))];
    const word = fc.constantFrom(...words, "unsure", "none", "nonsense", 5, null, true);
    const question = fc.constantFrom(...pack.questions.map(({ id }) => id), "nonsense");
    fc.assert(
      fc.property(
        fc.dictionary(question, fc.oneof(word, fc.uniqueArray(word, { maxLength: 3 })), { maxKeys: 2 }),
        (given) => {
          expect(validate(given)).toBe(readAnswers(pack, given).faults.length === 0);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("points out an option that a list names twice, which the program takes as named once", () => {
    for (const { id, options } of pack.questions) {
      const [option] = options;
      const given = { [id]: [option?.id, option?.id] };
      expect(validate(given)).toBe(false);
      expect(readAnswers(pack, given)).toEqual({ answers: { [id]: [option?.id] }, unsure: [], faults: [] });
    }
  });

  test("takes every answer of every question, as it is and in a record", () => {
    for (const { id, pick, options } of pack.questions) {
      for (const option of options) {
        const given = { [id]: pick === "one" ? option.id : [option.id] };
        expect(validate(given)).toBe(true);
        expect(validate({ format: "role-advisor/advice@1", answers: given, more: 1 })).toBe(true);
        expect(validate({ answers: { [id]: "nonsense" } })).toBe(false);
      }
    }
  });
});
