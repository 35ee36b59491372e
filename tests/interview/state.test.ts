import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isScored } from "../../src/advice/scorecard.ts";
import {
  answer,
  applyPreset,
  back,
  draft,
  edit,
  forward,
  hurry,
  type Interview,
  progress,
  skip,
  start,
} from "../../src/interview/state.ts";
import { builtIn } from "../../src/pack/built-in.ts";
import type { Pack } from "../../src/pack/pack.ts";
import { possibleAnswers, questionsWith } from "../advice/brute-force.ts";
import { cases } from "../advice/packs.ts";

const nothing = { answers: {}, unsure: [] };
const ids = builtIn.questions.map(({ id }) => id);
const [first = "", second = "", third = ""] = ids;

/** Answers so many questions by their first option. */
function answered(n: number, interview: Interview = start(builtIn, nothing)): Interview {
  return n === 0 ? interview : answered(n - 1, answer(builtIn, interview, firstOption(interview.at)));
}

function firstOption(id: string | null): string[] {
  return builtIn.questions.filter((question) => question.id === id).map(({ options }) => options[0]?.id ?? "");
}

/** What the stages of the path ask for. */
const onPath = ["level", "work"];

describe("an interview", () => {
  it("asks in pack order, and ends when all is said", () => {
    expect(start(builtIn, nothing).at).toBe(first);
    expect(answered(1).at).toBe(second);
    expect(answered(ids.length)).toMatchObject({ at: null, asked: ids, unsure: [] });
    expect(Object.keys(answered(ids.length).answers)).toEqual(ids);
  });

  it("does not ask what was given, neither answers nor what is expressly unsure", () => {
    const interview = start(builtIn, { answers: { [first]: ["both"] }, unsure: [second] });
    expect(interview.at).toBe(third);
    expect(progress(builtIn, interview)).toEqual({ number: 1, total: 23, remaining: 23 });
  });

  it("goes back step by step, and after a change on to the first open question", () => {
    const returned = back(back(answered(3)));
    expect(returned.at).toBe(second);
    expect(progress(builtIn, returned)).toMatchObject({ number: 2, total: 25 });
    const changed = answer(builtIn, returned, ["science"]);
    expect(changed).toMatchObject({ at: ids[3], asked: [first, second, third] });
    expect(changed.answers[second]).toEqual(["science"]);
  });

  it("has nothing before its first question", () => {
    const interview = start(builtIn, nothing);
    expect(back(interview)).toBe(interview);
  });

  it("goes back from the review to the question asked last", () => {
    expect(back(answered(ids.length)).at).toBe(ids.at(-1));
  });

  it("leaves a question open on purpose, and takes an answer to it later", () => {
    const skipped = skip(builtIn, start(builtIn, nothing));
    expect(skipped).toMatchObject({ at: second, unsure: [first], asked: [first], answers: {} });
    const taken = answer(builtIn, back(skipped), ["both"]);
    expect(taken).toMatchObject({ at: second, unsure: [], answers: { [first]: ["both"] } });
    expect(skip(builtIn, back(taken))).toMatchObject({ unsure: [first], answers: {} });
  });

  it("comes back to the review from an edit, changed or as it was", () => {
    const whole = answered(ids.length);
    const shown = edit(whole, third);
    expect(shown).toMatchObject({ at: third, isEdit: true });
    expect(back(shown)).toEqual(whole);
    expect(answer(builtIn, shown, ["none"])).toMatchObject({ at: null, isEdit: false, answers: { [third]: ["none"] } });
    expect(skip(builtIn, shown)).toMatchObject({ at: null, isEdit: false, unsure: [third] });
    const quick = { ...answered(4), at: null, isQuick: true };
    expect(answer(builtIn, edit(quick, first), ["both"]).at).toBeNull();
  });

  it("goes forward by what was asked, and at the last to the first open question", () => {
    const returned = back(back(answered(3)));
    expect(forward(builtIn, returned).at).toBe(third);
    expect(forward(builtIn, forward(builtIn, returned)).at).toBe(ids[3]);
  });

  it("notes what is ticked, until it is the answer or taken back", () => {
    const ticked = draft(answered(1), ["science"]);
    expect(back(ticked).drafts).toEqual({ [second]: ["science"] });
    expect(skip(builtIn, ticked).drafts).toEqual({ [second]: ["science"] });
    expect(answer(builtIn, ticked, ["science"]).drafts).toEqual({});
    expect(draft(ticked, null).drafts).toEqual({});
    expect(draft(back(answered(2)), ["business"]).drafts).toEqual({});
  });

  it("takes answers that were given anew; they win, and are not asked again", () => {
    const taken = applyPreset(builtIn, answered(2), {
      answers: { [first]: ["both"], [third]: ["none"] },
      unsure: [second],
    });
    expect(taken).toMatchObject({ at: ids[3], asked: [], unsure: [second] });
    expect(taken.answers).toEqual({ [first]: ["both"], [third]: ["none"] });
  });

  it("is turned to quick where it stands, but stays at no question that cannot count", () => {
    expect(hurry(builtIn, answered(3), true)).toEqual({ ...answered(3), isQuick: true });
    const unscored =
      builtIn.questions.find((question) => !isScored(question) && !onPath.includes(question.id))?.id ?? "";
    expect(hurry(builtIn, { ...answered(3), at: unscored }, true).at).toBe(ids[3]);
    const decided = {
      ...answered(ids.length - 4),
      answers: Object.fromEntries(ids.map((id) => [id, firstOption(id)])),
    };
    expect(hurry(builtIn, { ...decided, at: unscored }, true).at).toBeNull();
  });

  it("asks where one stands on the path when it is quick, and nothing else that does not decide", () => {
    let interview = start(builtIn, nothing, true);
    while (interview.at !== null) interview = answer(builtIn, interview, firstOption(interview.at));
    expect(interview.asked.slice(-2)).toEqual(onPath);
    const others = builtIn.questions.filter((one) => interview.asked.includes(one.id) && !isScored(one));
    expect(others.map(({ id }) => id)).toEqual(onPath);
  });

  it("goes on from its end when it is not quick any more", () => {
    const quick = { ...answered(ids.length), isQuick: true };
    const open = { ...quick, answers: { [first]: ["both"] }, asked: [first] };
    expect(hurry(builtIn, open, false).at).toBe(second);
  });
});

