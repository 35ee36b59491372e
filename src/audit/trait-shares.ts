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
  const counted = traits.map(({ id }) => {
    const strengths = questions.map(({ options }) => options.reduce((sum, { drawn }) => sum + (drawn[id] ?? 0), 0));
    return {
      trait: id,
      evidence: strengths.reduce((sum, n) => sum + n, 0),
      questions: strengths.filter((n) => n > 0).length,
    };
  });
  const all = counted.reduce((sum, { evidence }) => sum + evidence, 0);
  return counted.map(({ trait, evidence, questions: shown }) => {
    return { trait, share: all === 0 ? 0 : round(evidence / all), questions: shown };
  });
}
