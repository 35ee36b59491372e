import stringWidth from "fast-string-width";
import { describe, expect, it } from "vitest";
import { type Advice, isUndecided } from "../../src/advice/advice.ts";
import { advise } from "../../src/advice/advise.ts";
import { builtIn } from "../../src/pack/built-in.ts";
import { loadFolder } from "../../src/pack/load-folder.ts";
import { renderMarkdown } from "../../src/report/markdown.ts";
import { pageOf } from "../../src/report/terminal-page.ts";
import { renderText } from "../../src/report/text.ts";
import { respondents } from "../cohort/rows.ts";
import { runIn } from "../world.ts";

const packs = [builtIn, loadFolder("data/packs/technology-leadership")];
const wide = pageOf(80, false, true);

/** Addresses and commands stay whole, however narrow the page is. */
const mayBeLonger = (line: string) => /^\s+https?:|^ *role-advisor /.test(line);
const linesOf = (text: string) => text.trimEnd().split("\n");
const flat = (text: string) => text.replaceAll("&amp;", "&").replaceAll(/[\s*\\]+/g, " ");

describe.each(builtIn.examples.map(({ name }) => name))("role-advisor --example %s", (name) => {
  it("fits one screen", async () => {
    const { stdout } = await runIn({}, "-e", name);
    expect(stdout).toMatchSnapshot();
  });

  it.each([40, 44, 72, 100])(
    "has no line over the width at %i columns, in short or with --details",
    async (columns) => {
      for (const more of [[], ["--details"], ["--accessible", "--no-input"]]) {
        const { stdout } = await runIn({ columns }, "-e", name, ...more);
        expect(linesOf(stdout).filter((line) => stringWidth(line) > columns && !mayBeLonger(line))).toEqual([]);
        expect(stdout).not.toMatch(/undefined|null|NaN|\{[a-z]+\}|\[object|\s\n\s*\n\s*\n/);
      }
    },
  );
});

describe("whatever was answered", () => {
  it("names no stage that comes after one that is not known", async () => {
    const both = async (...level: string[]) => (await runIn({}, "--interest", "both", ...level)).stdout;
    expect(await both("--level", "lead", "--work", "both")).toMatch(/You are here .*\n(?:.*\n)* +After that/);
    expect(await both()).toContain("Both paths");
    expect(await both()).not.toMatch(/You are here|After that/);
  });

  it("fits 48 lines at 80 columns, and 52 where a neighbour is named", () => {
    for (const pack of packs) {
      for (const answers of respondents(pack, 250)) {
        const advice = advise(pack, answers);
        const lines = linesOf(renderText(pack, advice, { page: wide, details: false }));
        expect(lines.length, advice.code).toBeLessThanOrEqual(advice.neighbours.length > 0 ? 52 : 48);
      }
    }
  });

  it("shows no figure that needs statistics to be read", () => {
    for (const pack of packs) {
      for (const answers of respondents(pack, 50)) {
        const text = renderText(pack, advise(pack, answers), { page: wide, details: false });
        expect(text).not.toMatch(/\br = |\bn = |standard error|seed|\d%? more or less/);
      }
    }
  });

  it("ends with the verdict and the next step", () => {
    for (const { answers } of builtIn.examples) {
      const advice = advise(builtIn, answers);
      const end = flat(
        linesOf(renderText(builtIn, advice, { page: wide, details: false }))
          .slice(-3)
          .join(" "),
      );
      const steps = [advice.path, ...advice.paths.map(({ path }) => path)].flatMap((path) => [
        ...(path?.stages.flatMap((stage) => stage.do.map(({ say }) => say)) ?? []),
        ...(path?.grow.map((trial) => trial.do) ?? []),
      ]);
      expect(steps.some((step) => end.includes(flat(step)))).toBe(true);
    }
  });

  it("tells both paths of an undecided call in full with --details and as Markdown", () => {
    for (const pack of packs) {
      const undecided = pack.examples
        .map(({ answers }) => advise(pack, answers))
        .filter(({ paths }) => paths.length > 0);
      expect(undecided.length).toBeGreaterThan(0);
      for (const advice of undecided) {
        const texts = [renderText(pack, advice, { page: wide, details: true }), renderMarkdown(pack, advice)].map(flat);
        for (const part of told(advice)) for (const text of texts) expect(text).toContain(flat(part));
      }
    }
  });
});

describe("what the job is like where it hardly draws the person", () => {
  const advices = packs.flatMap((pack) =>
    pack.examples.map(({ answers }) => ({ pack, advice: advise(pack, answers) })).filter(hasTwoFaint),
  );

  it("is told for every such trait with --details and as Markdown", () => {
    expect(advices.length).toBeGreaterThan(0);
    for (const { pack, advice } of advices) {
      const texts = [renderText(pack, advice, { page: wide, details: true }), renderMarkdown(pack, advice)].map(flat);
      for (const { say } of advice.fit?.faint ?? []) for (const text of texts) expect(text).toContain(flat(say ?? ""));
    }
  });

  it("is told for the first of them on one screen, with the names of the others", () => {
    const decided = advices.filter(({ advice }) => !isUndecided(advice));
    expect(decided.length).toBeGreaterThan(0);
    for (const { pack, advice } of decided) {
      const text = flat(renderText(pack, advice, { page: wide, details: false }));
      const [first, second] = advice.fit?.faint ?? [];
      expect(text).toContain(flat(first?.say ?? ""));
      expect(text).not.toContain(flat(second?.say ?? ""));
      expect(text).toContain("The same goes for ");
    }
  });
});

/** True if the pack has a sentence for two or more traits that hardly draw the person. */
function hasTwoFaint({ advice: { fit } }: { readonly advice: Advice }): boolean {
  return (fit?.faint ?? []).filter(({ say }) => say !== null).length > 1;
}

/** What an advice says of paths, and of what to keep in mind. */
function told({ paths, notes, limits }: Advice): string[] {
  return [
    ...paths.flatMap(({ kind, path }) => [
      ...(kind === null ? [] : [kind.say]),
      ...path.stages.flatMap((stage) => [stage.title, stage.say, ...stage.do.map(({ say }) => say)]),
      ...path.grow.map((one) => one.do),
    ]),
    ...notes.flatMap(({ title, say }) => [title, say]),
    limits.say,
  ];
}

it("says all of it with --details", async () => {
  const { stdout } = await runIn({}, "-e", "cto-in-post", "--details");
  expect(stdout).toMatchSnapshot();
});

it("reads well at 44 columns", async () => {
  const { stdout } = await runIn({ columns: 44 }, "-e", "reader-a");
  expect(stdout).toMatchSnapshot();
});

it("is sentences with --accessible: no bars, no columns, no glyphs", async () => {
  const { stdout } = await runIn({}, "-e", "founder", "--accessible", "--no-input");
  expect(stdout).toMatchSnapshot();
  expect(stdout).not.toMatch(/[█●■→▏▎▍▌▋▊▉+−]/u);
});

it("numbers sources with --accessible only where they are listed", async () => {
  for (const { name } of builtIn.examples) {
    const run = async (...more: string[]) =>
      (await runIn({}, "-e", name, "--accessible", "--no-input", ...more)).stdout;
    expect(await run()).not.toMatch(/\[\d/);
    expect(await run("--details")).toMatch(/\. \[1[\],](?:.*\n)*Sources\n {2}\[1\]/);
  }
});

it("tells a short form as one, and what the rest would tell", () => {
  const short = builtIn.examples.map(({ answers }) => {
    const scored = advise(builtIn, answers).contributions.toSorted(
      (a, b) => Math.abs(a.contribution) - Math.abs(b.contribution),
    );
    const left = scored[0]?.question ?? "";
    const { [left]: _, ...others } = answers;
    return advise(builtIn, others);
  });
  const certain = short.find(({ recommendation, questions }) => recommendation.certain && questions.open.length > 0);
  expect(certain).toBeDefined();
  if (certain === undefined) return;
  const text = flat(renderText(builtIn, certain, { page: wide, details: false }));
  expect(text).toContain("short form: ");
  expect(text).toContain("would only tell how clearly");
});

describe.each(builtIn.questions)("role-advisor --$id, and nothing else", ({ id, options }) => {
  it("has every option told whole in every text", () => {
    for (const option of options) {
      const advice = advise(builtIn, { [id]: [option.id] });
      const texts = [
        renderText(builtIn, advice, { page: pageOf(44, false, true), details: false }),
        renderText(builtIn, advice, { page: pageOf(44, false, true), details: true }),
        renderMarkdown(builtIn, advice),
      ];
      for (const text of texts) expect(text).not.toMatch(/undefined|null|NaN|Infinity|\{[a-z]+\}|\[object/);
    }
  });
});
