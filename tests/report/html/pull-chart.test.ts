import { describe, expect, it } from "vitest";
import type { Pull } from "../../../src/advice/advice.ts";
import { builtIn } from "../../../src/pack/built-in.ts";
import { drawPulls } from "../../../src/report/html/pull-chart.ts";
import { textOf } from "./reading.ts";

const [a = "", b = "", c = "", d = ""] = builtIn.traits.map(({ id }) => id);
const [nameA = "", nameB = "", nameC = "", nameD = ""] = builtIn.traits.map(({ name }) => name);
const pull = (trait: string, had: number, possible: number, word: Pull["pull"]): Pull => ({
  trait,
  had,
  possible,
  pull: word,
});
const pulls = [pull(a, 1, 12, "faint"), pull(b, 6, 10, "strong"), pull(c, 2, 4, null), pull(d, 0, 0, null)];

describe("the chart of pulls", () => {
  it("puts the strongest first, says each in words, and leaves out what nothing could show", () => {
    const text = textOf(`${drawPulls(builtIn, [{ name: null, pulls }])}`).replaceAll(/\s+/g, " ");
    expect(text).toContain(`${nameB} strongly 6 of 10 ${nameC} not known 2 of 4 ${nameA} hardly 1 of 12`);
    expect(text).not.toContain(nameD);
  });

  it("sets two days below each other under each trait", () => {
    const later = [pull(a, 6, 12, "strong"), pull(b, 6, 10, "strong")];
    const series = [
      { name: "2025", pulls },
      { name: "2026", pulls: later },
    ];
    const text = textOf(`${drawPulls(builtIn, series)}`).replaceAll(/\s+/g, " ");
    expect(text).toContain(`${nameA} 2025 : hardly 1 of 12 2026 : strongly 6 of 12`);
    expect(text).toContain(`${nameC} 2025 : not known 2 of 4 2026 not known`);
  });

  it("is none where nothing was asked", () => {
    expect(drawPulls(builtIn, [{ name: null, pulls: [pull(a, 0, 0, null)] }])).toBeNull();
  });
});
