import { isScored } from "../advice/scorecard.ts";
import type { Kind, Note, Pack, Question } from "../pack/pack.ts";
import { pathOf, type Warning } from "./warning.ts";

/** The most characters of a text that a reader takes in at a glance, or for which the first screen has room. */
const longest = { ask: 120, label: 60, because: 120, inShort: 150 };

/** Finds texts that are too long for the place where a reader sees them. */
export function findLongTexts(pack: Pack): Warning[] {
  const questions = pack.questions.flatMap(({ id, ask, options }) => {
    const path = pathOf(pack, id);
    return [
      ...tooLong(`the question ${id}`, ask, longest.ask, "questions.yaml", [...path, "ask"]),
      ...options.flatMap(({ id: option, label }) => {
        const place = [...path, "options", option, "label"];
        return tooLong(`the label of ${option}`, label, longest.label, "questions.yaml", place);
      }),
    ];
  });
  const roles = pack.roles.flatMap((role) => {
    const file = `roles/${role.id}.yaml`;
    return [
      ...tooLong('"in_short"', role.inShort.say, longest.inShort, file, ["in_short", "say"]),
      ...Object.entries(role.traits).flatMap(([trait, { because }]) =>
        tooLong(`the "because" of ${trait}`, because.say, longest.because, file, ["traits", trait, "because", "say"]),
      ),
      ...checkShortForms(role.kinds, file, "kinds"),
      ...checkShortForms(role.notes, file, "notes"),
    ];
  });
  const neighbours = pack.neighbours.flatMap(({ id, inShort }) =>
    tooLong('"in_short"', inShort.say, longest.inShort, `neighbours/${id}.yaml`, ["in_short", "say"]),
  );
  return [...questions, ...roles, ...neighbours, ...checkShortForms(pack.notes, "pack.yaml", "notes")];
}

/** Checks what the first screen shows of kinds and notes: `in_short`, or `say` in its absence. */
function checkShortForms(list: readonly (Kind | Note)[], file: string, key: string): Warning[] {
  return list.flatMap(({ id, say, inShort }, n) => {
    if (inShort !== null)
      return tooLong(`the "in_short" of ${id}`, inShort, longest.inShort, file, [key, n, "in_short"]);
    if (graphemes(say) <= longest.inShort) return [];
    const message = `${id} has no "in_short", and its text is longer than the ${longest.inShort} characters that fit on the first screen; add one`;
    return [{ code: "no-in-short", message, file, path: [key, n, "say"], part: "value" }];
  });
}

function tooLong(what: string, text: string, most: number, file: string, path: Warning["path"]): Warning[] {
  const length = graphemes(text);
  const message = `${what} has ${length} characters; at most ${most} can be read at a glance`;
  return length > most ? [{ code: "too-long", message, file, path, part: "value" }] : [];
}

/** The length of a text as a reader counts it: an accent or a joined emoji is not a character of its own. */
function graphemes(text: string): number {
  return [...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text)].length;
}

/** Finds labels that are equal, of very unequal length or name a role, and packs whose reports mix two languages. */
export function findPoorWording(pack: Pack): Warning[] {
  const names = pack.roles.flatMap(({ name, short }) => [name, short]);
  const labels = pack.questions.flatMap((question) => {
    const path = pathOf(pack, question.id);
    const warn = (code: string, option: string, message: string): Warning => {
      return { code, message, file: "questions.yaml", path: [...path, "options", option, "label"], part: "value" };
    };
    return [
      ...findEqualLabels(question, warn),
      ...findUnequalLabels(question, warn),
      ...findRoleNames(question, names, warn),
    ];
  });
  return [...labels, ...findEnglishWords(pack)];
}

type WarnOfLabel = (code: string, option: string, message: string) => Warning;

function findEqualLabels({ options }: Question, warn: WarnOfLabel): Warning[] {
  return options.flatMap(({ id, label }, i) => {
    const twin = options.slice(0, i).find((other) => inWords(other.label) === inWords(label));
    if (twin === undefined) return [];
    return [warn("equal-labels", id, `the label of ${id} is also that of ${twin.id}; make them different`)];
  });
}

/** Warns only in scored questions, and only of differences over 20 characters: short labels vary much by nature. */
function findUnequalLabels(question: Question, warn: WarnOfLabel): Warning[] {
  const byLength = question.options.toSorted((a, b) => a.label.length - b.label.length);
  const [shortest, longest] = [byLength[0], byLength.at(-1)];
  if (shortest === undefined || longest === undefined || !isScored(question)) return [];
  const [least, most] = [shortest.label.length, longest.label.length];
  if (most <= 3 * least || most - least <= 20) return [];
  const message = `the label of ${longest.id} has ${most} characters, and that of ${shortest.id} ${least}; make them similar in length, since the longer one looks like the right one`;
  return [warn("unequal-length", longest.id, message)];
}

function findRoleNames({ options }: Question, roleNames: readonly string[], warn: WarnOfLabel): Warning[] {
  return options.flatMap(({ id, label }) => {
    const roleName = roleNames.find((name) => ` ${inWords(label)} `.includes(` ${inWords(name)} `));
    if (roleName === undefined) return [];
    const message = `the label of ${id} names a role (${roleName}); say what the answer means, so that nobody picks by title`;
    return [warn("names-role", id, message)];
  });
}

/** Warns if a pack in another language translates none of the fixed sentences. */
function findEnglishWords({ lang, words }: Pack): Warning[] {
  if (/^en(?:-|$)/i.test(lang) || Object.keys(words).length > 0) return [];
  const message = `the fixed sentences of reports are in English; "role-advisor init <this folder> --words" writes them into words.yaml, to be translated into ${lang}`;
  return [{ code: "still-english", message, file: "pack.yaml", path: ["lang"], part: "value" }];
}

function inWords(text: string): string {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .join(" ");
}
