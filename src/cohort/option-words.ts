import type { Pack, Question } from "../pack/pack.ts";
import { foldWhole } from "./fold-text.ts";

/** Cells that form tools write for an option that was ticked, and for one that was not; folded. */
export const ticked = /^(?:yes|y|1|true|x|selected|checked|quoted|ja|oui|sí|si|✓)$/;
export const unticked = /^(?:no|n|0|false|not selected|unchecked|not quoted|nein|non|-)$/;

/**
 * Maps folded words to the index of the option that they stand for: its id (with and without hyphens), its earlier ids, its
 * label, and the words in `more` at its index. A word that stands for two options is left out.
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
  // Ids take precedence: a label that equals the id of another option stands for that option.
  options.forEach((option, o) => {
    words.set(option.id, o);
  });
  for (const [old, now] of Object.entries(renamed)) {
    const option = options.findIndex((candidate) => candidate.id === now);
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

/** Spellings of an id without hyphens, for form tools that do not allow them in names. */
function jointsOf(id: string): string[] {
  return id.includes("-") ? [id.replaceAll("-", "_"), id.replaceAll("-", "")] : [];
}
