import { sum } from "../advice/scorecard.ts";
import type { Pack } from "../pack/pack.ts";
import { round } from "./shares.ts";

/** What of all evidence of being drawn to something is of this trait. */
export interface TraitShare {
  readonly trait: string;
  /** 0 to 1; they sum to 1. */
  readonly share: number;
  /** How many questions show it. */
  readonly questions: number;
}

/** In pack order. */
export function shareTraits({ traits, questions }: Pack): TraitShare[] {
  const counted = traits.map(({ id: trait }) => {
    const strengths = questions.map(({ options }) => sum(options.map(({ drawn }) => drawn[trait] ?? 0)));
    return { trait, evidence: sum(strengths), questions: strengths.filter((n) => n > 0).length };
  });
  const all = sum(counted.map(({ evidence }) => evidence));
  return counted.map(({ trait, evidence, ...rest }) => {
    return { trait, share: all === 0 ? 0 : round(evidence / all), ...rest };
  });
}
