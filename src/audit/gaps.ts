import { heavy } from "../advice/fit.ts";
import { compileScorecard } from "../advice/scorecard.ts";
import { namedSources } from "../pack/named-sources.ts";
import type { Conditions, Pack } from "../pack/pack.ts";
import { filesWithNotes, type Warning } from "./warning.ts";

/** Finds what a pack leaves out although readers will miss it, and sources that it lists but never cites. */
export function findGaps(pack: Pack): Warning[] {
  return [
    ...findIdleSources(pack),
    ...findForgottenTraits(pack),
    ...findTraitsWithoutPull(pack),
    ...findMissingSentences(pack),
    ...findNotesForEverybody(pack),
  ];
}

function findIdleSources({ sources, ...rest }: Pack): Warning[] {
  const cited = namedSources(rest);
  const idle = Object.keys(sources).filter((id) => !cited.has(id));
  return idle.map((id) => {
    const message = `nothing cites ${id}; cite it, or remove it`;
    return { code: "unused-source", message, file: "sources.yaml", path: [id], part: "key" };
  });
}

/** Finds traits that some roles weigh and another does not mention. `weight: 0` leaves a trait out on purpose. */
function findForgottenTraits({ roles }: Pack): Warning[] {
  const weighed = [...new Set(roles.flatMap(({ traits }) => Object.keys(traits)))];
  return roles.flatMap(({ id, short, traits }) => {
    const forgotten = weighed.filter((trait) => traits[trait] === undefined);
    return forgotten.map((trait): Warning => {
      const message = `${short} does not mention ${trait}, which another role weighs; give it a weight, or write "${trait}: { weight: 0 }" if it counts for nothing on purpose`;
      return { code: "forgotten-trait", message, file: `roles/${id}.yaml`, path: ["traits", trait], part: "key" };
    });
  });
}

/** The number of questions that must show a trait before a report states its pull (DESIGN 5.10). */
const fewestQuestions = 3;

/** Finds heavy traits that too few questions show. */
function findTraitsWithoutPull(pack: Pack): Warning[] {
  const { scored, columns } = compileScorecard(pack);
  return pack.traits.flatMap(({ id }, t): Warning[] => {
    const questions = scored.filter(({ possible }) => (possible[columns.traits.drawn + t] ?? 0) > 0).length;
    const role = pack.roles.find(({ traits }) => (traits[id]?.weight ?? 0) >= heavy);
    if (role === undefined || questions === 0 || questions >= fewestQuestions) return [];
    const message = `${role.short} weighs ${id} ${role.traits[id]?.weight ?? 0}, and only ${questions === 1 ? "one question shows" : "two questions show"} it, so reports cannot say how strongly it draws somebody; show it in three or more`;
    return [{ code: "no-pull", message, file: "traits.yaml", path: [id], part: "key" }];
  });
}

/** Finds sentences of the first screen that a pack has for some of its traits and lacks for others. */
function findMissingSentences(pack: Pack): Warning[] {
  const hasPortraits = pack.traits.some(({ portrait }) => portrait !== null);
  const portraits = pack.traits.flatMap(({ id, portrait }): Warning[] => {
    if (!hasPortraits || portrait !== null) return [];
    const message = `${id} has no "portrait", and other traits do; add a sentence for people whom it draws strongly`;
    return [{ code: "no-portrait", message, file: "traits.yaml", path: [id], part: "key" }];
  });
  const without = pack.roles.flatMap(({ id, traits }) => {
    const weighty = Object.entries(traits).filter(([, { weight }]) => weight >= heavy);
    const hasAny = weighty.some(([, trait]) => trait.without !== null);
    return weighty.flatMap(([trait, { weight, without: sentence }]): Warning[] => {
      if (!hasAny || sentence !== null) return [];
      const message = `${trait} weighs ${weight} and has no "without"; say what the job is like for somebody whom it hardly draws`;
      return [{ code: "no-without", message, file: `roles/${id}.yaml`, path: ["traits", trait], part: "key" }];
    });
  });
  return [...portraits, ...without];
}

/** Finds notes without a condition, which would stand in every report. */
function findNotesForEverybody(pack: Pack): Warning[] {
  const isAlways = ({ when, unless }: Conditions) => [when, unless].every((map) => Object.keys(map).length === 0);
  return filesWithNotes(pack).flatMap(({ file, notes }) =>
    notes.flatMap((note, n): Warning[] => {
      if (!isAlways(note)) return [];
      const message = `the note "${note.title}" is shown to everybody; say in "when" whom it is for, or move it to the guide`;
      return [{ code: "always-said", message, file, path: ["notes", n, "when"], part: "key" }];
    }),
  );
}
