import { at, compileScorecard } from "../advice/scorecard.ts";
import type { Option, Pack, Question, Strengths, When } from "../pack/pack.ts";
import { mayBeNone } from "../pack/pick.ts";
import { pathOf, type Warning } from "./warning.ts";

/** Scored questions without swing, and options that are worth nothing to any role, or nothing beside another. */
export function findIdleOptions(pack: Pack): Warning[] {
  const file = "questions.yaml";
  const card = compileScorecard(pack);
  return pack.questions.flatMap((question, i): Warning[] => {
    const scored = card.questions[i];
    if (scored?.isScored !== true) return [];
    const path = pathOf(pack, question.id);
    const points = scored.options.map((row) => [...row.subarray(0, card.roles)]);
    // Where any may be picked, picking none is the other choice.
    const other = mayBeNone(question) ? pack.roles.map(() => 0) : points[0];
    if (points.every((option) => isSameLead(option, other))) {
      const message = `${question.id} has no swing: every option gives every role the same lead over the others; give the options different evidence, or leave "drawn" out`;
      return [{ code: "no-swing", message, file, path: [...path, "id"], part: "value" }];
    }
    return question.options.flatMap((option, own): Warning[] => {
      const place = { file, path: [...path, "options", option.id], part: "key" } as const;
      if (points[own]?.every((n) => n === 0)) {
        const message = `no role gains from ${option.id}; give it evidence in "drawn" of a trait that a role weighs, or write "drawn: {}" if it is meant to count for nobody`;
        return [{ code: "no-gain", message, ...place }];
      }
      // Where any may be picked, options are no rivals of each other.
      if (mayBeNone(question)) return [];
      const better = question.options.find(
        (_, n) => isSameLead(points[own], points[n]) && isDominated(pack, question, own, n),
      );
      const message = `${option.id} gains no role anything over what ${better?.id} gives, and nothing else tells the two apart; let it show something of its own, or make them one`;
      return better === undefined ? [] : [{ code: "dominated", message, ...place }];
    });
  });
}

/** Do both options give every role the same lead over every other? */
function isSameLead(a: readonly number[] = [], b: readonly number[] = []): boolean {
  const leads = (points: readonly number[]) => points.map((p) => p - at(points, 0)).join();
  return leads(a) === leads(b);
}

/** Does one option show nothing that the other does not show as strongly, and does no note or stage tell them apart? */
function isDominated(pack: Pack, { id, options }: Question, own: number, other: number): boolean {
  if (own === other) return false;
  const [mine, its] = [options[own], options[other]] as [Option, Option];
  if (!isWithin(mine, its)) return false;
  // Of two that are alike only the later one is superfluous.
  if (isWithin(its, mine) && own < other) return false;
  const tellsApart = (when: When) => when[id]?.includes(mine.id) !== when[id]?.includes(its.id);
  return !conditions(pack).some(tellsApart);
}

function isWithin(less: Option, more: Option): boolean {
  const isLess = (a: Strengths, b: Strengths) => Object.entries(a).every(([trait, n]) => n <= (b[trait] ?? 0));
  return isLess(less.drawn, more.drawn) && isLess(less.able, more.able);
}

/** All that depends on answers: notes, and stages of a way. */
function conditions(pack: Pack): When[] {
  return [...pack.notes, ...pack.roles.flatMap(({ notes, path }) => [...notes, ...path])].map(({ when }) => when);
}
