import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { notes } from "../../src/interview/interview-sentences.ts";
import { type Key, press, show, type View } from "../../src/interview/key-actions.ts";
import { start } from "../../src/interview/state.ts";
import { builtIn } from "../../src/pack/built-in.ts";
import type { Pack } from "../../src/pack/pack.ts";
import { answering, down, enter, esc, left, right, space, typed, up } from "./keys.ts";

const { questions } = builtIn;
const first = (given = {}, pack = builtIn) => show(pack, start(pack, { answers: given, unsure: [] }));
const pressed = (keys: readonly Key[], view = first(), pack = builtIn) =>
  keys.reduce((v, key) => press(pack, v, key), view);
const everything = Object.fromEntries(questions.map(({ id, options }) => [id, [options[0]?.id ?? ""]]));
const review = (answers = everything, unsure: string[] = []) =>
  show(builtIn, { ...start(builtIn, { answers, unsure }), at: null });
/** At a question where any number may be picked, the last one that is open. */
const owned = () => first(Object.fromEntries(Object.entries(everything).filter(([id]) => id !== "owned")));

describe("nothing is answered until the reader chooses", () => {
  it.each([
    ["Enter", [enter], notes.chooseOne],
    ["Enter, held", [enter, enter, enter, enter], notes.chooseOne],
    ["Right", [right], notes.chooseOne],
    ["Enter after a look at why", [...typed("??"), enter], notes.chooseOne],
  ])("%s says so", (_, keys, note) => {
    expect(pressed(keys)).toMatchObject({ interview: first().interview, cursor: null, note });
  });

  it("Enter held down from anywhere ends nowhere further than one question on", () => {
    const held = Array.from({ length: 40 }, () => enter);
    expect(pressed([...typed("1"), ...held]).interview.asked).toHaveLength(1);
    expect(pressed([...answering(24), ...typed("1"), ...held])).toMatchObject({
      isDone: false,
      interview: { at: null },
    });
    expect(pressed(held, owned()).note).toBe(notes.tickOne);
    const left = [{ file: "", interview: pressed(answering(2)).interview, stoppedAt: "" }];
    expect(pressed(held, show(builtIn, first().interview, left))).toMatchObject({
      note: notes.chooseUnfinished,
    });
  });

  it.each(typed("123456789s0q?kjrm ").map((key) => [key.sequence, key] as const))(
    "nor does %j, held down",
    (_, key) => {
      const { interview } = pressed(Array.from({ length: 30 }, () => key));
      expect({ ...interview, isQuick: false }).toEqual(first().interview);
    },
  );

  it("a paste answers nothing, and a line says so", () => {
    for (const view of [first(), owned(), review()])
      expect(press(builtIn, view, { name: "paste" })).toEqual({ ...view, note: notes.pasted });
  });

  it("keys that mean nothing change nothing", () => {
    const keys = [
      { sequence: "x", name: "x" },
      { sequence: "é", name: "é" },
      { meta: true, sequence: "\u001b[15~" },
      { ctrl: true, name: "a" },
    ];
    for (const key of keys) expect(press(builtIn, first(), key)).toEqual(first());
  });
});

describe("a choice", () => {
  it.each<[string, Key[], string[]]>([
    ["by a digit", typed("2"), ["both"]],
    ["by the last of two digits", typed("23"), ["engineering"]],
    ["by the first step down", [down], ["business"]],
    ["by steps", [down, down, down, up], ["both"]],
  ])("%s is taken by Enter, and by Right", (_, keys, picked) => {
    for (const take of [enter, right])
      expect(pressed([...keys, take]).interview).toMatchObject({ answers: { interest: picked }, at: "bookstore" });
  });

  it.each<[string, Key[]]>([
    ["s", typed("s")],
    ["a step up", [up]],
  ])("of not sure by %s leaves the question open", (_, keys) => {
    expect(pressed([...keys, enter]).interview).toMatchObject({ answers: {}, unsure: ["interest"], at: "bookstore" });
  });

  it("that is not taken is there again when one comes back", () => {
    const returned = pressed([...answering(1), ...typed("3"), left, right]);
    expect(returned).toMatchObject({ cursor: 2, interview: { at: "bookstore", answers: { interest: ["business"] } } });
  });
});

describe("Left and Right", () => {
  it("are back and on, one question at a time", () => {
    const view = pressed([...answering(3), left, left]);
    expect(view.interview.at).toBe("bookstore");
    expect(pressed([right], view).interview.at).toBe("mba");
    expect(pressed([right, right], view).interview.at).toBe("monday");
    expect(pressed([enter], view).interview.at).toBe("monday");
  });

  it("say so at the first question", () => {
    expect(pressed([left])).toMatchObject({ note: notes.isFirst, interview: { at: "interest" } });
  });

  it("lead from the review to the question asked last, and no further on", () => {
    expect(pressed([...answering(25), left]).interview.at).toBe(questions.at(-1)?.id);
    expect(pressed([right], review())).toMatchObject({ isDone: false, note: notes.chooseInReview });
  });
});

