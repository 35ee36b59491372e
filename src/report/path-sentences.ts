import type { Advice, KindMatch, Path, RolePath, Trial } from "../advice/advice.ts";
import type { Pack, Saying } from "../pack/pack.ts";
import { say } from "../pack/say.ts";
import { questionNames, traitName } from "./advice-sentences.ts";

/** The sentences of every report about the kind of a role, the way to it, and what to try on it. */

/** Kind and path of each role to be told: of both in an undecided call, else the leader's. */
export function pathsToShow({ paths, recommendation: { role }, kind, path }: Advice): Advice["paths"] {
  return paths.length > 0 || role === null || path === null ? paths : [{ role, kind, path }];
}

/** How narrowly the best kind is ahead, with its name. */
export function kindWithLead(pack: Pack, { name, ahead }: KindMatch): string {
  if (ahead === null) return name;
  return ahead === 0 ? say(pack, "kind.level", { kind: name }) : say(pack, "kind.ahead", { kind: name, n: ahead });
}

/** The same sort in a sentence, where there is little room. */
export function kindInShort(pack: Pack, role: string, { id, name, say: said }: KindMatch): string {
  const kind = pack.roles.find((one) => one.id === role)?.kinds.find((one) => one.id === id);
  return say(pack, "kind.named", { kind: name, say: kind?.inShort ?? said });
}

/** The stage where one stands, and those after it; all of them where it is not known. */
export function stagesFrom({ stages, here }: Path) {
  const at = stages.findIndex(({ id }) => id === here);
  const isKnown = at >= 0;
  return {
    at,
    here: stages[at],
    next: isKnown ? stages[at + 1] : undefined,
    ahead: isKnown ? stages.slice(at) : stages,
  };
}

/** Why the path does not say where one stands; null where it does. */
export function sayWhereabouts(pack: Pack, { here, open }: Path): string | null {
  if (here !== null) return null;
  return open.length === 0
    ? say(pack, "path.unfit")
    : say(pack, "path.unknown", { questions: questionNames(pack, open) });
}

/** Why an experiment is proposed. */
export function sayWhy(pack: Pack, { why, trait, able }: Trial): string {
  const named = { trait: traitName(pack, trait) };
  if (why !== "grow") return say(pack, `path.${why}`, named);
  return say(pack, able.had === 0 ? "path.grow" : "path.grow-more", named);
}

/** What to try, and why. */
export function sayTrial(pack: Pack, trial: Trial): [Saying, string] {
  return [{ say: trial.do, sources: trial.sources }, sayWhy(pack, trial)];
}

/** What serves both paths, if there is such a thing; else the first of the leader's. */
export function firstTrial([leader, rival]: Advice["paths"]): Path["grow"][number] | undefined {
  const both = leader?.path.grow.find(({ trait }) => rival?.path.grow.some((other) => other.trait === trait));
  return both ?? leader?.path.grow[0];
}

/** Both paths side by side: kind, where one stands, what comes after, and the next step. */
export function comparePaths(pack: Pack, paths: Advice["paths"]) {
  const line = (name: string, cell: (of: RolePath) => string | undefined) => ({
    name,
    cells: paths.map((of) => cell(of) ?? ""),
  });
  const lines = [
    line(say(pack, "path.row-kind"), ({ kind }) => kind?.name ?? say(pack, "kind.none")),
    line(say(pack, "path.row-here"), ({ path }) => stagesFrom(path).here?.title),
    line(say(pack, "path.row-step"), ({ path }) => stagesFrom(path).here?.do[0]?.say ?? path.grow[0]?.do),
    line(say(pack, "path.row-next"), ({ path }) => stagesFrom(path).next?.title),
  ];
  return lines.filter(({ cells }) => cells.some((cell) => cell !== ""));
}

/** What is said of the stages as a whole: what those behind are good for, or why it is not known where one stands. */
export function sayStanding(pack: Pack, path: Path): string | null {
  return stagesFrom(path).at > 0 ? say(pack, "path.passed") : sayWhereabouts(pack, path);
}
