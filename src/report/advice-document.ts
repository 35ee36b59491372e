import { type Advice, isUndecided, type Reason, type RolePath } from "../advice/advice.ts";
import { formatNumber, formatSigned, inQuotes, listed } from "../pack/language.ts";
import type { Pack } from "../pack/pack.ts";
import { say } from "../pack/say.ts";
import {
  type Amount,
  amounts,
  type Entry,
  entries,
  paragraphs,
  points,
  type Said,
  type Section,
  table,
} from "./document.ts";
import { bothLines, firstTrial } from "./first-screen.ts";
import {
  answerLabel,
  findQuestion,
  kindWithLead,
  pathsToTell,
  reasonHeadings,
  reasonsOf,
  reasonTitle,
  sayEvidence,
  sayFaint,
  sayFigures,
  sayFlip,
  sayOpen,
  sayTrial,
  sayWhereabouts,
  shortName,
  stagesFrom,
  thingsToMind,
  traitName,
} from "./sentences.ts";

/** All that an advice holds below its verdict and points, in the order of the first screen: for details and for Markdown. */
export function adviceSections(pack: Pack, advice: Advice): Section[] {
  const [why, against] = reasonHeadings(pack, advice);
  return [
    amounts(why, reasonAmounts(pack, reasonsOf(advice, 1))),
    amounts(against, reasonAmounts(pack, reasonsOf(advice, -1))),
    points(say(pack, "headings.fit"), [...fitLists(pack, advice), ...sayFaint(pack, advice)]),
    entries(
      say(pack, "headings.neighbours"),
      advice.neighbours.map(({ id, name, ...look }) => ({ id, name, says: [look] })),
    ),
    ...trustSections(pack, advice),
    ...bothSections(pack, advice),
    ...pathsToTell(advice).flatMap((of) => pathSections(pack, advice, of)),
    entries(
      say(pack, "headings.mind"),
      thingsToMind(pack, advice).map(({ title, ...note }) => ({ name: title, says: [note] })),
    ),
    entries(
      say(pack, "headings.counterpart"),
      advice.counterpart.map(({ role, ...saying }) => ({
        name: say(pack, "mind.counterpart", { role: shortName(advice, role) }),
        says: [saying],
      })),
    ),
    amounts(say(pack, "headings.pulls"), pullsOf(pack, advice)),
    amounts(say(pack, "headings.contributions"), contributionsOf(pack, advice)),
    entries(say(pack, "headings.answers"), unscoredAnswers(pack, advice)),
    paragraphs(say(pack, "headings.limits"), [advice.limits]),
  ];
}

function reasonAmounts(pack: Pack, reasons: readonly Reason[]): Amount[] {
  return reasons.map((reason) => ({
    amount: formatSigned(pack, reason.contribution),
    title: reasonTitle(pack, reason),
    says: [{ say: reason.because, sources: reason.sources }],
  }));
}

function contributionsOf(pack: Pack, { contributions }: Advice): Amount[] {
  return contributions.map(({ question, answer, contribution }) => ({
    amount: formatSigned(pack, contribution),
    title: `${findQuestion(pack, question).short}: ${answerLabel(pack, question, answer)}`,
  }));
}

function fitLists(pack: Pack, { fit }: Advice): Said[] {
  if (fit === null) return [];
  const lists = { strong: fit.strong, some: fit.some, faint: fit.faint.map(({ trait }) => trait) };
  return (["strong", "some", "faint"] as const).flatMap((pull) => {
    const names = lists[pull].map((id) => traitName(pack, id));
    return names.length === 0 ? [] : [say(pack, `fit.list-${pull}`, { traits: listed(pack, names) })];
  });
}

/** Every trait that is known, the strongest pull first. */
function pullsOf(pack: Pack, { portrait }: Advice): Amount[] {
  return [...portrait.pulls]
    .filter(({ possible }) => possible > 0)
    .sort((a, b) => b.had / b.possible - a.had / a.possible)
    .map(({ trait, had, possible, pull }) => ({
      amount: say(pack, "pull.amount", { had, possible }),
      title: `${traitName(pack, trait)}: ${say(pack, `pull.${pull ?? "unknown"}`)}`,
    }));
}

