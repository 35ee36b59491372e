/** An object without a prototype: an id may be `constructor`, which every ordinary object has already. */
export function mapOf<T>(entries: Iterable<readonly [string, T]>): Record<string, T> {
  return Object.assign(Object.create(null), Object.fromEntries(entries));
}
