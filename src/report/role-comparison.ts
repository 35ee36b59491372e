import { heavy } from "../advice/pulls.ts";
import { listed } from "../pack/language.ts";
import { type Pack, profileFields, type Role } from "../pack/pack.ts";
import { say } from "../pack/say.ts";
import { type Document, type Row, table, withSources } from "./document.ts";
import { fullName, weightsOf } from "./role-profile.ts";

/** Roles side by side, field by field. */
export function compareRoles(pack: Pack, roles: readonly Role[]): Document {
  const weights = (role: Role) =>
    weightsOf(pack, role)
      .filter(({ weight }) => weight >= heavy)
      .map(({ name, weight }) => say(pack, "roles.weight", { trait: name, weight }));
  const rows: Row[] = [
    { name: say(pack, "roles.in-short"), cells: roles.map(({ inShort }) => [inShort]) },
    ...profileFields.map((field) => ({
      name: say(pack, `roles.${field}`),
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
  const names = roles.map(({ short }) => short);
  const heads = roles.map((role) => fullName(pack, role));
  return {
    title: say(pack, "roles.side", { roles: listed(pack, names) }),
    sections: [
      table(
        undefined,
        heads,
        rows.filter(({ cells }) => cells.some((cell) => cell.length > 0)),
      ),
    ],
    record: withSources(pack, { roles: compared }),
  };
}
