import { describe, expect, it } from "vitest";
import { smallPack, writePack } from "../small-pack.ts";
import { roleAdvisor, runIn } from "../world.ts";

const boats = writePack(smallPack);
const shown = async (columns: number, ...args: string[]) =>
  (await runIn({ columns }, "compare", "--pack", boats, ...args)).stdout;

describe("role-advisor compare", () => {
  it("shows the first two roles side by side at 80 columns", async () => {
    expect(await shown(80)).toMatchInlineSnapshot(`
      "Skipper and Rower side by side

        Skipper of the boat (Skipper)          Rower

      In short
        Reads the sky and says where to go.    Moves the boat when nothing else
        [1]                                    does. [2]

      Faces
        - The wind [2]                         Backwards [2]
        - The crew, who want to know where
          they are going and when they will
          eat [1, 2]

      Measured by
        Boats that come home [2]

      Weighs most
        Wind and weather (5)                   Strong arms (4)

      Sources
        [1] A. Sailor, Who sails?, 1998. Forty boats | one sea.
            https://example.com/almanac
        [2] The authors, Reasoned.
      "
    `);
  });

  it("still has columns at 72, and stacks below", async () => {
    expect(await shown(72)).toMatch(/^ {2}Skipper of the boat \(Skipper\) +Rower$/m);
    expect(await shown(71)).not.toMatch(/\(Skipper\) +Rower/);
  });

  it("stacks them at 44 columns", async () => {
    expect(await shown(44)).toMatchInlineSnapshot(`
      "Skipper and Rower side by side

      In short
        Skipper of the boat (Skipper)
          Reads the sky and says where to go. [1]
        Rower
          Moves the boat when nothing else does.
          [2]

      Faces
        Skipper of the boat (Skipper)
          - The wind [2]
          - The crew, who want to know where they
            are going and when they will eat [1,
            2]
        Rower
          Backwards [2]

      Measured by
        Skipper of the boat (Skipper)
          Boats that come home [2]

      Weighs most
        Skipper of the boat (Skipper)
          Wind and weather (5)
        Rower
          Strong arms (4)

      Sources
        [1] A. Sailor, Who sails?, 1998. Forty
            boats | one sea.
            https://example.com/almanac
        [2] The authors, Reasoned.
      "
    `);
  });

  it("compares them in Markdown", async () => {
    expect(await shown(80, "--format", "markdown")).toMatchInlineSnapshot(`
      "# Skipper and Rower side by side

      |  | Skipper of the boat (Skipper) | Rower |
      | --- | --- | --- |
      | **In short** | Reads the sky and says where to go. [1] | Moves the boat when nothing else does. [2] |
      | **Faces** | The wind [2]<br>The crew, who want to know where they are going and when they will eat [1, 2] | Backwards [2] |
      | **Measured by** | Boats that come home [2] |  |
      | **Weighs most** | Wind and weather (5) | Strong arms (4) |

      ## Sources

      1. [Who sails?](<https://example.com/almanac>), A. Sailor, 1998. Forty boats &#124; one sea.
      2. Reasoned, The authors.
      "
    `);
  });

  it("compares them as data", async () => {
    const { roles, sources } = JSON.parse(await shown(80, "--format", "json"));
    expect(roles.map(({ id, weights }: { id: string; weights: unknown }) => ({ id, weights }))).toEqual([
      { id: "skipper", weights: { arms: 1, wind: 5 } },
      { id: "rower", weights: { arms: 4 } },
    ]);
    expect(Object.keys(sources).sort()).toEqual(["almanac", "we"]);
  });
});

it.each([
  [["cook"], ["cook", "skipper"]],
  [["skipper"], ["skipper", "rower"]],
  [
    ["COOK", "rower"],
    ["cook", "rower"],
  ],
])("role-advisor compare %j compares %j", async (given, compared) => {
  const { roles } = JSON.parse(await shown(80, ...given, "--format", "json"));
  expect(roles.map(({ id }: { id: string }) => id)).toEqual(compared);
});

it.each([
  [["cto", "cto"], "cto is compared with itself; name another role: cio"],
  [["cto", "cpo"], '"cpo" is not a role, a kept name, a file or a code; did you mean "cio"? There are cio, cto'],
  [["nobody"], '"nobody" is not a role, a kept name, a file or a code; there are cio, cto'],
])("role-advisor compare %j is told in one line", async (given, told) => {
  expect(await roleAdvisor("compare", ...given)).toEqual({ code: 2, stdout: "", stderr: `role-advisor: ${told}\n` });
});
