/** The values of a question's `pick`, which determines how many options an answer may hold. */
export const pickNames = ["one", "any"] as const;
export type PickName = (typeof pickNames)[number];

export function isPickName(name: string): name is PickName {
  return pickNames.some((pick) => pick === name);
}

/** The fields of a question that determine which answers it can have. */
export interface Pickable {
  readonly pick: PickName;
  /** The most options that an `any` answer may hold. */
  readonly most: number;
  readonly options: readonly { readonly id: string }[];
}

/** Answers are encoded as numbers: `open` for an open question, and a number from 1 on for each possible answer. */
export const open = 0;

/** Everything that depends on `pick`. A place is the index of an option in its question, from 0. */
interface PickRules {
  /** Whether an answer is a list even with one option in it. Otherwise records and files hold the option's id alone. */
  readonly isList: boolean;
  /** The fewest options that an answer may hold. Where this is 0, the answer `none` picks nothing. */
  readonly least: number;
  most(most: number): number;
  /** How many numbers encode the answers to a question with so many options, not counting `open`. */
  numbers(options: number): number;
  toNumber(places: readonly number[]): number;
  toPlaces(number: number): number[];
}

const rules: Readonly<Record<PickName, PickRules>> = {
  one: {
    isList: false,
    least: 1,
    most: () => 1,
    numbers: (options) => options,
    toNumber: ([place = -1]) => 1 + place,
    toPlaces: (number) => [number - 1],
  },
  // The number is 1 plus a bit for each option picked, so 1 means that none was. At most 24 options always fit 32 bits.
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

export function isList({ pick }: Pick<Pickable, "pick">): boolean {
  return rules[pick].isList;
}

export function mayBeNone({ pick }: Pick<Pickable, "pick">): boolean {
  return rules[pick].least === 0;
}

/** The fewest and the most options that an answer may hold. */
export function sizesOf({ pick, most, options }: Omit<Pickable, "options"> & { options: readonly unknown[] }) {
  return { least: rules[pick].least, most: Math.min(rules[pick].most(most), options.length) };
}

/** How many numbers encode answers, not counting `open`. Some encode too many options where `most` limits them. */
export function numbersFor({ pick, options }: { pick: PickName; options: readonly unknown[] }): number {
  return rules[pick].numbers(options.length);
}

export function toNumber(pick: PickName, places: readonly number[]): number {
  return rules[pick].toNumber(places);
}

/** Answers with smaller numbers are cached, which covers `any` questions with up to nine options. */
const cacheSize = 1024;
const placesByNumber: Readonly<Record<PickName, (readonly number[])[]>> = { one: [], any: [] };

/** The places of the picked options; empty where the question is open. */
export function toPlaces(pick: PickName, number: number): readonly number[] {
  const cached = placesByNumber[pick][number];
  if (cached !== undefined) return cached;
  const places = number === open ? [] : rules[pick].toPlaces(number);
  if (number < cacheSize) placesByNumber[pick][number] = places;
  return places;
}

/** The number that encodes an answer; `open` if there is no answer. */
export function numberOf({ pick, options }: Pick<Pickable, "pick" | "options">, picked?: readonly string[]): number {
  if (picked === undefined) return open;
  return toNumber(
    pick,
    options.flatMap(({ id }, place) => (picked.includes(id) ? [place] : [])),
  );
}

/** The ids of the picked options; null where the question is open. */
export function pickedIn(question: Pick<Pickable, "pick" | "options">, number: number): readonly string[] | null {
  return number === open ? null : toPlaces(question.pick, number).flatMap((place) => question.options[place]?.id ?? []);
}

/** The answer with the highest total. `worth` has a value for each option; of equal options the first is picked. */
export function bestAnswer(question: Pickable, worth: readonly number[]): { value: number; places: readonly number[] } {
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

/** The value of `bestAnswer`, without the answer itself. */
export function mostWorth(question: Pickable, worth: readonly number[]): number {
  const { least, most } = sizesOf(question);
  // A typed array sorts numbers without a comparator, and a short run of the program spends much of its time here.
  const best = Int32Array.from(worth).sort().reverse().subarray(0, most);
  return best.reduce((total, gain, rank) => (rank < least || gain > 0 ? total + gain : total), 0);
}

/** Points by role index that answers to a question give, and the number or the share of the answers that give them. */
export interface Outcome {
  readonly points: readonly number[];
  readonly weight: number;
}

/** Every different total that an answer can give, with the number of such answers. `worth` has each option's points. */
export function sumsOf(question: Pickable, worth: readonly (readonly number[])[]): Outcome[] {
  const { least, most } = sizesOf(question);
  // The totals that are possible with the options so far, by the number of options picked.
  let sets: Outcome[][] = [[{ points: (worth[0] ?? []).map(() => 0), weight: 1 }]];
  for (const option of worth) {
    sets = Array.from({ length: Math.min(sets.length, most) + 1 }, (_, size) => {
      const smaller = size === 0 ? [] : (sets[size - 1] ?? []);
      const larger = smaller.map(({ points, weight }) => {
        return { points: points.map((sum, role) => sum + (option[role] ?? 0)), weight };
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

/** The number of a random answer; all answers are equally likely. `random` returns numbers from 0 to less than 1. */
export function randomAnswer(question: Pickable, random: () => number): number {
  const options = question.options.length;
  const size = randomSize(question, random);
  const places = new Set<number>();
  // Floyd's sampling algorithm: all sets of this size are equally likely.
  for (let last = options - size; last < options; last++) {
    const place = Math.floor(random() * (last + 1));
    places.add(places.has(place) ? last : place);
  }
  return toNumber(question.pick, [...places]);
}

/** A random number of options for an answer, weighted by how many sets of options have that size. */
function randomSize(question: Pickable, random: () => number): number {
  const { least, most } = sizesOf(question);
  if (least === most) return most;
  const counts = [1];
  for (let size = 1; size <= most; size++) {
    counts.push(((counts[size - 1] ?? 0) * (question.options.length - size + 1)) / size);
  }
  let remainder = random() * counts.slice(least).reduce((sum, n) => sum + n, 0);
  for (let size = least; size < most; size++) {
    remainder -= counts[size] ?? 0;
    if (remainder < 0) return size;
  }
  return most;
}

/** The picked options as an answer holds them: in pack order, without duplicates. */
export function inOrder({ options }: Pick<Pickable, "options">, picked: readonly string[]): string[] {
  return options.map(({ id }) => id).filter((id) => picked.includes(id));
}

/** An answer as records and files hold it: the option's id alone, or a list. */
export function writtenAnswer(question: Pick<Pickable, "pick">, picked: readonly string[]): string | readonly string[] {
  return isList(question) ? picked : picked.join();
}
