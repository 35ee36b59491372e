/** The values of a question's `pick`: how many options make an answer. */
export const pickNames = ["one", "any"] as const;
export type PickName = (typeof pickNames)[number];

export function isPickName(name: string): name is PickName {
  return pickNames.some((pick) => pick === name);
}

/** What of a question its answers depend on. */
export interface Asked {
  readonly pick: PickName;
  /** The most options that an `any` answer may hold. */
  readonly most: number;
  readonly options: readonly { readonly id: string }[];
}

/** An answer as one number: `open`, or 1 and more, one for each answer there is. */
export const open = 0;

/** Everything that depends on a `pick`. Options are known by their place in the question, from 0. */
interface Rules {
  /** Is the answer a list, also where it holds one option? Records and files write the option alone otherwise. */
  readonly isList: boolean;
  /** The fewest options that an answer may hold. Where that is 0, `none` picks nothing. */
  readonly least: number;
  most(most: number): number;
  /** How many numbers the answers to so many options need, beside `open`. */
  numbers(options: number): number;
  toNumber(places: readonly number[]): number;
  toPlaces(number: number): number[];
}

const rules: Readonly<Record<PickName, Rules>> = {
  one: {
    isList: false,
    least: 1,
    most: () => 1,
    numbers: (options) => options,
    toNumber: ([place = -1]) => 1 + place,
    toPlaces: (number) => [number - 1],
  },
  // 1 and a bit for each option picked, so that 1 alone says that none fits. 24 options at most fit 32 bits.
  any: {
    isList: true,
    least: 0,
    most: (most) => most,
    numbers: (options) => 2 ** options,
    toNumber: (places) => places.reduce((number, place) => number + 2 ** place, 1),
    toPlaces: (number) => {
      const places: number[] = [];
      for (let place = 0, bits = number - 1; bits > 0; place++, bits >>= 1) if (bits & 1) places.push(place);
      return places;
    },
  },
};

export function isList({ pick }: Pick<Asked, "pick">): boolean {
  return rules[pick].isList;
}

/** May an answer pick nothing? */
export function mayBeNone({ pick }: Pick<Asked, "pick">): boolean {
  return rules[pick].least === 0;
}

/** The fewest and the most options that an answer may hold. */
export function sizesOf({
  pick,
  most,
  options,
}: Pick<Asked, "pick" | "most"> & { readonly options: readonly unknown[] }) {
  return { least: rules[pick].least, most: Math.min(rules[pick].most(most), options.length) };
}

/** How many numbers stand for answers, beside `open`. Where `most` is less than all options, not every number is an answer. */
export function numbersFor({ pick, options }: Pick<Asked, "pick"> & { readonly options: readonly unknown[] }): number {
  return rules[pick].numbers(options.length);
}

export function toNumber(pick: PickName, places: readonly number[]): number {
  return rules[pick].toNumber(places);
}

const mostKnown = 1024;
/** By number: the places in the answers that most questions have. */
const known: Readonly<Record<PickName, (readonly number[])[]>> = { one: [], any: [] };

/** The places of the options in an answer; none where the question is open. */
export function toPlaces(pick: PickName, number: number): readonly number[] {
  const before = known[pick][number];
  if (before !== undefined) return before;
  const places = number === open ? [] : rules[pick].toPlaces(number);
  if (number < mostKnown) known[pick][number] = places;
  return places;
}

/** The number of an answer; `open` where there is none. */
export function numberOf({ pick, options }: Pick<Asked, "pick" | "options">, picked?: readonly string[]): number {
  if (picked === undefined) return open;
  return toNumber(
    pick,
    options.flatMap(({ id }, place) => (picked.includes(id) ? [place] : [])),
  );
}

/** The options picked; null where the question is open. */
export function pickedIn({ pick, options }: Pick<Asked, "pick" | "options">, number: number): readonly string[] | null {
  return number === open ? null : toPlaces(pick, number).flatMap((place) => options[place]?.id ?? []);
}

