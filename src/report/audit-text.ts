import type { Method } from "../audit/lead-shares.ts";
import type { Audit } from "../audit/pack-audit.ts";
import { english, formatNumber, formatPercent, plural } from "../pack/language.ts";
import { shortName } from "./advice-sentences.ts";
import { bar, type Page, pad, textWidth, wrap } from "./terminal-page.ts";

const indent = "  ";

/** Renders the audit for a terminal. The README explains how to read it. */
export function renderAudit(audit: Audit, page: Page): string {
  const sections: readonly (readonly [title: string, lines: readonly string[]])[] = [
    ["Who leads, over all ways to answer", sayLeads(audit, page)],
    ["Two by two", sayPairs(audit, page)],
    ["What each question can do", sayInfluence(audit, page)],
    ["What each trait is shown by", sayTraits(audit, page)],
    ["How many answers end a lead", sayFlips(audit, page)],
    ["Who gets the right role", sayReliability(audit, page)],
    ["Who is named a neighbour", sayNeighbours(audit, page)],
    ["How long it takes", sayLength(audit, page)],
  ];
  const blocks = sections
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => [page.paint.bold(title), ...lines].join("\n"));
  return `${[sayTitle(audit, page), ...blocks, sayNote(page)].join("\n\n")}\n`;
}

function sayTitle({ pack, questions }: Audit, { paint, width }: Page): string {
  const count = `${questions.all} questions, ${questions.scored} of them scored`;
  return wrap(`${paint.bold(pack.title)} ${pack.version}: ${count}`, width, indent, "");
}

function sayNote({ width }: Page): string {
  return wrap("Every way to answer counts once: these are counts, and no one was measured.", width);
}

/** Draws rows of name, bar, percentage and remark. The bar of the share `most`, by default the largest, is full. */
function drawBars(
  rows: readonly { name: string; share: number; more?: string }[],
  page: Page,
  most?: number,
): string[] {
  const { width, paint, unicode } = page;
  const name = Math.max(...rows.map((row) => textWidth(row.name)));
  const more = Math.max(0, ...rows.map((row) => textWidth(row.more ?? "")));
  const room = Math.max(4, width - indent.length - name - 2 - 7 - more);
  const largest = most ?? Math.max(...rows.map(({ share }) => share));
  return rows.map((row) => {
    const drawn = bar(largest === 0 ? 0 : row.share / largest, room, unicode);
    return `${indent}${pad(row.name, name)}  ${paint.cyan(pad(drawn, room))} ${percent(row.share).padStart(6)}${row.more ?? ""}`;
  });
}

function percent(share: number): string {
  return formatPercent(english, share, 1);
}

function sayMethod({ exact, samples = 0, seed, standardError = 0 }: Method, { width }: Page): string[] {
  if (exact) return [];
  const sampled = `From ${grouped(samples)} samples with seed ${seed}: accurate to about ${percent(standardError)}.`;
  return [wrap(sampled, width, indent)];
}

function grouped(n: number): string {
  return n > Number.MAX_SAFE_INTEGER ? n.toExponential(1).replace("e+", " x 10^") : formatNumber(english, n);
}

function sayLeads({ roles, combinations }: Audit, page: Page): string[] {
  const { combinations: ways, leads, shared, samples = ways } = combinations;
  const rows = roles.map(({ id, short }) => ({ name: short, share: (leads[id] ?? 0) / samples }));
  return [
    `${indent}${grouped(ways)} ways`,
    ...drawBars([...rows, { name: "shared", share: shared / samples }], page),
    ...sayMethod(combinations, page),
  ];
}

/** How often each role is ahead of each other. Empty for two roles, where the first section says the same. */
function sayPairs({ roles, pairs }: Audit, page: Page): string[] {
  if (roles.length === 2) return [];
  const width = Math.max(...roles.map(({ short }) => textWidth(short)));
  return pairs.map(({ roles: [a, b], ahead, level }) => {
    const side = (id: string) => `${pad(shortName({ roles }, id), width)} ${percent(ahead[id] ?? 0).padStart(6)}`;
    return `${indent}${side(a)}   ${side(b)}   ${page.paint.dim(`level ${percent(level)}`)}`;
  });
}

