import { listed } from "../pack/language.ts";
import type { Pack } from "../pack/pack.ts";
import type { Comparison, Difference } from "../sittings/compare-sittings.ts";
import type { Document, Entry, Row, Section } from "./document.ts";
import { answerLabel, number, questionName, signed } from "./words.ts";

/** Of more than two sittings, as many questions are told. */
const mostDiffering = 6;

/** Sittings side by side: what each says, where they differ, and what is the same. What differs is for talking about. */
export function describeSittings(pack: Pack, comparison: Comparison): Document {
  const { sittings } = comparison;
  const names = sittings.map(({ name }) => name);
  const sections = [
    { block: { type: "table", heads: names, rows: verdictRows(pack, comparison) } },
    ...(sittings.length === 2 ? twoDiffer(pack, comparison) : manyDiffer(pack, comparison)),
    { heading: "The same", block: { type: "points", says: sameSays(pack, comparison).map((say) => ({ say })) } },
  ] satisfies Section[];
  return { title: `${listed(pack, names)} side by side`, sections, sources: {}, record: comparison };
}

function verdictRows(pack: Pack, { sittings, between, margins }: Comparison): Row[] {
  const row = (name: string, cells: readonly (readonly string[])[]): Row => ({
    name,
    cells: cells.map((says) => says.map((say) => ({ say }))),
  });
  const strong = sittings.map(({ pulls }) =>
    pulls.filter(({ pull }) => pull === "strong").map(({ trait }) => traitName(pack, trait)),
  );
  const [one, other] = between.map((id) => shortOf(pack, id));
  return [
    row(
      "In words",
      sittings.map(({ recommendation: { summary } }) => [summary]),
    ),
    row(
      "Points",
      sittings.map(({ roles }) => [roles.map(({ id, points }) => `${shortOf(pack, id)} ${points}`).join(", ")]),
    ),
    row(
      `${one} ahead of ${other}`,
      margins.map((margin) => [signed(margin)]),
    ),
    row(
      "Pulls strongly",
      strong.map((traits) => (traits.length === 0 ? ["Nothing"] : traits)),
    ),
  ];
}

/** Every answer that differs, with what it does to the margin; then the pulls. */
function twoDiffer(pack: Pack, { sittings, between, margins, differences, pulls }: Comparison): Section[] {
  if (differences.length === 0)
    return [paragraph("Every answer is the same, so is everything that follows from them.")];
  const [from = 0, to = 0] = margins;
  const [one, other] = between.map((id) => shortOf(pack, id));
  const [first = "", second = ""] = sittings.map(({ name }) => name);
  const moved = differences.filter(({ effect }) => effect !== 0).map(({ effect }) => signed(effect));
  const sum =
    moved.length === 0
      ? `None of these answers moves ${one} and ${other} apart.`
      : `Together ${moved.join(" ")} = ${signed(to - from)}: from ${signed(from)} for ${first} to ${signed(to)} for ${second}, ${one} ahead of ${other}.`;
  const entries = differences.map((difference) => entryOf(pack, difference, [first, second], between));
  return [
    { heading: "Worth talking about", block: { type: "entries", entries } },
    paragraph(`${sum} What made you answer so, and what would each of you say today?`),
    {
      heading: "Pulls that changed",
      block: { type: "points", says: changedPulls(pack, pulls).map((say) => ({ say })) },
    },
  ];
}

function manyDiffer(pack: Pack, { sittings, between, differences }: Comparison): Section[] {
  const names = sittings.map(({ name }) => name);
  const entries = differences.slice(0, mostDiffering).map((difference) => entryOf(pack, difference, names, between));
  return [{ heading: "Where they differ most", block: { type: "entries", entries } }];
}

function entryOf(
  pack: Pack,
  { question, answers, effect }: Difference,
  names: readonly string[],
  between: readonly [string, string],
): Entry {
  const [one, other] = between.map((id) => shortOf(pack, id));
  const toward = effect > 0 ? one : other;
  const moves =
    names.length > 2 ? `${number(Math.abs(effect))} points apart` : `${number(Math.abs(effect))} toward ${toward}`;
  return {
    name: `${questionName(pack, question)}${effect === 0 ? "" : ` (${moves})`}`,
    says: [],
    points: answers.map((picked, n) => ({
      say: `${names[n]}: ${picked === null ? "left open" : answerLabel(pack, question, picked)}`,
    })),
  };
}

const levels = { strong: 3, some: 2, faint: 1 } as const;

function changedPulls(pack: Pack, pulls: Comparison["pulls"]): string[] {
  return pulls.flatMap(({ trait, pull: [from = null, to = null] }) => {
    const name = traitName(pack, trait);
    if (from === null || to === null) return [];
    return [`${name} ${levels[to] > levels[from] ? "rose" : "faded"}, from ${from} to ${to}`];
  });
}

/** Stability is news too. */
function sameSays(pack: Pack, { same, differences, sittings }: Comparison): string[] {
  const answered = same.answers.length;
  const said = answered + differences.length;
  return [
    ...(same.verdict && sittings[0] !== undefined ? [`The verdict: ${sittings[0].recommendation.summary}`] : []),
    ...(said === 0 ? [] : [`${number(answered)} of ${number(said)} answers`]),
    ...(same.strong.length === 0
      ? []
      : [
          `What pulls strongly: ${listed(
            pack,
            same.strong.map((trait) => traitName(pack, trait)),
          )}`,
        ]),
  ];
}

function paragraph(say: string): Section {
  return { block: { type: "paragraphs", says: [{ say }] } };
}

function traitName({ traits }: Pack, trait: string): string {
  return traits.find(({ id }) => id === trait)?.name ?? trait;
}

function shortOf({ roles }: Pack, role: string): string {
  return roles.find(({ id }) => id === role)?.short ?? role;
}
