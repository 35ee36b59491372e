import { describe, expect, it } from "vitest";
import { loadFolder } from "../../src/pack/load-folder.ts";

/** Every text of a pack, with the sources that it or the nearest thing around it cites. */
function textsOf(value: unknown, where: string, around: readonly string[] = []): Claim[] {
  if (typeof value !== "object" || value === null) return [];
  const cited = "sources" in value && Array.isArray(value.sources) ? value.sources : around;
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === "string"
      ? [{ where: `${where}.${key}`, text: inner, sources: cited }]
      : textsOf(inner, `${where}.${key}`, cited),
  );
}

interface Claim {
  readonly where: string;
  readonly text: string;
  readonly sources: readonly string[];
}

/** A share, a correlation, a length of time, a sum of money: what only a source can know. */
const figure = /\d ?%|\br = |\b\d[\d.]* (?:years|months)\b|\$\d|\btimes likelier|\bOf (?:over |nearly )?\d|\b\d+ of \d/;
const year = /\b(?:19|20)\d\d\b|no year|neither year/i;
const unknownSample =
  /sample not given|no sample|without a sample|gives? no sample|was not seen|number not given|no figure/i;
/** Numbers that are no sample: figures themselves, years, and names that hold a number. */
const noSample =
  /\d[\d.]* ?%|r = \.\d+|\.\d+|\b\d[\d.]* to \d[\d.]* (?:years|months)\b|\b(?:under |over )?\d[\d.]* (?:years|months)\b|\b(?:19|20)\d\d\b|Fortune [\d,]+|NASDAQ-\d+|UK CIO 100|\bwithin \d+|\bin \d+ to \d+|\b\d+ to \d+\b|\$[\d,.]+/g;

describe.each([
  ["cio-or-cto", loadFolder("data")],
  ["technology-leadership", loadFolder("data/packs/technology-leadership")],
] as const)("%s", (_, { sources, questions, tests, examples, history, ...pack }) => {
  const claims = textsOf(pack, "pack").filter(({ text, sources: cited }) => figure.test(text) && !isOurs(cited));

  it("has claims with figures", () => {
    expect(claims.length).toBeGreaterThan(20);
  });

  it("tells the year of each claim with a figure, or that none is known", () => {
    expect(claims.filter(({ text }) => !year.test(text))).toEqual([]);
  });

  it("tells the sample of each claim with a figure, or that none is known", () => {
    expect(
      claims.filter(({ text }) => !unknownSample.test(text) && !/\d{2}/.test(text.replaceAll(noSample, ""))),
    ).toEqual([]);
  });

  it("has no word of what was found to be said by nobody", () => {
    const said = textsOf({ ...pack, questions, sources }, "pack").filter(({ text }) =>
      /cables did not settle|a reader agrees|skill shapes the route, as|mostly (?:of )?software companies|as a practitioner advises/i.test(
        text,
      ),
    );
    expect(said).toEqual([]);
  });

  it("has a short form of every kind, note and role, and says each reason in 120 characters", () => {
    const roles = [...pack.roles, ...pack.neighbours];
    const reasons = roles.flatMap(({ traits }) => Object.values(traits).map(({ because }) => because.say));
    const shorts = [...pack.notes, ...pack.roles.flatMap(({ notes, kinds }) => [...notes, ...kinds])].map(
      ({ inShort }) => inShort ?? "",
    );
    expect(reasons.filter((text) => text.length > 120)).toEqual([]);
    expect([...shorts, ...roles.map(({ inShort }) => inShort.say)].filter((text) => !/^.{10,150}$/.test(text))).toEqual(
      [],
    );
  });

  it("says of each of a role's main traits what the job is like without it", () => {
    const main = pack.roles.flatMap(({ traits }) => Object.values(traits).filter(({ weight }) => weight > 3));
    expect(main.filter(({ without }) => without === null)).toEqual([]);
  });
});

/** Our own reasoning, and our own trial, whose year and sample its source tells. */
function isOurs(cited: readonly string[]): boolean {
  return cited.every((id) => id === "reasoned" || id === "own-trial");
}
