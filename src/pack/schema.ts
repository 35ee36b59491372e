import * as v from "valibot";

/**
 * What each file of a pack may hold: the one definition behind the checks, the JSON Schemas and the help of editors.
 * References between the files are checked in `references.ts`.
 */

/** The schema with the words that an editor shows beside a key. */
function is<const S extends v.GenericSchema>(words: string, schema: S) {
  return v.pipe(schema, v.description(words));
}

const idPattern = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
export const idInWords = "small letters, digits and hyphens, with a letter first";

export function isId(text: string): boolean {
  return idPattern.test(text);
}

/** Text that a user reads: one paragraph, however the file breaks its lines. */
const text = v.pipe(
  v.string(),
  v.regex(/\S/, "a text"),
  v.transform((s) => s.replaceAll(/\s+/g, " ").trim()),
);
const id = v.pipe(v.string(), v.regex(idPattern, idInWords));
const ids = v.array(id);
const cited = is("Ids of sources.yaml that this rests on.", v.pipe(ids, v.nonEmpty()));
const mayCite = v.optional(is("Ids of sources.yaml that this rests on.", ids), []);
const strength = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3));
const weight = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(5));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const when = is(
  "Question to options: every question must hold, any of its options will do. An open question never holds.",
  v.record(id, v.union([v.pipe(ids, v.nonEmpty()), id])),
);
const answers = is(
  "Question to option; a list for questions where any may be picked. `unsure` leaves a question open.",
  v.record(id, v.union([id, ids])),
);
const semver = v.pipe(
  v.string(),
  v.regex(/^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/, "a version of three numbers, such as 1.0.0"),
);
const url = v.pipe(v.string(), v.regex(/^https?:\/\/\S+$/, "an address that starts with https://"));

const say = is("A sentence or two that the reader sees. Plain text.", text);
const saying = v.strictObject({ say, sources: cited });
const sayings = v.optional(v.array(saying), []);
const notes = v.optional(
  is(
    "Advice that depends on answers.",
    v.array(v.strictObject({ id: v.optional(id), when, title: text, say, sources: cited })),
  ),
  [],
);

/** At how many answers a call still is close, or leaning, where a pack does not say (DESIGN 5.4). */
export const usualVerdict = { close: 1, leaning: 2 } as const;

