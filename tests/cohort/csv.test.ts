import { parse as csvParse } from "csv-parse/sync";
import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { CsvScanner, form } from "../../src/cohort/csv.ts";
import { Vocabulary } from "../../src/cohort/vocabulary.ts";
import { builtIn } from "../../src/pack/built-in.ts";

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
  readonly fault: string | null;
  /** Is there a quote inside a cell without? */
  readonly isLoose: boolean;
}

/** All rows of a text that comes in pieces of so many bytes. */
function scan(text: string | Uint8Array, { delimiter = ",", pieces = 1 << 20 } = {}): Row[] {
  const bytes = typeof text === "string" ? Buffer.from(text) : text;
  const scanner = new CsvScanner(delimiter, new Vocabulary(builtIn, delimiter));
  const rows: Row[] = [];
  const drain = () => {
    while (scanner.next()) {
      const cells = Array.from({ length: scanner.cells }, (_, cell) => scanner.text(cell));
      const isLoose = scanner.forms.subarray(0, scanner.cells).includes(form.loose);
      rows.push({ line: scanner.line, cells, fault: scanner.fault, isLoose });
    }
  };
  for (let at = 0; at < bytes.length; at += pieces) {
    scanner.feed(bytes.subarray(at, at + pieces));
    drain();
  }
  scanner.close();
  drain();
  return rows;
}

const cellsOf = (text: string, options = {}) => scan(text, options).map(({ cells }) => cells);

describe("RFC 4180", () => {
  test.each([
    [
      "lines that end with LF",
      "a,b\nc,d\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "lines that end with CRLF",
      "a,b\r\nc,d\r\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "lines that end with CR",
      "a,b\rc,d\r",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "a last line without a break",
      "a,b\nc,d",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "empty cells",
      ",\n,,\n",
      [
        ["", ""],
        ["", "", ""],
      ],
    ],
    ["an empty line as a row of one empty cell", "a\n\nb\n", [["a"], [""], ["b"]]],
    ["spaces as part of a cell", " a , b \n", [[" a ", " b "]]],
    ["cells in quotes", '"a","b"\n', [["a", "b"]]],
    ["empty quotes", '"",""\n', [["", ""]]],
    ["a delimiter in quotes", '"a,b",c\n', [["a,b", "c"]]],
    ["line breaks in quotes", '"a\nb\r\nc\rd",e\n', [["a\nb\r\nc\rd", "e"]]],
    ["quotes in quotes", '"a""b","""",""""""\n', [['a"b', '"', '""']]],
    ["a quote inside a cell without", 'a"b,5" disk\n', [['a"b', '5" disk']]],
    ["a byte order mark", "\ufeffa,b\n", [["a", "b"]]],
    ["a byte order mark before quotes", '\ufeff"a",b\n', [["a", "b"]]],
    ["text beyond ASCII", 'Zoë,"日本",😀\n', [["Zoë", "日本", "😀"]]],
    ["nothing at all", "", []],
    ["a byte order mark alone", "\ufeff", []],
    ["more cells than there is room for at first", `${"a,".repeat(1000)}b\n`, [[...Array(1000).fill("a"), "b"]]],
  ] as const)("reads %s", (_, text, rows) => {
    expect(cellsOf(text)).toEqual(rows);
    for (const pieces of [1, 2, 3]) expect(cellsOf(text, { pieces })).toEqual(rows);
  });

  test.each([";", "\t", "|"])("reads cells parted by %j", (delimiter) => {
    expect(cellsOf(`a${delimiter}"b${delimiter}c,d"\n`, { delimiter })).toEqual([["a", `b${delimiter}c,d`]]);
  });

  test("tells the line of each row, counting those in quotes", () => {
    expect(scan('a\n"b\nb\r\nb\rb"\r\nc\rd').map(({ line }) => line)).toEqual([1, 2, 6, 7]);
  });
});

