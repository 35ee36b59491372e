import { type Pack, type ProfileField, profileFields, type Role } from "../pack/pack.ts";
import { type Document, type Entry, type Section, sourcesIn } from "./document.ts";

/** What the fields of a profile are called. */
export const fieldNames: Readonly<Record<ProfileField, string>> = {
  faces: "Faces",
  orientation: "Orientation",
  measured_by: "Measured by",
  responsibilities: "Responsibilities",
  goals: "Goals",
  challenges: "Hard parts",
  reports_to: "Reports to",
  qualifies_by: "Qualifies by",
};

/** The roles of a pack, in short. */
export function listRoles({ roles, sources }: Pack): Document {
  const listed = roles.map(({ id, name, short, inShort }) => ({ id, name, short, inShort }));
  const entries = roles.map((role) => ({ id: role.id, name: fullName(role), says: [role.inShort] }));
  return {
    title: "The roles in short",
    sections: [{ block: { type: "entries", entries } }],
    sources,
    record: { roles: listed, sources: sourcesIn(listed, sources) },
  };
}

/** What a pack knows of a role. */
export function describeRole(pack: Pack, role: Role): Document {
  const { notes: _, ...known } = role;
  const fields = profileFields.map((field): Section => {
    return { heading: fieldNames[field], block: { type: "points", says: role.profile[field] } };
  });
  return {
    title: fullName(role),
    sections: [
      { block: { type: "paragraphs", says: [role.inShort] } },
      ...fields,
      { heading: "What it weighs", block: { type: "weights", weights: weightsOf(pack, role) } },
      {
        heading: "Kinds",
        block: { type: "entries", entries: role.kinds.map((kind) => ({ name: kind.name, says: [kind] })) },
      },
      { heading: "The way there", block: { type: "entries", entries: stagesOf(role) } },
      { heading: "Working together", block: { type: "entries", entries: counterpartsOf(pack, role) } },
    ],
    sources: pack.sources,
    record: { role: known, sources: sourcesIn(known, pack.sources) },
  };
}

/** "Chief Technology Officer (CTO)" */
export function fullName({ name, short }: Role): string {
  return name === short ? name : `${name} (${short})`;
}

/** The traits that a role weighs, heaviest first. */
export function weightsOf({ traits }: Pack, role: Role) {
  return traits
    .flatMap(({ id, name }) => (role.traits[id] === undefined ? [] : [{ name, ...role.traits[id] }]))
    .sort((a, b) => b.weight - a.weight);
}

function stagesOf({ path }: Role): Entry[] {
  return path.map(({ title, say, sources, usual, do: points }, i) => ({
    name: `${i + 1}. ${title}`,
    says: [{ say, sources }, ...(usual === "" ? [] : [{ say: usual }])],
    points,
  }));
}

function counterpartsOf({ roles }: Pack, role: Role): Entry[] {
  return roles.flatMap((other) => {
    const saying = role.counterpart[other.id];
    return saying === undefined ? [] : [{ name: `With the ${other.name}`, says: [saying] }];
  });
}
