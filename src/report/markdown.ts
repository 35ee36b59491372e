import type { Advice } from "../advice/advice.ts";
import { formatDate, formatNumber } from "../pack/language.ts";
import type { Pack } from "../pack/pack.ts";
import { say } from "../pack/say.ts";
import { adviceSections } from "./advice-document.ts";
import { countAnswered } from "./advice-sentences.ts";
import { sectionsAsMarkdown } from "./document-markdown.ts";
import { escapeMarkdown as md, markdownTable as table } from "./markdown-text.ts";
import { type Invocation, type ReportLabel, replayCommand } from "./replay.ts";
import { bar } from "./terminal-page.ts";

const barWidth = 30;

/** Renders everything in the advice record as GitHub Markdown, in the order of the first screen. */
export function renderMarkdown(
  pack: Pack,
  advice: Advice,
  { packName, name, date }: Invocation & ReportLabel = {},
): string {
  const portrait = advice.portrait.say.join(" ");
  return [
    `# ${md(name ?? pack.title)}`,
    md([name && pack.title, date && formatDate(pack, date), countAnswered(pack, advice)].filter(Boolean).join(" · ")),
    ...(portrait === "" ? [] : [md(portrait)]),
    `## ${md(advice.recommendation.summary)}`,
    pointsTable(pack, advice),
    ...sectionsAsMarkdown(adviceSections(pack, advice), pack),
    `${md(say(pack, "end.again"))} \`${replayCommand(packName)} ${advice.code}\``,
  ]
    .join("\n\n")
    .concat("\n");
}

function pointsTable(pack: Pack, { roles }: Advice): string {
  const ranked = [...roles].sort((a, b) => b.points - a.points);
  const most = ranked[0]?.points || 1;
  const [first, ...others] = ranked.map(({ short, points, possible }) => [
    md(short),
    bar(points / most, barWidth, true),
    `${formatNumber(pack, points)} ${say(pack, "verdict.possible", { possible })}`,
  ]);
  return table(first ?? [], others);
}