/** How much each question can do. With more than two roles its figures are means over all pairs of roles. */
function sayInfluence(audit: Audit, page: Page): string[] {
  const { pairs } = audit;
  const mean = (pick: (pair: Audit["pairs"][number]) => number | undefined) =>
    pairs.reduce((n, pair) => n + (pick(pair) ?? 0), 0) / pairs.length;
  const rows = (pairs[0]?.influence ?? [])
    .map(({ question, lean }, i) => ({
      name: question,
      share: mean(({ influence }) => influence[i]?.share),
      swing: Math.round(mean(({ influence }) => influence[i]?.swing)),
      lean: pairs.length > 1 ? "" : leanInWords(audit, lean),
    }))
    .sort((a, b) => b.share - a.share);
  const digits = Math.max(...rows.map(({ swing }) => `${swing}`.length));
  const [of, leans] =
    pairs.length > 1 ? [", as a mean over every two roles", ""] : ["", ", and which role it favours on average"];
  const explanation = `Its share of what sets the roles apart (the variance of the difference)${of}, its swing in points${leans}.`;
  return [
    wrap(explanation, page.width, indent),
    ...drawBars(
      rows.map(({ name, share, swing, lean }) => ({ name, share, more: `  ${`${swing}`.padStart(digits)}${lean}` })),
      page,
    ),
  ];
}

/** The role, of two, to which the average answer gives more points, and how many more. */
function leanInWords({ roles }: Audit, lean: number): string {
  const points = Math.abs(lean).toFixed(1);
  return points === "0.0" ? "  -" : `  ${roles[lean > 0 ? 0 : 1]?.short} +${points}`;
}

function sayTraits({ traits }: Audit, page: Page): string[] {
  return [
    wrap("Its share of all evidence of being drawn to something, and how many questions show it.", page.width, indent),
    ...drawBars(
      traits.map(({ trait, share, questions }) => ({ name: trait, share, more: `  ${`${questions}`.padStart(2)}` })),
      page,
    ),
  ];
}

/** How often neighbours are named. Empty for a pack without neighbours. */
function sayNeighbours({ roles, neighbours: figures }: Audit, page: Page): string[] {
  if (figures === null) return [];
  const { steady, random, neighbours, samples, seed } = figures;
  const rows = [
    { name: "any, for anybody", share: random },
    ...roles.map(({ id, short }) => ({ name: `any, for ${short}`, share: figures.roles[id] ?? 0 })),
    ...Object.entries(neighbours).flatMap(([id, shares]) => [
      { name: `${id}, for anybody`, share: shares.random },
      { name: `${id}, for its own`, share: shares.own },
    ]),
  ];
  const ideal = `${Math.round(steady * 100)}% of their answers are ideal`;
  const sampled = `From ${grouped(samples)} people each with seed ${seed}; for those made for a role or a neighbour, ${ideal}.`;
  return [...drawBars(rows, page, 1), wrap(sampled, page.width, indent)];
}

function sayFlips({ flips }: Audit, page: Page): string[] {
  const rows = [
    { name: "one answer", share: flips.one },
    { name: "two answers", share: flips.two },
    { name: "three or more, or none can", share: flips.more },
    { name: "nobody leads alone", share: flips.shared },
  ];
  return [...drawBars(rows, page), ...sayMethod(flips.method, page)];
}

function sayReliability({ roles, reliability }: Audit, page: Page): string[] {
  const { width, paint } = page;
  const model =
    "People made for a role give the ideal answer to some of the questions, and any answer to the rest. This share of them gets the role:";
  const wide = Math.max(6, ...roles.map(({ short }) => textWidth(short))) + 2;
  const line = (first: string, cellOf: (role: Audit["roles"][number]) => string) => {
    const cells = roles.map(cellOf).map((cell) => " ".repeat(Math.max(0, wide - textWidth(cell))) + cell);
    return `${indent}${first.padStart(7)}${cells.join("")}`;
  };
  return [
    wrap(model, width, indent),
    paint.dim(line("ideal", ({ short }) => short)),
    ...reliability.map(({ steady, right }) =>
      line(`${Math.round(steady * 100)}%`, ({ id }) => percent(right[id] ?? 0)),
    ),
    ...sayMethod(reliability[0]?.method ?? { exact: true }, page),
  ];
}

function sayLength({ roles, questions, quick, reading }: Audit, { width }: Page): string[] {
  const { words, minutes, wordsPerMinute } = reading;
  const ideal = roles.map(({ id, short }) => `${quick.ideal[id]} for the ideal ${short}`).join(", ");
  const mean = quick.mean.toFixed(1);
  return [
    `${words} ${plural(words, "word")} to read: ${minutes} minutes at ${wordsPerMinute} words a minute, plus the time to think.`,
    `With --quick ${mean} of ${questions.scored} scored questions are asked on average (${grouped(quick.samples)} samples with seed ${quick.seed}, accurate to about ${quick.standardError.toFixed(2)}); ${ideal}.`,
  ].map((sentence) => wrap(sentence, width, indent));
}
