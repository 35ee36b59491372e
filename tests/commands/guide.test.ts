import { describe, expect, it } from "vitest";
import { builtIn } from "../../src/pack/built-in.ts";
import { smallGuide, smallPack, writePack } from "../small-pack.ts";
import { roleAdvisor, runIn } from "../world.ts";

const boats = writePack({ ...smallPack, "guide.yaml": smallGuide });
const withoutGuide = writePack(smallPack);
const shown = async (columns: number, ...args: string[]) =>
  (await runIn({ columns }, "guide", "--pack", boats, ...args)).stdout;

describe("role-advisor guide", () => {
  it("lists the topics", async () => {
    expect(await shown(80)).toMatchInlineSnapshot(`
      "The knowledge behind the advice

        tides    Tides
        knots    Knots
        how      How the advice is made
        verdict  How sure the advice is, and what its numbers say
      "
    `);
    expect(await shown(80, "--format", "markdown")).toMatchInlineSnapshot(`
      "# The knowledge behind the advice

      - \`tides\`: Tides
      - \`knots\`: Knots
      - \`how\`: How the advice is made
      - \`verdict\`: How sure the advice is, and what its numbers say
      "
    `);
    expect(JSON.parse(await shown(80, "--format", "json"))).toEqual({
      topics: [
        { id: "tides", title: "Tides" },
        { id: "knots", title: "Knots" },
        { id: "how", title: "How the advice is made" },
        { id: "verdict", title: "How sure the advice is, and what its numbers say" },
      ],
    });
  });

  it("always has the topics that the program makes", async () => {
    const { stdout } = await roleAdvisor("guide", "--pack", withoutGuide);
    expect(stdout).toBe(
      "The knowledge behind the advice\n\n  how      How the advice is made\n  verdict  How sure the advice is, and what its numbers say\n",
    );
  });
});

it("role-advisor guide how tells it for every pack, in its own words where it has some", async () => {
  const own = await roleAdvisor("guide", "how");
  const made = await roleAdvisor("guide", "how", "--pack", "data/starter");
  expect([own.code, made.code]).toEqual([0, 0]);
  expect(made.stdout).toContain("Each role weighs each trait from 0 to 5.");
  expect(own.stdout).not.toContain("a judgement of those who wrote these questions");
});

describe("role-advisor guide tides", () => {
  it("prints a paragraph with its sources", async () => {
    expect(await shown(80, "tides")).toMatchInlineSnapshot(`
      "Tides

        They come and go. [1]

      Sources
        [1] A. Sailor, Who sails?, 1998. Forty boats | one sea.
            https://example.com/almanac
      "
    `);
  });

  it("prints points, sources numbered as they appear: role-advisor guide knots", async () => {
    expect(await shown(44, "knots")).toMatchInlineSnapshot(`
      "Knots

        - A bowline holds. [1]
        - A granny knot does not. [1, 2]

      Sources
        [1] The authors, Reasoned.
        [2] A. Sailor, Who sails?, 1998. Forty
            boats | one sea.
            https://example.com/almanac
      "
    `);
    expect(await shown(44, "knots", "--format", "markdown")).toMatchInlineSnapshot(`
      "# Knots

      - A bowline holds. [1]
      - A granny knot does not. [1, 2]

      ## Sources

      1. Reasoned, The authors.
      2. [Who sails?](<https://example.com/almanac>), A. Sailor, 1998. Forty boats &#124; one sea.
      "
    `);
  });

  it("prints a topic as data", async () => {
    expect(JSON.parse(await shown(80, "tides", "--format", "json"))).toEqual({
      topic: { id: "tides", title: "Tides", say: "They come and go.", points: [], sources: ["almanac"] },
      sources: {
        almanac: {
          title: "Who sails?",
          by: "A. Sailor",
          year: 1998,
          url: "https://example.com/almanac",
          note: "Forty boats | one sea.",
        },
      },
    });
  });

  it("tells a wrong topic in one line: role-advisor guide tide", async () => {
    const { code, stderr } = await roleAdvisor("guide", "tide", "--pack", boats);
    expect(code).toBe(2);
    expect(stderr).toBe(
      'role-advisor: there is no guide topic "tide"; did you mean "tides"? The guide topics are tides, knots, how, verdict\n',
    );
  });
});

