import { heavy } from "../advice/fit.ts";
import { formatList } from "../pack/language.ts";
import { type Neighbour, type Pack, type Profiled, profileFields, type Role } from "../pack/pack.ts";
import { say } from "../pack/say.ts";
import { type Document, type Entry, type Section, withSources } from "./document.ts";

/** Lists the roles and neighbours of a pack, each with its short description. */
export function listRoles(pack: Pack): Document {
  const inShort = ({ id, name, short, inShort }: Profiled) => ({ id, name, short, inShort });
  const entriesOf = (roles: readonly Profiled[]) =>
    roles.map((role) => ({ id: role.id, name: fullName(pack, role), says: [role.inShort] }));
  const record = { roles: pack.roles.map(inShort), neighbours: pack.neighbours.map(inShort) };
  return {
    title: say(pack, "roles.list"),
    sections: [
      { entries: entriesOf(pack.roles) },
      { heading: say(pack, "roles.neighbours"), entries: entriesOf(pack.neighbours) },
    ],
    record: withSources(pack, record),
  };
}

/** Describes a role or a neighbour: profile and weights; for a role also its kinds, path and counterparts. */
export function describeRole(pack: Pack, role: Role | Neighbour): Document {
  const sections = profileSections(pack, role);
  const title = fullName(pack, role);
  if ("look" in role) {
    sections.push({ heading: say(pack, "roles.look"), paragraphs: [role.look] });
    return { title, sections, record: withSources(pack, { neighbour: role }) };
  }
  const { notes: _, ...record } = role;
  sections.push(
    { heading: say(pack, "roles.kinds"), entries: role.kinds.map((kind) => ({ name: kind.name, says: [kind] })) },
    { heading: say(pack, "roles.path"), entries: stagesOf(pack, role) },
    { heading: say(pack, "roles.counterpart"), entries: counterpartsOf(pack, role) },
  );
  return { title, sections, record: withSources(pack, { role: record }) };
}

/** Compares roles side by side: short description, each field of the profile, and the heaviest traits. */
export function compareRoles(pack: Pack, roles: readonly Role[]): Document {
  const heaviest = (role: Role) =>
    weightsOf(pack, role)
      .filter(({ weight }) => weight >= heavy)
      .map(({ name, weight }) => say(pack, "roles.weight", { trait: name, weight }));
  const rows = [
    { name: say(pack, "roles.in-short"), cells: roles.map(({ inShort }) => [inShort]) },
    ...profileFields.map((field) => ({
      name: say(pack, `roles.${field}`),
      cells: roles.map(({ profile }) => profile[field]),
    })),
    { name: say(pack, "roles.weighs-most"), cells: roles.map(heaviest) },
  ].filter(({ cells }) => cells.some(({ length }) => length > 0));
  const compared = roles.map(({ id, name, short, inShort, profile, traits }) => {
    const weights = Object.fromEntries(Object.entries(traits).map(([trait, { weight }]) => [trait, weight]));
    return { id, name, short, inShort, profile, weights };
  });
  const names = roles.map(({ short }) => short);
  return {
    title: say(pack, "roles.side", { roles: formatList(pack, names) }),
    sections: [{ heads: roles.map((role) => fullName(pack, role)), rows }],
    record: withSources(pack, { roles: compared }),
  };
}

function profileSections(pack: Pack, role: Role | Neighbour): Section[] {
  const heads = (["head-weight", "head-trait", "head-because"] as const).map((word) => say(pack, `roles.${word}`));
  return [
    { paragraphs: [role.inShort] },
    ...profileFields.map((field) => ({ heading: say(pack, `roles.${field}`), points: role.profile[field] })),
    { heading: say(pack, "roles.weighs"), heads, weights: weightsOf(pack, role) },
  ];
}

/** "Chief Technology Officer (CTO)" */
function fullName(pack: Pack, { name, short }: Profiled): string {
  return name === short ? name : say(pack, "roles.full", { name, short });
}

/** Traits of a role with name and weight, heaviest first. */
function weightsOf({ traits }: Pack, role: Role | Neighbour) {
  return traits
    .flatMap(({ id, name }) => (role.traits[id] === undefined ? [] : [{ name, ...role.traits[id] }]))
    .sort((a, b) => b.weight - a.weight);
}

function stagesOf(pack: Pack, { path }: Role): Entry[] {
  return path.map(({ title, say: description, sources, usual, do: steps }, i) => ({
    name: say(pack, "roles.stage", { n: i + 1, stage: title }),
    says: [{ say: description, sources }, ...(usual === "" ? [] : [usual])],
    points: steps,
  }));
}

function counterpartsOf(pack: Pack, role: Role): Entry[] {
  return pack.roles.flatMap((other) => {
    const saying = role.counterpart[other.id];
    return saying === undefined ? [] : [{ name: say(pack, "mind.counterpart", { role: other.name }), says: [saying] }];
  });
}
