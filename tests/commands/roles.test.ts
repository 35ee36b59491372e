import { marked } from "marked";
import { describe, expect, it } from "vitest";
import { builtIn } from "../../src/pack/built-in.ts";
import { smallPack, writePack } from "../small-pack.ts";
import { roleAdvisor, runIn } from "../world.ts";

const boats = writePack(smallPack);
const shown = async (columns: number, ...args: string[]) =>
  (await runIn({ columns }, "roles", "--pack", boats, ...args)).stdout;

describe("role-advisor roles", () => {
  it("lists the roles in short at 80 columns", async () => {
    expect(await shown(80)).toMatchInlineSnapshot(`
      "The roles in short

        skipper  Skipper of the boat (Skipper)
          Reads the sky and says where to go. [1]
        rower  Rower
          Moves the boat when nothing else does. [2]
        cook  <b>Cook</b> | *of the boat* (Cook)
          - Cooks. [Not a link](javascript:alert) [2]

      Sources
        [1] A. Sailor, Who sails?, 1998. Forty boats | one sea.
            https://example.com/almanac
        [2] The authors, Reasoned.
      "
    `);
  });

  it("lists the roles in short at 44 columns", async () => {
    expect(await shown(44)).toMatchInlineSnapshot(`
      "The roles in short

        skipper  Skipper of the boat (Skipper)
          Reads the sky and says where to go. [1]
        rower  Rower
          Moves the boat when nothing else does.
          [2]
        cook  <b>Cook</b> | *of the boat* (Cook)
          - Cooks. [Not a link](javascript:alert)
          [2]

      Sources
        [1] A. Sailor, Who sails?, 1998. Forty
            boats | one sea.
            https://example.com/almanac
        [2] The authors, Reasoned.
      "
    `);
  });

  it("lists them in Markdown, text of the pack letter for letter", async () => {
    const text = await shown(80, "--format", "markdown");
    expect(text).toMatchInlineSnapshot(`
      "# The roles in short

      ### Skipper of the boat (Skipper) (\`skipper\`)

      Reads the sky and says where to go. [1]

      ### Rower (\`rower\`)

      Moves the boat when nothing else does. [2]

      ### &lt;b&gt;Cook&lt;/b&gt; &#124; \\*of the boat\\* (Cook) (\`cook\`)

      \\- Cooks. \\[Not a link\\](javascript:alert) [2]

      ## Sources

      1. [Who sails?](<https://example.com/almanac>), A. Sailor, 1998. Forty boats &#124; one sea.
      2. Reasoned, The authors.
      "
    `);
    const html = marked.parse(text, { async: false });
    expect(html).toContain("<h3>&lt;b&gt;Cook&lt;/b&gt; | *of the boat* (Cook) (<code>cook</code>)</h3>");
    expect(html).toContain("<p>- Cooks. [Not a link](javascript:alert) [2]</p>");
  });

  it("lists them as data, with the sources that they name", async () => {
    const { roles, sources } = JSON.parse(await shown(80, "--format", "json"));
    expect(roles.map(({ id }: { id: string }) => id)).toEqual(["skipper", "rower", "cook"]);
    expect(Object.keys(sources)).toEqual(["almanac", "we"]);
  });
});

