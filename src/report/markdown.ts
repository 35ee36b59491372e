import type { Advice, KindMatch, Path, Reason } from "../advice/advice.ts";
import { shortNames } from "../advice/words.ts";
import type { Pack } from "../pack/pack.ts";
import { Citations, sourcesAsMarkdown } from "./citations.ts";
import { markdownList as list, escapeMarkdown as md, markdownTable as table } from "./markdown-text.ts";
import { bar } from "./page.ts";
import {
  answerLabel,
  behindYou,
  countAnswered,
  findQuestion,
  howSure,
  kindInShort,
  kindInWords,
  pathsToTell,
  questionName,
  reasonInWords,
  replayCommand,
  runIn,
  signed,
  thingsToMind,
  traitName,
  twoRoles,
  whereOn,
  whereUnknown,
} from "./words.ts";

type Cite = (say: string, sources?: readonly string[]) => string;

/** The whole advice in GitHub Markdown, in the order of the screen. `named` is what finds the pack again with --pack. */
export function renderMarkdown(pack: Pack, advice: Advice, named?: string): string {
  const citations = new Citations(advice.sources);
  const cite: Cite = (say, sources = []) => `${md(say)} ${citations.cite(sources)}`.trimEnd();
  const [ahead, behind] = twoRoles(advice);
  const isTie = advice.recommendation.role === null;
  const names = shortNames(advice);
  const ways = pathsToTell(advice);
  const sections: readonly (readonly [heading: string, body: string])[] = [
    [isTie ? `For ${ahead}` : "Why", reasonsTable(pack, advice.reasons.filter(isFor), cite)],
    [isTie ? `For ${behind}` : "Against it", reasonsTable(pack, advice.reasons.filter(isAgainst), cite, isTie)],
    ["Neither way", neitherList(pack, advice)],
    ["How sure", sayHowSure(pack, advice)],
    ["What would decide it", list(advice.deciding.map((id) => `${md(findQuestion(pack, id).ask)} (\`--${id}\`)`))],
    ["Both ways", bothWaysTable(advice)],
    ...ways.flatMap(({ role, kind, path }): [string, string][] => [
      [`Your kind of ${names[role]}`, sayKind(kind, cite)],
      [ways.length > 1 ? `Your way to ${names[role]}` : "Your way there", stagesList(path, cite)],
      [
        ways.length > 1 ? `Try before you bet on ${names[role]}` : "Try before you bet",
        experimentsTable(pack, path, cite),
      ],
    ]),
    ["Mind", sayMind(pack, advice, cite)],
    ["Working together", sayCounterpart(advice, cite)],
    ["How far this reaches", cite(advice.limits.say, advice.limits.sources)],
  ];
  const told = sections.filter(([, body]) => body !== "").map(([heading, body]) => `## ${md(heading)}\n\n${body}`);
  return [
    `# ${md(pack.title)}`,
    `**${md(advice.recommendation.summary)}** (${countAnswered(advice)})`,
    pointsTable(advice),
    ...told,
    `## Sources\n\n${sourcesAsMarkdown(citations)}`,
    `Keep it: \`${replayCommand(named)} ${advice.code}\``,
  ]
    .join("\n\n")
    .concat("\n");
}

const isFor = ({ contribution }: Reason) => contribution > 0;
const isAgainst = ({ contribution }: Reason) => contribution < 0;

const barWidth = 30;

function pointsTable({ roles }: Advice): string {
  const ranked = [...roles].sort((a, b) => b.points - a.points);
  const most = ranked[0]?.points || 1;
  const rows = ranked.map(({ short, points, possible }) => [
    md(short),
    bar(points / most, barWidth, true),
    `${points}`,
    `${possible}`,
  ]);
  return table(["Role", "", "Points", "Possible"], rows);
}

function reasonsTable(pack: Pack, reasons: readonly Reason[], cite: Cite, isTurned = false): string {
  const rows = reasons.map((reason) => [
    signed(isTurned ? -reason.contribution : reason.contribution),
    md(reasonInWords(pack, reason)),
    cite(reason.because, reason.sources),
  ]);
  return rows.length === 0 ? "" : table(["Points", "What draws you", "What it has to do with the role"], rows);
}

function neitherList(pack: Pack, { contributions }: Advice): string {
  const neither = contributions.filter(({ contribution }) => contribution === 0);
  return list(
    neither.map(({ question, answer }) =>
      md(`${questionName(pack, question)}: ${answerLabel(pack, question, answer)}`),
    ),
  );
}

function sayHowSure(pack: Pack, advice: Advice): string {
  const changes = (advice.flip?.changes ?? []).map(({ question, from, to }) => [
    md(questionName(pack, question)),
    md(answerLabel(pack, question, from)),
    md(answerLabel(pack, question, to)),
  ]);
  const shown = changes.length === 0 ? [] : [table(["To change", "From", "To"], changes)];
  return [...howSure(pack, advice).map(md), ...shown].join("\n\n");
}

function bothWaysTable(advice: Advice): string {
  if (advice.paths.length === 0) return "";
  const names = shortNames(advice);
  const row = (name: string, cell: (way: Advice["paths"][number]) => string | undefined) => [
    name,
    ...advice.paths.map((way) => md(cell(way) ?? "")),
  ];
  return table(
    ["", ...advice.paths.map(({ role }) => md(names[role] ?? role))],
    [
      row("Kind", ({ kind }) => (kind === null ? "" : kindInShort(kind))),
      row("Here", ({ path }) => whereOn(path).here?.title),
      row("Next", ({ path }) => whereOn(path).next?.title),
      row("Try", ({ path }) => path.grow[0]?.do),
    ],
  );
}

function sayKind(kind: KindMatch | null, cite: Cite): string {
  if (kind === null) return "";
  return `${kindInWords(kind, `**${md(kind.name)}**`)}. ${cite(kind.say, kind.sources)}`;
}

/** A task list. The stages that lie behind are ticked; whether their steps were taken nobody has said. */
function stagesList(path: Path, cite: Cite): string {
  const { here, stages } = path;
  if (stages.length === 0) return "";
  const at = stages.findIndex(({ id }) => id === here);
  const unknown = at < 0 ? [whereUnknown(path), ""] : [];
  const lines = stages.flatMap(({ title, usual, say, do: steps, sources }, i) => [
    `- [${i < at ? "x" : " "}] **${md(title)}**${i === at ? ", where you are now" : ""}. ${cite(say, sources)}`,
    ...(usual === "" ? [] : [`  <br>${md(usual)}`]),
    ...steps.map((step) => `  - ${i < at ? "" : "[ ] "}${cite(step.say, step.sources)}`),
  ]);
  const behind = at > 0 ? [behindYou, ""] : [];
  return [...unknown, ...behind, ...lines].join("\n");
}

function experimentsTable(pack: Pack, { grow }: Path, cite: Cite): string {
  const rows = grow.map(({ trait, do: step, learn, sources }) => [
    md(traitName(pack, trait)),
    cite(step, sources),
    md(learn),
  ]);
  return rows.length === 0 ? "" : table(["To grow", "Try", "You learn"], rows);
}

function sayMind(pack: Pack, advice: Advice, cite: Cite): string {
  return list(
    thingsToMind(pack, advice).map(({ title, say, sources }) => `**${md(runIn(title))}** ${cite(say, sources)}`),
  );
}

function sayCounterpart(advice: Advice, cite: Cite): string {
  const names = shortNames(advice);
  return advice.counterpart
    .map(({ role, say, sources }) => `**With the ${md(names[role] ?? role)}.** ${cite(say, sources)}`)
    .join("\n\n");
}
