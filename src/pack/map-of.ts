/** A map by id that has nothing but its entries: an id may be called `constructor`, which every other object has already. */
export function mapOf<T>(entries: Iterable<readonly [string, T]>): Record<string, T> {
  return Object.assign(Object.create(null), Object.fromEntries(entries));
}
