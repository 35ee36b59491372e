import { type Fault, fault } from "../../fault.ts";
import { itemsOf, partOf } from "../raw.ts";
import type { Path } from "../yaml.ts";
import { isCount } from "./check-pack-file.ts";
import type { RawPack } from "./raw-pack.ts";
import { checkMentions } from "./refer.ts";

const file = "evidence.yaml";

/** From one answer on, without gap and overlap, and the last row open: every result has one row. */
export function checkEvidence(raw: RawPack): Fault[] {
  const value = raw.texts[file]?.value;
  const rows = itemsOf(partOf(value, "rows"));
  const [cases, all] = [partOf(value, "cases"), rows.reduce<number>((n, row) => n + Number(partOf(row, "of")), 0)];
  const refuse: Refuse = (path, what, received, expected) =>
    fault("out-of-range", { what, received, expected }, raw.texts[file]?.at(path));
  const starts = rows.map((_, i) => (i === 0 ? 1 : lastOf(rows[i - 1]) + 1));
  return [
    ...rows.flatMap((row, i) => checkRow(row, ["rows", i], starts[i] ?? 1, i === rows.length - 1, refuse)),
    ...(isCount(cases) && all > cases
      ? [refuse(["cases"], "cases", `${cases}`, `at least ${all}, as the rows hold`)]
      : []),
    ...checkMentions(raw, file),
  ];
}

type Refuse = (path: Path, what: string, received: string, expected: string) => Fault;

function checkRow(row: unknown, path: Path, start: number, isLast: boolean, refuse: Refuse): Fault[] {
  const [right, of] = [partOf(row, "right"), partOf(row, "of")];
  const [from, to] = itemsOf(partOf(row, "flip"));
  const at = [...path, "flip"];
  const shares =
    isCount(right) && isCount(of) && right > of
      ? [refuse([...path, "right"], "right", `${right}`, `at most ${of}`)]
      : [];
  if (!isCount(from)) return shares;
  if (from !== start) {
    const expected =
      start === 1 ? "1, where the first row starts" : `${start}, since the row before ends at ${start - 1}`;
    return [...shares, refuse([...at, 0], "flip", `from ${from} on`, expected)];
  }
  if (isLast && to !== undefined)
    return [...shares, refuse(at, "the last flip", "closed", `[${from}], which is that many and more`)];
  if (!isLast && !isCount(to)) return [...shares, refuse(at, "flip", "open", "[from, to], since another row follows")];
  return isCount(to) && to > 0 && to < from
    ? [...shares, refuse([...at, 1], "flip", `up to ${to}`, `at least ${from}`)]
    : shares;
}

/** Where a row ends, as far as that can be told. */
function lastOf(row: unknown): number {
  const [from, to] = itemsOf(partOf(row, "flip"));
  return Math.max(Number(from), Number(to ?? from));
}
