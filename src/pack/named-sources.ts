import { mapOf } from "./map-of.ts";
import type { Pack, Source } from "./pack.ts";

/** The ids in every `sources` list inside an object, at any depth, in order of their first appearance. */
export function namedSources(part: object, ids = new Set<string>()): Set<string> {
  for (const [key, inner] of Object.entries(part)) {
    if (key === "sources" && Array.isArray(inner)) for (const id of inner) ids.add(id);
    else if (typeof inner === "object" && inner !== null) namedSources(inner, ids);
  }
  return ids;
}

/** The sources with these ids. Ids that the pack does not have are skipped. */
export function sourcesOf({ sources }: Pick<Pack, "sources">, ids: Iterable<string>): Readonly<Record<string, Source>> {
  return mapOf([...ids].flatMap((id) => (sources[id] === undefined ? [] : [[id, sources[id]] as const])));
}
