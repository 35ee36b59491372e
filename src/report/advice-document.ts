import { type Advice, comparedRoles, isUndecided, type RolePath } from "../advice/advice.ts";
import { formatSigned, inQuotes } from "../pack/language.ts";
import type { Pack } from "../pack/pack.ts";
import { say } from "../pack/say.ts";
import {
  answerLabel,
  answerOrOpen,
  findQuestion,
  notesWithTension,
  reasonHeadings,
  reasonsOf,
  reasonTitle,
  sayFaint,
  sayFigures,
  sayTrust,
  shortName,
  traitName,
  traitNames,
} from "./advice-sentences.ts";
import type { Amount, Entry, Section } from "./document.ts";
import {
  comparePaths,
  firstTrial,
  kindWithLead,
  pathsToShow,
  sayStanding,
  sayTrial,
  stagesFrom,
} from "./path-sentences.ts";

/** Everything that details, Markdown and the page show below verdict and points, in the order of the first screen. */
export function adviceSections(pack: Pack, advice: Advice): Section[] {
  const [why, against] = reasonHeadings(pack, advice);
  const neighbours = advice.neighbours.map(({ id, name, ...look }) => ({ id, name, says: [look] }));
  const notes = notesWithTension(pack, advice).map(({ title, inShort, ...note }) => ({
    name: title,
    inShort,
    says: [note],
  }));
  const counterparts = advice.counterpart.map(({ role, ...saying }) => ({
    name: say(pack, "mind.counterpart", { role: shortName(advice, role) }),
    says: [saying],
  }));
  return [
    { id: "why", heading: why, amounts: reasonAmounts(pack, advice, 1) },
    { id: "against", heading: against, amounts: reasonAmounts(pack, advice, -1) },
    section(pack, "fit", { points: [...fitLists(pack, advice), ...sayFaint(pack, advice)] }),
    section(pack, "neighbours", { entries: neighbours }),
    ...trustSections(pack, advice),
    ...bothSections(pack, advice),
    ...pathsToShow(advice).flatMap((of) => pathSections(pack, advice, of)),
    section(pack, "mind", { entries: notes }),
    section(pack, "counterpart", { entries: counterparts }),
    section(pack, "pulls", { amounts: pullsOf(pack, advice) }),
    section(pack, "contributions", { amounts: contributionsOf(pack, advice) }),
    section(pack, "answers", { entries: unscoredAnswers(pack, advice) }),
    section(pack, "limits", { paragraphs: [advice.limits] }),
  ];
}

type Heading =
  | ("fit" | "neighbours" | "trust" | "flip" | "deciding" | "both" | "first" | "mind" | "counterpart")
  | ("pulls" | "contributions" | "answers" | "limits");

/** Makes a section with the heading that the pack's words have for its id. */
function section(pack: Pack, id: Heading, body: Section): Section {
  return { id, heading: say(pack, `headings.${id}`), ...body };
}

function reasonAmounts(pack: Pack, advice: Advice, sign: 1 | -1): Amount[] {
  const most = largest(advice.reasons);
  const role = comparedRoles(advice.recommendation)[sign > 0 ? 0 : 1];
  return reasonsOf(advice, sign).map((reason) => ({
    amount: formatSigned(pack, reason.contribution),
    title: reasonTitle(pack, reason),
    says: [{ say: reason.because, sources: reason.sources }],
    onPage: {
      title: traitName(pack, reason.trait),
      points: reason.from.map(
        ({ question, answer }) => `${findQuestion(pack, question).short} · ${answerLabel(pack, question, answer)}`,
      ),
      share: Math.abs(reason.contribution) / most,
      role,
    },
  }));
}

/** What each answer adds to the margin, in the colour of the role that it speaks for. */
function contributionsOf(pack: Pack, { contributions, recommendation }: Advice): Amount[] {
  const most = largest(contributions);
  const [ahead, behind] = comparedRoles(recommendation);
  return contributions.map(({ question, answer, contribution }) => {
    const { short, ask } = findQuestion(pack, question);
    const label = answerLabel(pack, question, answer);
    const share = Math.abs(contribution) / most;
    return {
      amount: formatSigned(pack, contribution),
      title: `${short}: ${label}`,
      onPage: { title: ask, points: [label], share, role: contribution < 0 ? behind : ahead },
    };
  });
}

