import { builtIn } from "../../src/pack/built-in.ts";
import { type Scores, type Share, scoreReading } from "./score.ts";

export { cases, versions } from "./score.ts";

/** One reading of the cases, scored by the pack as it is. */
export function tableOf(version: string): string {
  const sets = [scoreReading(version, "stated"), scoreReading(version, "guess")];
  const row = (name: string, share: (scores: Scores) => Share) =>
    `${name.padEnd(26)}${sets.map((scores) => inWords(share(scores)).padStart(10)).join("")}`;
  return [
    version === builtIn.version
      ? `Answers to the questions of ${version}`
      : `Answers to the questions of ${version}, read by those of ${builtIn.version}`,
    `${" ".repeat(26)}    stated     guess`,
    row("all", ({ all }) => all),
    row("plain", ({ plain }) => plain),
    row("hard", ({ hard }) => hard),
    row("CIO told so", ({ cio }) => cio),
    row("CTO told so", ({ cto }) => cto),
    ...(["clear", "leaning", "close", "early", "tie"] as const).map((verdict) =>
      row(`verdict: ${verdict}`, ({ verdicts }) => verdicts[verdict]),
    ),
    row("certain, flip 1 or 2", ({ flips }) => flips.few),
    row("certain, flip 3 or 4", ({ flips }) => flips.some),
    row("certain, flip 5 and more", ({ flips }) => flips.many),
  ].join("\n");
}

function inWords({ right, of }: Share): string {
  return `${right} of ${of}`;
}
