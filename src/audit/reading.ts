import { countWords } from "../pack/language.ts";
import type { Pack } from "../pack/pack.ts";

/** An unhurried reader. */
const wordsPerMinute = 200;

/** What a respondent reads when every question is asked. */
export function measureReading(pack: Pack) {
  const texts = pack.questions.flatMap(({ ask, options }) => [ask, ...options.map(({ label }) => label)]);
  const words = texts.reduce((n, text) => n + countWords(pack, text), 0);
  // To the tenth.
  return { words, wordsPerMinute, minutes: Math.round((words / wordsPerMinute) * 10) / 10 };
}
