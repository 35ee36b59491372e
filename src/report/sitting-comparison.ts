import { formatSigned, listed } from "../pack/language.ts";
import type { Pack } from "../pack/pack.ts";
import { say } from "../pack/say.ts";
import type { Comparison, Difference } from "../sittings/compare-sittings.ts";
import { type Document, type Entry, entries, paragraphs, points, type Row, type Section, table } from "./document.ts";
import { answerLabel, findQuestion, shortName, traitName } from "./sentences.ts";

/** Of more than two sittings, as many questions are told. */
const mostDiffering = 6;

/** Sittings side by side: what each says, where they differ, and what is the same. What differs is for talking about. */
export function describeSittings(pack: Pack, comparison: Comparison): Document {
  const { sittings } = comparison;
  const names = sittings.map(({ name }) => name);
  const sections: Section[] = [
    table(undefined, names, verdictRows(pack, comparison)),
    ...(sittings.length === 2 ? twoDiffer(pack, comparison) : manyDiffer(pack, comparison)),
    points(say(pack, "sittings.same"), sameSays(pack, comparison)),
  ];
  return { title: say(pack, "roles.side", { roles: listed(pack, names) }), sections, record: comparison };
}

function verdictRows(pack: Pack, { sittings, between, margins }: Comparison): Row[] {
  const told = sittings.map(({ recommendation, roles, pulls }) => {
    const strong = pulls.filter(({ pull }) => pull === "strong").map(({ trait }) => traitName(pack, trait));
    return {
      summary: [recommendation.summary],
      points: [roles.map(({ id, points }) => `${shortName(pack, id)} ${points}`).join(", ")],
      pulls: strong.length === 0 ? [say(pack, "sittings.nothing")] : strong,
    };
  });
  const ahead = margins.map((margin) => [formatSigned(pack, margin)]);
  return [
    { name: say(pack, "verdicts.words"), cells: told.map(({ summary }) => summary) },
    { name: say(pack, "numbers.points"), cells: told.map(({ points }) => points) },
    { name: say(pack, "sittings.ahead", namesOf(pack, between)), cells: ahead },
    { name: say(pack, "sittings.pulls"), cells: told.map(({ pulls }) => pulls) },
  ];
}

/** Every answer that differs, with what it does to the margin; then the pulls. */
function twoDiffer(pack: Pack, { sittings, between, margins, differences, pulls }: Comparison): Section[] {
  if (differences.length === 0) return [paragraphs(undefined, [say(pack, "sittings.equal")])];
  const [before = 0, after = 0] = margins;
  const [one = "", other = ""] = sittings.map(({ name }) => name);
  const signed = (n: number) => formatSigned(pack, n);
  const effects = differences.flatMap(({ effect }) => (effect === 0 ? [] : [signed(effect)])).join(" ");
  const [from, to, change] = [signed(before), signed(after), signed(after - before)];
  const roles = namesOf(pack, between);
  const sum =
    effects === ""
      ? say(pack, "sittings.level", roles)
      : say(pack, "sittings.sum", { ...roles, effects, change, from, to, one, other });
  return [
    entries(
      say(pack, "sittings.differ"),
      differences.map((difference) => entryOf(pack, difference, [one, other], between)),
    ),
    paragraphs(undefined, [`${sum} ${say(pack, "sittings.ask")}`]),
    points(say(pack, "sittings.changed"), changedPulls(pack, pulls)),
  ];
}

function manyDiffer(pack: Pack, { sittings, between, differences }: Comparison): Section[] {
  const names = sittings.map(({ name }) => name);
  const most = differences.slice(0, mostDiffering).map((difference) => entryOf(pack, difference, names, between));
  return [entries(say(pack, "sittings.differ-most"), most)];
}

function entryOf(
  pack: Pack,
  { question: id, answers, effect }: Difference,
  names: readonly string[],
  between: readonly [string, string],
): Entry {
  const question = findQuestion(pack, id).short;
  const { first, second } = namesOf(pack, between);
  const moved = { question, n: Math.abs(effect), role: effect > 0 ? first : second };
  const name = names.length > 2 ? say(pack, "sittings.apart", moved) : say(pack, "sittings.toward", moved);
  const says = answers.map((picked, n) => {
    const answer = picked === null ? say(pack, "sittings.open") : answerLabel(pack, id, picked);
    return `${names[n]}: ${answer}`;
  });
  return { name: effect === 0 ? question : name, points: says };
}

const levels = { strong: 3, some: 2, faint: 1 } as const;

function changedPulls(pack: Pack, pulls: Comparison["pulls"]): string[] {
  return pulls.flatMap(({ trait: id, pull: [from = null, to = null] }) => {
    if (from === null || to === null) return [];
    const way = levels[to] > levels[from] ? "rose" : "faded";
    const ends = { from: say(pack, `sittings.${from}`), to: say(pack, `sittings.${to}`) };
    return [say(pack, `sittings.${way}`, { trait: traitName(pack, id), ...ends })];
  });
}

/** Stability is news too. */
function sameSays(pack: Pack, { same, differences, sittings }: Comparison): string[] {
  const [n, verdict] = [same.answers.length, sittings[0]?.recommendation.summary];
  const all = n + differences.length;
  const strong = same.strong.map((trait) => traitName(pack, trait));
  return [
    ...(same.verdict && verdict !== undefined ? [say(pack, "sittings.verdict", { verdict })] : []),
    ...(all === 0 ? [] : [say(pack, "sittings.answers", { n, all })]),
    ...(strong.length === 0 ? [] : [say(pack, "sittings.strongly", { traits: listed(pack, strong) })]),
  ];
}

function namesOf(pack: Pack, [first, second]: Comparison["between"]) {
  return { first: shortName(pack, first), second: shortName(pack, second) };
}
