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
  standardError: v.exactOptional(is("Only when sampled: of the greatest share.", v.pipe(v.number(), v.minValue(0)))),
};
const sources = is("Keys of `sources`.", texts);
const saying = { say: text, sources };

const recommendation = v.strictObject({
  role: is("Null in a tie.", v.nullable(text)),
  leaders: v.exactOptional(is("Only in a tie: the roles that share the lead, in pack order.", texts)),
  runnerUp: is("The role with the next most points; in a tie the second of the leaders.", text),
  verdict: v.picklist(["tie", "early", "close", "leaning", "clear"]),
  margin: is("Points of the leader ahead of the runner-up.", count),
  certain: is("No answer to any open question can end the lead.", v.boolean()),
  summary: text,
});

const pull = is(
  "How far the answers show a trait; null where fewer than three answered questions could show it.",
  v.nullable(v.picklist(["strong", "some", "faint"])),
);
const portrait = v.strictObject({
  say: is("The person in at most three sentences; none where nothing is answered.", texts),
  pulls: is(
    "Every trait, in pack order.",
    v.array(
      v.strictObject({
        trait: text,
        had: is("Evidence that the answers show of being drawn to it.", count),
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
  possible: is("The most that it could have had from the questions answered.", count),
  able: is("The same for what one is able in; it shapes the path.", v.strictObject({ points: count, possible: count })),
});

const part = v.strictObject({ question: text, answer: texts, contribution: whole });
const reason = v.strictObject({
  trait: text,
  contribution: is("Points that the trait adds to the margin over the runner-up. They sum to the margin.", whole),
  from: is("The answers that show it, each with its part.", v.array(part)),
  because: is("What the leader has to do with the trait; where it speaks against the leader, the runner-up.", text),
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
    "Those that pull hardly, with what the job is like then.",
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
  ahead: is("Points ahead of the next kind; null where there is only one.", v.nullable(count)),
  sources,
});
const trial = v.strictObject({
  why: is(
    "untested: it pulls strongly, and nothing that was done shows it; faint: it hardly pulls; grow: what is most needed.",
    v.picklist(["untested", "faint", "grow"]),
  ),
  trait: text,
  weight: count,
  able: is(
    "Evidence of being able that the answers show, of the most that they could show.",
    v.strictObject({ had: count, possible: count }),
  ),
  do: text,
  learn: is("What it tells about oneself.", text),
  sources,
});
const path = v.strictObject({
  here: is("Id of the stage where one stands; null where the answers fit none, or do not tell.", v.nullable(text)),
  open: is(
    "Where `here` is null: the questions left open that could tell; none where the answers fit no stage.",
    texts,
  ),
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
    hash: is("Over all of the pack that can change an advice.", v.pipe(text, v.regex(/^sha256:[0-9a-f]{64}$/))),
    title: text,
    lang: is("The language of its texts, as BCP 47 has it.", text),
  }),
  code: is("These answers as a short string that replays.", text),
  answers: is(
    "As understood, in pack order: the option's id where one is picked, a list where any may be.",
    v.record(text, v.union([text, texts])),
  ),
  questions: is(
    "Scored questions.",
    v.strictObject({ answered: count, open: is("Ids of those left open.", texts), scored: count }),
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
  neighbours: is(
    "Roles outside the choice that the answers point to at least as much: two at most.",
    v.array(neighbour),
  ),
  evidence: is(
    "How often the advice named the title that real people held. `right` and `of` where this version of the pack was tried; null where nothing can be said.",
    v.nullable(v.strictObject({ right: v.nullable(count), of: v.nullable(count), cases: count, version: text })),
  ),
  flip: is(
    "The smallest set of answers whose change ends the lead; null if there is none, or if the lead is shared.",
    v.nullable(
      v.strictObject({
        answers: count,
        changes: v.array(v.strictObject({ question: text, from: texts, to: texts })),
        to: is("The role that then has most points beside the old leader.", text),
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
    "How far the weights of the questions could be off before the lead ends; null when it is shared.",
    v.nullable(v.strictObject({ radius: share, share, exact: v.boolean(), ...sampled })),
  ),
  kind: is("The leader's; null in a tie, or where no answer shows any.", v.nullable(kind)),
  tension: is(
    "Drawn to one role and able in another; null where they agree, or one answer could change it.",
    v.nullable(v.strictObject({ ...saying, drawn: text, able: text })),
  ),
  deciding: is("Of an undecided call: up to three questions that would decide it.", texts),
  paths: is(
    "Of an undecided call: both roles side by side.",
    v.array(v.strictObject({ role: text, kind: v.nullable(kind), path })),
  ),
  path: is("The leader's; null in a tie.", v.nullable(path)),
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
