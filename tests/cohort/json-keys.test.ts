import fc from "fast-check";
import { expect, test } from "vitest";
import { keysOf } from "../../src/cohort/json-keys.ts";

const space = fc.stringMatching(/^[ \t\r\n]{0,3}$/);
const pairs = fc.array(fc.tuple(space, fc.string(), space, space, fc.json(), space));

test("finds each key and the text of its value as often as it stands there, whatever the white space", () => {
  fc.assert(
    fc.property(pairs, space, (all, before) => {
      const texts = all.map(([a, name, b, c, value, d]) => `${a}${JSON.stringify(name)}${b}:${c}${value}${d}`);
      const text = `${before}{${texts.join(",")}}`;
      const keys = keysOf(text);
      const found = keys.map(({ name, valueStart, end }) => [name, text.slice(valueStart, end)]);
      expect(found).toEqual(all.map(([, name, , , value]) => [name, value]));
      for (const { start, end } of keys) JSON.parse(`{${text.slice(start, end)}}`);
    }),
  );
});

test.each([
  ["a long text", `"${"x".repeat(1_000_000)}"`],
  ["a text of escapes", `"${"\\n".repeat(500_000)}"`],
  ["deep lists", "[".repeat(500_000) + "]".repeat(500_000)],
])("finds the keys beside %s", (_, value) => {
  expect(keysOf(`{"a":${value},"b":1}`).map(({ name }) => name)).toEqual(["a", "b"]);
});
