import { stageOf } from "../advice/path.ts";
import { randomFrom } from "../advice/sample.ts";
import { answersFrom, compileScorecard } from "../advice/scorecard.ts";
import type { Pack } from "../pack/pack.ts";
import { drawAnswer } from "../pack/pick.ts";
import type { Warning } from "./warning.ts";

const draws = 2_000;
const seed = 1;

/** Roles whose path has no stage for some complete answers. */
export function findUnfit(pack: Pack): Warning[] {
  const card = compileScorecard(pack);
  const random = randomFrom(seed);
  const people = Array.from({ length: draws }, () =>
    Int32Array.from(card.questions, ({ question }) => drawAnswer(question, random)),
  );
  return pack.roles.flatMap(({ id, path }, role): Warning[] => {
    const unfit = path.length === 0 ? [] : people.filter((answers) => stageOf(card, answers, role) === null);
    const [first] = unfit;
    if (first === undefined) return [];
    const named = new Set(path.flatMap(({ when, unless }) => [...Object.keys(when), ...Object.keys(unless)]));
    const such = Object.entries(answersFrom(pack, first))
      .filter(([question]) => named.has(question))
      .map(([question, picked]) => `${question}: ${picked.join(" and ") || "none"}`);
    const share = Math.max(1, Math.round((100 * unfit.length) / draws));
    const message = `${share}% of all answers fit no stage of the path, such as ${such.join(", ")}; widen a stage, or add one`;
    return [{ code: "no-stage", message, file: `roles/${id}.yaml`, path: ["path"], part: "key" }];
  });
}
