import type { Pack, Question } from "../pack/pack.ts";
import { isList, mayBeNone, sizesOf } from "../pack/pick.ts";
import { noneWord, openWord } from "../pack/reserved.ts";

/** The JSON Schema of an answers file for a pack: what `readAnswers` accepts, described with the pack's own texts. */
export function answersJsonSchema(pack: Pack): object {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: `Answers to ${pack.id} ${pack.version}`,
    description: `A map of question to option, or a record with such a map under "answers". ${openWord} leaves a question open.`,
    if: { type: "object", properties: { answers: true }, required: ["answers"] },
    // biome-ignore lint/suspicious/noThenProperty: the word of JSON Schema
    then: { type: "object", properties: { answers: { $ref: "#/definitions/answers" } } },
    else: { anyOf: [{ type: "null" }, { $ref: "#/definitions/answers" }] },
    definitions: {
      answers: {
        type: "object",
        properties: Object.fromEntries(pack.questions.map((question) => [question.id, answerSchema(question)])),
        additionalProperties: false,
      },
    },
  };
}

function answerSchema(question: Question): object {
  const { ask, options } = question;
  const { least, most } = sizesOf(question);
  const words = options.map(({ id }) => id);
  const described = options.map(({ id, label }) => ({ const: id, description: label }));
  const open = [{ const: openWord, description: "Leave it open." }, { type: "null" }];
  const none = { const: noneWord, description: "None of these." };
  const list = isList(question)
    ? {
        type: "array",
        items: { enum: words },
        uniqueItems: true,
        ...(least > 0 && { minItems: least }),
        maxItems: most,
      }
    : { type: "array", items: { enum: [...words, openWord] }, minItems: 1, maxItems: 1 };
  const lists = isList(question)
    ? [list, { type: "array", items: { enum: [openWord, noneWord] }, minItems: 1, maxItems: 1 }]
    : [list];
  return { description: ask, anyOf: [...described, ...(mayBeNone(question) ? [none] : []), ...open, ...lists] };
}
