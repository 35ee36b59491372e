import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { CsvReader, mostRowLength } from "../../src/cohort/csv-reader.ts";
import { NdjsonReader } from "../../src/cohort/ndjson-reader.ts";
import { RoleAdvisorError } from "../../src/fault.ts";

type Read = { rows: { cells: readonly string[]; line: number; fault: string | null }[]; openAt: number | null };

/** What is read of a text that comes in pieces, which are cut at these places. */
function read(text: string, cuts: readonly number[] = [], delimiter = ","): Read {
  const rows: Read["rows"] = [];
  const reader = new CsvReader(delimiter, "\n", "rows", (cells, source) => rows.push({ cells: [...cells], ...source }));
  const ends = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort((a, b) => a - b);
  try {
    let start = 0;
    for (const end of ends) {
      reader.read(text.slice(start, end), false);
      start = end;
    }
    reader.read(text.slice(start), true);
    return { rows, openAt: null };
  } catch (error) {
    if (!(error instanceof RoleAdvisorError)) throw error;
    return { rows, openAt: error.faults[0]?.line ?? null };
  }
}

const cells = (text: string) => read(text).rows.map((row) => (row.fault === null ? row.cells : row.fault));
const cell = fc
  .string({ unit: fc.constantFrom(..."ab ,;\"\n\r'é"), maxLength: 6 })
  .filter((one) => !one.endsWith("\r"));
const rowsOfCells = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
const cuts = fc.array(fc.nat(), { maxLength: 5 });

describe("CSV in pieces", () => {
  test("is what papaparse reads of the whole, wherever it is cut", () => {
    fc.assert(
      fc.property(rowsOfCells, fc.boolean(), cuts, fc.constantFrom("\n", "\r\n"), (rows, quotes, at, newline) => {
        const text = Papa.unparse(rows, { quotes, newline }) + newline;
        const { data } = Papa.parse<string[]>(text, { delimiter: ",", newline });
        const got = read(text, at);
        expect(got.rows.map((row) => row.cells)).toEqual(data.slice(0, -1));
        expect(got).toMatchObject({ openAt: null });
      }),
      { numRuns: 400 },
    );
  });

  test("is the same wherever it is cut, whatever the text: rows, their lines and what is wrong with them", () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab,,""\n\n\r'), maxLength: 40 });
    fc.assert(
      fc.property(text, cuts, (given, at) => {
        expect(read(given, at)).toEqual(read(given));
      }),
      { numRuns: 1000 },
    );
  });

  test("loses no row: each line is in a row, or after the quote that is not closed", () => {
    const text = fc.string({ unit: fc.constantFrom(...'a,"\n'), maxLength: 40 });
    fc.assert(
      fc.property(text, (given) => {
        const { rows, openAt } = read(given);
        const starts = rows.map(({ line }) => line);
        expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
        const spans = rows.map(({ line, cells, fault }) =>
          fault === null ? line + cells.join("").split("\n").length : line + 1,
        );
        const next = spans.slice(0, -1).map((_, i) => starts[i + 1]);
        expect(next).toEqual(spans.slice(0, -1));
        if (openAt !== null) expect(openAt).toBeGreaterThanOrEqual(spans.at(-1) ?? 1);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("a quote", () => {
  test.each([
    ["in a cell without quotes is text", '5" disk,b\n', [['5" disk', "b"]]],
    ["with text after it costs its own row", 'a,"b"c\nd,e\n', ["text-after-quote", ["d", "e"]]],
    [
      "that a later one closes wrongly costs its own row",
      '1,"x\n2,b\n3,"c"\n',
      ["text-after-quote", ["2", "b"], ["3", "c"]],
    ],
    [
      "may hold line breaks, also several times in a row",
      '"a\nb","c\nd"\ne,f\n',
      [
        ["a\nb", "c\nd"],
        ["e", "f"],
      ],
    ],
    [
      "may be followed by a line end of Windows",
      '"a","b"\r\nc,d\r\n',
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    ["may close at the very end", 'a,"b"', [["a", "b"]]],
  ])("%s", (_, text, expected) => {
    expect(cells(text)).toEqual(expected);
  });

  test("that never closes tells the line where it opens, and the rows before it", () => {
    expect(read('a,b\n"c\nd","e\nf\n')).toEqual({ rows: [{ cells: ["a", "b"], line: 1, fault: null }], openAt: 3 });
  });

  test("that is not closed within a row's length never closes", () => {
    const lines = "x,y\n".repeat(mostRowLength / 4 + 10);
    expect(read(`a,b\nc,"${lines}"\n`)).toMatchObject({ rows: [{ cells: ["a", "b"] }], openAt: 2 });
  });

  test("left open on many lines takes no time that grows with their square", () => {
    const text = 'a,"b\n'.repeat(50_000);
    const { rows, openAt } = read(text);
    expect({ rows: rows.length, openAt }).toEqual({ rows: 49_999, openAt: 50_000 });
  });
});

describe("a row that is too long", () => {
  const long = "x".repeat(mostRowLength + 1);

  test.each([
    ["without quotes", `a,b\n${long},b\nc,d\n`],
    ["with quotes in it", `a,b\n${long},"b"\nc,d\n`],
    ["at the end", `a,b\nc,d\n${long}`],
  ])("is rejected alone, however it comes: %s", (_, text) => {
    const whole = read(text);
    expect(whole.rows.map(({ fault }) => fault).filter((fault) => fault !== null)).toEqual(["row-too-long"]);
    expect(whole.rows).toHaveLength(3);
    expect(read(text, [5, 1000, mostRowLength / 2, mostRowLength + 3])).toEqual(whole);
  });
});

test("NDJSON is split into lines, wherever it is cut; blank ones are none", () => {
  const text = fc.string({ unit: fc.constantFrom(..."{}a \r\n\n"), maxLength: 30 });
  const lines = (pieces: readonly string[]) => {
    const found: [string, number][] = [];
    const reader = new NdjsonReader((line, source) => found.push([line, source.line]));
    for (const piece of pieces) reader.read(piece, false);
    reader.read("", true);
    return found;
  };
  fc.assert(
    fc.property(text, fc.nat(), (given, at) => {
      const cut = at % (given.length + 1);
      const expected = given
        .split("\n")
        .map((line, i) => [line, i + 1])
        .filter(([line]) => `${line}`.trim() !== "");
      expect(lines([given.slice(0, cut), given.slice(cut)])).toEqual(expected);
    }),
  );
});
