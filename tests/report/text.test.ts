import stringWidth from "fast-string-width";
import { describe, expect, it } from "vitest";
import { advise } from "../../src/advice/advise.ts";
import { writeCode } from "../../src/advice/code.ts";
import { builtIn } from "../../src/pack/built-in.ts";
import { loadFolder } from "../../src/pack/load.ts";
import { renderMarkdown } from "../../src/report/markdown.ts";
import { pageOf } from "../../src/report/page.ts";
import { renderText } from "../../src/report/text.ts";
import { respondents } from "../cohort/rows.ts";
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

describe("whatever was answered", () => {
  const packs = [builtIn, loadFolder("data/packs/technology-leadership")];
  const wide = { ...pageOf(80, false, true) };

  it("fits sixty lines at 80 columns", () => {
    for (const pack of packs) {
      for (const answers of respondents(pack, 60)) {
        const text = renderText(pack, advise(pack, answers), { page: wide, details: false });
        expect(text.trimEnd().split("\n").length, writeCode(pack, answers)).toBeLessThanOrEqual(60);
        expect(text.replaceAll(/\s+/g, " ")).toContain("never select applicants by it");
      }
    }
  });

  it("tells both ways of an open call in full with --details, and whose a note is", () => {
    for (const pack of packs) {
      const open = pack.examples.map(({ answers }) => advise(pack, answers)).filter(({ paths }) => paths.length > 0);
      expect(open.length).toBeGreaterThan(0);
      for (const advice of open) {
        const flat = (text: string) => text.replaceAll(/[\s*\\]+/g, " ");
        const text = flat(renderText(pack, advice, { page: wide, details: true }));
        const markdown = flat(renderMarkdown(pack, advice));
        const says = advice.paths.flatMap(({ kind, path }) => [
          ...(kind === null ? [] : [kind.say]),
          ...path.stages.flatMap((stage) => [stage.title, stage.say, ...stage.do.map(({ say }) => say)]),
          ...path.grow.map((one) => one.do),
        ]);
        for (const say of says) {
          expect(text).toContain(flat(say));
          expect(markdown).toContain(flat(say));
        }
        const short = (id: string) => pack.roles.find((role) => role.id === id)?.short;
        for (const { role } of advice.paths) {
          expect(text).toContain(`Your way to ${short(role)}`);
          const own = pack.roles.find(({ id }) => id === role)?.notes ?? [];
          for (const { title } of advice.notes.filter(({ say }) => own.some((note) => note.say === say))) {
            expect(text).toContain(flat(`${short(role)}: ${title}`));
          }
        }
      }
    }
  });
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
