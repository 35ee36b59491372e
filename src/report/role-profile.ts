import { type Neighbour, type Pack, type Profiled, profileFields, type Role, type WeighedTrait } from "../pack/pack.ts";
import { say } from "../pack/say.ts";
import { type Document, type Entry, entries, paragraphs, points, type Section, withSources } from "./document.ts";

/** The roles of a pack in short, and those beside them. */
export function listRoles(pack: Pack): Document {
  const inShort = ({ id, name, short, inShort }: Profiled) => ({ id, name, short, inShort });
  const named = (roles: readonly Profiled[]) =>
    roles.map((role) => ({ id: role.id, name: fullName(pack, role), says: [role.inShort] }));
  const record = { roles: pack.roles.map(inShort), neighbours: pack.neighbours.map(inShort) };
  return {
    title: say(pack, "roles.list"),
    sections: [entries(undefined, named(pack.roles)), entries(say(pack, "roles.neighbours"), named(pack.neighbours))],
    record: withSources(pack, record),
  };
}

/** What a pack knows of a role. */
export function describeRole(pack: Pack, role: Role): Document {
  const { notes: _, ...known } = role;
  return {
    title: fullName(pack, role),
    sections: [
      ...profileSections(pack, role),
      entries(
        say(pack, "roles.kinds"),
        role.kinds.map((kind) => ({ name: kind.name, says: [kind] })),
      ),
      entries(say(pack, "roles.path"), stagesOf(pack, role)),
      entries(say(pack, "roles.counterpart"), counterpartsOf(pack, role)),
    ],
    record: withSources(pack, { role: known }),
  };
}

/** The same of a role beside the choice. */
export function describeNeighbour(pack: Pack, neighbour: Neighbour): Document {
  return {
    title: fullName(pack, neighbour),
    sections: [...profileSections(pack, neighbour), paragraphs(say(pack, "roles.look"), [neighbour.look])],
    record: withSources(pack, { neighbour }),
  };
}

type Weighing = Profiled & { readonly traits: Readonly<Record<string, WeighedTrait>> };

/** In short, the fields of the profile, and what is weighed. */
function profileSections(pack: Pack, role: Weighing): Section[] {
  const heads = (["head-weight", "head-trait", "head-because"] as const).map((word) => say(pack, `roles.${word}`));
  return [
    paragraphs(undefined, [role.inShort]),
    ...profileFields.map((field) => points(say(pack, `roles.${field}`), role.profile[field])),
    { heading: say(pack, "roles.weighs"), block: { type: "weights", heads, weights: weightsOf(pack, role) } },
  ];
}

/** "Chief Technology Officer (CTO)" */
export function fullName(pack: Pack, { name, short }: Profiled): string {
  return name === short ? name : say(pack, "roles.full", { name, short });
}

/** The traits that a role weighs, heaviest first. */
export function weightsOf({ traits }: Pack, role: Weighing) {
  return traits
    .flatMap(({ id, name }) => (role.traits[id] === undefined ? [] : [{ name, ...role.traits[id] }]))
    .sort((a, b) => b.weight - a.weight);
}

function stagesOf(pack: Pack, { path }: Role): Entry[] {
  return path.map(({ title, say: said, sources, usual, do: steps }, i) => ({
    name: say(pack, "roles.stage", { n: i + 1, stage: title }),
    says: [{ say: said, sources }, ...(usual === "" ? [] : [usual])],
    points: steps,
  }));
}

function counterpartsOf(pack: Pack, role: Role): Entry[] {
  return pack.roles.flatMap((other) => {
    const saying = role.counterpart[other.id];
    return saying === undefined ? [] : [{ name: say(pack, "mind.counterpart", { role: other.name }), says: [saying] }];
  });
}
