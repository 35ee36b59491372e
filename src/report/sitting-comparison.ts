import { formatList, formatSigned } from "../pack/language.ts";
import type { Pack } from "../pack/pack.ts";
import { say } from "../pack/say.ts";
import type { Comparison } from "../sittings/compare-sittings.ts";
import { answerLabel, findQuestion, shortName, traitName, traitNames } from "./advice-sentences.ts";
import type { Document, Entry, Row, Section } from "./document.ts";

/** With more than two sittings, only this many questions are shown. */
const mostDiffering = 6;

/** Describes sittings side by side: the verdict of each, where they differ, and what is the same. */
export function describeSittings(pack: Pack, comparison: Comparison): Document {
  const names = comparison.sittings.map(({ name }) => name);
  const entries = differenceEntries(pack, comparison);
  const differing: Section[] =
    names.length === 2
      ? twoDiffer(pack, comparison, entries)
      : [{ heading: say(pack, "sittings.differ-most"), entries: entries.slice(0, mostDiffering) }];
  return {
    title: say(pack, "roles.side", { roles: formatList(pack, names) }),
    sections: [
      { heads: names, rows: verdictRows(pack, comparison) },
      ...differing,
      { heading: say(pack, "sittings.same"), points: sameSays(pack, comparison) },
    ],
    record: comparison,
  };
}

function verdictRows(pack: Pack, { sittings, between, margins }: Comparison): Row[] {
  const strongest = sittings.map(({ pulls }) =>
    pulls.filter(({ pull }) => pull === "strong").map(({ trait }) => traitName(pack, trait)),
  );
  const points = sittings.map(({ roles }) =>
    roles.map(({ id, points }) => `${shortName(pack, id)} ${points}`).join(", "),
  );
  return [
    { name: say(pack, "verdicts.words"), cells: sittings.map(({ recommendation }) => [recommendation.summary]) },
    { name: say(pack, "numbers.points"), cells: points.map((line) => [line]) },
    { name: say(pack, "sittings.ahead", namesOf(pack, between)), cells: margins.map((n) => [formatSigned(pack, n)]) },
    {
      name: say(pack, "sittings.pulls"),
      cells: strongest.map((traits) => (traits.length === 0 ? [say(pack, "sittings.nothing")] : traits)),
    },
  ];
}

/** Each answer that differs, with its effect on the margin. */
function differenceEntries(pack: Pack, { sittings, between, differences }: Comparison): Entry[] {
  const { first, second } = namesOf(pack, between);
  return differences.map(({ question: id, answers, effect }) => {
    const question = findQuestion(pack, id).short;
    const parts = { question, n: Math.abs(effect), role: effect > 0 ? first : second };
    const name = sittings.length > 2 ? say(pack, "sittings.apart", parts) : say(pack, "sittings.toward", parts);
    const points = answers.map(
      (picked, n) =>
        `${sittings[n]?.name}: ${picked === null ? say(pack, "sittings.open") : answerLabel(pack, id, picked)}`,
    );
    return { name: effect === 0 ? question : name, points };
  });
}

/** For two sittings: answers that differ, how their effects sum to the change of the margin, and pulls that changed. */
function twoDiffer(pack: Pack, comparison: Comparison, entries: Entry[]): Section[] {
  const { sittings, between, margins, differences, pulls } = comparison;
  if (entries.length === 0) return [{ paragraphs: [say(pack, "sittings.equal")] }];
  const [before = 0, after = 0] = margins;
  const [firstName = "", secondName = ""] = sittings.map(({ name }) => name);
  const signed = (n: number) => formatSigned(pack, n);
  const effects = differences.flatMap(({ effect }) => (effect === 0 ? [] : [signed(effect)])).join(" ");
  const [from, to, change] = [signed(before), signed(after), signed(after - before)];
  const roles = namesOf(pack, between);
  const sum =
    effects === ""
      ? say(pack, "sittings.level", roles)
      : say(pack, "sittings.sum", { ...roles, effects, change, from, to, one: firstName, other: secondName });
  return [
    { heading: say(pack, "sittings.differ"), entries },
    { paragraphs: [`${sum} ${say(pack, "sittings.ask")}`] },
    { heading: say(pack, "sittings.changed"), points: changedPulls(pack, pulls) },
  ];
}

const levels = { strong: 3, some: 2, faint: 1 } as const;

function changedPulls(pack: Pack, pulls: Comparison["pulls"]): string[] {
  return pulls.flatMap(({ trait: id, pull: [from = null, to = null] }) => {
    if (from === null || to === null) return [];
    const change = levels[to] > levels[from] ? "rose" : "faded";
    const ends = { from: say(pack, `sittings.${from}`), to: say(pack, `sittings.${to}`) };
    return [say(pack, `sittings.${change}`, { trait: traitName(pack, id), ...ends })];
  });
}

/** The verdict, answers and strong pulls that all sittings share. */
function sameSays(pack: Pack, { same, differences, sittings }: Comparison): string[] {
  const [n, verdict] = [same.answers.length, sittings[0]?.recommendation.summary];
  const all = n + differences.length;
  const strong = traitNames(pack, same.strong);
  return [
    ...(same.verdict && verdict !== undefined ? [say(pack, "sittings.verdict", { verdict })] : []),
    ...(all === 0 ? [] : [say(pack, "sittings.answers", { n, all })]),
    ...(strong === "" ? [] : [say(pack, "sittings.strongly", { traits: strong })]),
  ];
}

function namesOf(pack: Pack, [first, second]: Comparison["between"]) {
  return { first: shortName(pack, first), second: shortName(pack, second) };
}
