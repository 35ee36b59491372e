import { countWords } from "../pack/language.ts";
import type { Pack } from "../pack/pack.ts";

/** What a respondent reads when every question is asked. */
export interface Reading {
  readonly words: number;
  readonly wordsPerMinute: number;
  /** To the tenth. */
  readonly minutes: number;
}

/** An unhurried reader. */
const wordsPerMinute = 200;

export function measureReading(pack: Pack): Reading {
  const texts = pack.questions.flatMap(({ ask, options }) => [ask, ...options.map(({ label }) => label)]);
  const words = texts.reduce((n, text) => n + countWords(pack, text), 0);
  return { words, wordsPerMinute, minutes: Math.round((words / wordsPerMinute) * 10) / 10 };
}
