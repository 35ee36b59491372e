import type { Pack } from "../pack/pack.ts";
import type { Advice } from "./advice.ts";
import type { Judgement } from "./judge.ts";

/**
 * How often the advice named the title that real people held (DESIGN 5.12): the row for a flip of this size if this
 * version of the pack was tried, and only the number of cases if another version was. Null for a short form.
 */
export function evidenceFor(
  { evidence, version }: Pick<Pack, "evidence" | "version">,
  { flip, isCertain }: Pick<Judgement, "flip" | "isCertain">,
  hasOpenQuestions: boolean,
): Advice["evidence"] {
  if (evidence === null || (isCertain && hasOpenQuestions)) return null;
  const { cases } = evidence;
  if (evidence.version !== version) return { right: null, of: null, cases, version: evidence.version };
  const size = flip ?? Number.POSITIVE_INFINITY;
  const row = evidence.rows.find(({ from, to }) => size >= from && (to === null || size <= to));
  if (!isCertain || row === undefined) return null;
  return { right: row.right, of: row.of, cases, version };
}
