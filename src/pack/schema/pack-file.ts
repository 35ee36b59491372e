import * as v from "valibot";
import { count, id, ids, is, marked, notes, optional, saying, semver, text, unless, when } from "./terms.ts";

/** At how many answers a call still is close, or leaning, where a pack does not say (DESIGN 5.4). */
export const usualVerdict = { close: 1, leaning: 2 } as const;

/** BCP 47 as far as Intl always reads it: language, script, region. */
const langPattern = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?$/;
const lang = v.pipe(v.string(), v.regex(langPattern, "a language tag, such as en, de or pt-BR"));

export function isLanguage(text: string): boolean {
  return langPattern.test(text);
}

const oldId = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)?$/, 'the old id: "question" or "question.option"'),
);

export const packSchema = is(
  "pack.yaml: what the pack is called, which roles it compares, and what it says around the advice.",
  v.strictObject({
    format: is("The format of packs that this file is written in.", v.literal(1)),
    id: is("Name of the pack, in codes and records.", id),
    version: is("Raise it with every change of questions, options or weights.", semver),
    lang: optional("The language of its texts, such as en, de or ar. Default en.", lang, "en"),
    title: is("The question that the pack answers, at the top of every result.", text),
    intro: is("What is read before the first question: what it asks, and how long that takes.", text),
    roles: is(
      "Ids of the roles, each with a file in roles/, in order of display.",
      v.pipe(marked({ distinct: "role" }, ids), v.minLength(2)),
    ),
    neighbours: optional(
      "Ids of roles outside the choice that may suit as well, each with a file in neighbours/.",
      marked({ distinct: "neighbour" }, ids),
      [],
    ),
    portrait: optional(
      "One sentence about where a person stands, before the verdict: the first of these whose conditions hold.",
      v.array(v.strictObject({ when, unless, say: is("A whole sentence to the reader.", text) })),
      [],
    ),
    limits: is("How far the advice reaches: in details and on pages.", saying),
    tension: optional(
      "Said when what draws somebody (`drawn`) and what they have done (`able`) point to different roles, and neither hangs on one answer.",
      saying,
    ),
    verdict: optional(
      "What a result is called, by how many answers, given differently, would end the lead. Above `leaning` it is clear.",
      v.strictObject({
        close: optional("Up to so many answers it is called close. Default 1.", count, usualVerdict.close),
        leaning: optional("Up to so many it leans; more than close. Default 2.", count, usualVerdict.leaning),
      }),
      {},
    ),
    notes,
    renamed: optional(
      "What ids were called in earlier versions: `question: new-question`, or `question.option: new-option`.",
      v.record(oldId, id),
      {},
    ),
    gone: optional(
      "Ids of earlier versions that have no successor: `question`, or `question.option`. `check` warns of others.",
      v.array(oldId),
      [],
    ),
  }),
);
