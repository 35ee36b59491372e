import { listed } from "../pack/language.ts";
import { type Pack, profileFields, type Role } from "../pack/pack.ts";
import { say } from "../pack/say.ts";
import { type Document, type Row, sourcesIn } from "./document.ts";
import { fieldName, fullName, weightsOf } from "./role-profile.ts";

/** From this weight on a trait counts among those that a role weighs most. */
const heavy = 4;

/** Roles side by side, field by field. */
export function compareRoles(pack: Pack, roles: readonly Role[]): Document {
  const weights = (role: Role) =>
    weightsOf(pack, role)
      .filter(({ weight }) => weight >= heavy)
      .map(({ name, weight }) => ({ say: say(pack, "roles.weight", { trait: name, weight }) }));
  const rows: Row[] = [
    { name: say(pack, "roles.in-short"), cells: roles.map(({ inShort }) => [inShort]) },
    ...profileFields.map((field) => ({
      name: fieldName(pack, field),
      cells: roles.map(({ profile }) => profile[field]),
    })),
    { name: say(pack, "roles.weighs-most"), cells: roles.map(weights) },
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
    title: say(pack, "roles.side", {
      roles: listed(
        pack,
        roles.map(({ short }) => short),
      ),
    }),
    sections: [
      {
        block: {
          type: "table",
          heads: roles.map((role) => fullName(pack, role)),
          rows: rows.filter(({ cells }) => cells.some((cell) => cell.length > 0)),
        },
      },
    ],
    sources: pack.sources,
    record: { roles: compared, sources: sourcesIn(compared, pack.sources) },
  };
}
