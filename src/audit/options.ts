import { at, compileScorecard } from "../advice/scorecard.ts";
import type { Conditions, Option, Pack, Question, Strengths, When } from "../pack/pack.ts";
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
      const better = question.options.find((other, n) => isDominated(pack, question, own, n) || hasMore(other, option));
      const message = `${option.id} shows nothing that ${better?.id} does not show as well, and nothing else tells the two apart; let it show something of its own, or make them one`;
      return better === undefined ? [] : [{ code: "dominated", message, ...place }];
    });
  });
}

/** Do both options give every role the same lead over every other? */
function isSameLead(a: readonly number[] = [], b: readonly number[] = []): boolean {
  const leads = (points: readonly number[]) => points.map((p) => p - at(points, 0)).join();
  return leads(a) === leads(b);
}

/** Does the other option show each trait of this one as strongly, and one more? */
function hasMore({ drawn: more }: Option, { drawn: less }: Option): boolean {
  const traits = Object.entries(less);
  const isMore = Object.keys(more).length > traits.length;
  return traits.length > 0 && isMore && traits.every(([trait, n]) => (more[trait] ?? 0) >= n);
}

/** Of two options that show the same, is this the later one, and does no note or stage tell them apart? */
function isDominated(pack: Pack, { id, options }: Question, own: number, other: number): boolean {
  const [mine, its] = [options[own], options[other]];
  if (mine === undefined || its === undefined || own <= other) return false;
  if (!isWithin(mine, its) || !isWithin(its, mine)) return false;
  const tellsApart = (map: When) => map[id]?.includes(mine.id) !== map[id]?.includes(its.id);
  return !conditions(pack).some(({ when, unless }) => tellsApart(when) || tellsApart(unless));
}

function isWithin(less: Option, more: Option): boolean {
  const isLess = (a: Strengths, b: Strengths) => Object.entries(a).every(([trait, n]) => n <= (b[trait] ?? 0));
  return isLess(less.drawn, more.drawn) && isLess(less.able, more.able);
}

/** All that depends on answers. */
function conditions(pack: Pack): Conditions[] {
  const ofRoles = pack.roles.flatMap(({ notes, path, traits }) => {
    return [
      notes,
      path,
      ...path.map(({ do: steps }) => steps),
      ...Object.values(traits).map(({ grow }) => grow),
    ].flat();
  });
  return [...pack.notes, ...pack.portrait, ...ofRoles];
}
