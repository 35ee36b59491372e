import { isScored } from "../advice/scorecard.ts";
import type { Pack, Question } from "../pack/pack.ts";
import { pathOf, type Warning } from "./warning.ts";

/** Labels that are alike or of very unequal length, labels that name a role, and reports in two languages. */
export function findPoorWording(pack: Pack): Warning[] {
  const labels = pack.questions.flatMap((question) => [
    ...findEqualLabels(pack, question),
    ...findUnequalLabels(pack, question),
    ...findRoleNames(pack, question),
  ]);
  return [...labels, ...findEnglish(pack)];
}

/** A pack of another language that words none of the fixed sentences. */
function findEnglish({ lang, words }: Pack): Warning[] {
  if (/^en(?:-|$)/i.test(lang) || Object.keys(words).length > 0) return [];
  const message = `what is the same in all reports is in English; "role-advisor init <this folder> --words" writes it into words.yaml, to be worded in ${lang}`;
  return [{ code: "still-english", message, file: "pack.yaml", path: ["lang"], part: "value" }];
}

function inQuestion(pack: Pack, { id }: Question, ...path: string[]): Pick<Warning, "file" | "path" | "part"> {
  return { file: "questions.yaml", path: [...pathOf(pack, id), ...path], part: "value" };
}

function findEqualLabels(pack: Pack, question: Question): Warning[] {
  return question.options.flatMap(({ id, label }, i): Warning[] => {
    const twin = question.options.slice(0, i).find((other) => inWords(other.label) === inWords(label));
    const message = `the label of ${id} is that of ${twin?.id} too; word them apart`;
    const place = inQuestion(pack, question, "options", id, "label");
    return twin === undefined ? [] : [{ code: "equal-labels", message, ...place }];
  });
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
