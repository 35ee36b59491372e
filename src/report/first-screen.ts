import { type Advice, isUndecided, type Path, type Reason, type RolePath } from "../advice/advice.ts";
import type { Pack, Saying } from "../pack/pack.ts";
import { say } from "../pack/say.ts";
import type { Said } from "./document.ts";
import {
  findQuestion,
  kindInShort,
  reasonHeadings,
  reasonsOf,
  reasonTitleInShort,
  sayEvidence,
  sayFaint,
  sayFlip,
  sayOpen,
  sayTrial,
  sayWhereabouts,
  shortName,
  stagesFrom,
  thingsToMind,
} from "./sentences.ts";

/** What the first screen says, part by part (DESIGN 8), before it is laid out as a screen or as sentences. */
export interface ScreenPart {
  readonly heading: string;
  readonly rows: readonly ScreenRow[];
}

export type ScreenRow =
  /** A sentence or two. */
  | { readonly type: "text"; readonly says: readonly Said[] }
  /** A reason: its points, its trait with the answers that show it, and its sentence. */
  | { readonly type: "reason"; readonly points: number; readonly title: string; readonly because: Saying }
  /** How many reasons are left out, and their sum. */
  | { readonly type: "more"; readonly n: number; readonly points: number }
  /** A command, which is never broken. */
  | { readonly type: "command"; readonly args: string }
  /** The stages from where one stands. */
  | { readonly type: "stages"; readonly titles: readonly string[] }
  /** Things side by side: a name for each line, and a cell for each head. */
  | { readonly type: "columns"; readonly heads: readonly string[]; readonly lines: readonly ColumnLine[] };

export interface ColumnLine {
  readonly name: string;
  readonly cells: readonly string[];
}

/** How many of what could go on for long there are. */
export interface Amounts {
  readonly for: number;
  readonly against: number;
  /** Whether the smaller reasons are told by their sum. */
  readonly sums: boolean;
  readonly deciding: number;
  /** Lines of both paths side by side. */
  readonly bothLines: number;
  readonly notes: number;
}

export function firstScreen(pack: Pack, advice: Advice, amounts: Amounts): ScreenPart[] {
  const parts = isUndecided(advice) ? undecidedParts(pack, advice, amounts) : decidedParts(pack, advice, amounts);
  return [...parts, ...noteParts(pack, advice, amounts.notes)].filter(({ rows }) => rows.length > 0);
}

function decidedParts(pack: Pack, advice: Advice, amounts: Amounts): ScreenPart[] {
  const { recommendation, kind, path } = advice;
  const role = shortName(advice, recommendation.role ?? "");
  const [why, against] = reasonHeadings(pack, advice);
  return [
    part(why, reasonRows(pack, reasonsOf(advice, 1), amounts.for, amounts.sums)),
    part(against, reasonRows(pack, reasonsOf(advice, -1), amounts.against, amounts.sums)),
    part(say(pack, "headings.fit"), textRows(sayFaint(pack, advice))),
    ...neighbourParts(pack, advice),
    trustPart(pack, advice),
    part(
      say(pack, "headings.kind", { role }),
      kind === null ? [] : textRows([{ ...kind, say: kindInShort(pack, recommendation.role ?? "", kind) }]),
    ),
    part(say(pack, "headings.path"), path === null ? [] : stageRows(pack, path)),
    part(say(pack, "headings.next"), path === null ? [] : nextRows(pack, path)),
  ];
}

/** Tie, early and close: both sides, what would decide, both paths, and what to try whichever it is. */
function undecidedParts(pack: Pack, advice: Advice, amounts: Amounts): ScreenPart[] {
  const [why, against] = reasonHeadings(pack, advice);
  const others = advice.recommendation.role === null ? amounts.for - 1 : amounts.against;
  return [
    part(why, reasonRows(pack, reasonsOf(advice, 1), amounts.for - 1, amounts.sums)),
    part(against, reasonRows(pack, reasonsOf(advice, -1), others, amounts.sums)),
    trustPart(pack, advice),
    part(say(pack, "headings.deciding"), decidingRows(pack, advice, amounts.deciding)),
    part(say(pack, "headings.both"), bothRows(pack, advice, amounts.bothLines)),
    ...neighbourParts(pack, advice),
    part(say(pack, "headings.first"), trialRows(pack, firstTrial(advice.paths))),
  ];
}