describe("where any number may be picked", () => {
  it.each<[string, Key[], readonly string[]]>([
    ["by digits", typed("31"), ["budget", "hiring"]],
    ["by Space on the marked line", [down, space, down, down, space], ["budget", "hiring"]],
    ["twice is none", typed("212"), ["budget"]],
    ["none of these by 0", typed("0"), []],
    ["none of these by Space", [up, up, space], []],
    ["none of these instead of others", typed("120"), []],
    ["others instead of none of these", typed("02"), ["compliance"]],
    ["what none of these took away", typed("1200"), ["budget", "compliance"]],
  ])("ticks are taken by Enter: %s", (_, keys, picked) => {
    expect(pressed([...keys, enter], owned()).interview.answers["owned"]).toEqual(picked);
  });

  it("Enter says so where nothing is ticked, wherever the mark is", () => {
    for (const keys of [[enter], [down, enter], [...typed("11"), enter], [space]])
      expect(pressed(keys, owned())).toMatchObject({ note: notes.tickOne, interview: { at: "owned" } });
  });

  it("ticks survive Left, and what comes back is what Enter takes", () => {
    const two = pressed([...typed("12"), left], show(builtIn, { ...owned().interview, asked: ["departments"] }));
    expect(two.interview.at).toBe("departments");
    const again = pressed([right], two);
    expect(again).toMatchObject({ picked: ["budget", "compliance"], interview: { at: "owned" } });
    expect(pressed([enter], again).interview.answers["owned"]).toEqual(["budget", "compliance"]);
  });

  it("s with ticks can be undone, by itself and by Left", () => {
    const unsure = pressed(typed("12s"), owned());
    expect(unsure).toMatchObject({ picked: null, isUnsure: true });
    expect(pressed(typed("s"), unsure)).toMatchObject({ picked: ["budget", "compliance"], isUnsure: false });
    const skipped = pressed([enter], unsure);
    expect(skipped.interview).toMatchObject({ unsure: ["owned"], at: null });
    expect(pressed([left], skipped)).toMatchObject({ picked: ["budget", "compliance"], interview: { at: "owned" } });
  });

  it("no more than the most can be ticked", () => {
    const limited: Pack = {
      ...builtIn,
      questions: questions.map((one) => (one.id === "owned" ? { ...one, most: 2 } : one)),
    };
    const full = pressed(typed("123"), owned(), limited);
    expect(full).toMatchObject({ picked: ["budget", "compliance"], note: notes.most(2) });
    expect(pressed(typed("13"), full, limited).picked).toEqual(["compliance", "hiring"]);
  });
});

describe("the review", () => {
  it("shows the result by r, or by Enter on its line", () => {
    for (const keys of [typed("r"), [up, enter], [down, up, enter]]) expect(pressed(keys, review()).isDone).toBe(true);
    expect(pressed([enter], review())).toMatchObject({ isDone: false, note: notes.chooseInReview });
  });

  it("shows no result of nothing, and says why", () => {
    const nothing = review(
      {},
      questions.map(({ id }) => id),
    );
    expect(pressed(typed("r"), nothing)).toMatchObject({ isDone: false, note: notes.nothingToSee });
  });

  it("opens the first answer by Down and Enter, where nothing was marked", () => {
    expect(pressed([down, enter], review()).interview).toMatchObject({ at: questions[0]?.id, isEdit: true });
  });

  const changing = () => pressed([up, up, enter], review());

  it("comes back from an answer that is changed", () => {
    expect(changing().interview).toMatchObject({ at: "size", isEdit: true });
    const changed = pressed([...typed("2"), enter], changing());
    expect(changed.interview).toMatchObject({ at: null, answers: { size: [questions.at(-1)?.options[1]?.id] } });
  });

  it.each([
    ["Left", left],
    ["Esc", esc],
  ])("comes back by %s, and nothing is changed", (_, key) => {
    for (const keys of [[key], [...typed("2"), key]])
      expect(pressed(keys, changing()).interview).toEqual(review().interview);
  });
});

it("Esc closes why, and elsewhere does nothing", () => {
  expect(pressed([...typed("?"), esc])).toEqual(first());
  expect(pressed([...typed("2"), esc]).cursor).toBe(1);
});

const anyKeys = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...answering(1)) },
    fc.constantFrom<Key>(up, down, left, right, enter, esc, space),
    fc.constantFrom(...typed("0123s?qm")),
  ),
  { maxLength: 80 },
);

it("the bar of progress never runs backwards, whatever one presses", () => {
  fc.assert(
    fc.property(anyKeys, (keys) => {
      let view: View = first();
      for (const key of keys) {
        const next = press(builtIn, view, key);
        expect(next.reach).toBeGreaterThanOrEqual(view.reach);
        view = next;
      }
    }),
  );
});