describe("a row that breaks the rules", () => {
  test.each([
    [
      "text after a closing quote",
      'a,"b"c,d\ne,f\n',
      [
        ["a", "text-after-quote", 1],
        ["e,f", null, 2],
      ],
    ],
    [
      "the same on a later line",
      '"a\na","b"c\nd\n',
      [
        ["a\na", "text-after-quote", 1],
        ['a"', "text-after-quote", 2],
        ["d", null, 3],
      ],
    ],
    [
      "a quote left open, and one in a row further down",
      'a,"b\nc,d\ne,"f"\r\n"g\nh",i\n',
      [
        ["a", "text-after-quote", 1],
        ["c,d", null, 2],
        ["e,f", null, 3],
        ["g\nh,i", null, 4],
      ],
    ],
    [
      "a quote left open",
      'a,"b\nc,d\n',
      [
        ["a", "quote-left-open", 1],
        ["c,d", null, 2],
      ],
    ],
    [
      "a quote left open at the very end",
      'a,b\n"',
      [
        ["a,b", null, 1],
        ["", "quote-left-open", 2],
      ],
    ],
    [
      "one after the other",
      '"a"b\n"c"d\ne',
      [
        ["", "text-after-quote", 1],
        ["", "text-after-quote", 2],
        ["e", null, 3],
      ],
    ],
    [
      "with CRLF",
      '"a"b\r\nc\r\n',
      [
        ["", "text-after-quote", 1],
        ["c", null, 2],
      ],
    ],
  ] as const)("ends with its line: %s", (_, text, rows) => {
    const read = (pieces: number) =>
      scan(text, { pieces }).map(({ cells, fault, line }) => [cells.join(), fault, line]);
    expect(read(1 << 20)).toEqual(rows);
    expect(read(1)).toEqual(rows);
  });

  test("loses no line: each is in a row, and in no other", () => {
    const raw = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "\r\n", "\r"), maxLength: 40 });
    fc.assert(
      fc.property(raw, fc.constantFrom(1, 3, 1 << 20), (text, pieces) => {
        let next = 1;
        for (const { line, cells, fault } of scan(text, { pieces })) {
          expect(line).toBe(next);
          next += fault === null ? cells.join().split(/\r\n|\r|\n/).length : 1;
        }
        expect(next).toBe(text.split(/\r\n|\r|\n/).length + (/[^\r\n]$/.test(text) ? 1 : 0));
      }),
      { numRuns: 3000 },
    );
  });

  test("takes no longer where every line opens a quote that the next closes", () => {
    const lines = 40_000;
    const rows = scan(`${'a","\n'.repeat(lines)}"x"x\nb\n`);
    expect(rows).toHaveLength(lines + 2);
    expect(rows.at(-1)).toMatchObject({ cells: ["b"], line: lines + 2, fault: null });
  }, 20_000);

  test.each([1 << 16, 1 << 22])(
    "is one longer than a megabyte, though all of it is there: in pieces of %i",
    (pieces) => {
      const long = "x".repeat(1_200_000);
      const rows = scan(`a,b\n1,${long}\n2,"${long}"\n3,"\n${long}\n"\n4,c\n`, { pieces });
      expect(rows.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6, 7]);
      expect(rows.filter(({ fault }) => fault === null).map(({ line }) => line)).toEqual([1, 7]);
    },
  );

  test("is one that is not UTF-8, and the next is not", () => {
    const latin1 = Buffer.from("a,M\xfcller\nb,Zoë\n", "latin1");
    expect(scan(latin1).map(({ fault }) => fault)).toEqual(["not-utf8", "not-utf8"]);
    const mixed = Buffer.concat([Buffer.from("a,M\xfcller\n", "latin1"), Buffer.from("b,Zoë\n")]);
    expect(scan(mixed).map(({ fault }) => fault)).toEqual(["not-utf8", null]);
  });

  test.each([
    ["in quotes", '"', "quote-left-open"],
    ["without", "", "row-too-long"],
  ])("is one longer than a megabyte, %s; what comes after is read", (_, quote, fault) => {
    const text = `a\n${quote}${"x".repeat(3_000_000)}\nb\nc\n`;
    const rows = scan(text, { pieces: 65_536 });
    expect(rows.map(({ cells, fault }) => fault ?? cells[0])).toEqual(["a", fault, "b", "c"]);
    expect(rows.map(({ line }) => line)).toEqual([1, 2, 3, 4]);
  });
});

describe("compared with the libraries", () => {
  /** Few characters, those that mean something among them. */
  const cell = fc.string({
    unit: fc.constantFrom("a", "b", ",", ";", '"', "\n", "\r", " ", "é", "😀", "="),
    maxLength: 6,
  });
  const table = fc
    .integer({ min: 1, max: 5 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }));
  const pieces = fc.constantFrom(1, 2, 7, 1 << 20);

  test("reads what papaparse writes, and as papaparse reads it", () => {
    fc.assert(
      fc.property(
        table,
        pieces,
        fc.constantFrom(",", ";"),
        fc.constantFrom("\n", "\r\n"),
        (rows, size, delimiter, newline) => {
          const text = Papa.unparse(rows, { delimiter, newline });
          expect(cellsOf(text, { delimiter, pieces: size })).toEqual(isLost(rows) ? rows.slice(0, -1) : rows);
          const parsed = Papa.parse<string[]>(text, { delimiter, newline }).data;
          expect(cellsOf(text, { delimiter })).toEqual(isLost(rows) ? parsed.slice(0, -1) : parsed);
        },
      ),
      { numRuns: 2000 },
    );
  });

  /** A last line that holds nothing cannot be told from the end. */
  const isLost = (rows: readonly (readonly string[])[]) => rows.at(-1)?.join() === "" && rows.at(-1)?.length === 1;

  test("takes for wrong what csv-parse takes for wrong, but a quote inside a cell without", () => {
    const raw = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "\r\n", "é"), maxLength: 30 });
    fc.assert(
      fc.property(raw, pieces, (text, size) => {
        const rows = scan(text, { pieces: size });
        const expected = parsed(text);
        if (expected !== null) expect(rows.map(({ cells }) => cells)).toEqual(expected);
        expect(rows.some(({ fault, isLoose }) => fault !== null || isLoose)).toBe(expected === null);
      }),
      { numRuns: 5000 },
    );
  });

  /** Null where the library refuses. */
  function parsed(text: string): string[][] | null {
    try {
      return csvParse(text, { relax_column_count: true, record_delimiter: ["\r\n", "\n"] });
    } catch {
      return null;
    }
  }
});
