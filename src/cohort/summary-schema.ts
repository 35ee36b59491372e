import * as v from "valibot";
import type { Frozen } from "../advice/advice-schema.ts";

/** Adds a description to a schema. The schemas below give the types, check files to be merged, and make the JSON Schema. */
function is<const S extends v.GenericSchema>(words: string, schema: S) {
  return v.pipe(schema, v.description(words));
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
const counts = v.record(v.string(), count);
const led = v.strictObject({
  leads: is("By role id: people for whom it leads alone.", counts),
  shared: is("People for whom roles share the lead.", count),
});
const byRole = <const S extends v.GenericSchema>(of: S) => v.record(v.string(), of);

export const summarySchema = v.strictObject({
  format: is("A breaking change raises the number.", v.literal("role-advisor/summary@1")),
  program: is("Version of the program.", v.string()),
  pack: v.strictObject({ id: v.string(), version: v.string(), hash: v.string(), title: v.string() }),
  privacy: v.string(),
  respondents: is("Rows that were advised.", count),
  rejected: is("Rows that were not advised, because something in them was wrong.", count),
  blank: is("Rows without any answer.", count),
  silent: is("Respondents who answered no scored question.", count),
  leaders: led,
  verdicts: v.strictObject({ tie: count, early: count, close: count, leaning: count, clear: count }),
  firmness: is("By leader: the verdicts of the people for whom it leads.", byRole(counts)),
  pulls: is("By trait id: people whom it pulls strongly.", counts),
  margins: is("By leader and by points ahead of the runner-up: how many people.", byRole(counts)),
  questions: v.array(
    v.strictObject({
      question: v.string(),
      split: is("How far the answers of people with different leaders are apart, 0 to 1.", v.nullable(v.number())),
      answers: v.array(v.strictObject({ option: v.string(), picked: led })),
      none: v.exactOptional(is("Only if several options may be picked: people who picked none.", led)),
      open: led,
    }),
  ),
  tensions: v.array(v.strictObject({ drawn: v.string(), able: v.string(), respondents: count })),
  kinds: is("By leader: for how many people each of its kinds fits best.", byRole(counts)),
  here: is(
    "By leader: how many people stand at each stage of its path.",
    byRole(v.strictObject({ stages: counts, unknown: count })),
  ),
  grow: is("By leader: how many people should grow each trait first.", byRole(counts)),
});

export type SummaryRecord = Frozen<v.InferOutput<typeof summarySchema>>;

export const groupsSchema = v.strictObject({
  format: is("A breaking change raises the number.", v.literal("role-advisor/groups@1")),
  by: is("The column whose values are the groups.", v.string()),
  groups: v.array(v.strictObject({ name: v.string(), summary: summarySchema })),
});

export type GroupsRecord = Frozen<v.InferOutput<typeof groupsSchema>>;
