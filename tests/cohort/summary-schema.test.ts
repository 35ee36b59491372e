import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { emptySummary } from "../../src/cohort/summary.ts";
import { summarySchema } from "../../src/cohort/summary-schema.ts";
import { asJsonSchema } from "../../src/pack/json-schema.ts";
import { loadFolder } from "../../src/pack/load-folder.ts";
import { packFolders } from "../pack/pack-folders.ts";
import { runIn } from "../world.ts";

describe("a summary fits its schema", () => {
  const validate = new Ajv({ strict: true, allErrors: true }).compile(
    JSON.parse(JSON.stringify(asJsonSchema(summarySchema))),
  );

  test.each(packFolders)("of nobody, for the pack in %s", (folder) => {
    validate(JSON.parse(JSON.stringify(emptySummary(loadFolder(folder), "1.0.0"))));
    expect(validate.errors ?? []).toEqual([]);
  });

  test("of a cohort, and with a key of its own it does not", async () => {
    const stdin = "id,interest,mba\na,business,have\nb,engineering,none\n";
    const { stdout } = await runIn({ stdin }, "batch", "--summary", "--format", "json");
    const summary = JSON.parse(stdout);
    expect(summary.respondents).toBe(2);
    expect(validate(summary)).toBe(true);
    expect(validate({ ...summary, more: 1 })).toBe(false);
  });
});
