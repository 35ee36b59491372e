import { describe, expect, it } from "vitest";
import { advise } from "../../src/advice/advise.ts";
import { builtIn as pack } from "../../src/pack/built-in.ts";
import type { Conditions, Role } from "../../src/pack/pack.ts";

/** Where somebody stands, as the facts tell it. */
type Facts = Readonly<Record<string, string>>;

const asked = ["level", "work", "company", "size", "mba", "dread"];
const places = asked.reduce<Facts[]>(
  (all, id) => all.flatMap((facts) => optionsOf(id).map((option) => ({ ...facts, [id]: option }))),
  [{}],
);

/**
 * What must not be said to whom. Read in full once, a sentence keeps slipping in where another was meant: a founder is
 * told to found, somebody at the top to ask a lead, and whoever dreads nothing is warned of a trap.
 */
const unfitting: readonly (readonly [who: Facts, what: RegExp])[] = [
  [{ work: "own" }, /in a company of your own|whom the job reports|your lead\b|next two levels|stand in for the head/i],
  [{ work: "own" }, /another department|ask to own|every interview|a large company may|read the job, not the title/i],
  [{ level: "head" }, /stand in for the head|ask to own a budget|next two levels|every road|no plan yet|your lead\b/i],
  [{ level: "head" }, /staying an engineer is|how long the way|AI and the craft|a month on a goal that is theirs/i],
  [{ level: "deputy" }, /ask to own a budget|next two levels|every road|no plan yet|your lead\b|how long the way/i],
  [{ level: "manager" }, /every road|no plan yet|next two levels|AI and the craft/i],
  [
    { level: "starting", work: "inside" },
    /a mandate|could follow you|what comes after this job|AI that you answer for/i,
  ],
  [{ level: "starting" }, /your team has been asked|a friday with|design discussions|more companies from the inside/i],
  [
    { level: "senior", work: "product" },
    /could follow you|what comes after this job|a friday with|stand in for the head/i,
  ],
  [{ work: "both" }, /from products to|own technology to products|regular hour with whoever|take charge of infra/i],
  [{ work: "inside" }, /from products to|you hold both|take charge of infra|from advising|own technology is yours/i],
  [{ work: "product" }, /own technology to products|you hold both|take part in making a product/i],
  [{ work: "clients" }, /each large project|regular hour|could follow you|what comes after this job|whose team/i],
  [{ work: "other" }, /each large project|regular hour|could follow you|AI that you answer for/i],
  [{ mba: "have" }, /before you pay|MBA you plan|no MBA|MBA you are doing/i],
  [{ mba: "pursuing" }, /before you pay|MBA you plan|no MBA|what your MBA is worth/i],
  [{ mba: "planned" }, /no MBA|MBA you are doing|what your MBA is worth/i],
  [{ mba: "none" }, /your MBA|MBA you are|MBA you plan|before you pay/i],
  [{ dread: "nothing" }, /\bdread|the trap|isn't your thing|aren't your thing/i],
  [{ dread: "people" }, /figures that you dread|technical work that you dread|fires that you|politics isn't/i],
  [{ dread: "politics" }, /that you dread|the fires that|figures aren't|technical work isn't/i],
  [{ size: "small" }, /a large company may well|whose team would yours/i],
  [{ size: "large" }, /a small company has one seat/i],
  [{ company: "own" }, /a small company has one seat|whom the job reports|a large company may well/i],
];

describe.each(pack.roles.map((role) => [role.short, role] as const))("to somebody drawn to %s", (_, role) => {
  const told = unfitting.map(() => new Set<string>());
  for (const facts of places) {
    const sentences = sentencesFor(role, facts);
    for (const [n, [who]] of unfitting.entries()) {
      if (isAt(facts, who)) for (const sentence of sentences) told[n]?.add(sentence);
    }
  }

  it.each(unfitting.map(([who, what], n) => [JSON.stringify(who), what, n] as const))(
    "%s: nothing like %s",
    (_, what, n) => {
      const sentences = [...(told[n] ?? [])];
      expect(sentences.length).toBeGreaterThan(30);
      expect(sentences.filter((sentence) => what.test(sentence))).toEqual([]);
    },
  );

  it.each(optionsOf("level").flatMap((level) => optionsOf("work").map((work) => [level, work])))(
    "at %s and %s says where that is, and a step that can be taken from there",
    (level = "", work = "") => {
      const { path } = advise(pack, { ...drawnTo(role), level: [level], work: [work] });
      const here = path?.stages.find(({ id }) => id === path.here);
      const isTop = level === "head" || work === "own";
      expect(here?.id).toBe(isTop ? "office" : role.path.find(({ when }) => when["level"]?.includes(level))?.id);
      expect(here?.do.length).toBeGreaterThan(0);
      expect(sentencesFor(role, { level, work })).toEqual(expect.arrayContaining(here?.do.map(({ say }) => say) ?? []));
    },
  );

  it.each(optionsOf("level").map((level) => [level]))(
    "at %s has an experiment for each of its main traits",
    (level) => {
      for (const [trait, { weight, grow }] of Object.entries(role.traits)) {
        if (weight < 4) continue;
        const fitting = optionsOf("work").filter((work) => grow.some((each) => holds(each, { level, work })));
        expect({ trait, fitting }).toEqual({
          trait,
          fitting: expect.arrayContaining(["inside", "product", "clients"]),
        });
      }
    },
  );
});

describe("the sentence about where somebody stands", () => {
  it.each(pack.portrait.map(({ say }) => say))("%s", (say) => {
    expect(say).toMatch(/^(?:You|One)\b.*\.$/);
    expect(say).not.toMatch(/CIO|CTO|\b(?:hardly|faint|little|not|lack|should)\b/);
  });

  it("is there for every level and for a founder", () => {
    for (const level of optionsOf("level")) expect(pack.portrait.some((each) => holds(each, { level }))).toBe(true);
    expect(pack.portrait.find((each) => holds(each, { level: "head", work: "own" }))?.say).toMatch(/founded/);
  });
});

/** All that may be said to somebody with these facts when this role leads, whatever else was answered. */
function sentencesFor(role: Role, facts: Facts): string[] {
  const { do: steps = [], ...here } = role.path.find((stage) => holds(stage, facts)) ?? {};
  const experiments = Object.values(role.traits).flatMap(({ grow }) => grow.filter((each) => holds(each, facts)));
  const notes = [...pack.notes, ...role.notes].filter((note) => holds(note, facts));
  return [
    pack.portrait.find((each) => holds(each, facts))?.say ?? "",
    "say" in here ? (here.say ?? "") : "",
    ...steps.filter((step) => holds(step, facts)).map(({ say }) => say),
    ...experiments.flatMap(({ do: what, learn }) => [what, learn]),
    ...notes.flatMap(({ title, inShort, say }) => [title, inShort ?? "", say]),
  ];
}

/** Of a condition only what it asks about these facts: a note on a dread and a skill may be said to whoever has both. */
function holds({ when, unless }: Conditions, facts: Facts): boolean {
  const fits = ([id, options]: [string, readonly string[]]) => options.includes(facts[id] ?? "");
  const known = Object.entries(when).filter(([id]) => asked.includes(id));
  return known.every(fits) && !Object.entries(unless).some(fits);
}

function isAt(facts: Facts, who: Facts): boolean {
  return Object.entries(who).every(([id, option]) => facts[id] === option);
}

function optionsOf(id: string): string[] {
  return pack.questions.find((question) => question.id === id)?.options.map((option) => option.id) ?? [];
}

/** Answers that point as firmly to a role as can be. */
function drawnTo(role: Role): Record<string, string[]> {
  const [other] = pack.roles.filter(({ id }) => id !== role.id);
  const lead = (drawn: Readonly<Record<string, number>>) =>
    Object.entries(drawn).reduce(
      (sum, [trait, n]) => sum + n * ((role.traits[trait]?.weight ?? 0) - (other?.traits[trait]?.weight ?? 0)),
      0,
    );
  return Object.fromEntries(
    pack.questions
      .filter(({ options }) => options.some(({ drawn }) => Object.keys(drawn).length > 0))
      .map(({ id, options }) => [id, [options.toSorted((a, b) => lead(b.drawn) - lead(a.drawn))[0]?.id ?? ""]]),
  );
}