type Step = "answer" | "skip" | "back" | "edit" | "quick" | "all";
const steps = fc.array(
  fc.record({
    step: fc.constantFrom<Step>("answer", "answer", "answer", "answer", "skip", "back", "edit", "quick", "all"),
    choice: fc.nat(1000),
  }),
  { maxLength: 30 },
);

function play(pack: Pack, interview: Interview, step: Step, choice: number): Interview {
  const question = pack.questions.find(({ id }) => id === interview.at);
  const picked = question === undefined ? [] : possibleAnswers(question);
  switch (step) {
    case "answer":
      return answer(pack, interview, picked[choice % picked.length] ?? []);
    case "skip":
      return skip(pack, interview);
    case "back":
      return back(interview);
    case "edit":
      return edit(interview, pack.questions[choice % pack.questions.length]?.id ?? "");
    default:
      return hurry(pack, interview, step === "quick");
  }
}

describe("whatever one does in an interview", () => {
  it("what was said last to each question counts, and nothing else", () => {
    fc.assert(
      fc.property(cases(), steps, ({ pack, answers }, played) => {
        let interview = start(pack, { answers, unsure: [] });
        const said = new Map<string, readonly string[] | null>(Object.entries(answers));
        for (const { step, choice } of played) {
          const { at } = interview;
          const next = play(pack, interview, step, choice);
          if (at !== null && step === "answer") said.set(at, next.answers[at] ?? []);
          if (at !== null && step === "skip") said.set(at, null);
          interview = next;
        }
        expect(interview.answers).toEqual(Object.fromEntries([...said].filter(([, picked]) => picked !== null)));
        expect([...interview.unsure].sort()).toEqual([...said].flatMap(([id, p]) => (p === null ? [id] : [])).sort());
      }),
    );
  });

  it("quick that is turned on asks what can count, and stops when one that is quick from the start does", () => {
    fc.assert(
      fc.property(cases(), steps, ({ pack, answers }, played) => {
        let interview = start(pack, { answers, unsure: [] });
        for (const { step, choice } of played) interview = play(pack, interview, step, choice);
        const { at } = hurry(pack, { ...interview, isEdit: false }, true);
        expect(at === null).toBe(start(pack, interview, true).at === null);
        if (at !== null) expect(questionsWith(pack, "drawn").map(({ id }) => id)).toContain(at);
      }),
    );
  });

  it("it survives JSON, stays as it was after each step, and its progress makes sense", () => {
    fc.assert(
      fc.property(cases(), steps, ({ pack, answers }, played) => {
        let interview = start(pack, { answers, unsure: [] });
        for (const { step, choice } of played) {
          const before = JSON.stringify(interview);
          const next = play(pack, JSON.parse(before), step, choice);
          expect(play(pack, interview, step, choice)).toEqual(next);
          expect(JSON.stringify(interview)).toBe(before);
          const { number, total, remaining } = progress(pack, next);
          expect(number).toBeLessThanOrEqual(total);
          expect(remaining).toBeLessThanOrEqual(total);
          expect(remaining > 0 || next.at === null).toBe(true);
          expect(new Set(next.asked).size).toBe(next.asked.length);
          interview = next;
        }
      }),
    );
  });

  it("it ends, when one only answers, after every question that is open, and quick asks no more than what counts or places", () => {
    fc.assert(
      fc.property(cases(), fc.boolean(), ({ pack, answers }, isQuick) => {
        let interview = start(pack, { answers, unsure: [] }, isQuick);
        let asked = 0;
        for (; interview.at !== null; asked++) interview = play(pack, interview, "answer", asked);
        const scored = questionsWith(pack, "drawn");
        const named = pack.roles.flatMap(({ path }) =>
          path.flatMap(({ when, unless }) => Object.keys({ ...when, ...unless })),
        );
        const needed = pack.questions.filter((one) => scored.includes(one) || named.includes(one.id));
        const open = (isQuick ? needed : pack.questions).filter(({ id }) => !(id in answers));
        if (isQuick) expect(asked).toBeLessThanOrEqual(open.length);
        else expect(asked).toBe(open.length);
      }),
    );
  });
});
