import * as v from "valibot";

/**
 * The record that every report shows (DESIGN 6). Its JSON Schema and the types in `advice.ts` are derived from it.
 * Other modules of this folder import only types from here, so that the engine needs no library.
 */

/** Adds a description to a schema. */
function is<const S extends v.GenericSchema>(words: string, schema: S) {
  return v.pipe(schema, v.description(words));
}

const text = v.string();
const texts = v.array(text);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const whole = v.pipe(v.number(), v.integer());
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const sampled = {
  samples: v.exactOptional(is("Only when sampled.", count)),
  seed: v.exactOptional(is("Only when sampled.", count)),
  standardError: v.exactOptional(is("Only when sampled: for the greatest share.", v.pipe(v.number(), v.minValue(0)))),
};
const sources = is("Keys of `sources`.", texts);
const saying = { say: text, sources };

const recommendation = v.strictObject({
  role: is("Null in a tie.", v.nullable(text)),
  leaders: v.exactOptional(is("Only in a tie: the roles that share the lead, in pack order.", texts)),
  runnerUp: is("The role with the second most points; in a tie the second of the leaders.", text),
  verdict: v.picklist(["tie", "early", "close", "leaning", "clear"]),
  margin: is("How many points the leader is ahead of the runner-up.", count),
  certain: is("True if no answer to an open question can end the lead.", v.boolean()),
  summary: text,
});

const pull = is(
  "How far the answers show a trait; null where fewer than three answered questions could show it.",
  v.nullable(v.picklist(["strong", "some", "faint"])),
);
const portrait = v.strictObject({
  say: is("At most three sentences about the person; empty if nothing is answered.", texts),
  pulls: is(
    "Every trait, in pack order.",
    v.array(
      v.strictObject({
        trait: text,
        had: is("Evidence in the answers of being drawn to it.", count),
        possible: is("The most that the answered questions could have shown.", count),
        pull,
      }),
    ),
  ),
});

const role = v.strictObject({
  id: text,
  short: text,
  name: text,
  points: count,
  possible: is("The most points that the answered questions could have given it.", count),
  able: is("The same for abilities; it shapes the path.", v.strictObject({ points: count, possible: count })),
});

const part = v.strictObject({ question: text, answer: texts, contribution: whole });
const reason = v.strictObject({
  trait: text,
  contribution: is("Points that the trait adds to the margin over the runner-up. They sum to the margin.", whole),
  from: is("The answers that show it, each with its part of the contribution.", v.array(part)),
  because: is("Why the leader needs the trait, or the runner-up if the trait speaks against the leader.", text),
  sources,
});
const contribution = v.strictObject({
  question: text,
  answer: texts,
  contribution: is("Points that the answer adds to the margin over the runner-up. They sum to the margin.", whole),
  points: is("By role id.", v.record(text, count)),
});

const fit = v.strictObject({
  role: text,
  strong: is("Ids of the traits that pull strongly.", texts),
  some: texts,
  faint: is(
    "Traits that hardly pull, and what the job is then like.",
    v.array(v.strictObject({ trait: text, say: v.nullable(text), sources })),
  ),
});

const neighbour = v.strictObject({
  id: text,
  short: text,
  name: text,
  points: count,
  possible: count,
  ...saying,
});

const kind = v.strictObject({
  id: text,
  name: text,
  say: text,
  ahead: is("Points ahead of the next kind; null if there is only one.", v.nullable(count)),
  sources,
});
const trial = v.strictObject({
  why: is(
    "untested: it pulls strongly, but no experience shows it; faint: it hardly pulls; grow: it is needed most.",
    v.picklist(["untested", "faint", "grow"]),
  ),
  trait: text,
  weight: count,
  able: is(
    "Evidence of being able in the answers, and the most that they could show.",
    v.strictObject({ had: count, possible: count }),
  ),
  do: text,
  learn: is("What people learn about themselves from it.", text),
  sources,
});
const path = v.strictObject({
  here: is("Id of the stage where the person stands; null if the answers fit or show none.", v.nullable(text)),
  open: is("If `here` is null: open questions that could show the stage; empty if the answers fit no stage.", texts),
  stages: v.array(
    v.strictObject({ id: text, title: text, usual: text, ...saying, do: v.array(v.strictObject(saying)) }),
  ),
  grow: is("What to try: at most three experiments, of different traits.", v.array(trial)),
});