function part(heading: string, rows: readonly ScreenRow[]): ScreenPart {
  return { heading, rows };
}

function textRows(says: readonly Said[]): ScreenRow[] {
  return says.length === 0 ? [] : [{ type: "text", says }];
}

function reasonRows(pack: Pack, reasons: readonly Reason[], most: number, hasSum: boolean): ScreenRow[] {
  const told = reasons.slice(0, most).map((reason): ScreenRow => {
    const { contribution, because, sources } = reason;
    return {
      type: "reason",
      points: contribution,
      title: reasonTitleInShort(pack, reason),
      because: { say: because, sources },
    };
  });
  const others = reasons.slice(told.length);
  if (others.length === 0 || !hasSum) return told;
  const points = others.reduce((sum, { contribution }) => sum + contribution, 0);
  return [...told, { type: "more", n: others.length, points }];
}

function neighbourParts(pack: Pack, { neighbours }: Advice): ScreenPart[] {
  const rows = neighbours.flatMap(({ id, name, say: said, sources }): ScreenRow[] => [
    { type: "text", says: [{ say: say(pack, "kind.named", { kind: name, say: said }), sources }] },
    { type: "command", args: `roles ${id}` },
  ]);
  return [part(say(pack, "headings.neighbours"), rows)];
}

/** What would end the lead, what is open, and how often it was right. */
function trustPart(pack: Pack, advice: Advice): ScreenPart {
  if (advice.questions.answered === 0) {
    return part(say(pack, "headings.trust"), textRows([say(pack, "trust.nothing")]));
  }
  const says = [...sayOpen(pack, advice), sayFlip(pack, advice), ...sayEvidence(pack, advice)];
  return part(say(pack, "headings.trust"), textRows(says));
}

function decidingRows(pack: Pack, { deciding }: Advice, most: number): ScreenRow[] {
  return deciding.slice(0, most).map((id) => ({ type: "text", says: [findQuestion(pack, id).ask] }));
}

function stageRows(pack: Pack, path: Path): ScreenRow[] {
  const { here, ahead } = stagesFrom(path);
  const whereabouts = sayWhereabouts(pack, path);
  const titles = ahead.map(({ title }, i) =>
    here !== undefined && i === 0 ? say(pack, "path.here", { stage: title }) : title,
  );
  return [
    ...textRows(whereabouts === null ? [] : [whereabouts]),
    ...(titles.length === 0 ? [] : [{ type: "stages", titles } as const]),
  ];
}

/** One step at this level, and one experiment with its reason. */
function nextRows(pack: Pack, path: Path): ScreenRow[] {
  const step = stagesFrom(path).here?.do[0];
  return [...textRows(step === undefined ? [] : [step]), ...trialRows(pack, path.grow[0])];
}

function trialRows(pack: Pack, trial: Path["grow"][number] | undefined): ScreenRow[] {
  if (trial === undefined) return [];
  return textRows(sayTrial(pack, trial));
}

/** What serves both paths, if there is such a thing; else the first of the leader's. */
export function firstTrial([leader, rival]: Advice["paths"]): Path["grow"][number] | undefined {
  const both = leader?.path.grow.find(({ trait }) => rival?.path.grow.some((other) => other.trait === trait));
  return both ?? leader?.path.grow[0];
}

function bothRows(pack: Pack, advice: Advice, most: number): ScreenRow[] {
  const { paths } = advice;
  const heads = paths.map(({ role }) => shortName(advice, role));
  return paths.length === 0 ? [] : [{ type: "columns", heads, lines: bothLines(pack, paths).slice(0, most) }];
}

/** Both paths side by side: kind, where one stands, what comes after, and the next step. */
export function bothLines(pack: Pack, paths: Advice["paths"]): ColumnLine[] {
  const line = (name: string, cell: (of: RolePath) => string | undefined): ColumnLine => ({
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

/** The tension and the notes, each in its short sentence. */
function noteParts(pack: Pack, advice: Advice, most: number): ScreenPart[] {
  return thingsToMind(pack, advice)
    .slice(0, most)
    .map(({ title, inShort, say: said, sources }) => part(title, textRows([{ say: inShort ?? said, sources }])));
}
