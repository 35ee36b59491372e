import * as v from "valibot";
import { notes, unless, when } from "./conditions.ts";
import { byId, count, id, ids, is, saying, semver, text, title } from "./terms.ts";

/** At how many answers a call still is close, or leaning, where a pack does not say (DESIGN 5.4). */
export const usualVerdict = { close: 1, leaning: 2 } as const;

/** BCP 47 as far as Intl always reads it: language, script, region. */
const langPattern = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?$/;
const lang = v.pipe(v.string(), v.regex(langPattern, "a language tag, such as en, de or pt-BR"));

export function isLanguage(text: string): boolean {
  return langPattern.test(text);
}

export const packSchema = is(
  "pack.yaml: what the pack is called, which roles it compares, and what it says around the advice.",
  v.strictObject({
    format: is("The format of packs that this file is written in.", v.literal(1)),
    id: is("Name of the pack in codes and records.", id),
    version: is("Raise it with every change of questions, options or weights.", semver),
    lang: v.optional(is("The language of its texts, such as en, de or ar. Default en.", lang), "en"),
    title: is("The question that the pack answers.", text),
    intro: is("What a respondent reads before the first question.", text),
    roles: is("Ids of the roles, each with a file in roles/, in order of display.", v.pipe(ids, v.minLength(2))),
    neighbours: v.optional(
      is("Ids of roles outside the choice that may suit as well, each with a file in neighbours/.", ids),
      [],
    ),
    portrait: v.optional(
      is(
        "One sentence about where a person stands, before the verdict: the first of these whose conditions hold.",
        v.array(v.strictObject({ when, unless, say: is("A whole sentence to the reader.", text) })),
      ),
      [],
    ),
    limits: is("How far the advice reaches.", saying),
    tension: v.optional(is("Said when what draws somebody and what they have done point to different roles.", saying)),
    verdict: v.optional(
      is(
        "Up to how many answers whose change ends the lead a result is called close, or leaning.",
        v.strictObject({
          close: v.optional(is("Default 1.", count), usualVerdict.close),
          leaning: v.optional(is("More than close. Default 2.", count), usualVerdict.leaning),
        }),
      ),
      {},
    ),
    notes,
    renamed: v.optional(
      is(
        "What ids were called in earlier versions: `question: new-question`, or `question.option: new-option`.",
        v.record(
          v.pipe(
            v.string(),
            v.regex(/^[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)?$/, 'the old id: "question" or "question.option"'),
          ),
          id,
        ),
      ),
      {},
    ),
  }),
);

export const traitsSchema = is(
  "traits.yaml: what a person can be drawn to, or be able in.",
  byId(
    v.strictObject({
      name: title,
      drawn: is('A clause that starts with "you are drawn to".', text),
      able: is('A clause that starts with "you have".', text),
      portrait: v.optional(
        is("A whole sentence about a reader whom this draws strongly. It stands in the portrait.", text),
      ),
    }),
  ),
);