export const packSchema = is(
  "pack.yaml: what the pack is called, which roles it compares, and what it says around the advice.",
  v.strictObject({
    format: is("The format of packs that this file is written in.", v.literal(1)),
    id: is("Name of the pack in codes and records.", id),
    version: is("Raise it with every change of questions, options or weights.", semver),
    title: is("The question that the pack answers.", text),
    intro: is("What a respondent reads before the first question.", text),
    roles: is("Ids of the roles, each with a file in roles/, in order of display.", v.pipe(ids, v.minLength(2))),
    limits: is("How far the advice reaches.", saying),
    tension: v.optional(is("Said when drawn and able point to different roles.", saying)),
    verdict: v.optional(
      is(
        "At how many answers whose change ends the lead a call still is close, or leaning.",
        v.strictObject({
          close: v.optional(count, usualVerdict.close),
          leaning: v.optional(is("More than close.", count), usualVerdict.leaning),
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
  v.record(
    id,
    v.strictObject({
      name: text,
      drawn: is('A clause that starts with "you are drawn to".', text),
      able: is('A clause that starts with "you have".', text),
    }),
  ),
);

const option = v.strictObject({
  label: is("The answer as it is shown.", text),
  drawn: v.optional(is("What it shows one is drawn to: trait to 1, 2 or 3. This decides.", v.record(id, strength)), {}),
  able: v.optional(
    is("What it shows one is able in: trait to 1, 2 or 3. This shapes the route.", v.record(id, strength)),
    {},
  ),
});

const question = v.strictObject({
  id: is("The flag is this with two hyphens before it.", id),
  ask: is("The question as it is asked.", text),
  why: is("What the answer tells, and whose observation that is.", text),
  sources: mayCite,
  pick: v.optional(is("How many options make an answer.", v.picklist(["one", "any"])), "one"),
  most: v.optional(
    is("With `pick: any`, the most that may be picked.", v.pipe(v.number(), v.integer(), v.minValue(1))),
  ),
  mutable: v.optional(
    is("false for facts that nobody can decide to change; they are never part of a flip.", v.boolean()),
    true,
  ),
  options: v.pipe(v.record(id, option), v.minEntries(2), v.maxEntries(24)),
});

export const questionsSchema = is(
  "questions.yaml: the questions by topic. Topics stay together in every order of asking.",
  v.pipe(v.array(v.strictObject({ topic: text, questions: v.pipe(v.array(question), v.nonEmpty()) })), v.nonEmpty()),
);

const roleTrait = v.strictObject({
  weight: is("How much the role wants this trait: 0 to 5.", weight),
  because: v.optional(is("The reason that a reader sees when this trait decides.", saying)),
  grow: v.optional(
    is(
      "What builds it, as experiments.",
      v.array(v.strictObject({ do: text, learn: is("What it tells you about yourself.", text), sources: mayCite })),
    ),
    [],
  ),
});

const kind = v.strictObject({
  id,
  name: text,
  say,
  sources: cited,
  traits: is("The same traits, other weights: 0 to 5.", v.record(id, weight)),
});

const stage = v.strictObject({
  id,
  title: text,
  usual: v.optional(is("How long it usually takes, with year and sample.", text)),
  say,
  do: v.optional(is("Next steps.", v.array(v.strictObject({ say: text, sources: mayCite }))), []),
  when,
  sources: cited,
});

export const roleSchema = is(
  "roles/<id>.yaml: a role, what it weighs, its kinds and the way to it.",
  v.strictObject({
    name: text,
    short: is("A name of a few letters.", text),
    in_short: saying,
    profile: v.optional(
      v.strictObject({
        faces: sayings,
        orientation: sayings,
        measured_by: sayings,
        responsibilities: sayings,
        goals: sayings,
        challenges: sayings,
        reports_to: sayings,
        qualifies_by: sayings,
      }),
      {},
    ),
    traits: is("Trait to its weight and reason.", v.record(id, roleTrait)),
    kinds: v.optional(is("Sorts of this role; the best match is named.", v.array(kind)), []),
    path: v.optional(
      is('The way to the role; the first stage whose `when` holds is "you are here".', v.array(stage)),
      [],
    ),
    notes,
    counterpart: v.optional(is("Other role to how to work with it.", v.record(id, saying)), {}),
  }),
);

export const sourcesSchema = is(
  "sources.yaml: where the sentences come from.",
  v.record(
    id,
    v.strictObject({
      title: text,
      by: text,
      year: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1000), v.maxValue(2999))),
      url: v.optional(url),
      note: v.optional(is("Sample and caveat.", text)),
    }),
  ),
);

export const guideSchema = is(
  "guide.yaml: what a reader may look up.",
  v.array(
    v.strictObject({
      id,
      title: text,
      say: v.optional(say),
      points: v.optional(v.array(saying), []),
      sources: mayCite,
    }),
  ),
);

export const testsSchema = is(
  "tests.yaml: expected outcomes; `role-advisor check` runs them.",
  v.array(
    v.strictObject({
      name: text,
      answers,
      expect: is(
        "What the advice must say; keys that are left out may be anything.",
        v.strictObject({
          leader: v.optional(is("Id of the role that leads.", id)),
          verdict: v.optional(v.picklist(["tie", "early", "close", "leaning", "clear"])),
          certain: v.optional(v.boolean()),
          flip: v.optional(is("How many answers must change to end the lead.", count)),
          kind: v.optional(is("Id of the leader's kind.", id)),
          here: v.optional(is('Id of the stage "you are here".', id)),
          tension: v.optional(v.boolean()),
          notes: v.optional(is("Ids of notes that must be among those shown.", ids)),
        }),
      ),
    }),
  ),
);

export const exampleSchema = is(
  "examples/<name>.yaml: sample answers for --example.",
  v.strictObject({ about: is("Whose answers these are.", text), answers }),
);

export const historySchema = is(
  "history.yaml: questions and options of earlier versions, in order, so that codes made with them can still be read.",
  v.record(semver, v.record(id, v.union([v.strictObject({ one: ids }), v.strictObject({ any: ids })]))),
);
