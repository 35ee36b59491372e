import { type Advice, isUndecided, type Path } from "../advice/advice.ts";
import { capitalize, formatSigned } from "../pack/language.ts";
import type { Pack } from "../pack/pack.ts";
import { say } from "../pack/say.ts";
import {
  findQuestion,
  mostNamed,
  notesWithTension,
  reasonHeadings,
  reasonsOf,
  reasonTitle,
  sayFaint,
  sayTrust,
  shortName,
  traitNames,
} from "./advice-sentences.ts";
import type { Sentence } from "./document.ts";
import { comparePaths, firstTrial, kindInShort, sayTrial, sayWhereabouts, stagesFrom } from "./path-sentences.ts";
import { commandLine, type Invocation } from "./replay.ts";
import { leastForColumns, type Page, sideBySide, textWidth, wrap, wrapLines } from "./terminal-page.ts";

/** What all parts of the first screen are laid out with. */
interface Layout {
  readonly pack: Pack;
  readonly advice: Advice;
  readonly page: Page;
  readonly start: Invocation;
  readonly cite: (sentence: Sentence) => string;
  readonly amounts: (typeof amountsToTry)[number];
}

/**
 * The most reasons for and against, deciding questions, rows of both paths, and notes that the screen shows. `hasSums`
 * adds the sum of the smaller reasons.
 */
const most = { for: 3, against: 1, hasSums: true, deciding: 3, pathLines: 4, notes: 4 };

/** Amounts to try until the screen fits: first without notes but one, then without sums, then with fewer reasons. */
export const amountsToTry: readonly (typeof most)[] = [
  most,
  { ...most, notes: 3 },
  { ...most, notes: 2 },
  { ...most, notes: 1 },
  { ...most, notes: 1, hasSums: false },
  { ...most, notes: 1, hasSums: false, for: 2 },
  { ...most, notes: 0, hasSums: false },
  { ...most, notes: 0, hasSums: false, for: 2, deciding: 2, pathLines: 3 },
  { ...most, notes: 0, hasSums: false, for: 2, deciding: 1, pathLines: 2 },
];

type ScreenPart = readonly [heading: string, lines: readonly string[]];

const indent = "  ";

/** Lays out everything below the verdict, part by part (DESIGN 8). A part without lines is left out. */
export function layParts(layout: Layout): string[] {
  const { width, paint } = layout.page;
  const parts = isUndecided(layout.advice) ? undecidedParts(layout) : decidedParts(layout);
  return [...parts, ...noteParts(layout)].flatMap(([heading, lines]) =>
    lines.length === 0 ? [] : [...wrapLines(paint.bold(heading), width), ...lines],
  );
}

function decidedParts(layout: Layout): ScreenPart[] {
  const { pack, advice, amounts } = layout;
  const { kind, path } = advice;
  const [why, against] = reasonHeadings(pack, advice);
  const role = advice.recommendation.role ?? "";
  const kindSays = kind === null ? [] : [{ ...kind, say: kindInShort(pack, role, kind) }];
  return [
    [why, layReasons(layout, 1, amounts.for)],
    [against, layReasons(layout, -1, amounts.against)],
    [say(pack, "headings.fit"), layText(layout, sayFaintInShort(pack, advice))],
    [say(pack, "headings.neighbours"), layNeighbours(layout)],
    [say(pack, "headings.trust"), layText(layout, sayTrust(pack, advice))],
    [say(pack, "headings.kind", { role: shortName(advice, role) }), layText(layout, kindSays)],
    [say(pack, "headings.path"), path === null ? [] : layStages(layout, path)],
    [say(pack, "headings.next"), path === null ? [] : layNext(layout, path)],
  ];
}

/** The parts for a tie, early and close: reasons on both sides, deciding questions, both paths, and a first trial. */
function undecidedParts(layout: Layout): ScreenPart[] {
  const { pack, advice, amounts } = layout;
  const [why, against] = reasonHeadings(pack, advice);
  const deciding = advice.deciding.slice(0, amounts.deciding).map((id) => findQuestion(pack, id).ask);
  const trial = firstTrial(advice.paths);
  return [
    [why, layReasons(layout, 1, amounts.for - 1)],
    [against, layReasons(layout, -1, advice.recommendation.role === null ? amounts.for - 1 : amounts.against)],
    [say(pack, "headings.trust"), layText(layout, sayTrust(pack, advice))],
    [say(pack, "headings.deciding"), deciding.flatMap((ask) => layText(layout, [ask]))],
    [say(pack, "headings.both"), layBoth(layout)],
    [say(pack, "headings.neighbours"), layNeighbours(layout)],
    [say(pack, "headings.first"), layText(layout, trial === undefined ? [] : sayTrial(pack, trial))],
  ];
}

/** Describes the job for the first faint trait in a sentence, and names the other faint traits. */
function sayFaintInShort(pack: Pack, advice: Advice): Sentence[] {
  const others = advice.fit?.faint.slice(1).map(({ trait }) => trait) ?? [];
  const more = others.length === 0 ? [] : [say(pack, "fit.more", { traits: traitNames(pack, others) })];
  return [...sayFaint(pack, advice).slice(0, 1), ...more];
}