describe("role-advisor guide verdict", () => {
  it("prints words and numbers at 80 columns", async () => {
    expect(await shown(80, "verdict")).toMatchInlineSnapshot(`
      "How sure the advice is, and what its numbers say

        In words                  When                      What it means for you

      Tie
        Your answers do not       Two roles or more share   Nothing is recommended.
        choose between Skipper    the lead.                 Look at what would
        and Rower.                                          decide it, and at both
                                                            paths side by side.

      Early
        It is too early to say;   Questions that are still  Answer more, those first
        so far your answers       open could end the lead.  that the advice names.
        point to Skipper.                                   Until then the leader is
                                                            a first guess.

      Close
        Your answers hardly       One answer, given         Your answers do not tell
        choose between Skipper    differently, would end    the two apart, and that
        and Rower; a little to    the lead.                 is news you can use:
        Skipper.                                            both may suit you, or
                                                            neither. Think again
                                                            about what would decide
                                                            it, and read both paths.

      Leaning
        Your answers lean to      Two answers, given        A direction and not yet
        Skipper.                  differently, would end    a decision. Try it in
                                  the lead.                 small steps before you
                                                            bet on it.

      Clear
        Your answers point        Three answers or more,    Your answers agree with
        clearly to Skipper.       given differently, would  each other. Whether they
                                  be needed to end the      fit your world is what
                                  lead, or no change        the first steps find
                                  could.                    out.

        The first that holds is the verdict.

      The numbers beside it
        Points
          What your answers give a role: the strength of each trait that they show,
          times what the role makes of it. The lead is a difference of points, and
          each reason tells what one trait adds to it or takes from it.
        Answers that would have to change
          The smallest set of answers that would let another role catch up. What you
          cannot decide to change, such as years of work, is never in it.
        How much the questions could weigh
          Somebody chose the weights. As long as each question is worth more or less
          by no more than the share given, all of them at once and in any direction,
          the leader stays. The second share tells in which part of all ways to weigh
          the questions it leads. A way is any split of the weight among the questions
          that you answered, from all of it on one to the same for each, and each
          split counts alike.
        Ways to answer what is open
          In how many of all ways to answer the open questions each role would lead.
          Every way counts once, so this is a count and not a chance.
        What is not among them
          A probability. No number here says how likely you are to be right, happy or
          hired.
      "
    `);
  });

  it("prints words and numbers at 44 columns", async () => {
    expect(await shown(44, "verdict")).toMatchInlineSnapshot(`
      "How sure the advice is, and what its numbers
      say

      Tie
        In words
          Your answers do not choose between
          Skipper and Rower.
        When
          Two roles or more share the lead.
        What it means for you
          Nothing is recommended. Look at what
          would decide it, and at both paths side
          by side.

      Early
        In words
          It is too early to say; so far your
          answers point to Skipper.
        When
          Questions that are still open could end
          the lead.
        What it means for you
          Answer more, those first that the advice
          names. Until then the leader is a first
          guess.

      Close
        In words
          Your answers hardly choose between
          Skipper and Rower; a little to Skipper.
        When
          One answer, given differently, would end
          the lead.
        What it means for you
          Your answers do not tell the two apart,
          and that is news you can use: both may
          suit you, or neither. Think again about
          what would decide it, and read both
          paths.

      Leaning
        In words
          Your answers lean to Skipper.
        When
          Two answers, given differently, would
          end the lead.
        What it means for you
          A direction and not yet a decision. Try
          it in small steps before you bet on it.

      Clear
        In words
          Your answers point clearly to Skipper.
        When
          Three answers or more, given
          differently, would be needed to end the
          lead, or no change could.
        What it means for you
          Your answers agree with each other.
          Whether they fit your world is what the
          first steps find out.

        The first that holds is the verdict.

      The numbers beside it
        Points
          What your answers give a role: the
          strength of each trait that they show,
          times what the role makes of it. The
          lead is a difference of points, and each
          reason tells what one trait adds to it
          or takes from it.
        Answers that would have to change
          The smallest set of answers that would
          let another role catch up. What you
          cannot decide to change, such as years
          of work, is never in it.
        How much the questions could weigh
          Somebody chose the weights. As long as
          each question is worth more or less by
          no more than the share given, all of
          them at once and in any direction, the
          leader stays. The second share tells in
          which part of all ways to weigh the
          questions it leads. A way is any split
          of the weight among the questions that
          you answered, from all of it on one to
          the same for each, and each split counts
          alike.
        Ways to answer what is open
          In how many of all ways to answer the
          open questions each role would lead.
          Every way counts once, so this is a
          count and not a chance.
        What is not among them
          A probability. No number here says how
          likely you are to be right, happy or
          hired.
      "
    `);
  });

  it("prints them in Markdown", async () => {
    expect((await shown(80, "verdict", "--format", "markdown")).split("\n\n").slice(0, 3)).toMatchInlineSnapshot(`
      [
        "# How sure the advice is, and what its numbers say",
        "|  | In words | When | What it means for you |
      | --- | --- | --- | --- |
      | **Tie** | Your answers do not choose between Skipper and Rower. | Two roles or more share the lead. | Nothing is recommended. Look at what would decide it, and at both paths side by side. |
      | **Early** | It is too early to say; so far your answers point to Skipper. | Questions that are still open could end the lead. | Answer more, those first that the advice names. Until then the leader is a first guess. |
      | **Close** | Your answers hardly choose between Skipper and Rower; a little to Skipper. | One answer, given differently, would end the lead. | Your answers do not tell the two apart, and that is news you can use: both may suit you, or neither. Think again about what would decide it, and read both paths. |
      | **Leaning** | Your answers lean to Skipper. | Two answers, given differently, would end the lead. | A direction and not yet a decision. Try it in small steps before you bet on it. |
      | **Clear** | Your answers point clearly to Skipper. | Three answers or more, given differently, would be needed to end the lead, or no change could. | Your answers agree with each other. Whether they fit your world is what the first steps find out. |",
        "The first that holds is the verdict.",
      ]
    `);
  });
});

it("refuses a topic of a pack that has the name of the one that the program makes", async () => {
  const folder = writePack({ ...smallPack, "guide.yaml": "- { id: verdict, title: Mine, say: So., sources: [we] }\n" });
  const { code, stderr } = await roleAdvisor("guide", "--pack", folder);
  expect(code).toBe(2);
  expect(stderr).toMatch(/guide\.yaml:1:9: "verdict" is a topic that the program makes itself; choose another id\n$/);
});

it.each(builtIn.guide.map(({ id }) => id))("prints the built-in topic %s within any width", async (id) => {
  for (const columns of [40, 44, 72]) {
    const { stdout } = await runIn({ columns }, "guide", id);
    expect(stdout.split("\n").filter((line) => line.length > columns && !/^ +https?:/.test(line))).toEqual([]);
  }
});
