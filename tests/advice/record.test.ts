import { expect, test } from "vitest";
import { advise } from "../../src/advice/advise.ts";
import { loadPack } from "../../src/index.ts";

/** What an advice chooses, by ids alone: the sentences are the pack's. */
function choicesIn(advice: ReturnType<typeof advise>) {
  const { recommendation, portrait, fit, neighbours, evidence, flip, kind, tension, deciding, paths, path, notes } =
    advice;
  const pathIds = (one: NonNullable<typeof path>) => ({
    here: one.here,
    open: one.open,
    grow: one.grow.map(({ why, trait, weight, able }) => `${why} ${trait} ${weight} ${able.had}/${able.possible}`),
  });
  return {
    ...recommendation,
    summary: recommendation.summary,
    portrait: portrait.say.length,
    strong: portrait.pulls.filter(({ pull }) => pull === "strong").map(({ trait }) => trait),
    fit: fit === null ? null : { ...fit, faint: fit.faint.map(({ trait, say }) => [trait, say !== null]) },
    neighbours: neighbours.map(({ id, points, possible }) => `${id} ${points}/${possible}`),
    evidence,
    flip: flip === null ? null : [flip.to, ...flip.changes.map(({ question, to }) => `${question}: ${to.join(" ")}`)],
    kind: kind === null ? null : `${kind.id} by ${kind.ahead}`,
    tension: tension === null ? null : `${tension.drawn}, ${tension.able}`,
    deciding,
    paths: paths.map((one) => ({ role: one.role, kind: one.kind?.id, ...pathIds(one.path) })),
    path: path === null ? null : pathIds(path),
    notes: notes.map(({ id }) => id),
    counterpart: advice.counterpart.map(({ role }) => role),
    sources: Object.keys(advice.sources).length,
  };
}

test.each(["security-lead", "between-two", "data-centre-manager", "student"])(
  "an advice on the example %s",
  async (name) => {
    const pack = await loadPack();
    const answers = pack.examples.find((example) => example.name === name)?.answers ?? {};
    expect(choicesIn(advise(pack, answers))).toMatchSnapshot();
  },
);

test.each([
  ["nothing", {}],
  ["two answers", { interest: ["engineering"], bookstore: ["engineering"] }],
])("an advice on %s", async (_, answers) => {
  expect(choicesIn(advise(await loadPack(), answers))).toMatchSnapshot();
});
