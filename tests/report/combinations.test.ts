import stringWidth from "fast-string-width";
import { describe, expect, it } from "vitest";
import type { Advice } from "../../src/advice/advice.ts";
import { advise } from "../../src/advice/advise.ts";
import type { Answers } from "../../src/advice/scorecard.ts";
import { builtIn } from "../../src/pack/built-in.ts";
import type { Role } from "../../src/pack/pack.ts";
import { renderMarkdown } from "../../src/report/markdown.ts";
import { pageFor } from "../../src/report/page.ts";
import { renderText } from "../../src/report/text.ts";

const options = (id: string) => builtIn.questions.find((q) => q.id === id)?.options.map((o) => o.id) ?? [];
const page = { ...pageFor(process.stdout, {}, false), width: 60 };

/** Answers to the scored questions under which a role leads and this kind of it suits best: found by trying. */
function answersFor(role: Role, kind: string): Answers {
  let state = 1;
  const random = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  for (let i = 0; i < 20_000; i++) {
    const answers = Object.fromEntries(
      builtIn.questions
        .filter((q) => q.options.some((o) => Object.keys(o.drawn).length > 0))
        .map((q) => [q.id, [q.options[Math.floor(random() * q.options.length)]?.id ?? ""]]),
    );
    const { recommendation, kind: found } = advise(builtIn, answers);
    if (recommendation.role === role.id && found?.id === kind) return answers;
  }
  throw new Error(`no answers make ${kind} the kind of ${role.id}`);
}

/** No empty section, no source that is not listed, no line over the width. */
function holdsTogether(advice: Advice): void {
  const shown = JSON.stringify(advice);
  for (const id of Object.keys(builtIn.sources)) {
    expect(id in advice.sources, id).toBe(shown.split('"sources":{')[0]?.includes(`"${id}"`));
  }
  for (const details of [false, true]) {
    const text = renderText(builtIn, advice, { page, details });
    expect(text.split("\n").filter((line) => stringWidth(line) > 60 && !/^\s+https?:|^Keep it: /.test(line))).toEqual(
      [],
    );
    expect(text).not.toMatch(/^\S.*\n\n/m.source === "" ? /$^/ : /^(Why|Mind|Sources|Your way there)\n(\n|$)/m);
    expect(text).not.toMatch(/undefined|null|NaN|\[\]|\[object/);
  }
  const markdown = renderMarkdown(builtIn, advice);
  expect(markdown).not.toMatch(/undefined|null|NaN|\[\]|^## .*\n\n(?=## )/m);
}

const kinds = builtIn.roles.flatMap((role) => role.kinds.map((kind) => ({ role, kind: kind.id })));

describe.each(kinds)("$role.short, $kind", ({ role, kind }) => {
  const base = answersFor(role, kind);
  const seen = new Set<string>();
  const levels = [...options("level"), null];
  let turn = 0;
  const next = (id: string) => options(id)[(turn * 7 + id.length) % options(id).length] as string;

  it.each(levels)("holds together at the level %s, in every company and with every note", (level) => {
    for (const company of [...options("company"), null]) {
      for (const mba of options("mba")) {
        turn++;
        const answers = {
          ...base,
          mba: [mba],
          dread: [next("dread")],
          avoid: [next("avoid")],
          years: [next("years")],
          ...(level !== null && { level: [level] }),
          ...(company !== null && { company: [company] }),
        };
        const advice = advise(builtIn, answers);
        for (const { id } of advice.notes) seen.add(id);
        if (advice.path !== null) expect(advice.path.here === null).toBe(level === null);
        holdsTogether(advice);
      }
    }
  });

  it("has come to every note that this role can show", () => {
    expect([...seen].sort()).toEqual(expect.arrayContaining(role.notes.map(({ id }) => id).sort()));
  });
});
