import { Chalk } from "chalk";
import fc from "fast-check";
import stringWidth from "fast-string-width";
import { describe, expect, it } from "vitest";
import { draw, type Screen } from "../../src/interview/screen.ts";
import { start } from "../../src/interview/state.ts";
import { type Key, press, show, type View } from "../../src/interview/view.ts";
import { builtIn } from "../../src/pack/built-in.ts";
import type { Pack } from "../../src/pack/pack.ts";

const screen = (columns: number, rows: number, unicode = true): Screen => ({
  width: Math.max(40, Math.min(columns, 80)),
  rows,
  isKept: true,
  unicode,
  paint: new Chalk({ level: 0 }),
});
const first = (pack: Pack, given = {}) => show(pack, start(pack, { answers: given, unsure: [] }));
const pressed = (pack: Pack, keys: readonly Key[], view = first(pack)) =>
  keys.reduce((v, key) => press(pack, v, key), view);
const enter: Key = { name: "return" };
const type = (keys: string): Key[] => [...keys].map((key) => ({ sequence: key, name: key }));

/** The built-in pack in wide characters. */
const wide: Pack = {
  ...builtIn,
  questions: builtIn.questions.map((question) => ({
    ...question,
    options: question.options.map((option, i) => ({ ...option, label: "技術と工学の棚、そして人と歴史の棚".slice(i) })),
  })),
};

const keyPresses = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.constant(enter) },
    fc.constantFrom<Key>(
      { name: "up" },
      { name: "down" },
      { name: "left" },
      { name: "tab", shift: true },
      { name: "space" },
    ),
    fc.constantFrom(...type("123456789s?qkj")),
  ),
  { maxLength: 60 },
);

