/** A count as a reader sees it; null if it is hidden. */
export type Seen = number | null;

/*
 * The privacy floor hides counts of fewer than `least` people, and other counts from which a hidden one could be computed, so
 * that visible counts reveal no individual. Zeros stay visible if nothing is hidden.
 */

/** Default of --min-cell: smaller counts are hidden. */
export const usualMinCell = 5;

/** Whether a group is too small to count parts of it: from its size and one more count, each part could be computed. */
export function isTooFew(people: number, least: number): boolean {
  return least > 1 && people <= least;
}

/**
 * Hides counts that add up to a known total. A single hidden count could be computed from the others, and several small ones
 * may still be few people together, so the next smallest counts are hidden too. Zeros are hidden as well: five hidden counts
 * of five people beside a visible 0 would be 1 each. Equal counts are hidden together, but never on their own: even a reader
 * who knows this rule then cannot tell which of two different hidden counts is which.
 */
export function hideSmall(counts: readonly number[], least: number): Seen[] {
  if (!counts.some((n) => isFew(n, least))) return [...counts];
  // A reader can compute the sum of the hidden counts, but must not be able to split it.
  const isSafe = (hidden: readonly number[]) =>
    new Set(hidden).size > 1 && hidden.reduce((n, count) => n + count, 0) > least;
  const levels = [least - 1, ...counts.filter((n) => n >= least).sort((a, b) => a - b)];
  const level = levels.find((most) => isSafe(counts.filter((n) => n <= most))) ?? Number.POSITIVE_INFINITY;
  return counts.map((n) => (n <= level ? null : n));
}

/** Hides small counts whose total is not known. If one is hidden, so are zeros, so that a hidden count may be nobody. */
export function hideApart(counts: readonly number[], least: number): Seen[] {
  return counts.some((n) => isFew(n, least)) ? counts.map((n) => (n < least ? null : n)) : [...counts];
}

/** Hides a count of people out of a known total if they, or the others, are few. */
export function hideFew(count: number, of: number, least: number): Seen {
  return isFew(count, least) || isFew(of - count, least) ? null : count;
}

/**
 * Hides counts of a question that takes several options: how many people of a known total picked each option, picked none, and
 * left it open. An option is visible if neither those who picked it nor the others are few; 0 counts as few here. The
 * last two counts reveal how many picked anything, so both are hidden unless both and all options can be visible.
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
