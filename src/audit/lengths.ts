import type { Kind, Note, Pack } from "../pack/pack.ts";
import { pathOf, type Warning } from "./warning.ts";

/** What can be taken in at a glance, or has its place on the first screen of a result, in characters. */
const longest = { ask: 120, label: 60, because: 120, inShort: 150 };

/** Texts that are too long for where they stand. */
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
      ...inShorts(role.kinds, file, "kinds"),
      ...inShorts(role.notes, file, "notes"),
    ];
  });
  const neighbours = pack.neighbours.flatMap(({ id, inShort }) =>
    tooLong('"in_short"', inShort.say, longest.inShort, `neighbours/${id}.yaml`, ["in_short", "say"]),
  );
  return [...questions, ...roles, ...neighbours, ...inShorts(pack.notes, "pack.yaml", "notes")];
}

/** Of kinds and notes the short form, or the long one where it stands for both. */
function inShorts(list: readonly (Kind | Note)[], file: string, key: string): Warning[] {
  return list.flatMap(({ id, say, inShort }, n) => {
    if (inShort !== null)
      return tooLong(`the "in_short" of ${id}`, inShort, longest.inShort, file, [key, n, "in_short"]);
    if (graphemes(say) <= longest.inShort) return [];
    const message = `${id} has no "in_short", and its text is longer than the ${longest.inShort} characters for which the first screen has room; add one`;
    return [{ code: "no-in-short", message, file, path: [key, n, "say"], part: "value" }];
  });
}

function tooLong(what: string, text: string, most: number, file: string, path: Warning["path"]): Warning[] {
  const length = graphemes(text);
  const message = `${what} has ${length} characters; ${most} can be taken in at a glance`;
  return length > most ? [{ code: "too-long", message, file, path, part: "value" }] : [];
}

/** As a reader counts: an accent or a joined sign is no character of its own. */
function graphemes(text: string): number {
  return [...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text)].length;
}
