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

export function measureReading({ questions }: Pack): Reading {
  const texts = questions.flatMap(({ ask, options }) => [ask, ...options.map(({ label }) => label)]);
  const words = texts.reduce((n, text) => n + (text.match(/\S+/g)?.length ?? 0), 0);
  return { words, wordsPerMinute, minutes: Math.round((words / wordsPerMinute) * 10) / 10 };
}
