import { describe, expect, test } from "vitest";
import { hideApart, hidePicked, hideSmall, isTooFew, type Seen } from "../../src/cohort/floor.ts";
import { addSummaries, emptySummary, type Summary } from "../../src/cohort/summary.ts";
import { builtIn } from "../../src/pack/built-in.ts";
import type { Pack } from "../../src/pack/pack.ts";
import { showGroups } from "../../src/report/summary-groups.ts";
import type { SummaryView } from "../../src/report/summary-parts.ts";
import { showSummary } from "../../src/report/summary-sections.ts";

/** All ways to share so many people out among so many cells. */
function* sharings(people: number, cells: number): Generator<number[]> {
  if (cells === 1) yield [people];
  else for (let n = 0; n <= people; n++) for (const rest of sharings(people - n, cells - 1)) yield [n, ...rest];
}

/**
 * Whoever knows the program can try every cohort there can be, and keep those that look the same as what is seen. A hidden
 * count is safe where these do not all agree on it.
 */
class Attack {
  readonly #looks = new Map<string, { readonly hidden: readonly number[]; readonly values: Set<number>[] }>();

  see(look: string, seen: readonly Seen[], counts: readonly number[]): void {
    const hidden = seen.flatMap((n, i) => (n === null ? [i] : []));
    const known = this.#looks.get(look) ?? { hidden, values: hidden.map(() => new Set<number>()) };
    this.#looks.set(look, known);
    hidden.forEach((i, at) => {
      known.values[at]?.add(counts[i] ?? 0);
    });
  }

