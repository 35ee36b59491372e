import { type Fault, fault } from "../../fault.ts";
import { itemsOf, partOf, textOf } from "../raw.ts";
import { idsIn, type Known, type RawPack } from "./raw-pack.ts";
import { checkChosen, refer } from "./refer.ts";

export function checkExample(raw: RawPack, file: string): Fault[] {
  return checkChosen(raw, partOf(raw.texts[file]?.value, "answers"), { file, path: ["answers"] });
}

/** Expected outcomes: their answers, and the roles, kinds, stages and notes that they expect. */
export function checkTests(raw: RawPack): Fault[] {
  const file = "tests.yaml";
  const { texts, known } = raw;
  return itemsOf(texts[file]?.value).flatMap((test, i) => {
    const expect = partOf(test, "expect");
    const leader = textOf(partOf(expect, "leader"));
    const path = [i, "expect"];
    // A kind and a stage belong to the leader; where that is not known, to any role.
    const roles = leader !== undefined && known.role?.includes(leader) ? [leader] : known.role;
    const idle = expect === undefined && partOf(test, "code") === undefined;
    return [
      ...checkChosen(raw, partOf(test, "answers"), { file, path: [i, "answers"] }),
      ...(idle ? [fault("no-expectation", {}, texts[file]?.at([i]))] : []),
      ...refer(texts, "role", known.role, leader, { file, path: [...path, "leader"] }),
      ...[
        { what: "kind", key: "kind", ids: idsOfRoles(raw, roles, "kinds") },
        { what: "stage", key: "here", ids: idsOfRoles(raw, roles, "path") },
      ].flatMap(({ what, key, ids }) =>
        refer(texts, what, ids, textOf(partOf(expect, key)), { file, path: [...path, key] }),
      ),
      ...itemsOf(partOf(expect, "neighbours")).flatMap((id, n) =>
        refer(texts, "neighbour", known.neighbour, textOf(id), { file, path: [...path, "neighbours", n] }),
      ),
      ...itemsOf(partOf(expect, "notes")).flatMap((id, n) =>
        refer(texts, "note", noteIds(raw), textOf(id), { file, path: [...path, "notes", n] }),
      ),
    ];
  });
}

function idsOfRoles({ texts }: RawPack, roles: Known, key: string): Known {
  const values = roles?.map((id) => texts[`roles/${id}.yaml`]?.value);
  if (values?.every((value) => value !== undefined) !== true) return undefined;
  return values.flatMap((value) => idsIn(partOf(value, key)).map(({ text }) => text));
}

/** Every note has an id: its own, or one by its number. */
function noteIds({ texts, known }: RawPack): Known {
  const pack = texts["pack.yaml"]?.value;
  const roles = known.role?.map((id) => ({ start: `${id}-`, value: texts[`roles/${id}.yaml`]?.value }));
  if (pack === undefined || roles?.every(({ value }) => value !== undefined) !== true) return undefined;
  return [{ start: "", value: pack }, ...roles].flatMap(({ start, value }) =>
    itemsOf(partOf(value, "notes")).map((note, i) => textOf(partOf(note, "id")) ?? `${start}note-${i + 1}`),
  );
}
