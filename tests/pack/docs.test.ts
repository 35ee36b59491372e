import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { packJsonSchemas } from "../../src/pack/json-schema.ts";
import { aboutKeys } from "../../src/pack/key-words.ts";
import { keysOf, keyTable } from "./key-tables.ts";

const file = "docs/packs.md";
const parts = Object.keys(packJsonSchemas()).filter((part) => part !== "words") as Parameters<typeof keysOf>[0][];

/** `npx vitest run tests/pack/docs.test.ts -u` writes the tables anew. */
test("docs/packs.md has every key of every file, as the schemas describe it", async () => {
  const text = readFileSync(file, "utf8");
  const current = text.replaceAll(/(<!-- keys: (\w+) -->\n).*?(<!-- end -->)/gs, (_, start, part, end) => {
    return `${start}\n${keyTable(part)}\n\n${end}`;
  });
  expect(parts.filter((part) => !text.includes(`<!-- keys: ${part} -->`))).toEqual([]);
  await expect(current).toMatchFileSnapshot(`../../${file}`);
});

test.each(parts)("every key of %s says in an editor what it is for", (part) => {
  expect(keysOf(part).filter(({ about }) => !/^\S.*[.?]$/.test(about))).toEqual([]);
});

test("src/pack/schema/keys.yaml says nothing of a key that no file has", () => {
  const schemas = JSON.stringify(packJsonSchemas());
  const told = Object.values(aboutKeys).flatMap((words) => Object.values(words));
  expect(told.filter((words) => !schemas.includes(`"description":${JSON.stringify(words)}`))).toEqual([]);
});