/** The answer worth most where each option is worth so much, in pack order; of options worth the same the first. */
export function bestAnswer(question: Asked, worth: readonly number[]): { value: number; places: readonly number[] } {
  const { least, most } = sizesOf(question);
  const places: number[] = [];
  let value = 0;
  while (places.length < most) {
    let best = -1;
    let largest = Number.NEGATIVE_INFINITY;
    for (const [place, gain] of worth.entries()) {
      if (gain > largest && !places.includes(place)) [best, largest] = [place, gain];
    }
    if (places.length >= least && largest <= 0) break;
    places.push(best);
    value += largest;
  }
  return { value, places: places.sort((a, b) => a - b) };
}

/** What the best answer is worth. */
export function mostWorth(question: Asked, worth: readonly number[]): number {
  const { least, most } = sizesOf(question);
  // A typed array is sorted without calling back for each pair: a short run spends much of its time here.
  const best = Int32Array.from(worth).sort().reverse().subarray(0, most);
  return best.reduce((total, gain, rank) => (rank < least || gain > 0 ? total + gain : total), 0);
}

/** What answers to a question come to: points by role number, and how many answers (or what part of them) give these. */
export interface Outcome {
  readonly points: readonly number[];
  readonly weight: number;
}

/** Every different sum that an answer can be worth where each option is worth so many points, with the number of such answers. */
export function sumsOf(question: Asked, worth: readonly (readonly number[])[]): Outcome[] {
  const { least, most } = sizesOf(question);
  // By number of options picked: what so many of the options so far can come to.
  let sets: Outcome[][] = [[{ points: (worth[0] ?? []).map(() => 0), weight: 1 }]];
  for (const option of worth) {
    sets = Array.from({ length: Math.min(sets.length, most) + 1 }, (_, size) => {
      const smaller = size === 0 ? [] : (sets[size - 1] ?? []);
      const larger = smaller.map(({ points, weight }) => {
        return { points: points.map((had, role) => had + (option[role] ?? 0)), weight };
      });
      return merge([...(sets[size] ?? []), ...larger]);
    });
  }
  return merge(sets.slice(least).flat());
}

function merge(outcomes: readonly Outcome[]): Outcome[] {
  const merged = new Map<string, Outcome>();
  for (const { points, weight } of outcomes) {
    const key = points.join(" ");
    merged.set(key, { points, weight: weight + (merged.get(key)?.weight ?? 0) });
  }
  return [...merged.values()];
}

/** The number of an answer, each as likely as any other. `random` gives numbers from 0 up to 1. */
export function randomAnswer(question: Asked, random: () => number): number {
  const options = question.options.length;
  const size = randomSize(question, random);
  const places = new Set<number>();
  // Floyd's method: every set of the size is as likely as any other.
  for (let last = options - size; last < options; last++) {
    const place = Math.floor(random() * (last + 1));
    places.add(places.has(place) ? last : place);
  }
  return toNumber(question.pick, [...places]);
}

/** How many options an answer holds: a size is as likely as there are sets of that size. */
function randomSize(question: Asked, random: () => number): number {
  const { least, most } = sizesOf(question);
  if (least === most) return most;
  const counts = [1];
  for (let size = 1; size <= most; size++) {
    counts.push(((counts[size - 1] ?? 0) * (question.options.length - size + 1)) / size);
  }
  let left = random() * counts.slice(least).reduce((sum, n) => sum + n, 0);
  for (let size = least; size < most; size++) {
    left -= counts[size] ?? 0;
    if (left < 0) return size;
  }
  return most;
}

/** Options as an answer holds them: each once, in pack order. */
export function inOrder({ options }: Pick<Asked, "options">, picked: readonly string[]): string[] {
  return options.map(({ id }) => id).filter((id) => picked.includes(id));
}

/** The answer as records and files show it: the option's id alone, or a list. */
export function writtenAnswer(question: Pick<Asked, "pick">, picked: readonly string[]): string | readonly string[] {
  return isList(question) ? picked : picked.join();
}
