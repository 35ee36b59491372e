/** A count as it may be seen; null where it is hidden. */
export type Seen = number | null;

/*
 * The privacy floor: counts of fewer than `least` people are hidden, and so is what would give a hidden count away, so that
 * no individual can be told from what is seen. A count of nobody may be seen.
 */

/**
 * For counts that make up a total which is seen as well: a hidden one could be worked out, or a few hidden ones would still
 * be few people together, so the next smallest are hidden with them.
 */
export function hideSmall(counts: readonly number[], least: number): Seen[] {
  const hidden = new Set(counts.flatMap((n, i) => (n > 0 && n < least ? [i] : [])));
  const rest = counts.map((_, i) => i).filter((i) => !hidden.has(i) && (counts[i] as number) > 0);
  rest.sort((a, b) => (counts[a] as number) - (counts[b] as number));
  const together = () => [...hidden].reduce((n, i) => n + (counts[i] as number), 0);
  while (hidden.size > 0 && (hidden.size < 2 || together() < least)) {
    const next = rest.shift();
    if (next === undefined) break;
    hidden.add(next);
  }
  return counts.map((n, i) => (hidden.has(i) ? null : n));
}

/** For counts whose total is not seen: those that are few, and where none is, the smallest, so that they do not tell it. */
export function hideTotal(counts: readonly number[], least: number): Seen[] {
  const isFew = (n: number) => n > 0 && n < least;
  if (counts.some(isFew)) return counts.map((n) => (isFew(n) ? null : n));
  const smallest = counts.indexOf(Math.min(...counts.filter((n) => n > 0)));
  return counts.map((n, i) => (i === smallest ? null : n));
}

/** For a count of people out of so many: neither those in it nor those who are not may be few. */
export function hideFew(count: number, of: number, least: number): Seen {
  const isFew = (n: number) => n > 0 && n < least;
  return isFew(count) || isFew(of - count) ? null : count;
}
