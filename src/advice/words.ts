import type { Advice, Recommendation } from "./advice.ts";

/** A small number as people write it in a sentence. */
export function inWords(n: number): string {
  return (
    ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"][n] ??
    `${n}`
  );
}

export function plural(n: number, one: string, many = `${one}s`): string {
  return n === 1 ? one : many;
}

/** "a", "a and b", "a, b and c". */
export function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

export function shortNames({ roles }: Pick<Advice, "roles">): Record<string, string> {
  return Object.fromEntries(roles.map(({ id, short }) => [id, short]));
}

/** The roles that a recommendation compares: the leader (in a tie the first of the leaders) and the runner-up. */
export function comparedRoles({ role, leaders, runnerUp }: Recommendation): readonly [string, string] {
  return [role ?? leaders?.[0] ?? "", runnerUp];
}
