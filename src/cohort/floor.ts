/** A count as it may be seen; null where it is hidden. */
export type Seen = number | null;

/*
 * The privacy floor: counts of fewer than `least` people are hidden, and so is what would give a hidden count away, so that
 * no individual can be told from what is seen. Where nothing is hidden, a count of nobody may be seen.
 */

/** Counts of fewer people are hidden, unless --min-cell says otherwise. */
export const usualMinCell = 5;

/** Of so many people or fewer no part is counted: with a second count beside it, each could be worked out. */
export function isTooFew(people: number, least: number): boolean {
  return least > 1 && people <= least;
}

/**
 * For counts that make up a total which is known. A hidden one could be worked out from the others, and a few hidden ones
 * would still be a few people together; so the next smallest are hidden with them, and so is who has none: five hidden
 * counts of five people beside a seen 0 would be 1 each. Equal counts are hidden together, and never they alone: whoever
 * knows this rule can then exchange two hidden counts, and finds that all looks the same.
 */
export function hideSmall(counts: readonly number[], least: number): Seen[] {
  if (!counts.some((n) => isFew(n, least))) return [...counts];
  // What is hidden may tell nothing but its sum.
  const isSafe = (hidden: readonly number[]) =>
    new Set(hidden).size > 1 && hidden.reduce((n, one) => n + one, 0) > least;
  const levels = [least - 1, ...counts.filter((n) => n >= least).sort((a, b) => a - b)];
  const level = levels.find((most) => isSafe(counts.filter((n) => n <= most))) ?? Number.POSITIVE_INFINITY;
  return counts.map((n) => (n <= level ? null : n));
}

/** For counts whose total is not known: where one is few, so that all seen ones are enough and the others may be nobody. */
export function hideApart(counts: readonly number[], least: number): Seen[] {
  return counts.some((n) => isFew(n, least)) ? counts.map((n) => (n < least ? null : n)) : [...counts];
}

/** For a count of people out of so many: neither those in it nor those who are not may be few. */
export function hideFew(count: number, of: number, least: number): Seen {
  return isFew(count, least) || isFew(of - count, least) ? null : count;
}

/**
 * For a question where any may be picked: how many of a known total picked each option, picked none, and left it open.
 * An option is seen where neither those who picked it nor the others are few. Nobody and everybody are hidden too. The other
 * two are seen together or not at all, and only where every option is: they tell how many picked anything.
 */
export function hidePicked(
  picked: readonly number[],
  none: number,
  open: number,
  total: number,
  least: number,
): Seen[] {
  if (least === 1) return [...picked, none, open];
  const seen = picked.map((n) => (n < least || total - n < least ? null : n));
  const others = hideSmall([none, open, total - none - open], least).slice(0, 2);
  return seen.includes(null) || others.includes(null) ? [...seen, null, null] : [...seen, ...others];
}

function isFew(n: number, least: number): boolean {
  return n > 0 && n < least;
}
