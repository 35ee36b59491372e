import stringWidth from "fast-string-width";
import { describe, expect, it } from "vitest";
import { builtIn } from "../../src/pack/built-in.ts";
import { runIn } from "../world.ts";

const examples = builtIn.examples.map(({ name }) => name);

/** Addresses and the command to copy stay whole, however narrow the page is. */
const mayBeLonger = (line: string) => /^\s+https?:|^Keep it: /.test(line);

describe.each(examples)("role-advisor --example %s", (name) => {
  it("fits sixty lines at 80 columns", async () => {
    const { stdout } = await runIn({}, "-e", name);
    expect(stdout).toMatchSnapshot();
    expect(stdout.trimEnd().split("\n").length).toBeLessThanOrEqual(60);
  });

  it.each([40, 44, 72, 120])(
    "has no line over the width at %i columns, in short or with --details",
    async (columns) => {
      for (const more of [[], ["--details"]]) {
        const { stdout } = await runIn({ columns }, "-e", name, ...more);
        const tooLong = stdout.split("\n").filter((line) => stringWidth(line) > columns && !mayBeLonger(line));
        expect(tooLong).toEqual([]);
        expect(stdout).not.toMatch(/undefined|null|NaN|\[object|\s\n\s*\n\s*\n/);
      }
    },
  );
});

it("says all of it with --details", async () => {
  const { stdout } = await runIn({}, "-e", "cto-in-post", "--details");
  expect(stdout).toMatchSnapshot();
});

it("reads well at 44 columns", async () => {
  const { stdout } = await runIn({ columns: 44 }, "-e", "reader-a");
  expect(stdout).toMatchSnapshot();
});

describe.each(builtIn.questions)("role-advisor --$id, and nothing else", ({ id, options }) => {
  it.each([...options.map((option) => option.id)])("%s", async (option) => {
    for (const more of [[], ["--details"], ["--format", "markdown"]]) {
      const { code, stdout, stderr } = await runIn({ columns: 44 }, `--${id}`, option, ...more);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(stdout).not.toMatch(/undefined|null|NaN|Infinity|\[object/);
    }
  });
});
