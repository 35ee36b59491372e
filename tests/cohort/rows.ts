import { randomFrom } from "../../src/advice/random.ts";
import type { Answers } from "../../src/advice/scorecard.ts";
import type { Pack } from "../../src/pack/pack.ts";

/** So many respondents, the same for the same seed; some leave much open, and some all but what does not count. */
export function respondents(pack: Pack, count: number, seed = 1): Answers[] {
  const random = randomFrom(seed);
  const below = (n: number) => Math.floor(random() * n);
  return Array.from({ length: count }, () => {
    const openness = [0, 0, 0.05, 0.3, 0.9, 1][below(6)] ?? 0;
    const answers: Record<string, readonly string[]> = {};
    for (const { id, pick, most, options } of pack.questions) {
      if (random() < openness) continue;
      const ids = options.map((option) => option.id);
      answers[id] =
        pick === "one" ? ids.slice(below(ids.length)).slice(0, 1) : ids.filter(() => random() < 0.35).slice(0, most);
    }
    if (Object.keys(answers).length > 0) return answers;
    const unscored = pack.questions.find(({ options }) =>
      options.every(({ drawn }) => Object.keys(drawn).length === 0),
    );
    const { id, options } = unscored ?? pack.questions[0] ?? { id: "", options: [] };
    return { [id]: options.slice(0, 1).map((option) => option.id) };
  });
}

/** Answers as the cells of a CSV: open ones are empty or unsure. */
export function toCsv(pack: Pack, all: readonly Answers[]): string {
  const lines = all.map((answers, i) =>
    [
      `r${i + 1}`,
      ...pack.questions.map(({ id, pick }) => {
        const picked = answers[id];
        if (picked === undefined) return i % 2 === 0 ? "" : "unsure";
        return pick === "any" && picked.length === 0 ? "none" : picked.join(";");
      }),
    ].join(","),
  );
  return `${[["id", ...pack.questions.map(({ id }) => id)].join(","), ...lines].join("\n")}\n`;
}

export function toNdjson(pack: Pack, all: readonly Answers[]): string {
  const lines = all.map((answers, i) => {
    const given = Object.fromEntries(
      pack.questions.flatMap(({ id, pick }) => {
        const picked = answers[id];
        return picked === undefined ? [] : [[id, pick === "one" ? picked[0] : picked]];
      }),
    );
    return JSON.stringify(
      i % 2 === 0 && Object.keys(given).length > 0
        ? { id: `r${i + 1}`, ...given }
        : { id: `r${i + 1}`, answers: given },
    );
  });
  return `${lines.join("\n")}\n`;
}
