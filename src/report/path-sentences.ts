import type { Advice, KindMatch, Path, RolePath, Trial } from "../advice/advice.ts";
import type { Pack, Saying } from "../pack/pack.ts";
import { say } from "../pack/say.ts";
import { questionNames, traitName } from "./advice-sentences.ts";

/** Kinds and paths that a report shows: those of both roles in an undecided call, otherwise only the leader's. */
export function pathsToShow({ paths, recommendation: { role }, kind, path }: Advice): Advice["paths"] {
  return paths.length > 0 || role === null || path === null ? paths : [{ role, kind, path }];
}

/** Names the best kind, and says by how many points it is ahead of the next one. */
export function kindWithLead(pack: Pack, { name, ahead }: KindMatch): string {
  if (ahead === null) return name;
  return ahead === 0 ? say(pack, "kind.level", { kind: name }) : say(pack, "kind.ahead", { kind: name, n: ahead });
}

/** Names a kind and describes it in its short sentence, or in the long one if the pack has no short one. */
export function kindInShort(pack: Pack, role: string, { id, name, say: description }: KindMatch): string {
  const kind = pack.roles.find((one) => one.id === role)?.kinds.find((one) => one.id === id);
  return say(pack, "kind.named", { kind: name, say: kind?.inShort ?? description });
}

/** The person's stage, with `at` -1 if it is unknown. `ahead` has it and all later stages, or all if it is unknown. */
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

/** Explains why the person's stage is unknown. Null when it is known. */
export function sayWhereabouts(pack: Pack, { here, open }: Path): string | null {
  if (here !== null) return null;
  return open.length === 0
    ? say(pack, "path.unfit")
    : say(pack, "path.unknown", { questions: questionNames(pack, open) });
}

/** Explains why the path proposes an experiment. */
export function sayWhy(pack: Pack, { why, trait, able }: Trial): string {
  const key = why === "grow" && able.had > 0 ? "grow-more" : why;
  return say(pack, `path.${key}`, { trait: traitName(pack, trait) });
}

/** Describes an experiment in two sentences: what to do, and why. */
export function sayTrial(pack: Pack, trial: Trial): [Saying, string] {
  return [{ say: trial.do, sources: trial.sources }, sayWhy(pack, trial)];
}

/** The first experiment for a trait that both paths want to grow. If there is none, the leader's first experiment. */
export function firstTrial([leader, rival]: Advice["paths"]): Path["grow"][number] | undefined {
  const shared = leader?.path.grow.find(({ trait }) => rival?.path.grow.some((other) => other.trait === trait));
  return shared ?? leader?.path.grow[0];
}

/** Compares both paths row by row: kind, the person's stage, the step to take now, and the next stage. */
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

/** A remark on all stages: what the passed ones are good for, or why the person's stage is unknown. */
export function sayStanding(pack: Pack, path: Path): string | null {
  return stagesFrom(path).at > 0 ? say(pack, "path.passed") : sayWhereabouts(pack, path);
}
