/** A count as it may be seen; null where it is hidden. */
export type Seen = number | null;

/**
 * The privacy floor: counts that share a total which is known, with those of fewer than `least` people hidden, so that
 * no individual can be told from them. A hidden count could be worked out from the total, or would still leave few people
 * together; then the next smallest is hidden with it. A count of nobody may be seen.
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

/** The same for a count of people out of so many: neither those who are in it nor those who are not may be few. */
export function hideFew(count: number, of: number, least: number): Seen {
  const isFew = (n: number) => n > 0 && n < least;
  return isFew(count) || isFew(of - count) ? null : count;
}