describe("role-advisor roles skipper", () => {
  it("describes a role at 80 columns", async () => {
    expect(await shown(80, "skipper")).toMatchInlineSnapshot(`
      "Skipper of the boat (Skipper)

        Reads the sky and says where to go. [1]

      Faces
        - The wind [2]
        - The crew, who want to know where they are going and when they will eat [1,
          2]

      Measured by
        - Boats that come home [2]

      What it weighs
        █████ 5  Wind and weather
                 The wind decides where a boat can go. [1]
        █     1  Strong arms
                 A skipper lends a hand. [2]

      Kinds
        Bold skipper
          Sets every sail. [2]

      The way there
        1. On deck
          You learn the ropes. [1]
          Two summers (40 boats, 1998).
          - Tie ten knots. [2]
        2. At the wheel
          You steer. [2]

      Working together
        With the Rower
          Tell them early. [2]

      Sources
        [1] A. Sailor, Who sails?, 1998. Forty boats | one sea.
            https://example.com/almanac
        [2] The authors, Reasoned.
      "
    `);
  });

  it("describes a role at 44 columns", async () => {
    expect(await shown(44, "skipper")).toMatchInlineSnapshot(`
      "Skipper of the boat (Skipper)

        Reads the sky and says where to go. [1]

      Faces
        - The wind [2]
        - The crew, who want to know where they
          are going and when they will eat [1, 2]

      Measured by
        - Boats that come home [2]

      What it weighs
        █████ 5  Wind and weather
                 The wind decides where a boat can
                 go. [1]
        █     1  Strong arms
                 A skipper lends a hand. [2]

      Kinds
        Bold skipper
          Sets every sail. [2]

      The way there
        1. On deck
          You learn the ropes. [1]
          Two summers (40 boats, 1998).
          - Tie ten knots. [2]
        2. At the wheel
          You steer. [2]

      Working together
        With the Rower
          Tell them early. [2]

      Sources
        [1] A. Sailor, Who sails?, 1998. Forty
            boats | one sea.
            https://example.com/almanac
        [2] The authors, Reasoned.
      "
    `);
  });

  it("describes a role in ASCII where the terminal has no more", async () => {
    const { stdout } = await runIn({ env: { LANG: "C" } }, "roles", "skipper", "--pack", boats);
    expect(stdout).toContain("  ##### 5  Wind and weather\n");
    expect(stdout).not.toMatch(/[^\n -~]/);
  });

  it("describes a role in Markdown", async () => {
    expect(await shown(80, "skipper", "--format", "markdown")).toMatchInlineSnapshot(`
      "# Skipper of the boat (Skipper)

      Reads the sky and says where to go. [1]

      ## Faces

      - The wind [2]
      - The crew, who want to know where they are going and when they will eat [1, 2]

      ## Measured by

      - Boats that come home [2]

      ## What it weighs

      | Weight | Trait | Because |
      | --- | --- | --- |
      | █████ 5 | Wind and weather | The wind decides where a boat can go. [1] |
      | █ 1 | Strong arms | A skipper lends a hand. [2] |

      ## Kinds

      ### Bold skipper

      Sets every sail. [2]

      ## The way there

      ### 1\\. On deck

      You learn the ropes. [1]

      Two summers (40 boats, 1998).

      - Tie ten knots. [2]

      ### 2\\. At the wheel

      You steer. [2]

      ## Working together

      ### With the Rower

      Tell them early. [2]

      ## Sources

      1. [Who sails?](<https://example.com/almanac>), A. Sailor, 1998. Forty boats &#124; one sea.
      2. Reasoned, The authors.
      "
    `);
  });

  it("describes a role as data, with the sources that it names and without notes", async () => {
    const { role, sources } = JSON.parse(await shown(80, "skipper", "--format", "json"));
    expect(Object.keys(role)).toEqual(expect.arrayContaining(["profile", "traits", "kinds", "path", "counterpart"]));
    expect(role).not.toHaveProperty("notes");
    expect(Object.keys(sources).sort()).toEqual(["almanac", "we"]);
  });

  it("leaves out what a pack does not tell of a role", async () => {
    expect(await shown(80, "cook")).toMatchInlineSnapshot(`
      "<b>Cook</b> | *of the boat* (Cook)

        - Cooks. [Not a link](javascript:alert) [1]

      Sources
        [1] The authors, Reasoned.
      "
    `);
  });

  it("takes an id in capitals: role-advisor roles CTO", async () => {
    expect((await roleAdvisor("roles", "CTO")).stdout).toMatch(/^Chief Technology Officer \(CTO\)\n/);
  });

  it("tells a wrong id in one line, with what was probably meant: role-advisor roles cito", async () => {
    expect(await roleAdvisor("roles", "cito")).toEqual({
      code: 2,
      stdout: "",
      stderr: 'role-advisor: there is no role "cito"; did you mean "cio"? The roles are cio, cto, vpe, cpo, ciso\n',
    });
  });
});

it.each(builtIn.roles.map(({ id }) => id))("describes %s of the built-in pack within any width", async (id) => {
  for (const columns of [40, 44, 72, 120]) {
    const { stdout, code } = await runIn({ columns }, "roles", id);
    expect(code).toBe(0);
    const tooLong = stdout
      .split("\n")
      .filter((line) => line.length > Math.min(columns, 100) && !/^ +https?:/.test(line));
    expect(tooLong).toEqual([]);
    expect(stdout).not.toMatch(/undefined|null|\[object/);
  }
});
