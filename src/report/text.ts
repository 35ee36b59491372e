import type { Advice, KindMatch, Path, Reason } from "../advice/advice.ts";
import { plural, shortNames } from "../advice/words.ts";
import type { Pack } from "../pack/pack.ts";
import { Citations, shortSource, sourcesAsText } from "./citations.ts";
import { bar, finished, type Page, pad, textWidth, wrap } from "./page.ts";
import {
  answerLabel,
  behindYou,
  countAnswered,
  findQuestion,
  howSure,
  kindInShort,
  kindInWords,
  limitsInShort,
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

/** What every section is made of. Sections are lines; a section without any is left out. */
interface Setting {
  readonly pack: Pack;
  readonly advice: Advice;
  readonly page: Page;
  readonly details: boolean;
  readonly amounts: Amounts;
  readonly named: string | undefined;
  readonly program: string | undefined;
  readonly cite: (ids: readonly string[]) => string;
}

type Section = (setting: Setting) => readonly string[];

/** How much of what could go on for long is said. */
interface Amounts {
  readonly for: number;
  readonly against: number;
  /** In a tie, for either side. */
  readonly either: number;
  readonly notes: number;
  readonly deciding: number;
}

const all = Number.POSITIVE_INFINITY;
const everything: Amounts = { for: all, against: all, either: all, notes: all, deciding: all };
/** In short: the first that fits the screen. */
const inShort: readonly Amounts[] = [
  { for: 4, against: 2, either: 3, notes: 4, deciding: 3 },
  { for: 3, against: 2, either: 2, notes: 3, deciding: 3 },
  { for: 3, against: 1, either: 2, notes: 2, deciding: 3 },
  { for: 2, against: 1, either: 1, notes: 1, deciding: 2 },
  { for: 1, against: 1, either: 1, notes: 1, deciding: 2 },
];

/** DESIGN 8, at its 72 columns; as much on a narrower page takes more lines. */
const mostLines = 60;
const measuredAt = 72;

export interface RenderOptions {
  readonly page: Page;
  /** All that the advice holds, instead of what fits one screen. */
  readonly details: boolean;
  /** What --pack was given, so that the command that replays the advice finds the pack again. */
  readonly named?: string | undefined;
  /** The words that start the program again, as it was started. */
  readonly program?: string | undefined;
}

/** The advice for a terminal (DESIGN 8): about one screen, or with `details` all that the record holds. */
export function renderText(pack: Pack, advice: Advice, options: RenderOptions): string {
  if (options.details) return compose(pack, advice, options, everything);
  const room = mostLines * Math.max(1, measuredAt / options.page.width);
  let text = "";
  for (const amounts of inShort) {
    text = compose(pack, advice, options, amounts);
    if (text.trimEnd().split("\n").length <= room) break;
  }
  return text;
}

function compose(
  pack: Pack,
  advice: Advice,
  { page, details, named, program }: RenderOptions,
  amounts: Amounts,
): string {
  const citations = new Citations(advice.sources);
  const setting: Setting = { pack, advice, page, details, amounts, named, program, cite: (ids) => citations.cite(ids) };
  const names = shortNames(advice);
  const [ahead, behind] = twoRoles(advice);
  // In short, the ways of an open call stand side by side.
  const ways = details || advice.paths.length === 0 ? pathsToTell(advice) : [];
  const to = (role: string) => (ways.length > 1 ? `Your way to ${names[role]}` : "Your way there");
  const bet = (role: string) => (ways.length > 1 ? `Try before you bet on ${names[role]}` : "Try before you bet");
  const isTie = advice.recommendation.role === null;
  const sections: readonly (readonly [title: string, section: Section])[] = [
    ["", sayVerdict],
    [isTie ? `For ${ahead}` : "Why", sayFor],
    [isTie ? `For ${behind}` : "Against it", sayAgainst],
    ["Neither way", sayNeither],
    ["How sure", saySure],
    ["What would decide it", sayDeciding],
    ["Both ways", sayBothWays],
    ...ways.flatMap(({ role, kind, path }): [string, Section][] => [
      [`Your kind of ${names[role]}`, (s) => sayKind(kind, s)],
      [to(role), (s) => (details ? sayStages(path, s) : sayStagesInShort(path, s))],
      [bet(role), (s) => sayTry(path, s)],
    ]),
    ["Mind", sayMind],
    ["Working together", sayCounterpart],
    [details ? "How far this reaches" : "", sayLimits],
    ["Sources", (s) => saySources(s, citations)],
    ["", sayKeep],
  ];
  const blocks = sections
    .map(([title, section]) => ({ title, lines: section(setting) }))
    .filter(({ lines }) => lines.length > 0)
    .map(({ title, lines }) => [...(title === "" ? [] : [page.paint.bold(title)]), ...lines].join("\n"));
  return finished(`${blocks.join("\n\n")}\n`, page);
}

const indent = "  ";

function sayVerdict({ pack, advice, page }: Setting): string[] {
  const { width, paint } = page;
  const count = countAnswered(advice);
  const gap = width - textWidth(pack.title) - count.length;
  const title = gap > 0 ? `${pack.title}${" ".repeat(gap)}${paint.dim(count)}` : `${pack.title}\n${paint.dim(count)}`;
  return [
    title,
    "",
    wrap(paint.bold.cyan(advice.recommendation.summary), width, indent),
    "",
    ...drawBars(advice, page),
  ];
}

/** The leader's bar fills the line; the others are drawn to its measure. */
function drawBars({ roles }: Advice, { width, paint, unicode }: Page): string[] {
  const ranked = [...roles].sort((a, b) => b.points - a.points);
  const most = ranked[0]?.points ?? 0;
  const label = Math.max(...ranked.map(({ short }) => textWidth(short)));
  const room = width - label - `${most}`.length - (indent.length + 2 + 1 + 7);
  return ranked.map(({ short, points }, i) => {
    const drawn = bar(most === 0 ? 0 : points / most, room, unicode);
    const rest = " ".repeat(room - drawn.length);
    const unit = i === 0 ? ` ${plural(points, "point")}` : "";
    return `${indent}${pad(short, label)}  ${paint.cyan(drawn)}${rest} ${`${points}`.padStart(`${most}`.length)}${unit}`;
  });
}

function sayFor(setting: Setting): string[] {
  return sayReasons(
    setting,
    setting.advice.reasons.filter(({ contribution }) => contribution > 0),
    setting.advice.recommendation.role === null ? setting.amounts.either : setting.amounts.for,
  );
}

/** In a tie neither side is the one against: what speaks for the second counts up as well. */
function sayAgainst(setting: Setting): string[] {
  const isTie = setting.advice.recommendation.role === null;
  const reasons = setting.advice.reasons.filter(({ contribution }) => contribution < 0);
  return isTie
    ? sayReasons(
        setting,
        reasons.map((reason) => ({ ...reason, contribution: -reason.contribution })),
        setting.amounts.either,
      )
    : sayReasons(setting, reasons, setting.amounts.against);
}

/** Each with its sentence. */
function sayReasons({ pack, page, cite }: Setting, reasons: readonly Reason[], most: number): string[] {
  if (reasons.length === 0) return [];
  const shown = reasons.slice(0, most);
  const rest = reasons.slice(shown.length);
  const column = Math.max(...shown.map(({ contribution }) => signed(contribution).length));
  const inner = `${indent}${" ".repeat(column)}  `;
  const lines = shown.flatMap((reason) => {
    const first = `${indent}${page.paint.bold(signed(reason.contribution).padStart(column))}  `;
    const because = `${reason.because} ${cite(reason.sources)}`;
    return [
      wrap(reasonInWords(pack, reason), page.width, inner, first),
      page.paint.dim(wrap(because, page.width, inner)),
    ];
  });
  if (rest.length === 0) return lines;
  const together = signed(rest.reduce((n, { contribution }) => n + contribution, 0));
  return [...lines, wrap(`and ${rest.length} more, together ${together}`, page.width, inner)];
}

function sayNeither({ pack, advice, page, details }: Setting): string[] {
  if (!details) return [];
  return advice.contributions
    .filter(({ contribution }) => contribution === 0)
    .map(({ question, answer }) =>
      wrap(
        `${questionName(pack, question)}: ${answerLabel(pack, question, answer)}`,
        page.width,
        "     ",
        `${indent}0  `,
      ),
    );
}

function saySure({ pack, advice, page, details }: Setting): string[] {
  const sentences = howSure(pack, advice).map((sentence) => wrap(sentence, page.width, indent));
  if (!details || advice.flip === null) return sentences;
  const changes = advice.flip.changes.map(({ question, from, to }) =>
    wrap(
      `${questionName(pack, question)}: from "${answerLabel(pack, question, from)}" to "${answerLabel(pack, question, to)}"`,
      page.width,
      "    ",
      `${indent}- `,
    ),
  );
  return [...sentences, ...changes];
}

function sayDeciding({ pack, advice, page, amounts }: Setting): string[] {
  return advice.deciding
    .slice(0, amounts.deciding)
    .map((id) => wrap(`${findQuestion(pack, id).ask} (--${id})`, page.width, "    ", `${indent}- `));
}

/** The two ways side by side; one below the other where the page is narrow. */
function sayBothWays({ advice, page }: Setting): string[] {
  if (advice.paths.length === 0) return [];
  const names = shortNames(advice);
  const columns = advice.paths.map(({ role, kind, path }) => {
    const { here, next } = whereOn(path);
    return {
      name: names[role] ?? role,
      lines: [
        ...(kind === null ? [] : [`Kind: ${kindInShort(kind)}`]),
        ...(here === undefined ? [] : [`Here: ${here.title}`]),
        ...(next === undefined ? [] : [`Next: ${next.title}`]),
        ...path.grow.slice(0, 1).map((one) => `Try: ${one.do}`),
      ],
    };
  });
  if (page.width < 72) {
    return columns.flatMap(({ name, lines }) => [
      `${indent}${page.paint.bold(name)}`,
      ...lines.map((line) => wrap(line, page.width, "      ", "    ")),
    ]);
  }
  const width = Math.floor((page.width - indent.length) / columns.length) - 2;
  const cells = columns.map(({ name, lines }) => [name, ...lines.flatMap((line) => wrap(line, width).split("\n"))]);
  const height = Math.max(...cells.map(({ length }) => length));
  return Array.from({ length: height }, (_, row) =>
    `${indent}${cells.map((lines) => pad(lines[row] ?? "", width)).join("  ")}`.trimEnd(),
  );
}

function sayKind(kind: KindMatch | null, { page, details, cite }: Setting): string[] {
  if (kind === null) return [];
  const name = wrap(kindInWords(kind, page.paint.bold(kind.name)), page.width, indent);
  return details ? [name, wrap(`${kind.say} ${cite(kind.sources)}`, page.width, indent)] : [name];
}

/** The stages on one line each: done, here, to come. */
function sayStagesInShort(path: Path, { page }: Setting): string[] {
  const { here, stages } = path;
  if (stages.length === 0) return [];
  const at = stages.findIndex(({ id }) => id === here);
  const shown = at < 0 ? stages : stages.slice(at);
  const lines = shown.map(({ title }, i) => {
    const isHere = at >= 0 && i === 0;
    const text = isHere ? `${page.paint.bold(title)}, where you are now` : title;
    return wrap(text, page.width, "    ", `${indent}${isHere ? "●" : "○"} `);
  });
  const unknown = at < 0 ? [wrap(whereUnknown(path), page.width, indent)] : [];
  return [...unknown, ...lines];
}

function sayStages({ here, stages }: Path, { page, cite }: Setting): string[] {
  const say = (text: string, sources: readonly string[], first = "    ") =>
    wrap(`${text} ${cite(sources)}`.trimEnd(), page.width, first === "    " ? "    " : "      ", first);
  const at = stages.findIndex(({ id }) => id === here);
  const behind = at > 0 ? [wrap(behindYou, page.width, indent)] : [];
  const lines = stages.flatMap(({ title, usual, say: said, do: steps, sources }, i) => [
    wrap(
      `${page.paint.bold(title)}${i === at ? ", where you are now" : ""}`,
      page.width,
      "    ",
      `${indent}${i < at ? "·" : i === at ? "●" : "○"} `,
    ),
    say(said, sources),
    ...(usual === "" ? [] : [page.paint.dim(wrap(usual, page.width, "    "))]),
    ...steps.map((step) => say(step.say, step.sources, "    - ")),
  ]);
  return [...behind, ...lines];
}

const shownTries = 1;

function sayTry({ grow }: Path, { pack, page, details, cite }: Setting): string[] {
  return (details ? grow : grow.slice(0, shownTries)).map(({ trait, do: step, learn, sources }) =>
    wrap(
      `${traitName(pack, trait)}: ${step} You learn ${lowerFirst(learn)} ${cite(sources)}`.trimEnd(),
      page.width,
      "    ",
      `${indent}- `,
    ),
  );
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** The titles of what to keep in mind; with `details` all that is said of it. */
function sayMind({ pack, advice, page, details, amounts, cite }: Setting): string[] {
  const notes = thingsToMind(pack, advice);
  const say = (text: string) => wrap(text, page.width, "    ", `${indent}- `);
  if (details)
    return notes.map((note) => say(`${page.paint.bold(runIn(note.title))} ${note.say} ${cite(note.sources)}`));
  if (notes.length <= amounts.notes) return notes.map(({ title }) => say(title));
  const shown = notes.slice(0, Math.max(1, amounts.notes - 1)).map(({ title }) => say(title));
  return [...shown, say(`and ${notes.length - shown.length} more: see --details`)];
}

function sayCounterpart({ advice, page, details, cite }: Setting): string[] {
  if (!details) return [];
  const names = shortNames(advice);
  return advice.counterpart.map(({ role, say, sources }) =>
    wrap(`With the ${names[role]}: ${say} ${cite(sources)}`, page.width, indent),
  );
}

function sayLimits({ advice, page, details, cite }: Setting): string[] {
  const { say, sources } = advice.limits;
  return [details ? wrap(`${say} ${cite(sources)}`, page.width, indent) : wrap(limitsInShort, page.width)];
}

/** One below the other with all that is known of them, or run together in short. */
function saySources({ page, details }: Setting, citations: Citations): string[] {
  if (!details) {
    const cited = citations.list();
    // A number stays with the name after it.
    const short = cited.map(({ number, source }) => `[${number}]\u00a0${shortSource(source)}`).join("  ");
    const lines = wrap(short, page.width, indent).replaceAll("\u00a0", " ").replaceAll(/ +$/gm, "");
    return short === "" ? [] : [page.paint.dim(lines)];
  }
  return sourcesAsText(citations, page.width);
}

/** The command line that shows this advice again stays on one line, so that it can be copied. */
function sayKeep({ advice, page, named, program }: Setting): string[] {
  return [`${page.paint.bold("Keep it:")} ${page.paint.cyan(`${replayCommand(named, program)} ${advice.code}`)}`];
}
