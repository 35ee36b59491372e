import type { Advice } from "../advice/advice.ts";
import type { Pack } from "../pack/pack.ts";
import type { RenderOptions } from "./formats.ts";
import { finished, wrap } from "./page.ts";

/** The advice for a terminal (DESIGN 8). */
export function renderText(pack: Pack, advice: Advice, { page }: RenderOptions): string {
  const { width, paint } = page;
  const lines = [
    `${pack.title}  ${advice.questions.answered} of ${advice.questions.scored} answered`,
    paint.bold(advice.recommendation.summary),
    ...advice.reasons.map(({ contribution, question, because }) =>
      wrap(`${question}: ${because}`, width, "      ", `${contribution}  `.padStart(6)),
    ),
  ];
  return finished(`${lines.join("\n")}\n`, page);
}
