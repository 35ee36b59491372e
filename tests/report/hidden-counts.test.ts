import { describe, expect, test } from "vitest";
import { hidePicked, hideSmall, isTooFew, type Seen } from "../../src/cohort/floor.ts";
import { emptySummary } from "../../src/cohort/summary.ts";
import { builtIn } from "../../src/pack/built-in.ts";
import { showSummary } from "../../src/report/shown-summary.ts";

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

  /** What is seen where a hidden count of somebody is known all the same. */
  successes(): string[] {
    const isKnown = (values: Set<number>) => values.size === 1 && !values.has(0);
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
