import { Chalk } from "chalk";
import fc from "fast-check";
import stringWidth from "fast-string-width";
import { describe, expect, it } from "vitest";
import { draw } from "../../src/interview/interview-screen.ts";
import { type Key, press, show, type View } from "../../src/interview/key-actions.ts";
import type { Screen } from "../../src/interview/screen-parts.ts";
import { start } from "../../src/interview/state.ts";
import { builtIn } from "../../src/pack/built-in.ts";
import type { Pack } from "../../src/pack/pack.ts";
import { answering, down, enter, left, typed, up } from "./keys.ts";

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
const shown = (view: View, columns = 80, rows = 24, pack = builtIn) =>
  draw(pack, view, screen(columns, rows)).join("\n");
const everything = Object.fromEntries(builtIn.questions.map(({ id, options }) => [id, [options[0]?.id ?? ""]]));
const review = (answers = everything, unsure: string[] = []) =>
  show(builtIn, { ...start(builtIn, { answers, unsure }), at: null });

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
    fc.constantFrom<Key>(up, down, left, { name: "right" }, { name: "escape" }, { name: "space" }),
    fc.constantFrom(...typed("012345679s?qkjm")),
  ),
  { maxLength: 60 },
);

describe("a screen", () => {
  it("never has more lines than the terminal, nor a line that is too long, and shows the marked one", () => {
    fc.assert(
      fc.property(
        keyPresses,
        fc.integer({ min: 40, max: 120 }),
        fc.oneof(fc.integer({ min: 3, max: 11 }), fc.integer({ min: 12, max: 60 })),
        fc.constantFrom(builtIn, wide),
        fc.boolean(),
        (keys, columns, rows, pack, unicode) => {
          const view = pressed(pack, keys);
          const lines = draw(pack, view, screen(columns, rows, unicode));
          expect(lines.length).toBeLessThan(rows);
          expect(lines.filter((line) => stringWidth(line) >= Math.min(columns, 80))).toEqual([]);
          expect(lines.filter((line) => /^[❯>] /.test(line))).toHaveLength(view.cursor === null ? 0 : 1);
          if (rows < 12) return;
          expect(lines.at(-1)).toMatch(/\^?C( |$)/);
          const question = pack.questions.find(({ id }) => id === view.interview.at);
          expect(lines.join(" ").replaceAll(/ +/g, " ")).toContain(question?.ask ?? "");
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([3, 4, 5])("of %i rows shows the marked line", (rows) => {
    for (const view of [
      pressed(builtIn, [down, down]),
      pressed(builtIn, [down], review()),
      pressed(builtIn, [up, up], review()),
    ])
      expect(shown(view, 80, rows)).toMatch(/^❯ /m);
    expect(shown(pressed(builtIn, [down, enter, enter]), 80, rows)).toContain("Nothing is chosen yet");
  });

  it("shows its keys in one line of 44 columns, and why it is asked", () => {
    expect(shown(pressed(builtIn, [...answering(1), ...typed("?")]), 44, 40)).toMatchInlineSnapshot(`
      "CIO or CTO?

      Interest: Business: what it achieves

      What draws you
      2 of 25   ────────  about 4 minutes left

      In a bookstore, which section do you drift
      to?

        1  Business and management
        2  Engineering and technology
        3  Science and nature
        4  People, history and ideas
        s  Not sure

      The shelf shows what you read when nobody
      asks you to. A practitioner tells the two
      kinds of people apart by it.
      Source: Christopher Price, with his answers
      to readers, What's the Difference Between
      CIO vs CTO?

      ↑↓ 1-4  Enter  ← back  ? why  ^C stop"
    `);
  });

  it("shows the first question with what this is, in ASCII, and nothing marked", () => {
    expect(draw(builtIn, first(builtIn), screen(72, 24, false)).join("\n")).toMatchInlineSnapshot(`
      "CIO or CTO?

      25 short questions, about four minutes, and one answer: is a CIO's road
      yours, or a CTO's? 17 of them decide; the others show where you stand.
      You'll hear why, how sure it is, what would change it, and what to do
      next. Nothing leaves your machine, and the same answers always give the
      same advice. Skip what you can't say: a skipped question counts for
      neither side.

      Short of time? Press q for the short form: at most 19 questions, often
      fewer.

      What draws you
      1 of 25   ------------------------  about 4 minutes left

      Which side of technology pulls you more?

        1  Business: what it achieves
        2  Both, about equally
        3  Engineering: how it works
        s  Not sure

      1-3 choose  Enter next  <- back  ? why  Ctrl+C stop and save"
    `);
  });

  it("says as much of what this is as there is room for", () => {
    expect(draw(builtIn, first(builtIn), screen(44, 24)).slice(0, 11).join("\n")).toMatchInlineSnapshot(`
      "CIO or CTO?

      25 short questions, about four minutes, and
      one answer: is a CIO's road yours, or a
      CTO's? 17 of them decide; the others show
      where you stand. You'll hear why, how sure
      it is, what would change it, and what to do
      next.

      Short of time? Press q for the short form:
      at most 19 questions, often fewer."
    `);
  });

  it("says how long a short form is, what it leaves open, and goes on with that", () => {
    const quick = pressed(builtIn, typed("q"));
    expect(shown(quick)).toContain("\n1 of at most 19 ");
    expect(shown(quick).replaceAll("\n", " ")).toContain("Press q for all 25 questions.");
    const done = pressed(builtIn, answering(19), quick);
    expect(shown(done, 80, 40)).toMatchInlineSnapshot(`
      "Your answers

      What draws you
        Interest             Business: what it achieves
        Bookstore            Business and management
        MBA                  I have one

      A week at work
        Monday               Working out a design with engineers
        Thorny problem       Three pages with options and costs
        Forgetting the time  Trying what nobody has tried yet
        Company for a day    A scientist in mid-experiment
        Thanks               Colleagues whose day runs smoothly

      What counts for you
        Proudest             Not one outage, and not one leak
        Million              An idea nobody has tested
        Bold idea            What would it cost, and earn?
        New tool             Building one that fits exactly

      The technology itself
        Technology           Networks, and how all things connect
        Never again          Networks and cabling
        Going digital        What its customers see and buy

      How you see yourself
        Career               Several fields, with unplanned turns
        (2 more below)

        r  See the result
        m  Go on: 7 questions left

      The 7 questions that are left cannot change the result. They would show
      how clear it is.

      Press r to see the result. To change an answer, choose it with the arrow
      keys and press Enter.

      r result  m more  ↑↓ Enter change  ← back  Ctrl+C stop and save"
    `);
    expect(pressed(builtIn, typed("m"), done).interview).toMatchObject({ isQuick: false, at: expect.any(String) });
  });

  it("keeps the question and the options where rows are few", () => {
    const why = pressed(builtIn, [...typed("?"), down]);
    expect(shown(why, 80, 12)).toMatchInlineSnapshot(`
      "Which side of technology pulls you more?
      ❯ 1  Business: what it achieves
        2  Both, about equally
        3  Engineering: how it works
        s  Not sure
      A practitioner tells readers who could do either job that it comes down
      to passion more than capability; so this comes first.
      Source: Christopher Price, with his answers to readers, What's the
      Difference Between CIO vs CTO?
      ↑↓ 1-3 choose  Enter next  ← back  ? why  Ctrl+C stop and save"
    `);
    const noted: View = { ...why, note: "The disk is full. ".repeat(12).trim() };
    expect(shown(noted, 44, 12)).toMatchInlineSnapshot(`
      "Which side of technology pulls you more?
      ❯ 1  Business: what it achieves
        2  Both, about equally
        (2 more below)
      A practitioner tells readers who could do
      either job that it comes down to passion
      more than capability; so this comes first.
      Source: Christopher Price, with his answers
      to readers, What's the Difference Between
      (and more, in a higher window)
      ↑↓ 1-3  Enter  ← back  ? why  ^C stop"
    `);
  });

  it("says before a question that does not decide what it is for", () => {
    const rest = Object.fromEntries(Object.entries(everything).filter(([id]) => id !== "owned"));
    const owned = first(builtIn, rest);
    expect(shown(pressed(builtIn, typed("14"), owned))).toMatchInlineSnapshot(`
      "CIO or CTO?

      25 short questions, about four minutes, and one answer: is a CIO's road
      yours, or a CTO's? 17 of them decide; the others show where you stand.
      You'll hear why, how sure it is, what would change it, and what to do
      next.

      Where you stand
      1 of 1  ────────────────────────  less than a minute left

      What have you been answerable for?
      2 ticked.

        1  [x] A budget, suppliers or contracts
        2  [ ] Security, or services that must run
        3  [ ] Hiring and developing people
      ❯ 4  [x] A product, or what it earns
        5  [ ] Architecture or research
        6  [ ] A strategy, policy or change programme
        0  [ ] None of these
        s  [ ] Not sure

      ↑↓ 1-6 Space tick  Enter next  ← back  ? why  Ctrl+C stop and save"
    `);
    expect(shown(pressed(builtIn, typed("140"), owned))).toContain("❯ 0  [x] None of these");
  });

  it("lets the earliest answers give way", () => {
    expect(shown(pressed(builtIn, answering(16)))).toMatchInlineSnapshot(`
      "CIO or CTO?

      (10 more above)
      Bold idea: What would it cost, and earn?
      New tool: Building one that fits exactly
      Technology: Networks, and how all things connect
      Never again: Networks and cabling
      Going digital: What its customers see and buy
      Career: Several fields, with unplanned turns

      How you see yourself
      17 of 25  ━━━━━━━━━━━━━━━─────────  about 2 minutes left

      How would you like to be introduced?

        1  A technology person who knows business
        2  A business person who knows technology
        3  Someone with a good team
        4  The maker of something you may know
        5  The one who got things working again
        s  Not sure

      ↑↓ 1-5 choose  Enter next  ← back  ? why  Ctrl+C stop and save"
    `);
  });

  it("lists the answers by topic, whole, and what is open", () => {
    const { risk: _, ...others } = everything;
    expect(shown(review(others, ["risk"]), 80, 60)).toMatchInlineSnapshot(`
      "CIO or CTO?

      Your answers

      What draws you
        Interest             Business: what it achieves
        Bookstore            Business and management
        MBA                  I have one

      A week at work
        Monday               Working out a design with engineers
        Thorny problem       Three pages with options and costs
        Forgetting the time  Trying what nobody has tried yet
        Company for a day    A scientist in mid-experiment
        Thanks               Colleagues whose day runs smoothly

      What counts for you
        Proudest             Not one outage, and not one leak
        Million              An idea nobody has tested
        Bold idea            Not sure
        New tool             Building one that fits exactly

      The technology itself
        Technology           Networks, and how all things connect
        Never again          Networks and cabling
        Going digital        What its customers see and buy

      How you see yourself
        Career               Several fields, with unplanned turns
        Introduction         A technology person who knows business

      Where you stand
        Level                Studying or starting out
        Your work            My organisation's own IT
        Departments          Software or systems engineering
        Answerable for       A budget, suppliers or contracts
        Known for            Answers to hard questions
        Dread                Nothing comes to mind
        Kind of company      One I start or started
        Size                 Small: all know each other

        r  See the result

      Left open, and counted for neither side: Bold idea.

      r result  ↑↓ Enter change  ← back  Ctrl+C stop and save"
    `);
  });

  it("scrolls the answers where they do not fit", () => {
    const scrolled = { ...review(), cursor: 12 };
    expect(shown(scrolled, 44, 16)).toMatchInlineSnapshot(`
      "Your answers

        (11 more above)
        New tool: Building one that fits
          exactly

      The technology itself
      ❯ Technology: Networks, and how all
          things connect
        Never again: Networks and cabling
        (11 more below)

        r  See the result

      r result  ↑↓ Enter  ← back  ^C stop"
    `);
    expect(shown(pressed(builtIn, [up], review()), 80, 24)).toMatchInlineSnapshot(`
      "Your answers

        (13 more above)
        Never again          Networks and cabling
        Going digital        What its customers see and buy

      How you see yourself
        Career               Several fields, with unplanned turns
        Introduction         A technology person who knows business

      Where you stand
        Level                Studying or starting out
        Your work            My organisation's own IT
        Departments          Software or systems engineering
        Answerable for       A budget, suppliers or contracts
        Known for            Answers to hard questions
        Dread                Nothing comes to mind
        Kind of company      One I start or started
        Size                 Small: all know each other

      ❯ r  See the result

      r result  ↑↓ Enter change  ← back  Ctrl+C stop and save"
    `);
  });

  it("aligns wide characters in the review", () => {
    const view = { ...show(wide, { ...start(wide, { answers: everything, unsure: [] }), at: null }) };
    expect(shown(view, 80, 14, wide)).toMatchInlineSnapshot(`
      "CIO or CTO?

      Your answers

      What draws you
        Interest             技術と工学の棚、そして人と歴史の棚
        Bookstore            技術と工学の棚、そして人と歴史の棚
        MBA                  技術と工学の棚、そして人と歴史の棚
        (22 more below)

        r  See the result

      r result  ↑↓ Enter change  ← back  Ctrl+C stop and save"
    `);
  });

  it("promises to save what is said only where it is saved", () => {
    for (const view of [first(builtIn), review()]) {
      const last = (isKept: boolean) => draw(builtIn, view, { ...screen(80, 24), isKept }).at(-1);
      expect(last(true)).toMatch(/ {2}Ctrl\+C stop and save$/);
      expect(last(false)).toMatch(/ {2}Ctrl\+C stop$/);
    }
  });

  it("shows that one was not sure", () => {
    const returned = pressed(builtIn, [...typed("s"), enter, left]);
    expect(shown(returned)).toContain("❯ s  Not sure (your answer)");
  });

  it("offers the interviews that were left", () => {
    const one = { file: "a.json", interview: pressed(builtIn, answering(3)).interview, stoppedAt: "26 Nov, 14:05" };
    const two = { ...one, interview: { ...one.interview, at: null }, stoppedAt: "24 Nov, 09:12" };
    expect(shown(show(builtIn, first(builtIn).interview, [one, two]))).toMatchInlineSnapshot(`
      "CIO or CTO?

      You stopped 2 interviews before their end.

        1  Continue: question 4 of 25 (26 Nov, 14:05)
        2  Continue: look over your answers (24 Nov, 09:12)
        3  Start a new interview

      ↑↓ 1-3 choose  Enter  Ctrl+C stop"
    `);
  });
});
