import * as v from "valibot";
import { type ProfileField, profileFields } from "../pack.ts";
import { pickNames } from "../pick.ts";
import { byId, count, id, idOf, ids, marked, positive, semver, sourceIds, strength, text, weight } from "./terms.ts";
import { wordsSchema } from "./words-file.ts";

/** The schema of each file of a pack. keys.yaml describes what each key is for. */

/** The default of `verdict` in pack.yaml: the largest flip that is still close, or still leaning (DESIGN 5.4). */
export const usualVerdict = { close: 1, leaning: 2 } as const;

/** The part of BCP 47 that Intl always accepts: language, script, region. */
const langPattern = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?$/;
const lang = v.pipe(v.string(), v.regex(langPattern, "a language tag, such as en, de or pt-BR"));

export function isLanguage(text: string): boolean {
  return langPattern.test(text);
}

const url = v.pipe(v.string(), v.regex(/^https?:\/\/\S+$/, "an address that starts with https://"));
const oldId = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)?$/, 'the old id: "question" or "question.option"'),
);

const sources = v.pipe(sourceIds, v.nonEmpty());
const anySources = v.optional(sourceIds, []);
const saying = v.strictObject({ say: text, sources });
const sayings = v.optional(v.array(saying), []);
const inShort = v.optional(text);
const trait = idOf("trait");

const asList = v.transform((one: string | string[]) => (typeof one === "string" ? [one] : one));
const someOptions = v.pipe(v.union([v.pipe(ids, v.nonEmpty()), id]), asList);
const when = marked({ chooses: "condition" }, byId(someOptions));
const unless = v.optional(when, {});
const conditionKeys = { when: v.optional(when, {}), unless };

const picked = v.pipe(v.union([id, ids]), asList);
const answers = marked({ chooses: "answers" }, byId(picked));

const note = v.strictObject({ id: v.optional(id), when, unless, title: text, in_short: inShort, say: text, sources });
const notes = v.optional(marked({ distinct: "note" }, v.array(note)), []);

const pack = v.strictObject({
  format: v.literal(1),
  id,
  version: semver,
  lang: v.optional(lang, "en"),
  title: text,
  intro: text,
  roles: v.pipe(marked({ distinct: "role" }, ids), v.minLength(2)),
  neighbours: v.optional(marked({ distinct: "neighbour" }, ids), []),
  portrait: v.optional(v.array(v.strictObject({ when, unless, say: text })), []),
  limits: saying,
  tension: v.optional(saying),
  verdict: v.optional(
    v.strictObject({
      close: v.optional(count, usualVerdict.close),
      leaning: v.optional(count, usualVerdict.leaning),
    }),
    {},
  ),
  notes,
  renamed: v.optional(v.record(oldId, id), {}),
  gone: v.optional(v.array(oldId), []),
});

const traits = byId(v.strictObject({ name: text, drawn: text, able: text, portrait: v.optional(text) }));

const evidenceOfTraits = v.optional(byId(strength, trait), {});
const option = v.strictObject({ label: text, drawn: evidenceOfTraits, able: evidenceOfTraits });
const question = v.strictObject({
  id,
  short: v.optional(text),
  ask: text,
  why: text,
  sources: anySources,
  pick: v.optional(v.picklist(pickNames), "one"),
  most: v.optional(positive),
  mutable: v.optional(v.boolean(), true),
  options: v.pipe(byId(option), v.minEntries(2), v.maxEntries(24)),
});
const topic = v.strictObject({ topic: text, questions: v.pipe(v.array(question), v.nonEmpty()) });
const questions = v.pipe(v.array(topic), v.nonEmpty());

const year = v.pipe(v.number(), v.integer(), v.minValue(1000), v.maxValue(2999));
const source = v.strictObject({
  title: text,
  by: text,
  year: v.optional(year),
  url: v.optional(url),
  note: v.optional(text),
});

const profile = Object.fromEntries(profileFields.map((field) => [field, sayings])) as Record<
  ProfileField,
  typeof sayings
>;
const profileKeys = {
  name: text,
  short: text,
  in_short: saying,
  profile: v.optional(v.strictObject(profile), {}),
};
const weightKeys = { weight, because: v.optional(saying) };
const neighbour = v.strictObject({ ...profileKeys, traits: byId(v.strictObject(weightKeys), trait), look: saying });

