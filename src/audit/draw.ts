import type { Answers, Scorecard, ScoredQuestion } from "../advice/scorecard.ts";
import { sum } from "../advice/scorecard.ts";

/** Answers to every scored question, each answer of a question as likely as any other. */
export function drawAnswers(card: Scorecard, random: () => number): Answers {
  return Object.fromEntries(
    card.questions.filter(({ isScored }) => isScored).map((question) => [question.id, drawAnswer(question, random)]),
  );
}

function drawAnswer({ options, pick, most }: ScoredQuestion, random: () => number): string[] {
  const size = pick === "one" ? 1 : drawSize(options.length, most, random);
  const drawn = new Set<string>();
  // Floyd's method: every set of the size is as likely as any other.
  for (let last = options.length - size; last < options.length; last++) {
    const at = options[Math.floor(random() * (last + 1))]?.id as string;
    drawn.add(drawn.has(at) ? (options[last]?.id as string) : at);
  }
  return options.map(({ id }) => id).filter((id) => drawn.has(id));
}

/** A size of set, as likely as there are sets of that size. */
function drawSize(options: number, most: number, random: () => number): number {
  const counts = [1];
  for (let size = 1; size <= Math.min(options, most); size++) {
    counts.push(((counts[size - 1] as number) * (options - size + 1)) / size);
  }
  let at = random() * sum(counts);
  return counts.findIndex((count) => {
    at -= count;
    return at < 0;
  });
}