/** The tension and the notes, each in its short sentence if it has one. */
function noteParts(layout: Layout): ScreenPart[] {
  return notesWithTension(layout.pack, layout.advice)
    .slice(0, layout.amounts.notes)
    .map(({ title, inShort, say: whole, sources }) => [title, layText(layout, [{ say: inShort ?? whole, sources }])]);
}

/** Wraps sentences as one indented paragraph. */
function layText({ page, cite }: Layout, says: readonly Sentence[]): string[] {
  return says.length === 0 ? [] : wrapLines(says.map(cite).join(" "), page.width, indent);
}

/** Lays out the `most` largest reasons of one sign, with points, title and sentence, and the sum of the others. */
function layReasons({ pack, advice, page, cite, amounts }: Layout, sign: 1 | -1, most: number): string[] {
  const { width, paint, isSpoken } = page;
  const reasons = reasonsOf(advice, sign);
  const largest = reasons
    .slice(0, most)
    .map((reason) => ({ ...reason, points: formatSigned(pack, reason.contribution) }));
  // Sentences are indented to the titles, which follow the column of points.
  const column = isSpoken ? 0 : Math.max(0, ...largest.map(({ points }) => textWidth(points) + 2));
  const inner = indent + " ".repeat(column);
  const lines = largest.flatMap((reason) => {
    const { points, contribution, because, sources } = reason;
    const title = reasonTitle(pack, reason, mostNamed);
    if (!isSpoken) {
      const first = `${indent}${paint.bold(points.padStart(column - 2))}  `;
      return [wrap(title, width, inner, first), wrap(cite({ say: because, sources }), width, inner)];
    }
    const spoken = say(pack, "reasons.spoken", { points: speakPoints(pack, contribution), title, because });
    return wrapLines(capitalize(pack, spoken), width, indent);
  });
  const others = reasons.slice(largest.length);
  if (others.length === 0 || !amounts.hasSums) return lines;
  const sum = others.reduce((points, { contribution }) => points + contribution, 0);
  const points = isSpoken ? speakPoints(pack, sum) : formatSigned(pack, sum);
  return [...lines, ...wrapLines(say(pack, "reasons.more", { n: others.length, points }), width, inner)];
}

function speakPoints(pack: Pack, points: number): string {
  return say(pack, points < 0 ? "reasons.minus" : "reasons.plus", { points: Math.abs(points) });
}

/** Lays out each neighbour with the command that describes it. A command is never wrapped. */
function layNeighbours(layout: Layout): string[] {
  const { pack, advice, page, start } = layout;
  return advice.neighbours.flatMap(({ id, name, say: look, sources }) => [
    ...layText(layout, [{ say: say(pack, "kind.named", { kind: name, say: look }), sources }]),
    `${indent}${page.paint.cyan(commandLine(start, `roles ${id}`))}`,
  ]);
}

/** Lays out the person's stage and all later ones. */
function layStages(layout: Layout, path: Path): string[] {
  const { pack, page } = layout;
  const { here, ahead } = stagesFrom(path);
  const whereabouts = sayWhereabouts(pack, path);
  const titles = ahead.map((stage, i) =>
    here !== undefined && i === 0 ? say(pack, "path.here", { stage: stage.title }) : stage.title,
  );
  const arrow = page.isSpoken || !page.unicode ? ", then " : " → ";
  return [
    ...layText(layout, whereabouts === null ? [] : [whereabouts]),
    ...layText(layout, titles.length === 0 ? [] : [titles.join(arrow)]),
  ];
}

/** Lays out one step of the person's stage, and one experiment with its reason. */
function layNext(layout: Layout, path: Path): string[] {
  const [trial] = path.grow;
  return [
    ...layText(layout, stagesFrom(path).here?.do.slice(0, 1) ?? []),
    ...layText(layout, trial === undefined ? [] : sayTrial(layout.pack, trial)),
  ];
}

/** Lays out both paths as a table with a column for each role. On a narrow page, or spoken, the paths are stacked. */
function layBoth({ pack, advice, page, amounts }: Layout): string[] {
  const { width, paint, isSpoken } = page;
  const heads = advice.paths.map(({ role }) => shortName(advice, role));
  const lines = comparePaths(pack, advice.paths).slice(0, amounts.pathLines);
  if (width < leastForColumns || isSpoken) {
    return heads.flatMap((head, i) => {
      const cells = lines.filter(({ cells }) => cells[i] !== "").map(({ name, cells }) => `${name}: ${cells[i]}`);
      return [`${indent}${paint.bold(head)}`, ...cells.flatMap((cell) => wrapLines(cell, width, `${indent}${indent}`))];
    });
  }
  if (heads.length === 0) return [];
  const label = Math.max(...lines.map(({ name }) => textWidth(name))) + 2;
  const column = Math.floor((width - indent.length - label) / heads.length);
  const widths = [indent.length + label, ...heads.map(() => column)];
  return [
    ...sideBySide([[], ...heads.map((head) => [paint.bold(head)])], widths),
    ...lines.flatMap(({ name, cells }) =>
      sideBySide([[indent + name], ...cells.map((text) => wrapLines(text, column - 2))], widths),
    ),
  ];
}
