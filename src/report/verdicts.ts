import { sayVerdict } from "../advice/advise.ts";
import { type Verdict, verdicts } from "../advice/judge.ts";
import { inWords, plural } from "../advice/words.ts";
import type { Pack } from "../pack/pack.ts";
import type { Document, Entry } from "./document.ts";
import { verdictTopic } from "./guide.ts";
import { capital } from "./words.ts";

/** The verdicts with this pack's own thresholds, and what each of them and of the numbers says to a reader. */
export function explainVerdicts(pack: Pack): Document {
  const { roles, verdict } = pack;
  const [leader, rival] = roles.map(({ short }) => short) as [string, string];
  const when = conditions(verdict);
  const rows = verdicts.flatMap((name) => {
    const condition = when[name];
    return condition === null
      ? []
      : [
          {
            verdict: name,
            words: sayVerdict(pack, name, name === "tie" ? [leader, rival] : [leader], rival),
            when: condition,
            means: meanings[name],
          },
        ];
  });
  return {
    title: verdictTopic.title,
    sections: [
      {
        block: {
          type: "table",
          heads: ["In words", "When", "What it means for you"],
          rows: rows.map(({ verdict: name, words, when: condition, means }) => ({
            name: capital(name),
            cells: [[{ say: words }], [{ say: condition }], [{ say: means }]],
          })),
        },
      },
      { block: { type: "paragraphs", says: [{ say: "The first that holds is the verdict." }] } },
      { heading: "The numbers beside it", block: { type: "entries", entries: numbers } },
    ],
    sources: {},
    record: { topic: verdictTopic, thresholds: verdict, verdicts: rows },
  };
}

/** DESIGN 5.4. A flip is at least one answer, so a threshold may leave a verdict without a case: null. */
export function conditions({ close, leaning }: Pack["verdict"]): Record<Verdict, string | null> {
  const end = (from: number, to: number) => {
    if (from > to) return null;
    const range = from === to ? inWords(from) : `${inWords(from)} to ${inWords(to)}`;
    return `${capital(range)} ${plural(to, "answer")}, given differently, would end the lead.`;
  };
  return {
    tie: "Two roles or more share the lead.",
    early: "Questions that are still open could end the lead.",
    close: end(1, close),
    leaning: end(close + 1, leaning),
    clear: `${capital(inWords(leaning + 1))} answers or more, given differently, would be needed to end the lead, or no change could.`,
  };
}

export const meanings: Readonly<Record<Verdict, string>> = {
  tie: "Nothing is recommended. Look at what would decide it, and at both ways side by side.",
  early: "Answer more, those first that the advice names. Until then the leader is a first guess.",
  close:
    "Your answers do not tell the two apart, and that is news you can use: both may suit you, or neither. Think again about what would decide it, and read both ways.",
  leaning: "A direction and not yet a decision. Try it in small steps before you bet on it.",
  clear: "Your answers agree with each other. Whether they fit your world is what the first steps find out.",
};

const numbers: readonly Entry[] = [
  {
    name: "Points",
    says: [
      {
        say: "What your answers give a role: the strength of each trait that they show, times what the role makes of it. The lead is a difference of points, and each reason tells what one answer adds to it or takes from it.",
      },
    ],
  },
  {
    name: "Answers that would have to change",
    says: [
      {
        say: "The smallest set of answers that would let another role catch up. What you cannot decide to change, such as years of work, is never in it.",
      },
    ],
  },
  {
    name: "How much the questions could weigh",
    says: [
      {
        say: "Somebody chose the weights. As long as each question is worth more or less by no more than the share given, all of them at once and in any direction, the leader stays. The second share tells in which part of all ways to weigh the questions it leads. A way is any split of the weight among the questions that you answered, from all of it on one to the same for each, and each split counts alike.",
      },
    ],
  },
  {
    name: "Ways to answer what is open",
    says: [
      {
        say: "In how many of all ways to answer the open questions each role would lead. Every way counts once, so this is a count and not a chance.",
      },
    ],
  },
  {
    name: "What is not among them",
    says: [
      {
        say: "A probability. Nobody has measured what became of people who gave these answers, so no number here says how likely you are to be right, happy or hired.",
      },
    ],
  },
];
