import { type Fault, fault } from "../../fault.ts";
import { entriesOf, itemsOf, partOf } from "../raw.ts";
import { idsIn, type RawPack } from "./raw-pack.ts";
import { checkMentions, findDoubled, refer } from "./refer.ts";

/** A role or a neighbour: the traits that it weighs, its own ids, and the other roles that it names. */
export function checkRole(raw: RawPack, file: string): Fault[] {
  const { texts, known } = raw;
  const role = texts[file]?.value;
  const lists = [
    ["kind", "kinds"],
    ["stage", "path"],
    ["note", "notes"],
  ] as const;
  return [
    ...lists.flatMap(([what, key]) => findDoubled(texts, what, idsIn(partOf(role, key)), { file, path: [key] }, "id")),
    ...entriesOf(partOf(role, "traits")).flatMap(([trait, value]) => [
      ...refer(texts, "trait", known.trait, trait, { file, path: ["traits", trait], isKey: true }),
      ...checkReason(raw, file, trait, value),
    ]),
    ...itemsOf(partOf(role, "kinds")).flatMap((kind, i) =>
      entriesOf(partOf(kind, "traits")).flatMap(([trait]) =>
        refer(texts, "trait", known.trait, trait, { file, path: ["kinds", i, "traits", trait], isKey: true }),
      ),
    ),
    ...checkCounterparts(raw, file, role),
    ...checkMentions(raw, file),
  ];
}

function checkReason({ texts }: RawPack, file: string, trait: string, value: unknown): Fault[] {
  const weight = partOf(value, "weight");
  if (typeof weight !== "number" || weight <= 0 || partOf(value, "because") !== undefined) return [];
  return [fault("no-because", { trait, weight }, texts[file]?.keyAt(["traits", trait]))];
}

function checkCounterparts({ texts, known }: RawPack, file: string, role: unknown): Fault[] {
  const own = file.replace(/^roles\/(.*)\.yaml$/, "$1");
  const others = known.role?.filter((id) => id !== own);
  return entriesOf(partOf(role, "counterpart")).flatMap(([other]) => {
    const spot = { file, path: ["counterpart", other], isKey: true };
    return refer(texts, other === own ? "other role" : "role", other === own ? others : known.role, other, spot);
  });
}
