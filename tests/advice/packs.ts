import fc from "fast-check";
import type { Answers } from "../../src/advice/scorecard.ts";
import type {
  Conditions,
  Kind,
  Neighbour,
  Note,
  Option,
  Pack,
  Question,
  Role,
  Saying,
  Stage,
  Strengths,
  When,
} from "../../src/pack/pack.ts";
import { possibleAnswers } from "./brute-force.ts";

/** A pack and what somebody answered. */
export interface Case {
  readonly pack: Pack;
  readonly answers: Answers;
}

export interface Sizes {
  readonly roles?: fc.Arbitrary<number>;
  readonly mostQuestions?: number;
  /** Out of how many answers one is left open. */
  readonly openOneIn?: number;
}

const upTo = (length: number) => Array.from({ length }, (_, i) => i + 1);
/** So many that a part of an advice is often the only one to name one of them. */
const sourceIds = upTo(20).map((n) => `s${n}`);

/** Small packs in which ties, zero weights, unscored questions and facts are frequent, and answers that fit them. */
export function cases({ roles = fc.integer({ min: 2, max: 4 }), mostQuestions = 4, openOneIn = 3 }: Sizes = {}) {
  return fc
    .tuple(roles, fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: mostQuestions }))
    .chain(([roleCount, traitCount, questionCount]) => {
      const traits = upTo(traitCount).map((n) => `t${n}`);
      return fc.tuple(...upTo(questionCount).map((n) => arbitraryQuestion(`q${n}`, traits))).chain((questions) =>
        fc.record({
          pack: fc
            .record({
              roles: fc.tuple(...upTo(roleCount).map((n) => arbitraryRole(`r${n}`, roleCount, traits, questions))),
              neighbours: fc.array(arbitraryNeighbour(traits), { maxLength: 3 }).map(withIds),
              portrait: fc.array(arbitraryConditions(questions), { maxLength: 2 }).map(toLines),
              notes: arbitraryNotes("note", questions),
              tension: fc.option(arbitrarySaying("tension"), { freq: 5 }),
              limits: arbitrarySaying("limits"),
              verdict: fc.constantFrom({ close: 1, leaning: 2 }, { close: 0, leaning: 1 }, { close: 2, leaning: 2 }),
            })
            .map((parts) => toPack(parts, traits, questions)),
          answers: arbitraryAnswers(questions, openOneIn),
        }),
      );
    });
}

export function arbitraryAnswers(questions: readonly Question[], openOneIn: number): fc.Arbitrary<Answers> {
  const each = questions.map((question) =>
    fc.option(fc.constantFrom(...possibleAnswers(question)), { nil: undefined, freq: openOneIn - 1 }),
  );
  return fc
    .tuple(...each)
    .map((picked) =>
      Object.fromEntries(questions.flatMap(({ id }, i) => (picked[i] === undefined ? [] : [[id, picked[i]] as const]))),
    );
}

function toPack(
  parts: Pick<Pack, "roles" | "neighbours" | "portrait" | "notes" | "tension" | "limits" | "verdict">,
  traits: readonly string[],
  questions: readonly Question[],
): Pack {
  return {
    format: 1,
    id: "tried",
    version: "1.0.0",
    lang: "en",
    evidence: null,
    words: {},
    hash: "sha256:0",
    title: "Tried",
    intro: "Tried.",
    renamed: {},
    gone: [],
    history: {},
    traits: traits.map((id) => ({
      id,
      name: `Trait ${id}`,
      drawn: `you are drawn to ${id}`,
      able: `you have ${id}`,
      portrait: id === "t1" ? null : `Drawn to ${id}.`,
    })),
    topics: [{ title: "All", questions: questions.map(({ id }) => id) }],
    questions,
    sources: Object.fromEntries(sourceIds.map((id) => [id, { title: id.toUpperCase(), by: "Somebody" }])),
    guide: [],
    tests: [],
    examples: [],
    ...parts,
  };
}

function arbitraryQuestion(id: string, traits: readonly string[]): fc.Arbitrary<Question> {
  return fc
    .record({
      isScored: oneIn(5).map((rare) => !rare),
      pick: fc.constantFrom("one", "one", "any" as const),
      most: fc.integer({ min: 1, max: 3 }),
      mutable: oneIn(4).map((rare) => !rare),
      evidence: fc.array(fc.tuple(arbitraryEvidence(traits), arbitraryEvidence(traits)), {
        minLength: 2,
        maxLength: 3,
      }),
    })
    .map(({ isScored, pick, most, mutable, evidence }) => {
      const options = evidence.map(
        ([drawn, able], i): Option => ({
          id: `o${i + 1}`,
          label: `Option ${i + 1}`,
          drawn: isScored ? drawn : {},
          able,
        }),
      );
      const rest = { short: id, topic: "All", ask: `${id}?`, why: "Because.", sources: [], mutable, options };
      return { id, pick, most: Math.min(most, options.length), ...rest };
    });
}

/** Nothing more often than something, so that answers are often level. */
function arbitraryEvidence(traits: readonly string[]): fc.Arbitrary<Strengths> {
  return strengths(traits, fc.constantFrom(0, 0, 1, 2, 3)).map((all) =>
    Object.fromEntries(Object.entries(all).filter(([, strength]) => strength > 0)),
  );
}

function strengths(traits: readonly string[], each: fc.Arbitrary<number>): fc.Arbitrary<Strengths> {
  return fc.record(Object.fromEntries(traits.map((id) => [id, each])));
}

