import * as v from "valibot";

/**
 * What each file of a pack may hold: the one definition behind the checks and the JSON Schemas.
 * References between the files are checked in `references.ts`.
 */

/** Text that a user reads: one paragraph, however the file breaks its lines. */
const text = v.pipe(
  v.string(),
  v.transform((s) => s.replaceAll(/\s+/g, " ").trim()),
  v.nonEmpty(),
);
const id = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/));
const ids = v.array(id);
const cited = v.pipe(ids, v.nonEmpty());
const evidence = v.optional(v.record(id, v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3))), {});
const weight = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(5));
const when = v.record(id, v.union([v.pipe(ids, v.nonEmpty()), id]));
const answers = v.record(id, v.union([id, ids]));
const semver = v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+(?:-[0-9a-z.-]+)?$/i));
const url = v.pipe(v.string(), v.regex(/^https?:\/\/\S+$/));

const saying = v.strictObject({ say: text, sources: cited });
const sayings = v.optional(v.array(saying), []);
const note = v.strictObject({ id: v.optional(id), when, title: text, say: text, sources: cited });
const experiment = v.strictObject({ do: text, learn: text, sources: v.optional(ids, []) });
const doing = v.strictObject({ say: text, sources: v.optional(ids, []) });
const changes = v.pipe(v.number(), v.integer(), v.minValue(0));

export const packSchema = v.strictObject({
  format: v.literal(1),
  id,
  version: semver,
  title: text,
  intro: text,
  roles: v.pipe(ids, v.minLength(2)),
  limits: saying,
  tension: v.optional(saying),
  verdict: v.optional(v.strictObject({ close: v.optional(changes, 1), leaning: v.optional(changes, 2) }), {}),
  notes: v.optional(v.array(note), []),
  renamed: v.optional(v.record(v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)?$/)), id), {}),
});

export const traitsSchema = v.record(id, v.strictObject({ name: text, drawn: text, able: text }));

const option = v.strictObject({ label: text, drawn: evidence, able: evidence });

export const questionsSchema = v.pipe(
  v.array(
    v.strictObject({
      topic: text,
      questions: v.pipe(
        v.array(
          v.strictObject({
            id,
            ask: text,
            why: text,
            sources: v.optional(ids, []),
            pick: v.optional(v.picklist(["one", "any"]), "one"),
            most: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
            mutable: v.optional(v.boolean(), true),
            options: v.pipe(v.record(id, option), v.minEntries(2), v.maxEntries(24)),
          }),
        ),
        v.nonEmpty(),
      ),
    }),
  ),
  v.nonEmpty(),
);

export const roleSchema = v.strictObject({
  name: text,
  short: text,
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
  traits: v.record(
    id,
    v.strictObject({ weight, because: v.optional(saying), grow: v.optional(v.array(experiment), []) }),
  ),
  kinds: v.optional(
    v.array(v.strictObject({ id, name: text, say: text, sources: cited, traits: v.record(id, weight) })),
    [],
  ),
  path: v.optional(
    v.array(
      v.strictObject({
        id,
        title: text,
        usual: v.optional(text),
        say: text,
        do: v.optional(v.array(doing), []),
        when,
        sources: cited,
      }),
    ),
    [],
  ),
  notes: v.optional(v.array(note), []),
  counterpart: v.optional(v.record(id, saying), {}),
});

export const sourcesSchema = v.record(
  id,
  v.strictObject({
    title: text,
    by: text,
    year: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1000), v.maxValue(2999))),
    url: v.optional(url),
    note: v.optional(text),
  }),
);

export const guideSchema = v.array(
  v.strictObject({
    id,
    title: text,
    say: v.optional(text),
    points: v.optional(v.array(saying), []),
    sources: v.optional(ids, []),
  }),
);

export const testsSchema = v.array(
  v.strictObject({
    name: text,
    answers,
    expect: v.strictObject({
      leader: v.optional(id),
      verdict: v.optional(v.picklist(["tie", "early", "close", "leaning", "clear"])),
      certain: v.optional(v.boolean()),
      flip: v.optional(changes),
      kind: v.optional(id),
      here: v.optional(id),
      tension: v.optional(v.boolean()),
      notes: v.optional(ids),
    }),
  }),
);

export const exampleSchema = v.strictObject({ about: text, answers });

/** Earlier versions of the pack, so that codes made with them can still be read: version to questions and options, in order. */
export const historySchema = v.record(
  v.string(),
  v.record(id, v.union([v.strictObject({ one: ids }), v.strictObject({ any: ids })])),
);
