import type { Pack, Question } from "../pack/pack.ts";
import { foldWhole } from "./fold.ts";

/**
 * What stands for each option of a question, folded: its id, also with other joints, the ids that it had before, its label,
 * and `more`, in the order of the options. What stands for two of them is left out.
 */
export function optionWords(
  { renamed }: Pack,
  { id, options }: Question,
  more: readonly (readonly string[])[] = [],
): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  const shared = new Set<string>();
  const add = (text: string, option: number) => {
    const word = foldWhole(text);
    if (word === "" || words.get(word) === option) return;
    if (words.has(word)) shared.add(word);
    else words.set(word, option);
  };
  // Ids come first: a label that is another option's id stands for that option.
  options.forEach((option, o) => {
    words.set(option.id, o);
  });
  for (const [old, now] of Object.entries(renamed)) {
    const option = options.findIndex((one) => one.id === now);
    const [question, word] = old.split(".");
    const isOfThis = question === id || (question !== undefined && renamed[question] === id);
    if (isOfThis && word !== undefined && option >= 0 && !words.has(word)) words.set(word, option);
  }
  const ids = new Set(words.keys());
  options.forEach(({ id, label }, o) => {
    for (const text of [label, ...jointsOf(id), ...(more[o] ?? [])]) if (!ids.has(foldWhole(text))) add(text, o);
  });
  for (const word of shared) words.delete(word);
  return words;
}

/** Names in form tools may hold no hyphen. */
function jointsOf(id: string): string[] {
  return id.includes("-") ? [id.replaceAll("-", "_"), id.replaceAll("-", "")] : [];
}