function largest(parts: readonly { readonly contribution: number }[]): number {
  return Math.max(1, ...parts.map(({ contribution }) => Math.abs(contribution)));
}

/** The traits that weigh most in the leader's work, in one sentence for each level of pull. */
function fitLists(pack: Pack, { fit }: Advice): string[] {
  if (fit === null) return [];
  const lists = { ...fit, faint: fit.faint.map(({ trait }) => trait) };
  return (["strong", "some", "faint"] as const).flatMap((pull) => {
    const traits = lists[pull];
    return traits.length === 0 ? [] : [say(pack, `fit.list-${pull}`, { traits: traitNames(pack, traits) })];
  });
}

/** The pulls of all traits about which a question was answered, strongest first. */
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
  const isTried = advice.evidence !== null && advice.questions.answered > 0;
  const changes = (advice.flip?.changes ?? []).map(({ question, from, to }) =>
    say(pack, "trust.change", {
      question: findQuestion(pack, question).short,
      from: inQuotes(pack, answerLabel(pack, question, from)),
      to: inQuotes(pack, answerLabel(pack, question, to)),
    }),
  );
  const paragraphs = sayTrust(pack, advice, sayFigures(pack, advice));
  return [
    section(pack, "trust", {
      paragraphs: isTried && pack.evidence ? [...paragraphs, pack.evidence.limits] : paragraphs,
    }),
    section(pack, "flip", { points: changes }),
  ];
}

/** Sections of an undecided call only: what would decide it, both paths side by side, and what to try first. */
function bothSections(pack: Pack, advice: Advice): Section[] {
  if (!isUndecided(advice)) return [];
  const { deciding, paths } = advice;
  const trial = firstTrial(paths);
  const rows = comparePaths(pack, paths).map(({ name, cells }) => ({ name, cells: cells.map((cell) => [cell]) }));
  return [
    section(pack, "deciding", { points: deciding.map((id) => `${findQuestion(pack, id).ask} (--${id})`) }),
    section(pack, "both", { heads: paths.map(({ role }) => shortName(advice, role)), rows }),
    section(pack, "first", { paragraphs: trial === undefined ? [] : sayTrial(pack, trial) }),
  ];
}

/** The kind of a role, the stages of the path to it, and the experiments on the way. */
export function pathSections(pack: Pack, advice: Advice, { role: id, kind, path }: RolePath): Section[] {
  const role = shortName(advice, id);
  const isOneOfTwo = advice.paths.length > 0;
  const { at } = stagesFrom(path);
  const whereabouts = sayStanding(pack, path);
  const heading = isOneOfTwo ? say(pack, "headings.path-to", { role }) : say(pack, "headings.path");
  const stages = path.stages.map(({ title, usual, do: steps, ...stage }, i) => ({
    name: i === at ? say(pack, "path.here", { stage: title }) : title,
    says: [stage, ...(usual === "" ? [] : [usual])],
    points: steps,
  }));
  const trials = path.grow.map((trial) => ({
    name: traitName(pack, trial.trait),
    says: [...sayTrial(pack, trial), say(pack, "path.learn", { learn: trial.learn })],
  }));
  return [
    {
      id: "kind",
      heading: say(pack, "headings.kind", { role }),
      paragraphs: kind === null ? [] : [`${kindWithLead(pack, kind)}.`, kind],
    },
    ...(whereabouts === null ? [] : [{ heading, paragraphs: [whereabouts] }]),
    { id: "path", heading: whereabouts === null ? heading : undefined, entries: stages },
    {
      id: "try",
      heading: isOneOfTwo ? say(pack, "headings.try-for", { role }) : say(pack, "headings.try"),
      entries: trials,
    },
  ];
}

/** Answers that the contributions do not show: to questions that are not scored, and open ones. */
function unscoredAnswers(pack: Pack, { answers, contributions }: Advice): Entry[] {
  const scored = contributions.map(({ question }) => question);
  const others = pack.questions.filter(({ id }) => !scored.includes(id));
  return others.map(({ id, ask }) => ({ name: ask, says: [answerOrOpen(pack, id, answers[id])] }));
}
