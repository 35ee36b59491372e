import { describe, expect, test } from "vitest";
import type { Advice } from "../../src/advice/advice.ts";
import { advise } from "../../src/advice/advise.ts";
import { parseAnswers } from "../../src/answers/read-answers.ts";
import { audit } from "../../src/audit/pack-audit.ts";
import { builtIn } from "../../src/pack/built-in.ts";
import type { Expectation, Option, Question, Role } from "../../src/pack/pack.ts";
import { at, pointsOf, possibleAnswers, questionsWith } from "../advice/brute-force.ts";

const scored = questionsWith(builtIn, "drawn");
const facts = builtIn.questions.filter((question) => !scored.includes(question));
const roles = builtIn.roles.map(({ id }) => id);
const figures = audit(builtIn);

/** For every answer to a scored question, how much further it pulls towards CTO than towards CIO. */
const pulls = scored.map((question) => possibleAnswers(question).map((picked) => pullOf(question, picked)));

describe("the balance of the built-in pack", () => {
  test("over all combinations of answers each role leads in 47 to 53 %", () => {
    expect(figures.combinations.exact).toBe(true);
    for (const id of roles) {
      const share = (figures.combinations.leads[id] ?? 0) / figures.combinations.combinations;
      expect(share).toBeGreaterThanOrEqual(0.47);
      expect(share).toBeLessThanOrEqual(0.53);
    }
  });

  test("no question carries more than 15 % of the variance of the difference, and none but the MBA less than 1 %", () => {
    const influence = figures.pairs[0]?.influence ?? [];
    expect(influence.map(({ question }) => question)).toEqual(scored.map(({ id }) => id));
    expect(influence.filter(({ share }) => share > 0.15)).toEqual([]);
    expect(influence.filter(({ question, share }) => share < 0.01 && question !== "mba")).toEqual([]);
  });

  test("has 17 scored questions, and twelve of them outweigh the other five, whichever they are", () => {
    expect(scored).toHaveLength(17);
    const [toCio, toCto] = [pulls.map((each) => Math.min(...each)), pulls.map((each) => Math.max(...each))];
    let seen = 0;
    for (const five of subsets([...pulls.keys()], 5)) {
      seen++;
      const mixed = (most: readonly number[], least: readonly number[]) =>
        sum(most.map((pull, i) => (five.includes(i) ? at(least, i) : pull)));
      expect(mixed(toCio, toCto)).toBeLessThan(0);
      expect(mixed(toCto, toCio)).toBeGreaterThan(0);
    }
    expect(seen).toBe(6188);
  });

  test("every trait that a role weighs is shown by at least two questions, a heavy one by four", () => {
    for (const { id, traits } of builtIn.roles) {
      for (const { trait, questions } of figures.traits) {
        const { weight = 0 } = traits[trait] ?? {};
        const least = weight >= 4 ? 4 : weight > 0 ? 2 : 0;
        expect({ role: id, trait, enough: questions >= least }).toEqual({ role: id, trait, enough: true });
      }
    }
  });

  test("no trait has more than a fifth of all evidence", () => {
    expect(figures.traits.filter(({ share }) => share > 0.2)).toEqual([]);
  });

  test("whoever is made for a role is named no neighbour in 95 %, and whoever is made for a neighbour that one in 70 %", () => {
    const { roles: ofRoles = {}, neighbours = {} } = figures.neighbours ?? {};
    expect([Object.keys(ofRoles), Object.keys(neighbours)]).toEqual([roles, ["vpe", "cpo", "ciso"]]);
    expect(Object.values(ofRoles).filter((share) => share > 0.05)).toEqual([]);
    expect(Object.values(neighbours).filter(({ own }) => own < 0.7)).toEqual([]);
  });

  test("the weights of roles and neighbours add up to the same, and neither role is zero on most of the other's", () => {
    const budgets = [...builtIn.roles, ...builtIn.neighbours].map(({ traits }) =>
      sum(Object.values(traits).map(({ weight }) => weight)),
    );
    expect(new Set(budgets).size).toBe(1);
    for (const { traits } of builtIn.roles)
      expect(Object.keys(traits).length).toBeGreaterThan(builtIn.traits.length / 2);
  });

  test("purpose tells where somebody works, not which role: it weighs the same in both", () => {
    const [cio, cto] = builtIn.roles.map(({ traits }) => traits["purpose"]?.weight);
    expect(cio).toBe(cto);
  });
});

