import { compileConditions, holds } from "../advice/condition.ts";
import { judge } from "../advice/judge.ts";
import { bestKind } from "../advice/kind.ts";
import { findNeighbours } from "../advice/neighbours.ts";
import { stageOf } from "../advice/path.ts";
import { randomFrom } from "../advice/sample.ts";
import { answersFrom, at, compileScorecard, type Numbers, type Scorecard } from "../advice/scorecard.ts";
import { findTension } from "../advice/tension.ts";
import { Totals } from "../advice/totals.ts";
import type { Conditions, Pack } from "../pack/pack.ts";
import { bestAnswer, drawAnswer, numberOf, open, toNumber } from "../pack/pick.ts";
import { idealAnswer } from "./respondents.ts";
import { filesWithNotes, type Warning } from "./warning.ts";

/** Something that a pack has to say, the warning if nobody is told it, and whether certain answers make the pack say it. */
interface Sight extends Omit<Warning, "part"> {
  isSeen(totals: Totals): boolean;
  /** The answers that are made for it. */
  ideal(others: Numbers): Numbers;
}

const draws = 10_000;
/** Of so many draws the answers that are made for a thing are tried as well. */
const idealDraws = 100;
const seed = 1;

/** What is said neither of its own ideal answers nor of thousands of people who answer anyhow. */
export function findUnseen(pack: Pack): Warning[] {
  const card = compileScorecard(pack);
  const random = randomFrom(seed);
  const ofRoles = pack.roles.flatMap((_, role) => [...kinds(card, role), ...stages(card, role)]);
  let unseen = [...tensions(card), ...ofRoles, ...notes(card), ...portraits(card), ...neighbours(card)];
  for (let i = 0; i < draws && unseen.length > 0; i++) {
    // Every other person leaves some questions open: what is said to them is said.
    const openShare = i % 2 === 0 ? 0 : 0.2;
    const answers = Int32Array.from(card.questions, ({ question }) => {
      const answer = drawAnswer(question, random);
      return random() < openShare ? open : answer;
    });
    const totals = new Totals(card, answers);
    const isIdealSeen = ({ isSeen, ideal }: Sight) => isSeen(new Totals(card, ideal(answers)));
    unseen = unseen.filter((sight) => !sight.isSeen(totals) && !(i < idealDraws && isIdealSeen(sight)));
  }
  return unseen.map(({ code, message, file, path }) => ({ code, message, file, path, part: "value" }));
}

function tensions(card: Scorecard): Sight[] {
  if (card.pack.tension === null) return [];
  let turn = 0;
  return [
    {
      code: "unseen-tension",
      message: `the tension is never said, not in ${draws} ways to answer: no role leads by experience ("able") while another leads by what draws people; give options "able" evidence for each role, in two questions or more, or remove the tension`,
      file: "pack.yaml",
      path: ["tension"],
      isSeen: (totals) => findTension(totals, judge(totals)) !== null,
      // Each pair of roles in turn: drawn to the one, able as the other.
      ideal: (others) => {
        turn += 1;
        const [to, by] = [turn % card.roles, Math.floor(turn / card.roles) % card.roles];
        return liftedBy(card, idealBy(card, others, card.columns.roles.able + by), to);
      },
    },
  ];
}

function kinds(card: Scorecard, role: number): Sight[] {
  const { id = "", kinds: own = [] } = card.pack.roles[role] ?? {};
  return own.map((kind, n) => ({
    code: "unseen-kind",
    message: `no answers make "${kind.name}" the kind that fits best; weigh in it what the other kinds weigh less`,
    file: `roles/${id}.yaml`,
    path: ["kinds", n, "id"],
    isSeen: (totals) => bestKind(totals, role)?.kind === n,
    ideal: (others) => idealBy(card, others, (card.columns.kinds[role] ?? 0) + n),
  }));
}

function stages(card: Scorecard, role: number): Sight[] {
  const { id = "", path = [] } = card.pack.roles[role] ?? {};
  return path.map((stage, n) => ({
    code: "unseen-stage",
    message: `nobody stands at "${stage.title}": an earlier stage holds whenever it does, or its conditions exclude each other; put it earlier, or change its conditions`,
    file: `roles/${id}.yaml`,
    path: ["path", n, "id"],
    isSeen: ({ answers }) => stageOf(card, answers, role) === n,
    ideal: (others) => fulfilled(card, stage, others),
  }));
}