  /** What is seen where a hidden count of somebody is known all the same, and of fewer people than `most`. */
  successes(most = Number.POSITIVE_INFINITY): string[] {
    const isKnown = (values: Set<number>) =>
      values.size === 1 && [...values].every((count) => count > 0 && count < most);
    return [...this.#looks].flatMap(([look, { values }]) => (values.some(isKnown) ? [look] : []));
  }

  get size(): number {
    return this.#looks.size;
  }
}

describe("no hidden count can be worked out", () => {
  test.each([2, 3, 4, 5])("of counts that make up a known total, with a floor of %i", (least) => {
    const attack = new Attack();
    for (let cells = 2; cells <= 5; cells++) {
      for (let people = 0; people <= (cells < 5 ? 13 : 10); people++) {
        if (isTooFew(people, least)) continue;
        for (const counts of sharings(people, cells)) {
          const seen = hideSmall(counts, least);
          attack.see(JSON.stringify([people, seen]), seen, counts);
        }
      }
    }
    expect(attack.successes()).toEqual([]);
    expect(attack.size).toBeGreaterThan(20);
  });

  // With a floor of 2 whatever is hidden as few is 1.
  test.each([3, 4, 5])("of counts whose total is not known, with a floor of %i", (least) => {
    const attack = new Attack();
    const each = Array.from({ length: 8 }, (_, n) => n);
    for (const counts of each.flatMap((a) => each.flatMap((b) => each.map((c) => [a, b, c])))) {
      const seen = hideApart(counts, least);
      attack.see(JSON.stringify(seen), seen, counts);
    }
    expect(attack.successes(least)).toEqual([]);
  });

  test.each([2, 3, 4])("of a question where any may be picked, with a floor of %i", (least) => {
    const attack = new Attack();
    for (let people = least + 1; people <= 9; people++) {
      // Who leaves it open, picks none, the first, the second, both.
      for (const [open = 0, none = 0, a = 0, b = 0, both = 0] of sharings(people, 5)) {
        const counts = [a + both, b + both, none, open];
        const seen = hidePicked([a + both, b + both], none, open, people, least);
        attack.see(JSON.stringify([people, seen]), seen, counts);
      }
    }
    expect(attack.successes()).toEqual([]);
  });

  test("of leaders and verdicts, which count the same people in two ways", () => {
    const attack = new Attack();
    const least = 3;
    const mostPeople = 10;
    const pack = { ...builtIn, tension: null, questions: builtIn.questions.slice(0, 1) };
    const empty = emptySummary(pack, "1.0.0");
    for (let people = 1; people <= mostPeople; people++) {
      for (const [cio = 0, cto = 0, tie = 0] of sharings(people, 3)) {
        for (const [clear = 0, leaning = 0, close = 0, early = 0] of sharings(cio + cto, 4)) {
          const leaders = { leads: { cio, cto }, shared: tie };
          const verdicts = { clear, leaning, close, early, tie };
          const { intro, sections } = showSummary(pack, { ...empty, respondents: people, leaders, verdicts }, least);
          const seen = sections
            .filter(({ id }) => id === "leaders" || id === "verdicts")
            .flatMap(({ parts }) =>
              parts.flatMap((part) => (part.type === "bars" && part.role === null ? part.rows : [])),
            )
            .map(({ count = null }) => count);
          // Only where no larger cohort could look the same.
          const most = seen.slice(0, 3).reduce<number>((n, count) => n + (count ?? least - 1), 0);
          if (seen.length === 0 || most > mostPeople) continue;
          attack.see(JSON.stringify([intro, seen]), seen, [cio, cto, tie, clear, leaning, close, early, tie]);
        }
      }
    }
    expect(attack.successes()).toEqual([]);
    expect(attack.size).toBeGreaterThan(100);
  }, 60_000);
});

/** What a summary counts of one person: the leader (null where the lead is shared), the options picked (null where it is left open). */
interface Sort {
  readonly leader: string | null;
  readonly picked?: readonly number[] | null;
  readonly isPulled?: boolean;
  readonly isOfKind?: boolean;
}

const onlyRoles = builtIn.roles.map((role) => ({ ...role, path: [], traits: {}, kinds: role.kinds.slice(0, 1) }));
const onlyQuestion = builtIn.questions.slice(0, 1).map((one) => ({ ...one, options: one.options.slice(0, 2) }));
const pickOne: Pack = {
  ...builtIn,
  tension: null,
  roles: onlyRoles,
  traits: builtIn.traits.slice(0, 1),
  questions: onlyQuestion,
};
const pickAny: Pack = { ...pickOne, questions: onlyQuestion.map((one) => ({ ...one, pick: "any", most: 2 })) };

function personOf(pack: Pack, { leader, picked = null, isPulled = false, isOfKind = false }: Sort): Summary {
  const empty = emptySummary(pack, "1.0.0");
  const one = (isOne: boolean) => ({
    leads: Object.fromEntries(pack.roles.map(({ id }) => [id, isOne && id === leader ? 1 : 0])),
    shared: isOne && leader === null ? 1 : 0,
  });
  const ofLeader = <T>(of: Readonly<Record<string, T>>, value: T) =>
    leader === null ? of : { ...of, [leader]: value };
  const verdict = leader === null ? "tie" : "clear";
  const kind = pack.roles.find(({ id }) => id === leader)?.kinds[0]?.id ?? "";
  return {
    ...empty,
    respondents: 1,
    leaders: one(true),
    verdicts: { ...empty.verdicts, [verdict]: 1 },
    firmness: ofLeader<Summary["firmness"][string]>(empty.firmness, { clear: 1 }),
    pulls: Object.fromEntries(pack.traits.map(({ id }) => [id, isPulled ? 1 : 0])),
    kinds: ofLeader(empty.kinds, { [kind]: isOfKind ? 1 : 0 }),
    questions: empty.questions.map((counts) => ({
      ...counts,
      answers: counts.answers.map(({ option }, o) => ({ option, picked: one(picked?.includes(o) ?? false) })),
      ...(counts.none !== undefined && { none: one(picked?.length === 0) }),
      open: one(picked === null),
    })),
  };
}

/** Every cohort of so many people at most, each of one of these sorts. */
function* cohorts(people: readonly Summary[], most: number, sum: Summary): Generator<Summary> {
  const [first, ...rest] = people;
  if (first === undefined) yield sum;
  else {
    for (let left = most, some = sum; left >= 0; left--, some = addSummaries(some, first))
      yield* cohorts(rest, left, some);
  }
}

/** Leaders, pulls, kinds and answers, each count by the names that it stands under. */
function countsIn({ sections }: SummaryView): Map<string, Seen> {
  const wanted = sections.filter(({ id }) => ["leaders", "pulls", "kinds", "questions"].includes(id));
  const counts = wanted.flatMap(({ id, parts }) =>
    parts.flatMap((part) =>
      part.type === "bars"
        ? part.rows.map(({ name, count = null }) => [`${id}, ${part.title}, ${name}`, count] as const)
        : part.rows.flatMap((row) =>
            part.columns.map(
              ({ name }, i) => [`${id}, ${part.title}, ${row.name}, ${name}`, row.counts[i] ?? null] as const,
            ),
          ),
    ),
  );
  return new Map(counts);
}

describe("no hidden count can be worked out from all that is shown of a cohort", () => {
  const least = 3;
  const ofEach = (leaders: readonly (string | null)[], more: readonly Omit<Sort, "leader">[]) =>
    leaders.flatMap((leader) => more.map((one) => ({ leader, ...one })));
  const inGroups = (pack: Pack, summary: Summary, floor: number) =>
    showGroups(pack, { format: "role-advisor/groups@1", by: "team", groups: [{ name: "red", summary }] }, floor);
  const open = { picked: null };
  const oneOption = (pack: Pack): Pack => ({
    ...pack,
    questions: pack.questions.map((one) => ({ ...one, options: one.options.slice(0, 1) })),
  });
  const pulled = [{ isPulled: true }, { isPulled: false }];
  const kinds = [{ isOfKind: true }, { isOfKind: false }];

  test.each([
    [
      "answers to a question",
      8,
      pickOne,
      ofEach(["cio", "cto"], [{ picked: [0] }, { picked: [1] }, open]),
      showSummary,
    ],
    [
      "and of those who are level",
      8,
      oneOption(pickOne),
      ofEach(["cio", "cto", null], [{ picked: [0] }, open]),
      showSummary,
    ],
    [
      "answers of any number",
      8,
      oneOption(pickAny),
      ofEach(["cio", "cto"], [{ picked: [0] }, { picked: [] }, open]),
      showSummary,
    ],
    ["strong pulls", 9, pickOne, ofEach(["cio", "cto", null], pulled), showSummary],
    ["strong pulls of a group", 9, pickOne, ofEach(["cio", "cto", null], pulled), inGroups],
    ["kinds of a group", 9, pickOne, [...ofEach(["cio", "cto"], kinds), { leader: null }], inGroups],
  ])(
    "%s, of %i people at most",
    (_, most, pack, sorts, show) => {
      const attack = new Attack();
      const people = sorts.map((sort) => personOf(pack, sort));
      const names = [...countsIn(show(pack, people.reduce(addSummaries), 1)).keys()];
      for (const summary of cohorts(people, most, emptySummary(pack, "1.0.0"))) {
        const leaders = Object.values(summary.leaders.leads).concat(summary.leaders.shared);
        const isHidden = leaders.some((count) => count > 0 && count < least);
        // Only where no larger cohort could look the same.
        const largest = leaders.reduce((n, count) => n + (isHidden && count < least ? least - 1 : count), 0);
        if (largest > most || summary.respondents === 0) continue;
        const shown = show(pack, summary, least);
        const seen = countsIn(shown);
        const all = countsIn(show(pack, summary, 1));
        const few = leaders.filter((count) => isHidden && count < least).reduce((n, count) => n + count, 0);
        attack.see(
          JSON.stringify(shown),
          [...names.map((name) => seen.get(name) ?? null), isHidden ? null : 0],
          [...names.map((name) => all.get(name) ?? 0), few],
        );
      }
      expect(attack.successes(least)).toEqual([]);
      expect(attack.size).toBeGreaterThan(20);
    },
    60_000,
  );
});
