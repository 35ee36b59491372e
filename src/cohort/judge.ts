import type { Evidence } from "../advice/score.ts";
import { bestAnswer } from "../advice/score.ts";
import { compileScorecard, type ScoredQuestion } from "../advice/scorecard.ts";
import type { Verdict } from "../advice/verdict.ts";
import type { Pack } from "../pack/pack.ts";
import { type Numbers, open } from "./number.ts";
import { tabulate } from "./table.ts";

/** What a row says of its respondent. The judge has one, and fills it anew for each row. */
export interface Judgement {
  /** By role number, in pack order. */
  readonly points: Int32Array;
  /** Role number; of roles with equal points the first. */
  leader: number;
  isShared: boolean;
  verdict: Verdict;
  /** Points ahead of the runner-up. */
  margin: number;
  /** Answers whose change ends the lead; -1 where no change does, or the lead is shared. */
  flip: number;
  isCertain: boolean;
  /** Scored questions that are answered. */
  answered: number;
}

export type Judge = (numbers: Numbers) => Judgement;

/**
 * The verdict of src/advice (DESIGN 5.1, 5.3, 5.4) for a million respondents: what every answer is worth is looked up,
 * and nothing is allocated for a row. `able` judges what one is able in, and takes any answer as one that may change.
 */
export function compileJudge(pack: Pack, evidence: Evidence = "drawn"): Judge {
  const { roles, questions } = compileScorecard(pack);
  const scored = Int32Array.from(questions.flatMap((question, q) => (holdsEvidence(question, evidence) ? [q] : [])));
  // First the points for each role; then, by leader and rival, what another answer could gain the rival on the leader.
  // Of an open question that is below zero, to tell it apart.
  const table = tabulate(
    pack,
    roles + roles * roles,
    (_, q, o) => questions[q]?.options[o]?.[evidence] ?? [],
    (entry, q, number) => {
      const question = questions[q] as ScoredQuestion;
      const mayChange = number === open || evidence === "able" || question.isMutable;
      for (let leader = 0; leader < roles; leader++) {
        for (let rival = 0; rival < roles; rival++) {
          const best = pullOf(question, leader, rival, evidence);
          const now = (entry[rival] as number) - (entry[leader] as number);
          const gain = number === open ? -Math.max(0, best) : best - now;
          entry[roles + leader * roles + rival] = mayChange ? gain : 0;
        }
      }
    },
  );
  const { values, starts, columns, isWide } = table;
  const at = new Int32Array(scored.length);
  // How many of a respondent's answers could gain the rival so many points: what sorting would tell, without sorting.
  const gaining = new Int32Array(mostGain(questions, roles, evidence) + 1);
  const { close, leaning } = pack.verdict;
  const judged: Judgement = {
    points: new Int32Array(roles),
    leader: 0,
    isShared: false,
    verdict: "tie",
    margin: 0,
    flip: -1,
    isCertain: false,
    answered: 0,
  };
  const { points } = judged;

  /** DESIGN 5.3 and 5.4 for one rival: the least changes (-1: none will do), and whether open questions could end the lead. */
  let changes = 0;
  let couldEnd = false;
  function race(leader: number, rival: number): void {
    const margin = (points[leader] as number) - (points[rival] as number);
    const column = roles + leader * roles + rival;
    let fromOpen = 0;
    let most = 0;
    for (let s = 0; s < at.length; s++) {
      const gain = values[(at[s] as number) + column] as number;
      if (gain > 0) {
        gaining[gain] = (gaining[gain] as number) + 1;
        if (gain > most) most = gain;
      } else fromOpen -= gain;
    }
    couldEnd = margin <= fromOpen;
    let missing = margin;
    changes = 0;
    for (let gain = most; gain > 0 && missing > 0; gain--) {
      const count = gaining[gain] as number;
      if (count === 0) continue;
      const taken = Math.min(count, Math.ceil(missing / gain));
      changes += taken;
      missing -= taken * gain;
    }
    if (missing > 0) changes = -1;
    for (let s = 0; s < at.length; s++) gaining[Math.max(0, values[(at[s] as number) + column] as number)] = 0;
  }

  return (numbers) => {
    let answered = 0;
    for (let s = 0; s < scored.length; s++) {
      const q = scored[s] as number;
      const number = numbers[q] as number;
      if (number !== open) answered++;
      at[s] = isWide ? table.at(q, number) : (starts[q] as number) + number * columns;
    }
    judged.answered = answered;
    for (let r = 0; r < roles; r++) {
      let sum = 0;
      for (let s = 0; s < at.length; s++) sum += values[(at[s] as number) + r] as number;
      points[r] = sum;
    }
    let leader = 0;
    for (let r = 1; r < roles; r++) if ((points[r] as number) > (points[leader] as number)) leader = r;
    let second = -1;
    for (let r = 0; r < roles; r++) if (r !== leader && (points[r] as number) > second) second = points[r] as number;
    judged.leader = leader;
    judged.margin = (points[leader] as number) - second;
    judged.isShared = judged.margin === 0;
    judged.isCertain = !judged.isShared;
    judged.flip = -1;
    if (judged.isShared) {
      judged.verdict = "tie";
      return judged;
    }
    for (let rival = 0; rival < roles; rival++) {
      if (rival === leader) continue;
      race(leader, rival);
      if (couldEnd) judged.isCertain = false;
      if (changes >= 0 && (judged.flip < 0 || changes < judged.flip)) judged.flip = changes;
    }
    if (!judged.isCertain) judged.verdict = "early";
    else if (judged.flip < 0) judged.verdict = "clear";
    else judged.verdict = judged.flip <= close ? "close" : judged.flip <= leaning ? "leaning" : "clear";
    return judged;
  };
}

/** The most that an answer can gain the rival on the leader. */
function pullOf(question: ScoredQuestion, leader: number, rival: number, evidence: Evidence): number {
  return bestAnswer(question, (option) => (option[evidence][rival] as number) - (option[evidence][leader] as number))
    .value;
}

/** From the worst answer to the best, for the question and the pair of roles where that is farthest. */
function mostGain(questions: readonly ScoredQuestion[], roles: number, evidence: Evidence): number {
  let most = 0;
  for (const question of questions) {
    for (let a = 0; a < roles; a++) {
      for (let b = 0; b < a; b++) {
        most = Math.max(most, pullOf(question, a, b, evidence) + pullOf(question, b, a, evidence));
      }
    }
  }
  return most;
}

function holdsEvidence({ isScored, options }: ScoredQuestion, evidence: Evidence): boolean {
  return evidence === "drawn" ? isScored : options.some(({ able }) => able.some((points) => points > 0));
}