function notes(card: Scorecard): Sight[] {
  const { pack } = card;
  return filesWithNotes(pack).flatMap(({ file, notes }) =>
    notes.map((note, n) => {
      const condition = compileConditions(pack, note);
      return {
        code: "unseen-note",
        message: `the note "${note.title}" is never said: its conditions exclude each other; change "when" or "unless"`,
        file,
        path: ["notes", n, "title"],
        isSeen: ({ answers }) => holds(condition, answers),
        ideal: (others) => fulfilled(card, note, others),
      };
    }),
  );
}

/** Sentences about where a person stands: the first whose conditions hold is said. */
function portraits(card: Scorecard): Sight[] {
  const conditions = card.pack.portrait.map((line) => compileConditions(card.pack, line));
  return card.pack.portrait.map((line, n) => ({
    code: "unseen-portrait",
    message:
      "this sentence of the portrait is never said: one before it holds whenever it does, or its conditions exclude each other",
    file: "pack.yaml",
    path: ["portrait", n, "say"],
    isSeen: ({ answers }) => conditions.findIndex((condition) => holds(condition, answers)) === n,
    ideal: (others) => fulfilled(card, line, others),
  }));
}

function neighbours(card: Scorecard): Sight[] {
  return card.pack.neighbours.map(({ id, short }, n) => ({
    code: "unseen-neighbour",
    message: `${short} is never named beside the result, not even of answers made for it; weigh traits in it that the roles weigh less, and that three questions show`,
    file: `neighbours/${id}.yaml`,
    path: ["traits"],
    isSeen: (totals) => findNeighbours(totals, judge(totals)).includes(n),
    ideal: (others) => liftedBy(card, others, card.columns.neighbours + n),
  }));
}

/** The best answers by a column of the table, to the questions that have something to give it. */
function idealBy(card: Scorecard, others: Numbers, column: number): Numbers {
  return Int32Array.from(card.questions, ({ question, options, possible }, q) => {
    if (at(possible, column) === 0) return at(others, q);
    const worth = options.map((row) => at(row, column));
    return toNumber(question.pick, bestAnswer(question, worth).places);
  });
}

/** The ideal answers for a role or a neighbour, by its column, to the scored questions. */
function liftedBy({ questions, roles }: Scorecard, others: Numbers, column: number): Numbers {
  return Int32Array.from(questions, (one, q) => (one.isScored ? idealAnswer(one, column, roles) : at(others, q)));
}

/** Answers that fulfil every `when`, as far as one option of each question can. */
function fulfilled({ questions }: Scorecard, { when }: Conditions, others: Numbers): Numbers {
  return Int32Array.from(questions, ({ question }, q) => {
    const options = when[question.id];
    return options === undefined ? at(others, q) : numberOf(question, [options[at(others, q) % options.length] ?? ""]);
  });
}

const unfitDraws = 2_000;

/** Roles whose path has no stage for some complete answers. */
export function findUnfit(pack: Pack): Warning[] {
  const card = compileScorecard(pack);
  const random = randomFrom(seed);
  const people = Array.from({ length: unfitDraws }, () =>
    Int32Array.from(card.questions, ({ question }) => drawAnswer(question, random)),
  );
  return pack.roles.flatMap(({ id, path }, role): Warning[] => {
    const unfit = path.length === 0 ? [] : people.filter((answers) => stageOf(card, answers, role) === null);
    const [first] = unfit;
    if (first === undefined) return [];
    const named = new Set(path.flatMap(({ when, unless }) => [...Object.keys(when), ...Object.keys(unless)]));
    const such = Object.entries(answersFrom(pack, first))
      .filter(([question]) => named.has(question))
      .map(([question, picked]) => `${question}: ${picked.join(" and ") || "none"}`);
    const share = Math.max(1, Math.round((100 * unfit.length) / unfitDraws));
    const message = `${share}% of all answers fit no stage of the path, such as ${such.join(", ")}; widen a stage, or add one`;
    return [{ code: "no-stage", message, file: `roles/${id}.yaml`, path: ["path"], part: "key" }];
  });
}