function trustSections(pack: Pack, advice: Advice): Section[] {
  const heading = say(pack, "headings.trust");
  if (advice.questions.answered === 0) return [paragraphs(heading, [say(pack, "trust.nothing")])];
  const evidence = sayEvidence(pack, advice);
  const limits = evidence.length === 0 || pack.evidence === null ? [] : [pack.evidence.limits];
  const sentences = [...sayOpen(pack, advice), sayFlip(pack, advice), ...sayFigures(pack, advice)];
  const changes = (advice.flip?.changes ?? []).map(({ question, from, to }) =>
    say(pack, "trust.change", {
      question: findQuestion(pack, question).short,
      from: inQuotes(pack, answerLabel(pack, question, from)),
      to: inQuotes(pack, answerLabel(pack, question, to)),
    }),
  );
  return [paragraphs(heading, [...sentences, ...evidence, ...limits]), points(say(pack, "headings.flip"), changes)];
}

/** Of an undecided call: what would decide it, both paths side by side, and what to try first. */
function bothSections(pack: Pack, advice: Advice): Section[] {
  if (!isUndecided(advice)) return [];
  const { deciding, paths } = advice;
  const trial = firstTrial(paths);
  return [
    points(
      say(pack, "headings.deciding"),
      deciding.map((id) => `${findQuestion(pack, id).ask} (--${id})`),
    ),
    table(
      say(pack, "headings.both"),
      paths.map(({ role }) => shortName(advice, role)),
      bothLines(pack, paths).map(({ name, cells }) => ({ name, cells: cells.map((cell) => [cell]) })),
    ),
    paragraphs(say(pack, "headings.first"), trial === undefined ? [] : sayTrial(pack, trial)),
  ];
}

/** Kind, stages and experiments on the way to a role. */
function pathSections(pack: Pack, advice: Advice, { role: id, kind, path }: RolePath): Section[] {
  const role = shortName(advice, id);
  const isOneOfTwo = advice.paths.length > 0;
  const { at } = stagesFrom(path);
  const whereabouts = at > 0 ? say(pack, "path.passed") : sayWhereabouts(pack, path);
  const heading = isOneOfTwo ? say(pack, "headings.path-to", { role }) : say(pack, "headings.path");
  const stages = path.stages.map(({ title, usual, do: steps, ...stage }, i) => ({
    name: i === at ? say(pack, "path.here", { stage: title }) : title,
    says: [stage, ...(usual === "" ? [] : [usual])],
    points: steps,
  }));
  return [
    paragraphs(say(pack, "headings.kind", { role }), kind === null ? [] : [`${kindWithLead(pack, kind)}.`, kind]),
    ...(whereabouts === null ? [] : [paragraphs(heading, [whereabouts])]),
    entries(whereabouts === null ? heading : undefined, stages),
    entries(
      isOneOfTwo ? say(pack, "headings.try-for", { role }) : say(pack, "headings.try"),
      path.grow.map((trial) => ({
        name: traitName(pack, trial.trait),
        says: [...sayTrial(pack, trial), say(pack, "path.learn", { learn: trial.learn })],
      })),
    ),
  ];
}

/** Facts, and what was left open: what the contributions do not show. */
function unscoredAnswers(pack: Pack, { answers, contributions }: Advice): Entry[] {
  const scored = contributions.map(({ question }) => question);
  return pack.questions
    .filter(({ id }) => !scored.includes(id))
    .map(({ id, ask }) => {
      const answer = answers[id];
      const label =
        answer === undefined
          ? say(pack, "answers.open")
          : answerLabel(pack, id, typeof answer === "string" ? [answer] : answer);
      return { name: ask, says: [label] };
    });
}

/** "118 of 177" */
export function pointsOf(pack: Pack, points: number, possible: number): string {
  return `${formatNumber(pack, points)} ${say(pack, "verdict.possible", { possible })}`;
}
