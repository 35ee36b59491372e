import { mapOf } from "./map-of.ts";
import type { Pack, Source } from "./pack.ts";

/** The ids in every list under `sources`, wherever it stands, in the order in which they are named. */
export function namedSources(part: object, named = new Set<string>()): Set<string> {
  for (const [key, inner] of Object.entries(part)) {
    if (key === "sources" && Array.isArray(inner)) for (const id of inner) named.add(id);
    else if (typeof inner === "object" && inner !== null) namedSources(inner, named);
  }
  return named;
}

/** The sources of these ids. */
export function sourcesOf({ sources }: Pick<Pack, "sources">, ids: Iterable<string>): Readonly<Record<string, Source>> {
  return mapOf([...ids].flatMap((id) => (sources[id] === undefined ? [] : [[id, sources[id]] as const])));
}