describe("the questions of the built-in pack", () => {
  test("are at most 25, of at most 900 words, in topics", () => {
    expect(builtIn.questions.length).toBeLessThanOrEqual(25);
    expect(figures.reading.words).toBeLessThanOrEqual(900);
    expect(builtIn.topics.flatMap(({ questions }) => questions)).toEqual(builtIn.questions.map(({ id }) => id));
  });

  test("begin with the three that scripts rely on", () => {
    const first = builtIn.questions.slice(0, 3).map(({ id, options }) => [id, ...options.map((o) => o.id)].join(" "));
    expect(first).toEqual([
      "interest business both engineering",
      "bookstore business engineering science people",
      "mba have pursuing planned none",
    ]);
  });

  test.each(builtIn.questions.map((question) => [question.id, question] as const))(
    "%s keeps the rules",
    (_, question) => {
      const { ask, short, why, sources, options } = question;
      expect(options.length).toBeGreaterThanOrEqual(2);
      expect(options.length).toBeLessThanOrEqual(6);
      for (const { label } of options) expect([...label].length).toBeLessThanOrEqual(60);
      for (const text of [ask, ...options.map(({ label }) => label)]) {
        expect(text).not.toMatch(/\b(CIO|CTO|chief|officer|information officer|technology officer)\b/i);
      }
      expect(short.length).toBeLessThanOrEqual(20);
      expect(why).toMatch(/[.]$/);
      expect(sources.length).toBeGreaterThan(0);
    },
  );

  test("mean neutral where they say so: the roles' points differ by at most one", () => {
    const neutral = [
      "interest.both",
      "mba.none",
      "today.mix",
      "avoid.nothing",
      "transformation.between",
      "ladder.turn",
    ];
    for (const name of neutral) {
      const [id, option = ""] = name.split(".");
      const question = scored.find((one) => one.id === id);
      expect({ name, off: question === undefined || Math.abs(pullOf(question, [option])) > 1 }).toEqual({
        name,
        off: false,
      });
    }
  });

  test("have in a third of them an option that leans to neither role", () => {
    const balanced = pulls.filter((each) => each.some((pull) => Math.abs(pull) <= 1));
    expect(balanced.length).toBeGreaterThanOrEqual(scored.length / 3);
  });

  test("have in each an answer for either role, but for the MBA, which is no sign of a CTO", () => {
    for (const [i, { id }] of scored.entries()) {
      expect(Math.min(...(pulls[i] ?? []))).toBeLessThan(0);
      if (id !== "mba") expect(Math.max(...(pulls[i] ?? []))).toBeGreaterThan(0);
    }
  });

  test("about experience are facts, and show what one is able in", () => {
    const ids = facts.map(({ id }) => id);
    expect(ids).toEqual(["level", "work", "departments", "owned", "known-for", "dread", "company", "size"]);
    for (const { id, pick, mutable } of facts) {
      expect(pick).toBe(["departments", "owned"].includes(id) ? "any" : "one");
      // The place one has in mind is a choice; what one has done is none.
      expect(mutable).toBe(["company", "size"].includes(id));
    }
  });
});

describe("the traits of the built-in pack", () => {
  test.each(builtIn.traits.map((trait) => [trait.id, trait.portrait ?? ""] as const))(
    "%s has a sentence for the portrait that is one, short, and speaks to the reader",
    (_, portrait) => {
      expect(portrait).toMatch(/^[A-Z][^.!]*\.$/);
      expect(portrait).toMatch(/\byour?\b/i);
      expect(portrait.length).toBeLessThanOrEqual(90);
    },
  );

  test("begin their sentences each in its own way", () => {
    const starts = builtIn.traits.map(({ portrait }) => (portrait ?? "").split(" ").slice(0, 2).join(" "));
    expect(new Set(starts).size).toBe(starts.length);
  });
});

