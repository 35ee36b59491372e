import type { Numbers, Scorecard } from "../advice/scorecard.ts";
import { at, sum } from "../advice/scorecard.ts";
import { type Asked, open, sizesOf, toNumber } from "../pack/pick.ts";

/** Answers to every scored question, each answer of a question as likely as any other. */
export function drawAnswers(card: Scorecard, random: () => number): Numbers {
  return Int32Array.from(card.questions, ({ question, isScored }) => (isScored ? drawAnswer(question, random) : open));
}

export function drawAnswer(question: Asked, random: () => number): number {
  const options = question.options.length;
  const size = drawSize(question, random);
  const places = new Set<number>();
  // Floyd's method: every set of the size is as likely as any other.
  for (let last = options - size; last < options; last++) {
    const place = Math.floor(random() * (last + 1));
    places.add(places.has(place) ? last : place);
  }
  return toNumber(question.pick, [...places]);
}

/** A size of set, as likely as there are sets of that size. */
function drawSize(question: Asked, random: () => number): number {
  const { least, most } = sizesOf(question);
  if (least === most) return most;
  const options = question.options.length;
  const counts = [1];
  for (let size = 1; size <= most; size++) counts.push((at(counts, size - 1) * (options - size + 1)) / size);
  let left = random() * sum(counts.slice(least));
  for (let size = least; size < most; size++) {
    left -= at(counts, size);
    if (left < 0) return size;
  }
  return most;
}
