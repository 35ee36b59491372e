import { type Fault, fault } from "../../fault.ts";
import { itemsOf, partOf } from "../unchecked-data.ts";
import type { Path, YamlText } from "../yaml.ts";

/** Rows must cover flips from 1 on without gap or overlap, and the last must be open: each result has one row. */
export function checkEvidence(yaml: YamlText | undefined): Fault[] {
  const cases = partOf(yaml?.value, "cases");
  const rows = itemsOf(partOf(yaml?.value, "rows"));
  const all = rows.reduce<number>((n, row) => n + Number(partOf(row, "of")), 0);
  const refuse: Refuse = (path, what, received, expected) => [
    fault("out-of-range", { what, received, expected }, yaml?.at(path)),
  ];
  return [
    ...rows.flatMap((row, i) => {
      const [right, of] = [partOf(row, "right"), partOf(row, "of")];
      const isOver = isCount(right) && isCount(of) && right > of;
      return [
        ...(isOver ? refuse(["rows", i, "right"], "right", `${right}`, `at most ${of}`) : []),
        ...checkFlip(rows, i, refuse),
      ];
    }),
    ...(isCount(cases) && all > cases
      ? refuse(["cases"], "cases", `${cases}`, `at least ${all}, as the rows hold`)
      : []),
  ];
}

type Refuse = (path: Path, what: string, received: string, expected: string) => Fault[];

function checkFlip(rows: readonly unknown[], i: number, refuse: Refuse): Fault[] {
  const at = ["rows", i, "flip"];
  const [from, to] = itemsOf(partOf(rows[i], "flip"));
  const [before, beforeTo] = itemsOf(partOf(rows[i - 1], "flip"));
  const start = i === 0 ? 1 : Math.max(Number(before), Number(beforeTo ?? before)) + 1;
  const isLast = i === rows.length - 1;
  if (!isCount(from)) return [];
  if (from !== start) {
    const expected =
      start === 1 ? "1, where the first row starts" : `${start}, since the row before ends at ${start - 1}`;
    return refuse([...at, 0], "flip", `from ${from} on`, expected);
  }
  if (isLast && to !== undefined) {
    return refuse(at, "the last flip", "closed", `[${from}], which is that many and more`);
  }
  if (!isLast && !isCount(to)) return refuse(at, "flip", "open", "[from, to], since another row follows");
  return isCount(to) && to > 0 && to < from ? refuse([...at, 1], "flip", `up to ${to}`, `at least ${from}`) : [];
}

export function isCount(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0;
}
