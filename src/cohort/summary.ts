import type { Pack } from "../pack/pack.ts";
import { mayBeNone } from "../pack/pick.ts";
import { entriesOf, itemsOf, partOf } from "../pack/raw.ts";
import type { SummaryRecord } from "./summary-schema.ts";

/** What a cohort said and was told, in counts (the JSON of `batch --summary`). Its keys are explained in the schema. */
export type Summary = SummaryRecord;

export type QuestionCounts = Summary["questions"][number];
/** How many of those whom each role leads alone, and of those whose lead is shared. */
export type Led = Summary["leaders"];
export type Counts = Summary["pulls"];

const privacy =
  "These are full counts, so that summaries can be merged; small ones can tell of a person. Keep them as you keep the answers. Text, Markdown and HTML hide the small ones.";

/** The summary of nobody: every count that a pack has, in its order. */
export function emptySummary(pack: Pack, program: string): Summary {
  const byRole = <T>(of: (role: Pack["roles"][number]) => T) =>
    Object.fromEntries(pack.roles.map((role) => [role.id, of(role)]));
  const zeros = (ids: readonly { readonly id: string }[]): Counts => Object.fromEntries(ids.map(({ id }) => [id, 0]));
  const led = (): Led => ({ leads: byRole(() => 0), shared: 0 });
  return {
    format: "role-advisor/summary@1",
    program,
    pack: { id: pack.id, version: pack.version, hash: pack.hash, title: pack.title },
    privacy,
    respondents: 0,
    rejected: 0,
    blank: 0,
    silent: 0,
    leaders: led(),
    verdicts: { tie: 0, early: 0, close: 0, leaning: 0, clear: 0 },
    firmness: byRole(() => ({ early: 0, close: 0, leaning: 0, clear: 0 })),
    pulls: zeros(pack.traits),
    margins: byRole(() => ({})),
    questions: pack.questions.map(({ id, pick, options }) => ({
      question: id,
      split: null,
      answers: options.map((option) => ({ option: option.id, picked: led() })),
      ...(mayBeNone({ pick }) && { none: led() }),
      open: led(),
    })),
    tensions: pack.roles.flatMap((drawn) =>
      pack.roles.filter((able) => able !== drawn).map((able) => ({ drawn: drawn.id, able: able.id, respondents: 0 })),
    ),
    kinds: byRole(({ kinds }) => zeros(kinds)),
    here: byRole(({ path }) => ({ stages: zeros(path), unknown: 0 })),
    grow: byRole(({ traits }) => zeros(pack.traits.filter(({ id }) => traits[id] !== undefined))),
  };
}

/** The summary of two cohorts that have nobody in common. Both must be of the same pack and program. */
export function addSummaries(a: Summary, b: Summary): Summary {
  const sum = addCounts(a, b) as Summary;
  return { ...sum, questions: sum.questions.map((counts) => ({ ...counts, split: splitOf(counts, sum.leaders) })) };
}

/**
 * Adds to each count the one in the same place. All else is as in `a`: only counts by name may have names there that `a`
 * lacks, since margins that nobody has are left out.
 */
function addCounts(a: unknown, b: unknown): unknown {
  if (typeof a === "number") return a + (typeof b === "number" ? b : 0);
  if (Array.isArray(a)) return a.map((one, i) => addCounts(one, itemsOf(b)[i]));
  if (typeof a !== "object" || a === null) return a;
  const isByName = Object.values(a).every((count) => typeof count === "number");
  const names = [...entriesOf(a), ...(isByName ? entriesOf(b) : [])].map(([name]) => name);
  return Object.fromEntries(
    [...new Set(names)].map((name) => [name, addCounts(partOf(a, name) ?? 0, partOf(b, name))]),
  );
}

/**
 * How far the answers of those with different leaders lie apart, 0 to 1: the share of one group that would have to answer
 * otherwise to answer as the other does, for the two groups where that is most. Where any number may be picked, the option that
 * tells the groups apart most counts. Null where fewer than two groups answered.
 */
export function splitOf({ answers, none, open }: QuestionCounts, leaders: Led): number | null {
  const groups = Object.entries(leaders.leads)
    .map(([role, led]) => ({ role, answered: led - (open.leads[role] ?? 0) }))
    .filter(({ answered }) => answered > 0);
  const apart = groups.flatMap((a, i) =>
    groups.slice(i + 1).map((b) => {
      const gaps = answers.map(({ picked: { leads } }) =>
        Math.abs((leads[a.role] ?? 0) / a.answered - (leads[b.role] ?? 0) / b.answered),
      );
      return none === undefined ? gaps.reduce((n, gap) => n + gap, 0) / 2 : Math.max(...gaps);
    }),
  );
  return apart.length === 0 ? null : Math.round(Math.max(...apart) * 1e4) / 1e4;
}
