import { countWords } from "../pack/language.ts";
import type { Pack } from "../pack/pack.ts";

const wordsPerMinute = 200;

/** The number of words in all questions and labels, and the minutes that an unhurried reader needs, to a tenth. */
export function measureReading(pack: Pack) {
  const texts = pack.questions.flatMap(({ ask, options }) => [ask, ...options.map(({ label }) => label)]);
  const words = texts.reduce((n, text) => n + countWords(pack, text), 0);
  return { words, wordsPerMinute, minutes: Math.round((words / wordsPerMinute) * 10) / 10 };
}
