import { namedSources } from "../pack/named-sources.ts";
import type { Pack } from "../pack/pack.ts";
import type { Warning } from "./warning.ts";

/** Traits that no option shows, or no role weighs. */
export function findIdleTraits(pack: Pack): Warning[] {
  const options = pack.questions.flatMap((question) => question.options);
  const shown = new Set(options.flatMap(({ drawn, able }) => [...Object.keys(drawn), ...Object.keys(able)]));
  return pack.traits.flatMap(({ id }): Warning[] => {
    const role = pack.roles.find(({ traits }) => traits[id] !== undefined);
    if (role === undefined) {
      const so = shown.has(id) ? ", so the options that show it say nothing by it" : "";
      const message = `no role weighs ${id}${so}; give it a weight, or remove it`;
      return [{ code: "unused-trait", message, file: "traits.yaml", path: [id], part: "key" }];
    }
    if (shown.has(id)) return [];
    const message = `${role.short} weighs ${id}, and no option shows it; show it in an option, or remove the trait`;
    return [{ code: "unshown-trait", message, file: `roles/${role.id}.yaml`, path: ["traits", id], part: "key" }];
  });
}

/** Sources that no sentence rests on. */
export function findIdleSources({ sources, ...rest }: Pack): Warning[] {
  const cited = namedSources(rest);
  return Object.keys(sources)
    .filter((id) => !cited.has(id))
    .map((id) => ({
      code: "unused-source",
      message: `nothing rests on ${id}; cite it, or remove it`,
      file: "sources.yaml",
      path: [id],
      part: "key",
    }));
}
