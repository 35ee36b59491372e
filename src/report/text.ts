import type { Advice } from "../advice/advice.ts";
import { formatList, formatNumber } from "../pack/language.ts";
import type { Pack } from "../pack/pack.ts";
import { say } from "../pack/say.ts";
import { adviceSections } from "./advice-document.ts";
import { countAnswered, verdictInShort } from "./advice-sentences.ts";
import { Citations } from "./citations.ts";
import type { Sentence } from "./document.ts";
import { sectionsAsText } from "./document-text.ts";
import { amountsToTry, layParts } from "./first-screen.ts";
import { firstTrial, stagesFrom } from "./path-sentences.ts";
import { type Invocation, type ReportLabel, replayCommand } from "./replay.ts";
import { markAt } from "./role-marks.ts";
import { bar, limitGlyphs, type Page, pad, textWidth, wrapLines } from "./terminal-page.ts";

const indent = "  ";

/** The most lines of the first screen at 80 columns, without and with neighbours (DESIGN 8). Narrow pages have more. */
const mostLines = { alone: 48, withNeighbour: 52, columns: 80 };

export interface RenderOptions extends ReportLabel, Invocation {
  readonly page: Page;
  /** Shows everything in the advice record instead of one screen. */
  readonly details: boolean;
}

/** Renders the advice for a terminal (DESIGN 8): one screen, or with `details` everything in the record. */
export function renderText(pack: Pack, advice: Advice, { page, details, packName, program }: RenderOptions): string {
  const replay = `${replayCommand(packName, program)} ${advice.code}`;
  if (!details)
    return limitGlyphs(`${layScreen(pack, advice, page, { packName, program }, replay).join("\n")}\n`, page);
  const sections = sectionsAsText(adviceSections(pack, advice), pack, page);
  const top = layTop(pack, advice, page).join("\n").trimEnd();
  const again = `${page.paint.bold(say(pack, "end.again"))}\n${page.paint.cyan(replay)}`;
  return limitGlyphs(`${[top, ...sections, again].join("\n\n")}\n`, page);
}

/** Lays out the first screen with the largest amounts that fit the limit of lines. */
function layScreen(pack: Pack, advice: Advice, page: Page, start: Invocation, replay: string): string[] {
  const limit = advice.neighbours.length > 0 ? mostLines.withNeighbour : mostLines.alone;
  const room = limit * Math.max(1, mostLines.columns / page.width);
  const [top, end] = [layTop(pack, advice, page), layEnd(pack, advice, page, replay)];
  let lines: string[] = [];
  for (const amounts of amountsToTry) {
    const citations = new Citations(advice.sources);
    // Spoken text has no numbers: the list of sources is only in details, and a listener cannot skip the brackets.
    const cite = (sentence: Sentence) =>
      page.isSpoken && typeof sentence !== "string" ? sentence.say : citations.write(sentence);
    const parts = layParts({ pack, advice, page, start, cite, amounts });
    lines = [...top, ...parts, ...end].flatMap((line) => line.split("\n"));
    if (lines.length <= room) break;
  }
  return lines;
}

/** Lays out the title, the portrait, the verdict and the points. */
function layTop(pack: Pack, advice: Advice, page: Page): string[] {
  const { width, paint, isSpoken } = page;
  const count = countAnswered(pack, advice);
  const gap = width - textWidth(pack.title) - textWidth(count);
  const title =
    gap > 0 && !isSpoken
      ? [`${pack.title}${" ".repeat(gap)}${paint.dim(count)}`]
      : [pack.title, ...wrapLines(count, width)];
  const portrait = advice.portrait.say.join(" ");
  return [
    ...title,
    "",
    ...(portrait === "" ? [] : [...wrapLines(portrait, width, indent), ""]),
    ...wrapLines(paint.bold(advice.recommendation.summary), width, indent),
    "",
    ...(isSpoken ? sayPoints(pack, advice, page) : drawPoints(pack, advice, page)),
    "",
  ];
}

/** Draws a bar for each role, most points first. The leader's bar fills the line. */
function drawPoints(pack: Pack, { roles }: Advice, { width, paint, unicode }: Page): string[] {
  const marked = roles.map((role, place) => ({ ...role, ...markAt(place) })).sort((a, b) => b.points - a.points);
  const most = marked[0]?.points ?? 0;
  const label = Math.max(...marked.map(({ short }) => textWidth(short)));
  const unit = say(pack, "verdict.points", { n: most });
  const room = Math.max(4, width - indent.length - label - 4 - textWidth(unit));
  const digits = textWidth(formatNumber(pack, most));
  return marked.map(({ short, points, glyph, ascii, color }, i) => {
    const filled = bar(most === 0 ? 0 : points / most, room, unicode);
    const figure = i === 0 ? unit : formatNumber(pack, points).padStart(digits);
    const mark = unicode ? glyph : ascii;
    return `${indent}${pad(short, label)} ${paint[color](`${mark} ${pad(filled, room)}`)} ${figure}`;
  });
}

function sayPoints(pack: Pack, { roles }: Advice, { width }: Page): string[] {
  const ranked = [...roles].sort((a, b) => b.points - a.points);
  const sentences = ranked.map(({ short, points }) =>
    say(pack, "verdict.spoken", { role: short, points: say(pack, "verdict.points", { n: points }) }),
  );
  return wrapLines(`${formatList(pack, sentences)}.`, width, indent);
}

/** Lays out the command for details, and repeats verdict and next step so that a screen of 24 lines shows them. */
function layEnd(pack: Pack, advice: Advice, { width, paint }: Page, replay: string): string[] {
  const { path, paths } = advice;
  const trial = firstTrial(paths) ?? path?.grow[0];
  const step = (path === null ? undefined : stagesFrom(path).here?.do[0]?.say) ?? trial?.do;
  const next = step === undefined ? "" : ` ${say(pack, "end.next", { step })}`;
  return [
    "",
    ...wrapLines(say(pack, "end.limits"), width),
    paint.cyan(`${replay} --details`),
    ...wrapLines(paint.bold(`${verdictInShort(pack, advice)}${next}`), width),
  ];
}
