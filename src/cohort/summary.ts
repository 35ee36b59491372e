import type { Verdict } from "../advice/judge.ts";
import type { Pack } from "../pack/pack.ts";
import { mayBeNone } from "../pack/pick.ts";

/** What a cohort said and was told, in counts (the JSON of `batch --summary`). A breaking change raises the number in `format`. */
export interface Summary {
  readonly format: "role-advisor/summary@1";
  /** Version of the program. */
  readonly program: string;
  readonly pack: { readonly id: string; readonly version: string; readonly hash: string; readonly title: string };
  readonly privacy: string;
  /** Rows that were advised. */
  readonly respondents: number;
  /** Rows that were not, because something in them was wrong. They count nowhere else. */
  readonly rejected: number;
  /** Rows without any answer. They count nowhere else either. */
  readonly blank: number;
  /** Respondents who answered no scored question. */
  readonly silent: number;
  readonly leaders: Led;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  /** The verdicts by leader; a tie has none. */
  readonly firmness: ByRole<Counts>;
  /** How many each trait pulls strongly. */
  readonly pulls: Counts;
  /** By leader, and by points ahead of the runner-up: how many. Margins that nobody has are left out. */
  readonly margins: ByRole<Counts>;
  /** In pack order. */
  readonly questions: readonly QuestionCounts[];
  /** By the role that leads by what draws and the one that leads by what one is able in, where they differ; in pack order. */
  readonly tensions: readonly { readonly drawn: string; readonly able: string; readonly respondents: number }[];
  /** By leader: how many each of its kinds suits best. */
  readonly kinds: ByRole<Counts>;
  /** By leader: how many stand at each stage of its path, and how many at none that the answers tell. */
  readonly here: ByRole<{ readonly stages: Counts; readonly unknown: number }>;
  /** By leader: how many should grow each trait first; up to three for each respondent. */
  readonly grow: ByRole<Counts>;
}

export interface QuestionCounts {
  readonly question: string;
  /**
   * How far the answers of those with different leaders lie apart, 0 to 1: the share of one group that would have to answer
   * otherwise to answer as the other does, for the two groups where that is most. Null where fewer than two groups answered.
   */
  readonly split: number | null;
  readonly answers: readonly { readonly option: string; readonly picked: Led }[];
  /** Only where any number may be picked: those who picked nothing. */
  readonly none?: Led;
  readonly open: Led;
}

/** How many of those whom each role leads alone, and of those whose lead is shared. */
export interface Led {
  readonly leads: ByRole<number>;
  readonly shared: number;
}

export type Counts = Readonly<Record<string, number>>;
export type ByRole<T> = Readonly<Record<string, T>>;

export const privacy =
  "These are full counts, so that summaries can be merged; small ones can tell of a person. Keep them as you keep the answers. Text, Markdown and HTML hide the small ones.";

/** The summary of nobody: every count that a pack has, in its order. */
export function emptySummary(pack: Pack, program: string): Summary {
  const byRole = <T>(of: (role: Pack["roles"][number]) => T): ByRole<T> =>
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
  const leaders = addLed(a.leaders, b.leaders);
  return {
    ...a,
    respondents: a.respondents + b.respondents,
    rejected: a.rejected + b.rejected,
    blank: a.blank + b.blank,
    silent: a.silent + b.silent,
    leaders,
    verdicts: {
      tie: a.verdicts.tie + b.verdicts.tie,
      early: a.verdicts.early + b.verdicts.early,
      close: a.verdicts.close + b.verdicts.close,
      leaning: a.verdicts.leaning + b.verdicts.leaning,
      clear: a.verdicts.clear + b.verdicts.clear,
    },
    firmness: eachRole(a.firmness, (counts, role) => addCounts(counts, b.firmness[role])),
    pulls: addCounts(a.pulls, b.pulls),
    margins: eachRole(a.margins, (counts, role) => addCounts(counts, b.margins[role])),
    questions: a.questions.map((question, q) => addQuestions(question, b.questions[q], leaders)),
    tensions: a.tensions.map((tension, i) => ({
      ...tension,
      respondents: tension.respondents + (b.tensions[i]?.respondents ?? 0),
    })),
    kinds: eachRole(a.kinds, (counts, role) => addCounts(counts, b.kinds[role])),
    here: eachRole(a.here, ({ stages, unknown }, role) => ({
      stages: addCounts(stages, b.here[role]?.stages),
      unknown: unknown + (b.here[role]?.unknown ?? 0),
    })),
    grow: eachRole(a.grow, (counts, role) => addCounts(counts, b.grow[role])),
  };
}

function addQuestions(a: QuestionCounts, b: QuestionCounts | undefined, leaders: Led): QuestionCounts {
  const counts = {
    question: a.question,
    answers: a.answers.map(({ option, picked }, o) => ({ option, picked: addLed(picked, b?.answers[o]?.picked) })),
    ...(a.none !== undefined && { none: addLed(a.none, b?.none) }),
    open: addLed(a.open, b?.open),
  };
  const { question, ...rest } = counts;
  return { question, split: splitOf(counts, leaders), ...rest };
}

function addLed(a: Led, b: Led | undefined): Led {
  return { leads: addCounts(a.leads, b?.leads), shared: a.shared + (b?.shared ?? 0) };
}

function addCounts(a: Counts, b: Counts = {}): Counts {
  const ids = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return Object.fromEntries(ids.map((id) => [id, (a[id] ?? 0) + (b[id] ?? 0)]));
}

function eachRole<From, To>(roles: ByRole<From>, to: (value: From, role: string) => To): ByRole<To> {
  return Object.fromEntries(Object.entries(roles).map(([role, value]) => [role, to(value, role)]));
}

/** See `QuestionCounts.split`. Where any number may be picked, the option that tells the groups apart most counts. */
export function splitOf({ answers, none, open }: Omit<QuestionCounts, "split">, leaders: Led): number | null {
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