const experiment = v.strictObject({ do: text, learn: text, sources: anySources, ...conditionKeys });
const roleTrait = v.strictObject({
  ...weightKeys,
  without: v.optional(saying),
  grow: v.optional(v.array(experiment), []),
});
const kind = v.strictObject({ id, name: text, in_short: inShort, say: text, sources, traits: byId(weight, trait) });
const step = v.strictObject({ say: text, sources: anySources, ...conditionKeys });
const stage = v.strictObject({
  id,
  title: text,
  usual: v.optional(text),
  say: text,
  do: v.optional(v.array(step), []),
  when,
  unless,
  sources,
});
const role = v.strictObject({
  ...profileKeys,
  traits: byId(roleTrait, trait),
  kinds: v.optional(marked({ distinct: "kind" }, v.array(kind)), []),
  path: v.optional(marked({ distinct: "stage" }, v.array(stage)), []),
  notes,
  counterpart: v.optional(byId(saying, idOf("role")), {}),
});

const guideTopic = v.strictObject({ id, title: text, say: v.optional(text), points: sayings, sources: anySources });
const guide = marked({ distinct: "guide topic" }, v.array(guideTopic));

const row = v.strictObject({
  flip: v.pipe(v.array(positive), v.minLength(1), v.maxLength(2)),
  right: count,
  of: positive,
});
const evidence = v.pipe(
  v.strictObject({
    version: semver,
    cases: positive,
    rows: v.pipe(v.array(row), v.nonEmpty()),
    say: text,
    limits: text,
    sources,
  }),
  v.transform(({ rows, ...rest }) => ({
    ...rest,
    rows: rows.map(({ flip: [from = 1, to = null], right, of }) => ({ from, to, right, of })),
  })),
);

const expectation = v.strictObject({
  leader: v.optional(idOf("role")),
  verdict: v.optional(v.picklist(["tie", "early", "close", "leaning", "clear"])),
  certain: v.optional(v.boolean()),
  flip: v.optional(count),
  kind: v.optional(idOf("kind")),
  here: v.optional(idOf("stage")),
  tension: v.optional(v.boolean()),
  notes: v.optional(v.array(idOf("note"))),
  neighbours: v.optional(v.array(idOf("neighbour"))),
});
const tests = v.array(v.strictObject({ name: text, code: v.optional(text), answers, expect: v.optional(expectation) }));
const example = v.strictObject({ about: text, answers });

const layout = byId(v.union(pickNames.map((pick) => v.strictObject({ [pick]: ids }))));
const aboutLayout = "Question to its options, in order. `one` or `any` says how many could be picked.";
const history = v.record(semver, v.pipe(layout, v.description(aboutLayout)));

/**
 * The parts of a pack, causes before consequences: a fault in one part leads to faults in later ones. A part is a file,
 * and `absent` is its value where it may be left out; or a folder, and `each` is the name of what its files describe.
 */
export const packParts = {
  pack: { schema: pack },
  traits: { schema: traits },
  questions: { schema: questions },
  sources: { schema: byId(source) },
  roles: { schema: role, each: "role" },
  neighbours: { schema: neighbour, each: "neighbour" },
  guide: { schema: guide, absent: [] },
  evidence: { schema: evidence, absent: null },
  words: { schema: wordsSchema, absent: {} },
  tests: { schema: tests, absent: [] },
  history: { schema: history, absent: {} },
  examples: { schema: example, each: "example" },
} as const satisfies Readonly<Record<string, Part>>;

interface Part {
  readonly schema: v.GenericSchema;
  readonly each?: string;
  readonly absent?: unknown;
}

type Parts = typeof packParts;
type ValueOf<P extends Part> = P extends { readonly each: string }
  ? Readonly<Record<string, v.InferOutput<P["schema"]>>>
  : v.InferOutput<P["schema"]> | (P extends { readonly absent: null } ? null : never);

/** The output of the schemas, part by part. */
export type PackValues = { readonly [P in keyof Parts]: ValueOf<Parts[P]> };
