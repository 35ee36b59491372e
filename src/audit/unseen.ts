import { compileConditions, holds } from "../advice/condition.ts";
import { judge } from "../advice/judge.ts";
import { bestKind } from "../advice/kind.ts";
import { findNeighbours } from "../advice/neighbours.ts";
import { stageOf } from "../advice/path.ts";
import { randomFrom } from "../advice/random.ts";
import { answersFrom, at, compileScorecard, type Numbers, type Scorecard } from "../advice/scorecard.ts";
import { findTension } from "../advice/tension.ts";
import { Totals } from "../advice/totals.ts";
import type { Conditions, Pack } from "../pack/pack.ts";
import { bestAnswer, numberOf, open, randomAnswer, toNumber } from "../pack/pick.ts";
import { idealAnswer } from "./sampled-people.ts";
import { filesWithNotes, type Warning } from "./warning.ts";

/** A part of a pack that reports state for some answers, and the warning if no report ever states it. */
interface Statement extends Omit<Warning, "part"> {
  isSeen(totals: Totals): boolean;
  /** Changes answers so that they favour this statement as much as possible. */
  ideal(others: Numbers): Numbers;
}

const samples = 10_000;
/** The number of samples for which the ideal answers of each statement are tried, too. */
const idealSamples = 100;
const seed = 1;

/** Finds statements that appear neither for their own ideal answers nor for thousands of random respondents. */
export function findUnseen(pack: Pack): Warning[] {
  const card = compileScorecard(pack);
  const random = randomFrom(seed);
  const ofRoles = pack.roles.flatMap((_, role) => [...kinds(card, role), ...stages(card, role)]);
  let unseen = [...tensions(card), ...ofRoles, ...notes(card), ...portraits(card), ...neighbours(card)];
  for (let i = 0; i < samples && unseen.length > 0; i++) {
    // Every second respondent leaves some questions open, since a statement may need an open question.
    const openShare = i % 2 === 0 ? 0 : 0.2;
    const answers = Int32Array.from(card.questions, ({ question }) => {
      const answer = randomAnswer(question, random);
      return random() < openShare ? open : answer;
    });
    const totals = new Totals(card, answers);
    const isIdealSeen = ({ isSeen, ideal }: Statement) => isSeen(new Totals(card, ideal(answers)));
    unseen = unseen.filter((one) => !one.isSeen(totals) && !(i < idealSamples && isIdealSeen(one)));
  }
  return unseen.map(({ code, message, file, path }) => ({ code, message, file, path, part: "value" }));
}

function tensions(card: Scorecard): Statement[] {
  if (card.pack.tension === null) return [];
  let turn = 0;
  return [
    {
      code: "unseen-tension",
      message: `the tension is never shown in ${samples} ways to answer: no role leads by experience ("able") while another leads by what draws people; give options "able" evidence for each role, in at least two questions, or remove the tension`,
      file: "pack.yaml",
      path: ["tension"],
      isSeen: (totals) => findTension(totals, judge(totals)) !== null,
      // Each call tries the next pair of roles: answers that are drawn to one role, and able in the other.
      ideal: (others) => {
        turn += 1;
        const [drawnTo, ableIn] = [turn % card.roles, Math.floor(turn / card.roles) % card.roles];
        return liftColumn(card, maximizeColumn(card, others, card.columns.roles.able + ableIn), drawnTo);
      },
    },
  ];
}

function kinds(card: Scorecard, role: number): Statement[] {
  const { id = "", kinds: all = [] } = card.pack.roles[role] ?? {};
  return all.map((kind, n) => ({
    code: "unseen-kind",
    message: `no answers make "${kind.name}" the kind that fits best; weigh in it what the other kinds weigh less`,
    file: `roles/${id}.yaml`,
    path: ["kinds", n, "id"],
    isSeen: (totals) => bestKind(totals, role)?.kind === n,
    ideal: (others) => maximizeColumn(card, others, (card.columns.kinds[role] ?? 0) + n),
  }));
}

function stages(card: Scorecard, role: number): Statement[] {
  const { id = "", path = [] } = card.pack.roles[role] ?? {};
  return path.map((stage, n) => ({
    code: "unseen-stage",
    message: `nobody stands at "${stage.title}": an earlier stage holds whenever it does, or its conditions exclude each other; put it earlier, or change its conditions`,
    file: `roles/${id}.yaml`,
    path: ["path", n, "id"],
    isSeen: ({ answers }) => stageOf(card, answers, role) === n,
    ideal: (others) => fulfilConditions(card, stage, others),
  }));
}

