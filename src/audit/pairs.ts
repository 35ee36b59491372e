/** Every two role numbers, the lower first. */
export function pairsOf(roles: number): [number, number][] {
  return Array.from({ length: roles }, (_, a) =>
    Array.from({ length: roles - a - 1 }, (_, i): [number, number] => [a, a + 1 + i]),
  ).flat();
}
