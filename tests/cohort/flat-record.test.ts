import fc from "fast-check";
import { expect, test } from "vitest";
import { Bytes } from "../../src/cohort/bytes.ts";
import { FlatRecord } from "../../src/cohort/flat-record.ts";
import { NdjsonRows } from "../../src/cohort/ndjson-rows.ts";
import { Window } from "../../src/cohort/window.ts";
import { builtIn } from "../../src/pack/built-in.ts";

/** What is read of a line; preceded by records that make the reader know the names it may meet. */
function read(line: string) {
  const rows = new NdjsonRows(builtIn, "rows.ndjson", ["role"]);
  const known = '{"id":1,"team":"a","size":3}\n';
  rows.feed(Buffer.from(`${known}${line}\n`));
  rows.close();
  rows.next();
  if (!rows.next()) return null;
  const out = new Bytes();
  const values = rows.names.map((name, i) => {
    rows.writeJson(i, out);
    return [name, JSON.parse(Buffer.from(out.take()).toString())];
  });
  return {
    numbers: [...rows.numbers],
    faults: rows.faults.map(({ message }) => message),
    passed: Object.fromEntries(values),
  };
}

/** The same record, written so that it is never the usual form: it ends with a tab. */
const readClosely = (line: string) => read(`${line}\t`);

const options = builtIn.questions.flatMap((question) => question.options.map(({ id }) => id));
const key = fc.constantFrom(
  ...builtIn.questions.slice(0, 4).map(({ id }) => id),
  "owned",
  "departments",
  "id",
  "team",
  "size",
  "role",
  "new",
  "interes",
  "__proto__",
);
const word = fc.constantFrom(...options, "none", "unsure", "", "a;b", "engineerin", 'q"', "é\\", "\u0001");
const value = fc.oneof(
  word,
  fc.array(word, { maxLength: 3 }),
  fc.constantFrom(null, true, 0, -1, 17, 1.5, 1e21, {}, { a: 1 }, []),
);
const gap = fc.constantFrom("", "", " ", "  ");

/** A record as text: keys may stand twice, and there may be spaces. */
const text = fc
  .array(fc.tuple(key, value, gap, gap), { maxLength: 8 })
  .map(
    (entries) =>
      `{${entries.map(([k, v, a, b]) => `${a}${JSON.stringify(k)}${b}:${a}${JSON.stringify(v)}${b}`).join(",")}}`,
  );

test("the usual form of a record is read as JSON.parse reads it", () => {
  fc.assert(
    fc.property(text, (line) => {
      expect(read(line)).toEqual(readClosely(line));
    }),
    { numRuns: 1500 },
  );
});

test("what is no JSON is never taken for a record", () => {
  const damaged = fc
    .tuple(text, fc.nat(), fc.constantFrom("", '"', ",", "}", "[", "0", "x", ":"))
    .map(([line, at, by]) => {
      const i = at % (line.length + 1);
      return line.slice(0, i) + by + line.slice(i + 1);
    });
  fc.assert(
    fc.property(damaged, (line) => {
      expect(read(line)).toEqual(readClosely(line));
    }),
    { numRuns: 1500 },
  );
});

test.each([
  ["answers and names seen before", '{"id":"a","interest":"business","owned":["budget","hiring"]}', true],
  ["spaces as Python writes them", '{"id": "a", "interest": "business", "owned": ["budget", "hiring"]}', true],
  ["nothing", "{}", false],
  ["an open question", '{"interest":null}', true],
  ["empty strings", '{"interest":"","owned":""}', true],
  ["whole numbers", '{"id":-12}', true],
  ["an id that would lose digits", '{"id":12345678901234567890}', false],
  ["a number that starts with zero", '{"id":012}', false],
  ["an escape", '{"id":"a\\n"}', false],
  ["a name not seen before", '{"other":"a"}', false],
  ["the same name twice", '{"id":"a","id":"b"}', false],
  ["answers under a key", '{"answers":{}}', false],
  ["an option that is not known", '{"interest":"busines"}', false],
  ["more after its end", "{} {}", false],
])("takes or leaves %s", (_, line, isFlat) => {
  const record = new FlatRecord(builtIn);
  record.learn("id");
  const window = new Window();
  window.feed(Buffer.from(line));
  expect(record.read(window, 0, window.end, new Int32Array(builtIn.questions.length))).toBe(isFlat);
});