export const adviceSchema = v.strictObject({
  format: is("A breaking change raises the number.", v.literal("role-advisor/advice@1")),
  program: is("Version of the program.", text),
  pack: v.strictObject({
    id: text,
    version: text,
    hash: is("A hash of all that can change an advice.", v.pipe(text, v.regex(/^sha256:[0-9a-f]{64}$/))),
    title: text,
    lang: is("The language of its texts, as a BCP 47 tag.", text),
  }),
  code: is("The answers as a short string, for --code.", text),
  answers: is(
    "The answers as understood, in pack order: the id of an option, or a list if several may be picked.",
    v.record(text, v.union([text, texts])),
  ),
  questions: is(
    "Scored questions.",
    v.strictObject({ answered: count, open: is("Ids of open ones.", texts), scored: count }),
  ),
  recommendation,
  portrait,
  roles: is("In pack order.", v.array(role)),
  reasons: is("Each trait that speaks for or against, largest absolute contribution first.", v.array(reason)),
  contributions: is(
    "Every answered scored question, largest absolute contribution first, then in pack order.",
    v.array(contribution),
  ),
  fit: is("How the leader's work, its traits of weight 4 and 5, draws the person; null in a tie.", v.nullable(fit)),
  neighbours: is("Roles outside the choice that the answers point to even more: at most two.", v.array(neighbour)),
  evidence: is(
    "How often the advice named the title that real people held; null if unknown. `right` and `of` are null if another version of the pack was tested.",
    v.nullable(v.strictObject({ right: v.nullable(count), of: v.nullable(count), cases: count, version: text })),
  ),
  flip: is(
    "The smallest set of answers whose change ends the lead; null if there is none, or if the lead is shared.",
    v.nullable(
      v.strictObject({
        answers: count,
        changes: v.array(v.strictObject({ question: text, from: texts, to: texts })),
        to: is("The role that then has the most points besides the old leader.", text),
      }),
    ),
  ),
  completions: is(
    "In how many of all combinations of answers to the open questions each role leads: a count, not a chance.",
    v.strictObject({
      combinations: v.number(),
      leads: v.record(text, count),
      shared: count,
      exact: v.boolean(),
      ...sampled,
    }),
  ),
  robustness: is(
    "How far the weights of the questions could be off before the lead ends; null if the lead is shared.",
    v.nullable(v.strictObject({ radius: share, share, exact: v.boolean(), ...sampled })),
  ),
  kind: is("The kind of the leader; null in a tie, or if no answer shows one.", v.nullable(kind)),
  tension: is(
    "Drawn to one role, able in another; null if they agree, or if one answer could change that.",
    v.nullable(v.strictObject({ ...saying, drawn: text, able: text })),
  ),
  deciding: is("Only if the call is undecided: up to three questions that would decide it.", texts),
  paths: is(
    "Only if the call is undecided: both roles side by side.",
    v.array(v.strictObject({ role: text, kind: v.nullable(kind), path })),
  ),
  path: is("The path to the leader; null in a tie.", v.nullable(path)),
  notes: v.array(v.strictObject({ id: text, title: text, ...saying })),
  counterpart: is("How the leader works with each other role.", v.array(v.strictObject({ role: text, ...saying }))),
  limits: v.strictObject(saying),
  sources: is(
    "Every source that this record names, and no other.",
    v.record(
      text,
      v.strictObject({
        title: text,
        by: text,
        year: v.exactOptional(whole),
        url: v.exactOptional(text),
        note: v.exactOptional(text),
      }),
    ),
  ),
});

/** The type with every property read-only, at any depth. */
export type Frozen<T> = T extends object ? { readonly [Key in keyof T]: Frozen<T[Key]> } : T;

export type AdviceRecord = Frozen<v.InferOutput<typeof adviceSchema>>;
