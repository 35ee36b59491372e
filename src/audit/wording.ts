import { isScored } from "../advice/scorecard.ts";
import type { Pack, Question } from "../pack/pack.ts";
import { pathOf, type Warning } from "./warning.ts";

/** An ask of two lines and a label of one still are taken in at a glance. */
const longestAsk = 120;
const longestLabel = 60;

/** Texts that are too long, labels of very unequal length, and labels that name a role. */
export function findPoorWording(pack: Pack): Warning[] {
  return pack.questions.flatMap((question) => [
    ...findLongTexts(pack, question),
    ...findUnequalLabels(pack, question),
    ...findRoleNames(pack, question),
  ]);
}

function inQuestion(pack: Pack, { id }: Question, ...path: string[]): Pick<Warning, "file" | "path" | "part"> {
  return { file: "questions.yaml", path: [...pathOf(pack, id), ...path], part: "value" };
}

function findLongTexts(pack: Pack, question: Question): Warning[] {
  const { id, ask, options } = question;
  const tooLong = (what: string, length: number, most: number, ...path: string[]): Warning[] => {
    const message = `${what} has ${length} characters; ${most} can be taken in at a glance`;
    return length > most ? [{ code: "too-long", message, ...inQuestion(pack, question, ...path) }] : [];
  };
  return [
    ...tooLong(`the question ${id}`, ask.length, longestAsk, "ask"),
    ...options.flatMap((option) =>
      tooLong(`the label of ${option.id}`, option.label.length, longestLabel, "options", option.id, "label"),
    ),
  ];
}

/** Only where the answer decides. Short words differ in length by nature. */
function findUnequalLabels(pack: Pack, question: Question): Warning[] {
  const byLength = question.options.toSorted((a, b) => a.label.length - b.label.length);
  const [shortest, longest] = [byLength[0], byLength.at(-1)];
  if (shortest === undefined || longest === undefined || !isScored(question)) return [];
  const [least, most] = [shortest.label.length, longest.label.length];
  if (most <= 3 * least || most - least <= 20) return [];
  const message = `the label of ${longest.id} has ${most} characters, and that of ${shortest.id} ${least}; make them alike, since the longer one looks like the right one`;
  return [{ code: "unequal-length", message, ...inQuestion(pack, question, "options", longest.id, "label") }];
}

function findRoleNames(pack: Pack, question: Question): Warning[] {
  const names = pack.roles.flatMap(({ name, short }) => [name, short]);
  return question.options.flatMap(({ id, label }) => {
    const named = names.find((name) => ` ${inWords(label)} `.includes(` ${inWords(name)} `));
    const message = `the label of ${id} names a role (${named}); say what the answer means, so that nobody picks by title`;
    const place = inQuestion(pack, question, "options", id, "label");
    return named === undefined ? [] : [{ code: "names-role", message, ...place }];
  });
}

function inWords(text: string): string {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .join(" ");
}