function notes(card: Scorecard): Statement[] {
  const { pack } = card;
  return filesWithNotes(pack).flatMap(({ file, notes }) =>
    notes.map((note, n) => {
      const condition = compileConditions(pack, note);
      return {
        code: "unseen-note",
        message: `the note "${note.title}" is never shown: its conditions exclude each other; change "when" or "unless"`,
        file,
        path: ["notes", n, "title"],
        isSeen: ({ answers }) => holds(condition, answers),
        ideal: (others) => fulfilConditions(card, note, others),
      };
    }),
  );
}

/** The sentences of the portrait about where a person stands. A report has the first one whose conditions hold. */
function portraits(card: Scorecard): Statement[] {
  const conditions = card.pack.portrait.map((line) => compileConditions(card.pack, line));
  return card.pack.portrait.map((line, n) => ({
    code: "unseen-portrait",
    message:
      "this sentence of the portrait is never shown: one before it holds whenever it does, or its conditions exclude each other",
    file: "pack.yaml",
    path: ["portrait", n, "say"],
    isSeen: ({ answers }) => conditions.findIndex((condition) => holds(condition, answers)) === n,
    ideal: (others) => fulfilConditions(card, line, others),
  }));
}

function neighbours(card: Scorecard): Statement[] {
  return card.pack.neighbours.map(({ id, short }, n) => ({
    code: "unseen-neighbour",
    message: `${short} is never named beside the result, not even for answers made for it; weigh traits in it that the roles weigh less, and that three questions show`,
    file: `neighbours/${id}.yaml`,
    path: ["traits"],
    isSeen: (totals) => findNeighbours(totals, judge(totals)).includes(n),
    ideal: (others) => liftColumn(card, others, card.columns.neighbours + n),
  }));
}

/** Replaces the answers to all questions that can add points to a column by those that add the most. */
function maximizeColumn(card: Scorecard, others: Numbers, column: number): Numbers {
  return Int32Array.from(card.questions, ({ question, options, possible }, q) => {
    if (at(possible, column) === 0) return at(others, q);
    const worth = options.map((row) => at(row, column));
    return toNumber(question.pick, bestAnswer(question, worth).places);
  });
}

/** Replaces the answers to all scored questions by the ideal ones for a role or a neighbour, by its column. */
function liftColumn({ questions, roles }: Scorecard, others: Numbers, column: number): Numbers {
  return Int32Array.from(questions, (one, q) => (one.isScored ? idealAnswer(one, column, roles) : at(others, q)));
}

/** Replaces the answers to the questions in `when` by one of the options that it lists for each. */
function fulfilConditions({ questions }: Scorecard, { when }: Conditions, others: Numbers): Numbers {
  return Int32Array.from(questions, ({ question }, q) => {
    const options = when[question.id];
    return options === undefined ? at(others, q) : numberOf(question, [options[at(others, q) % options.length] ?? ""]);
  });
}

const unfitSamples = 2_000;

/** Finds roles whose path has no stage for some complete answers. */
export function findUnfit(pack: Pack): Warning[] {
  const card = compileScorecard(pack);
  const random = randomFrom(seed);
  const people = Array.from({ length: unfitSamples }, () =>
    Int32Array.from(card.questions, ({ question }) => randomAnswer(question, random)),
  );
  return pack.roles.flatMap(({ id, path }, role): Warning[] => {
    const unfit = path.length === 0 ? [] : people.filter((answers) => stageOf(card, answers, role) === null);
    const [first] = unfit;
    if (first === undefined) return [];
    const questions = new Set(path.flatMap(({ when, unless }) => [...Object.keys(when), ...Object.keys(unless)]));
    const example = Object.entries(answersFrom(pack, first))
      .filter(([question]) => questions.has(question))
      .map(([question, picked]) => `${question}: ${picked.join(" and ") || "none"}`);
    const share = Math.max(1, Math.round((100 * unfit.length) / unfitSamples));
    const message = `${share}% of all answers fit no stage of the path, such as ${example.join(", ")}; widen a stage, or add one`;
    return [{ code: "no-stage", message, file: `roles/${id}.yaml`, path: ["path"], part: "key" }];
  });
}