describe("a screen", () => {
  it("never has more lines than the terminal, nor a line that is too long", () => {
    fc.assert(
      fc.property(
        keyPresses,
        fc.integer({ min: 40, max: 120 }),
        fc.integer({ min: 12, max: 60 }),
        fc.constantFrom(builtIn, wide),
        fc.boolean(),
        (keys, columns, rows, pack, unicode) => {
          const view = pressed(pack, keys);
          const lines = draw(pack, view, screen(columns, rows, unicode));
          expect(lines.length).toBeLessThan(rows);
          expect(lines.filter((line) => stringWidth(line) >= Math.min(columns, 80))).toEqual([]);
          expect(lines.at(-1)).toMatch(/\^?C( |$)/);
          if (!view.isDone) expect(lines.filter((line) => /^[❯>] /.test(line))).toHaveLength(1);
          const question = pack.questions.find(({ id }) => id === view.interview.at);
          expect(lines.join(" ").replaceAll(/ +/g, " ")).toContain(question?.ask ?? "");
        },
      ),
      { numRuns: 300 },
    );
  });

  it("shows its keys in one line of 44 columns", () => {
    const answered = pressed(builtIn, [...type("2"), enter, ...type("?")]);
    expect(draw(builtIn, answered, screen(44, 40)).join("\n")).toMatchInlineSnapshot(`
      "CIO or CTO?

      Interest: Both sides, and about equally

      What draws you
      2 of 25  ────────────  about 4 minutes left

      You have an hour in a bookstore. Which
      section do you drift to?

      ❯ 1  Business and management
        2  Engineering and technology
        3  Science and nature
        4  History and people's lives

      The shelf shows what you read when nobody
      asks you to. A practitioner tells the two
      kinds of people apart by it.
      A practising technology leader, with his
      answers to readers, What's the Difference
      Between CIO vs CTO?

      ↑↓1-4 Enter  ← back  s skip  ? why  ^C stop"
    `);
  });

  it("shows the first question with what this is, in ASCII", () => {
    expect(draw(builtIn, first(builtIn), screen(72, 24, false)).join("\n")).toMatchInlineSnapshot(`
      "CIO or CTO?

      25 short questions, about four minutes, and one answer: is your road a
      CIO's or a CTO's? 17 of them decide; the others show where you stand.
      It tells you why, how sure it is, what would change its mind, and how
      to get there. Nothing leaves your machine, and the same answers always
      give the same advice. Skip what you cannot say: a skipped question
      counts for neither side.

      Short of time? Press q: only what counts, until it is certain.

      What draws you   1 of 25  -----------------------  about 4 minutes left

      Which side of technology pulls you more?

      > 1  Business: what it changes for a company
        2  Both sides, and about equally
        3  Engineering: how it works and is made

      1-3 choose  Enter next  <- back  s not sure  ? why  Ctrl+C stop, keep"
    `);
  });

  it("says as much of what this is as there is room for", () => {
    expect(draw(builtIn, first(builtIn), screen(44, 24)).slice(0, 11).join("\n")).toMatchInlineSnapshot(`
      "CIO or CTO?

      25 short questions, about four minutes, and
      one answer: is your road a CIO's or a
      CTO's? 17 of them decide; the others show
      where you stand. It tells you why, how sure
      it is, what would change its mind, and how
      to get there.

      Short of time? Press q: only what counts,
      until it is certain."
    `);
  });

  it("keeps the question and the pointer where rows are few", () => {
    const why = pressed(builtIn, [...type("?")]);
    expect(draw(builtIn, why, screen(80, 12)).join("\n")).toMatchInlineSnapshot(`
      "Which side of technology pulls you more?
      ❯ 1  Business: what it changes for a company
        2  Both sides, and about equally
        3  Engineering: how it works and is made
      A practitioner tells readers who could do either job that passion
      decides, more than skill; so this comes first.
      A practising technology leader, with his answers to readers, What's the
      Difference Between CIO vs CTO?
      ↑↓ 1-3 choose  Enter next  ← back  s not sure  ? why  Ctrl+C stop, keep"
    `);
    const noted: View = { ...why, note: "The disk is full. ".repeat(12).trim() };
    expect(draw(builtIn, noted, screen(44, 12)).join("\n")).toMatchInlineSnapshot(`
      "Which side of technology pulls you more?
      ❯ 1  Business: what it changes for a
           company
        (2 more below)
      A practitioner tells readers who could do
      either job that passion decides, more than
      skill; so this comes first.
      A practising technology leader, with his
      answers to readers, What's the Difference
      (and more, in a higher window)
      ↑↓1-3 Enter  ← back  s skip  ? why  ^C stop"
    `);
  });

  it("shows no result of nothing, and says why", () => {
    const unsure = builtIn.questions.map(({ id }) => id);
    const review = show(builtIn, { ...start(builtIn, { answers: {}, unsure }), at: null });
    const next = press(builtIn, review, { name: "return" });
    expect(next.isDone).toBe(false);
    expect(draw(builtIn, next, screen(80, 40)).join("\n")).toContain("Nothing is answered yet");
  });

  it("goes from a question that cannot count to the answers when it is turned to quick", () => {
    const eighteen = Array.from({ length: 18 }, () => enter);
    const view = pressed(builtIn, [...eighteen, ...type("q")]);
    expect(draw(builtIn, view, screen(80, 40)).join("\n")).toContain("❯ See the result");
    const picked = pressed(builtIn, type("3q"));
    expect(picked).toMatchObject({ cursor: 2, interview: { at: "interest", isQuick: true } });
  });

  it("shows the answer under the pointer whole where its line is cut", () => {
    const answers = {
      departments:
        builtIn.questions
          .find(({ id }) => id === "departments")
          ?.options.slice(0, 3)
          .map(({ id }) => id) ?? [],
    };
    const review = { ...show(builtIn, { ...start(builtIn, { answers, unsure: [] }), at: null }), cursor: 0 };
    const shown = (cursor: number) => draw(builtIn, { ...review, cursor }, screen(80, 24)).join("\n");
    expect(shown(0)).toContain("Departments: Software or systems engineering;");
    expect(shown(1)).not.toContain("Departments: ");
  });

  it("says a warning below the answers, too", () => {
    const answers = Object.fromEntries(builtIn.questions.map(({ id }) => [id, []]));
    const review = show(builtIn, { ...start(builtIn, { answers, unsure: [] }), at: null });
    const lines = draw(builtIn, { ...review, note: "The disk is full." }, screen(80, 24));
    expect(lines.slice(-5).join("\n")).toMatchInlineSnapshot(`
      "❯ See the result

      The disk is full.

      ↑↓ choose  Enter change it, or see the result  ← back  Ctrl+C stop, keep"
    `);
  });

  it("lets the earliest answers give way", () => {
    const view = pressed(
      builtIn,
      Array.from({ length: 16 }, () => enter),
    );
    expect(draw(builtIn, view, screen(80, 24)).join("\n")).toMatchInlineSnapshot(`
      "CIO or CTO?

      (6 more above)
      Today: Trying what nobody has tried yet
      Company for a day: A scientist in mid-experiment
      Serve: Colleagues whose day runs smoothly
      Proudest: Not one outage, and not one leak
      Million: Into an idea that nobody has tested
      Risk: What would it cost, and earn?
      Make: Building one that fits exactly
      Technology: Networks, and how all things connect
      Avoid: Networks and cabling
      Transformation: What its customers see and buy

      Your way and your name   17 of 25  ━━━━━━━━━━──────  about 1 minute left

      Which career would you rather look back on?

      ❯ 1  Several fields, with unplanned turns
        2  One field, climbed step by step
        3  One long climb, then a new field

      ↑↓ 1-3 choose  Enter next  ← back  s not sure  ? why  Ctrl+C stop, keep"
    `);
  });

  it("aligns wide characters in the review", () => {
    const view = pressed(
      wide,
      Array.from({ length: 25 }, () => enter),
    );
    expect(draw(wide, view, screen(80, 24)).join("\n")).toMatchInlineSnapshot(`
      "CIO or CTO?

      Your answers

        Interest        技術と工学の棚、そ…     Technology      技術と工学の棚、そ…
        Bookstore       技術と工学の棚、そ…     Avoid           技術と工学の棚、そ…
        MBA             技術と工学の棚、そ…     Transformation  技術と工学の棚、そ…
        Study           技術と工学の棚、そ…     Ladder          技術と工学の棚、そ…
        Monday          技術と工学の棚、そ…     Introduced      技術と工学の棚、そ…
        Thorny          技術と工学の棚、そ…     Known for       技術と工学の棚、そ…
        Today           技術と工学の棚、そ…     Dread           技術と工学の棚、そ…
        Company for a…  技術と工学の棚、そ…     Level           技術と工学の棚、そ…
        Serve           技術と工学の棚、そ…     Years           技術と工学の棚、そ…
        Proudest        技術と工学の棚、そ…     Departments     None of these
        Million         技術と工学の棚、そ…     Owned           None of these
        Risk            技術と工学の棚、そ…     Company         技術と工学の棚、そ…
        Make            技術と工学の棚、そ…

      ❯ See the result

      ↑↓ choose  Enter change it, or see the result  ← back  Ctrl+C stop, keep"
    `);
  });

  it("shows a part of a long list around the pointer", () => {
    const view: View = {
      ...pressed(
        builtIn,
        Array.from({ length: 25 }, () => enter),
      ),
      cursor: 12,
    };
    expect(draw(builtIn, view, screen(44, 16)).join("\n")).toMatchInlineSnapshot(`
      "Your answers

        (9 more above)
        Proudest            Not one outage, and…
        Million             Into an idea that no…
        Risk                What would it cost,…
      ❯ Make                Building one that fi…
        Technology          Networks, and how al…
        Avoid               Networks and cabling
        Transformation      What its customers s…
        (10 more below)

      Make: Building one that fits exactly

      ↑↓ Enter change or end  ← back  ^C stop"
    `);
  });

  it("promises to keep what is said only where it is kept", () => {
    const review = show(builtIn, { ...start(builtIn, { answers: {}, unsure: [] }), at: null });
    for (const view of [first(builtIn), review]) {
      const last = (isKept: boolean) => draw(builtIn, view, { ...screen(80, 24), isKept }).at(-1);
      expect(last(true)).toMatch(/ {2}Ctrl\+C stop, keep$/);
      expect(last(false)).toMatch(/ {2}Ctrl\+C stop$/);
    }
  });

  it("shows that one was not sure, and Enter keeps it", () => {
    const returned = pressed(builtIn, [enter, ...type("s"), { name: "left" }]);
    expect(draw(builtIn, returned, screen(80, 24)).slice(-9).join("\n")).toMatchInlineSnapshot(`
      "You have an hour in a bookstore. Which section do you drift to?

        1  Business and management
        2  Engineering and technology
        3  Science and nature
        4  History and people's lives
      ❯ s  Not sure (your answer)

      ↑↓ 1-4 choose  Enter next  ← back  s not sure  ? why  Ctrl+C stop, keep"
    `);
    const next = { at: "mba", answers: { interest: ["business"] }, unsure: ["bookstore"] };
    expect(press(builtIn, returned, enter).interview).toMatchObject(next);
    const changed = { answers: { bookstore: ["people"] }, unsure: [] };
    expect(pressed(builtIn, [{ name: "up" }, enter], returned).interview).toMatchObject(changed);
    expect(pressed(builtIn, [...type("4"), enter], returned).interview).toMatchObject(changed);
  });

  it("shows that one was not sure in a review, too, and Enter keeps it where any may be picked", () => {
    const unsure = builtIn.questions.map(({ id }) => id);
    const review = show(builtIn, { ...start(builtIn, { answers: {}, unsure }), at: null });
    const owned = pressed(builtIn, [enter], { ...review, cursor: unsure.indexOf("owned") });
    expect(draw(builtIn, owned, screen(80, 24)).slice(-13).join("\n")).toMatchInlineSnapshot(`
      "What have you been answerable for?
      Pick up to 7; Enter stays with "not sure"

        1  [ ] A budget
        2  [ ] Suppliers and their contracts
        3  [ ] Security or compliance
        4  [ ] Hiring people and helping them grow
        5  [ ] The launch of a product
        6  [ ] The architecture of a system
        7  [ ] Research or experiments
      ❯ s  Not sure (your answer)

      ↑↓ 1-7 Space pick  Enter next  ← back  s not sure  ? why  Ctrl+C stop"
    `);
    expect(press(builtIn, owned, enter).interview).toMatchObject({ at: null, answers: {} });
    expect(pressed(builtIn, [{ name: "down" }, enter], owned).interview.answers).toEqual({ owned: [] });
    const picked = pressed(builtIn, type("7"), owned);
    expect(draw(builtIn, picked, screen(80, 24)).join("\n")).not.toContain("Not sure (your answer)");
    expect(press(builtIn, picked, enter).interview.answers).toEqual({ owned: ["research"] });
  });

  it("offers the longest picks no further than the most", () => {
    const others = Object.fromEntries(
      builtIn.questions.filter(({ id }) => id !== "departments").map(({ id }) => [id, []]),
    );
    const limited: Pack = {
      ...builtIn,
      questions: builtIn.questions.map((question) =>
        question.id === "departments" ? { ...question, most: 2 } : question,
      ),
    };
    const view = pressed(limited, type("123"), first(limited, others));
    expect(draw(limited, view, screen(60, 24)).slice(-14).join("\n")).toMatchInlineSnapshot(`
      "
      Which departments have you worked in?
      2 picked, 0 left to pick

        1  [x] Software or systems engineering
        2  [x] IT operations or support
      ❯ 3  [ ] Product management or design
        4  [ ] Sales or marketing
        5  [ ] Finance or accounting
        6  [ ] Logistics, production or administration

      2 is the most here; take one away first

      1-6 pick  Enter  ← back  s skip  ? why  ^C"
    `);
  });
});