const noProfile = {
  faces: [],
  orientation: [],
  measured_by: [],
  responsibilities: [],
  goals: [],
  challenges: [],
  reports_to: [],
  qualifies_by: [],
};

function arbitraryRole(
  id: string,
  roles: number,
  traits: readonly string[],
  questions: readonly Question[],
): fc.Arbitrary<Role> {
  return fc
    .record({
      weights: strengths(traits, fc.constantFrom(0, 0, 1, 2, 3, 5)),
      because: fc.tuple(...traits.map((trait) => arbitrarySaying(`${id} because of ${trait}`))),
      grow: fc.tuple(...traits.map(() => arbitrarySources)),
      kinds: fc.array(fc.tuple(arbitrarySources, strengths(traits, fc.integer({ min: 0, max: 3 }))), { maxLength: 3 }),
      path: fc.array(fc.tuple(arbitrarySaying("stage"), arbitraryConditions(questions), arbitrarySources), {
        maxLength: 3,
      }),
      notes: arbitraryNotes(`${id}-note`, questions),
      counterpart: fc.array(fc.integer({ min: 1, max: roles }), { maxLength: 2 }),
      inShort: arbitrarySaying(id),
    })
    .map(({ weights, because, grow, kinds, path, notes, counterpart, inShort }) => ({
      id,
      name: `Role ${id}`,
      short: id.toUpperCase(),
      inShort,
      profile: noProfile,
      traits: Object.fromEntries(
        traits.flatMap((trait, i) => {
          const [weight, saying, sources] = [weights[trait] ?? 0, because[i], grow[i]];
          if (weight === 0 || saying === undefined || sources === undefined) return [];
          return [
            [
              trait,
              {
                weight,
                because: saying,
                without: weight === 5 ? saying : null,
                grow: [{ do: "Try it.", learn: "Whether you like it.", sources, when: {}, unless: {} }],
              },
            ],
          ];
        }),
      ),
      kinds: kinds.map(([sources, weighed], i): Kind => {
        const kind = `${id}-kind-${i + 1}`;
        return { id: kind, name: kind, say: `Kind ${kind}.`, inShort: null, sources, traits: weighed };
      }),
      path: path.map(
        ([saying, conditions, doing], i): Stage => ({
          ...saying,
          ...conditions,
          id: `${id}-stage-${i + 1}`,
          title: `Stage ${i + 1}`,
          usual: "",
          do: [
            { say: "Do it.", sources: doing, when: {}, unless: {} },
            { say: "Do it then.", sources: doing, ...conditions },
          ],
        }),
      ),
      notes,
      counterpart: Object.fromEntries(
        counterpart.filter((n) => `r${n}` !== id).map((n) => [`r${n}`, { say: `With r${n}.`, sources: [`s${n}`] }]),
      ),
    }));
}

function arbitraryNeighbour(traits: readonly string[]): fc.Arbitrary<Omit<Neighbour, "id">> {
  return fc
    .record({ weights: strengths(traits, fc.constantFrom(0, 0, 2, 5)), look: arbitrarySaying("look") })
    .map(({ weights, look }) => {
      const weighed = Object.entries(weights).filter(([, weight]) => weight > 0);
      return {
        name: "Neighbour",
        short: "N",
        inShort: look,
        profile: noProfile,
        traits: Object.fromEntries(weighed.map(([id, weight]) => [id, { weight, because: look }])),
        look,
      };
    });
}

function withIds(neighbours: readonly Omit<Neighbour, "id">[]): Neighbour[] {
  return neighbours.map((neighbour, i) => ({ id: `n${i + 1}`, ...neighbour }));
}

function toLines(conditions: readonly Conditions[]): Pack["portrait"] {
  return conditions.map((one, i) => ({ ...one, say: `You stand at ${i}.` }));
}

function arbitraryNotes(prefix: string, questions: readonly Question[]): fc.Arbitrary<Note[]> {
  return fc.array(fc.tuple(arbitrarySaying("note"), arbitraryConditions(questions)), { maxLength: 2 }).map((notes) =>
    notes.map(([saying, conditions], i) => ({
      ...saying,
      id: `${prefix}-${i + 1}`,
      title: "Note",
      inShort: null,
      ...conditions,
    })),
  );
}

function arbitraryConditions(questions: readonly Question[]): fc.Arbitrary<Conditions> {
  return fc.record({ when: arbitraryWhen(questions), unless: fc.oneof(fc.constant({}), arbitraryWhen(questions)) });
}

function arbitraryWhen(questions: readonly Question[]): fc.Arbitrary<When> {
  const each = questions.map(({ options }) =>
    fc.option(
      fc.subarray(
        options.map(({ id }) => id),
        { minLength: 1 },
      ),
      { nil: undefined, freq: 1 },
    ),
  );
  return fc
    .tuple(...each)
    .map((chosen) =>
      Object.fromEntries(questions.flatMap(({ id }, i) => (chosen[i] ? [[id, chosen[i]] as const] : []))),
    );
}

const arbitrarySources = fc.subarray(sourceIds, { minLength: 1, maxLength: 2 });

function arbitrarySaying(say: string): fc.Arbitrary<Saying> {
  return arbitrarySources.map((sources) => ({ say, sources }));
}

function oneIn(n: number): fc.Arbitrary<boolean> {
  return fc.integer({ min: 1, max: n }).map((drawn) => drawn === 1);
}
