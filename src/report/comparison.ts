import { listed } from "../advice/words.ts";
import { type Pack, profileFields, type Role } from "../pack/pack.ts";
import { type Document, type Row, sourcesIn } from "./document.ts";
import { fieldNames, fullName, weightsOf } from "./profile.ts";

/** From this weight on a trait counts among those that a role weighs most. */
const heavy = 4;

/** Roles side by side, field by field. */
export function compareRoles(pack: Pack, roles: readonly Role[]): Document {
  const weights = (role: Role) =>
    weightsOf(pack, role)
      .filter(({ weight }) => weight >= heavy)
      .map(({ name, weight }) => ({ say: `${name} (${weight})` }));
  const rows: Row[] = [
    { name: "In short", cells: roles.map(({ inShort }) => [inShort]) },
    ...profileFields.map((field) => ({ name: fieldNames[field], cells: roles.map(({ profile }) => profile[field]) })),
    { name: "Weighs most", cells: roles.map(weights) },
  ];
  const compared = roles.map(({ id, name, short, inShort, profile, traits }) => ({
    id,
    name,
    short,
    inShort,
    profile,
    weights: Object.fromEntries(Object.entries(traits).map(([trait, { weight }]) => [trait, weight])),
  }));
  return {
    title: `${listed(roles.map(({ short }) => short))} side by side`,
    sections: [
      {
        block: {
          type: "table",
          heads: roles.map(fullName),
          rows: rows.filter(({ cells }) => cells.some((cell) => cell.length > 0)),
        },
      },
    ],
    sources: pack.sources,
    record: { roles: compared, sources: sourcesIn(compared, pack.sources) },
  };
}