describe("the sources of the built-in pack", () => {
  const cited = [
    builtIn.limits,
    builtIn.tension,
    builtIn.notes,
    builtIn.questions,
    builtIn.roles,
    builtIn.neighbours,
    builtIn.evidence,
    builtIn.guide,
  ].flatMap(citedIn);

  test("are all used", () => {
    expect(Object.keys(builtIn.sources).filter((id) => !cited.includes(id))).toEqual([]);
  });

  test("stand behind every sentence about a role", () => {
    const bare = builtIn.roles.flatMap((role) => sayingsIn(role).filter(({ sources }) => sources.length === 0));
    expect(bare).toEqual([]);
    expect(cited.filter((id) => builtIn.sources[id] === undefined)).toEqual([]);
  });

  test("have an address, all but our own reasoning and trial, and no two the same", () => {
    expect(Object.keys(builtIn.sources).filter((id) => builtIn.sources[id]?.url === undefined)).toEqual([
      "own-trial",
      "reasoned",
    ]);
    const urls = Object.values(builtIn.sources).flatMap(({ url }) => url ?? []);
    expect(new Set(urls).size).toBe(urls.length);
    for (const url of urls) expect(url).toMatch(/^https?:\/\//);
  });
});

describe("the roles of the built-in pack", () => {
  test.each(builtIn.roles.map((role) => [role.id, role] as const))("%s has all that a reader looks up", (id, role) => {
    expect(Object.values(role.profile).every((sayings) => sayings.length > 0)).toBe(true);
    expect(role.kinds.length).toBeGreaterThanOrEqual(3);
    expect(role.path.length).toBeGreaterThanOrEqual(5);
    expect(role.path.every(({ do: doing }) => doing.length > 0)).toBe(true);
    for (const [trait, { weight, grow }] of Object.entries(role.traits)) {
      if (weight >= 3) expect({ trait, grows: grow.length > 0 }).toEqual({ trait, grows: true });
    }
    expect(Object.keys(role.counterpart)).toEqual(roles.filter((other) => other !== id));
  });

  test.each(roles.flatMap((id) => optionsOf("level").map((level) => [id, level])))(
    "%s knows the way from %s",
    (id, level) => {
      const path = roleOf(id).path.filter(({ when }) => Object.keys(when).every((q) => q === "level"));
      expect(path.some(({ when }) => when["level"]?.includes(level ?? ""))).toBe(true);
    },
  );

  const said: [string, Readonly<Record<string, string>>][] = [
    ...optionsOf("mba").map((option): [string, Record<string, string>] => [`the MBA: ${option}`, { mba: option }]),
    ["the combined role in a small company", { size: "small" }],
  ];
  test.each(roles.flatMap((id) => said.map(([what, answers]) => [id, what, answers] as const)))(
    "%s has a note on %s",
    (id, _, answers) => {
      expect(roleOf(id).notes.filter(({ when }) => isAbout(when, answers))).not.toEqual([]);
    },
  );

  test("say both directions of moving between them, the trap and the team split", () => {
    expect(roleOf("cio").notes.some(({ when }) => isAbout(when, { level: "head", work: "product" }))).toBe(true);
    expect(roleOf("cto").notes.some(({ when }) => isAbout(when, { level: "head", work: "inside" }))).toBe(true);
    for (const dreaded of optionsOf("dread").filter((option) => option !== "nothing")) {
      expect(builtIn.notes.some(({ when }) => isAbout(when, { dread: dreaded }))).toBe(true);
    }
    expect(builtIn.notes.map(({ id }) => id)).toContain("team-split");
  });
});

describe("the examples of the built-in pack", () => {
  test("are at least six, the practitioner's two readers among them", () => {
    expect(builtIn.examples.length).toBeGreaterThanOrEqual(6);
    expect(builtIn.examples.map(({ name }) => name)).toEqual(expect.arrayContaining(["reader-a", "reader-b"]));
  });

  test.each(builtIn.examples.map(({ name, answers }) => [name, answers] as const))("%s is valid", (_, answers) => {
    expect(parseAnswers(builtIn, answers)).toEqual(answers);
  });

  test("reader A comes out close or leaning: virtualisation on one side, the MBA and no more networks on the other", () => {
    const { recommendation, answers } = example("reader-a");
    expect(["close", "leaning"]).toContain(recommendation.verdict);
    expect(answers).toMatchObject({ mba: "pursuing", technology: "platforms", avoid: "networks" });
    const toCto = ["mba", "avoid", "technology"].map((id) => {
      const question = scored.find((one) => one.id === id);
      return question && pullOf(question, [answers[id]].flat() as string[]) > 0;
    });
    expect(toCto).toEqual([false, false, true]);
  });

  test("reader B is told CTO, and what the MBA is worth there", () => {
    const { recommendation, notes, answers } = example("reader-b");
    expect(answers).toMatchObject({ interest: "engineering", mba: "planned" });
    expect(recommendation).toMatchObject({ role: "cto", verdict: "clear" });
    expect(notes.map(({ id }) => id)).toContain("mba-planned");
  });

  test.each([
    ["head-of-engineering", "vpe"],
    ["product-manager", "cpo"],
    ["security-lead", "ciso"],
  ])("%s is told of %s beside the choice", (name, neighbour) => {
    expect(example(name).neighbours.map(({ id }) => id)).toContain(neighbour);
  });
});

describe("the expected outcomes that ship with the built-in pack", () => {
  test.each(builtIn.tests.map(({ name, answers, expect: expected }) => [name, answers, expected] as const))(
    "%s",
    (_, answers, expected) => {
      const advice = advise(builtIn, parseAnswers(builtIn, answers));
      const found: Required<Expectation> = {
        leader: advice.recommendation.role ?? "",
        verdict: advice.recommendation.verdict,
        certain: advice.recommendation.certain,
        flip: advice.flip?.answers ?? 0,
        kind: advice.kind?.id ?? "",
        here: advice.path?.here ?? "",
        tension: advice.tension !== null,
        notes: advice.notes.map(({ id }) => id),
        neighbours: advice.neighbours.map(({ id }) => id),
      };
      expect(found).toMatchObject({
        ...expected,
        ...(expected.notes && { notes: expect.arrayContaining([...expected.notes]) }),
      });
    },
  );

  test("cover every verdict, both roles, and the tension", () => {
    const expected = builtIn.tests.map((one) => one.expect);
    const verdicts = ["tie", "early", "close", "leaning", "clear"];
    expect(expected.map(({ verdict }) => verdict)).toEqual(expect.arrayContaining(verdicts));
    expect(expected.map(({ leader }) => leader)).toEqual(expect.arrayContaining(roles));
    expect(expected.some(({ tension }) => tension)).toBe(true);
  });
});

function pullOf(question: Question, picked: readonly string[]): number {
  const points = pointsOf(builtIn, question, picked, "drawn");
  return at(points, roles.indexOf("cto")) - at(points, roles.indexOf("cio"));
}

function* subsets(all: readonly number[], size: number): Generator<number[]> {
  const [first, ...rest] = all;
  if (size === 0) yield [];
  else if (first !== undefined) {
    for (const others of subsets(rest, size - 1)) yield [first, ...others];
    yield* subsets(rest, size);
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}

function citedIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === "sources" ? inner : citedIn(inner)));
}

/** Everything with a sentence and sources, wherever it stands in a role. */
function sayingsIn(value: unknown): { sources: readonly string[] }[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.values(value).flatMap(sayingsIn);
  const { sources } = value as { sources?: readonly string[] };
  return sources === undefined ? inner : [{ ...value, sources }, ...inner];
}

function roleOf(id: string): Role {
  const role = builtIn.roles.find((one) => one.id === id);
  if (role === undefined) throw new Error(`no role ${id}`);
  return role;
}

function optionsOf(id: string): string[] {
  const options: readonly Option[] = builtIn.questions.find((question) => question.id === id)?.options ?? [];
  return options.map((option) => option.id);
}

/** Does a condition ask for these answers, whatever else it asks for? */
function isAbout(when: Role["notes"][number]["when"], answers: Readonly<Record<string, string>>): boolean {
  return Object.entries(answers).every(([question, option]) => when[question]?.includes(option));
}

function example(name: string): Advice {
  const found = builtIn.examples.find((one) => one.name === name);
  return advise(builtIn, found?.answers ?? {});
}
