import * as v from "valibot";

/**
 * The form of an advice record, for its JSON Schema. A test holds it and the type in `advice/advice.ts` together, in both
 * directions.
 */

/** The schema with the words that say what it holds. */
function is<const S extends v.GenericSchema>(words: string, schema: S) {
  return v.pipe(schema, v.description(words));
}

const text = v.string();
const texts = v.array(text);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const whole = v.pipe(v.number(), v.integer());
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const sampled = {
  samples: v.optional(is("Only when sampled.", count)),
  seed: v.optional(is("Only when sampled.", count)),
  standardError: v.optional(is("Only when sampled: of the greatest share.", v.pipe(v.number(), v.minValue(0)))),
};
const sources = is("Keys of `sources`.", texts);
const saying = { say: text, sources };

const kind = v.strictObject({
  id: text,
  name: text,
  ...saying,
  ahead: is("Points ahead of the next kind; null where there is only one.", v.nullable(count)),
});
const experiment = v.strictObject({ do: text, learn: text, sources });
const path = v.strictObject({
  here: is("Id of the stage where one stands; null if the answers do not tell.", v.nullable(text)),
  stages: v.array(
    v.strictObject({ id: text, title: text, usual: text, ...saying, do: v.array(v.strictObject(saying)) }),
  ),
  grow: is(
    "What to grow first: at most three traits of the role.",
    v.array(
      v.strictObject({
        trait: text,
        name: text,
        weight: count,
        able: is(
          "Evidence of being able that the answers showed, of the most that they could show.",
          v.strictObject({ had: count, possible: count }),
        ),
        experiments: v.array(experiment),
      }),
    ),
  ),
});
const role = v.strictObject({
  id: text,
  short: text,
  name: text,
  points: count,
  possible: is("The most that it could have had from the questions answered.", count),
  able: is("The same for what one is able in; it shapes the way.", v.strictObject({ points: count, possible: count })),
});
const recommendation = v.strictObject({
  role: is("Null in a tie.", v.nullable(text)),
  leaders: v.optional(is("Only in a tie: the roles that share the lead.", texts)),
  runnerUp: is("The role with the next most points; in a tie the second of the leaders.", text),
  verdict: v.picklist(["tie", "early", "close", "leaning", "clear"]),
  margin: count,
  certain: is("No answer to any open question can end the lead.", v.boolean()),
  summary: text,
});
const reason = v.strictObject({
  question: text,
  answer: texts,
  contribution: is("Points that the answer adds to the margin. They sum to the margin.", whole),
  points: is("By role id.", v.record(text, count)),
  trait: is("The trait with the largest share in the contribution.", v.nullable(text)),
  because: v.nullable(text),
  sources,
});

export const adviceSchema = v.strictObject({
  format: is("A breaking change raises the number.", v.literal("role-advisor/advice@1")),
  program: is("Version of the program.", text),
  pack: v.strictObject({
    id: text,
    version: text,
    hash: is("Over all of the pack that can change an advice.", v.pipe(text, v.regex(/^sha256:[0-9a-f]{64}$/))),
    title: text,
  }),
  code: is("These answers as a short string that replays.", text),
  answers: is(
    "As understood: the option's id where one is picked, a list where any may be.",
    v.record(text, v.union([text, texts])),
  ),
  questions: is(
    "Scored questions.",
    v.strictObject({ answered: count, open: is("Ids of those left open.", texts), scored: count }),
  ),
  recommendation,
  roles: is("In pack order.", v.array(role)),
  reasons: is("Every answered scored question, largest absolute contribution first.", v.array(reason)),
  flip: is(
    "The smallest set of answers whose change ends the lead; null if there is none, or if the lead is shared.",
    v.nullable(
      v.strictObject({
        answers: count,
        changes: v.array(v.strictObject({ question: text, from: texts, to: texts })),
        to: text,
      }),
    ),
  ),
  deciding: is("Up to three questions that would decide a call that is open.", texts),
  completions: is(
    "In how many of the ways to answer the open questions each role leads: a count, not a chance.",
    v.strictObject({
      ways: v.number(),
      leads: v.record(text, count),
      shared: count,
      exact: v.boolean(),
      ...sampled,
    }),
  ),
  robustness: is(
    "How far the weights of the questions could be off before the lead ends; null when it is shared.",
    v.nullable(v.strictObject({ radius: share, share, exact: v.boolean(), ...sampled })),
  ),
  kind: v.nullable(kind),
  tension: v.nullable(v.strictObject({ ...saying, drawn: text, able: text })),
  path: v.nullable(path),
  ways: is(
    "Both ways side by side, when the call is open.",
    v.array(v.strictObject({ role: text, kind: v.nullable(kind), path })),
  ),
  notes: v.array(v.strictObject({ id: text, title: text, ...saying })),
  counterpart: v.array(v.strictObject({ role: text, ...saying })),
  limits: v.strictObject(saying),
  sources: is(
    "Every source that this record names, and no other.",
    v.record(
      text,
      v.strictObject({
        title: text,
        by: text,
        year: v.optional(whole),
        url: v.optional(text),
        note: v.optional(text),
      }),
    ),
  ),
});
