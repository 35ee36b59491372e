import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { hebrewStarter } from "../pack/translated.ts";
import { runIn } from "../world.ts";

const cwd = mkdtempSync(join(tmpdir(), "role-advisor-languages-"));
for (const [file, text] of Object.entries(hebrewStarter())) {
  mkdirSync(dirname(join(cwd, "hebrew", file)), { recursive: true });
  writeFileSync(join(cwd, "hebrew", file), text);
}
const rows = Array.from(
  { length: 12 },
  (_, i) => `p${i},${["puzzle", "talk", "think"][i % 3]},${["design", "career"][i % 2]}`,
);
writeFileSync(join(cwd, "people.csv"), `id,afternoon,thanks\n${rows.join("\n")}\n`);

/** Commands, codes, ids, addresses and the program's own name are Latin in every language. */
const latin = /(?:npx )?role-advisor[^\n]*|--[a-z-]+|[a-z-]+@[\d.]+:\w+|https?:\S+|`[^`]*`|\bhebrew\b/g;

/** What a reader of a page can see or hear. */
function visible(html: string): string {
  return html
    .replaceAll(/<(style|script|code)\b.*?<\/\1>/gs, "")
    .replaceAll(/<[^>]*? (?:aria-label|title|alt|placeholder)="([^"]*)"[^>]*>/g, " $1 ")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/&#?\w+;/g, " ");
}

/** Lines with a word in Latin letters that is no id of a role, a neighbour or a topic of the guide. */
function englishIn(text: string): string[] {
  const ids = ["staff", "manager", "product", "differences", "how", "verdict"];
  const lines = text.replaceAll(latin, "").split("\n");
  return lines.filter((line) => [...line.matchAll(/[A-Za-z]{2,}/g)].some(([word]) => !ids.includes(word)));
}

const ask = (...args: readonly string[]) => runIn({ cwd }, "--pack", "hebrew", ...args);

describe("a pack that is written in another script, with its own words.yaml", () => {
  test("is right", async () => {
    const { code, stdout } = await runIn({ cwd }, "check", "hebrew");
    expect([code, stdout]).toEqual([0, expect.stringMatching(/is right: 8 questions, .*hold/)]);
  });

  test.each([
    "--example",
    "--example --details",
    "--example --accessible",
    "--example --format markdown",
    "--example --format html",
    "--afternoon talk",
    "--afternoon talk --details",
    "--afternoon think --problem ask --learn strategy --details",
    "--afternoon think --problem ask --learn strategy --format html",
    "roles",
    "roles staff",
    "roles product --format markdown",
    "compare",
    "compare staff manager --format markdown",
    "guide",
    "guide differences",
    "guide how",
    "guide verdict",
    "batch people.csv --summary",
    "batch people.csv --summary --format markdown",
    "batch people.csv --summary --format html",
  ])("leaves no English in role-advisor --pack hebrew %s", async (line) => {
    const { code, stdout, stderr } = await runIn({ cwd }, "--pack", "hebrew", ...line.split(" "));
    expect([code, stderr]).toEqual([0, ""]);
    expect(englishIn(line.includes("html") ? visible(stdout) : stdout)).toEqual([]);
  });

  test.each(["page", "markdown"])("leaves no English in its form as %s", async (kind) => {
    const { code, stdout } = await runIn({ cwd }, "--pack", "hebrew", "form", kind, "--output", "-");
    expect(code).toBe(0);
    expect(englishIn(kind === "page" ? visible(stdout) : stdout)).toEqual([]);
  });

  test.each([
    ["two", ["--afternoon talk", "--afternoon think --problem ask --learn strategy"]],
    ["three", ["--afternoon talk", "--afternoon think", "--afternoon puzzle --learn strategy"]],
  ])("leaves no English in the comparison of %s sittings", async (_, sittings) => {
    const codes = sittings.map(async (line) => {
      return JSON.parse((await ask(...line.split(" "), "--format", "json")).stdout).code;
    });
    const { code, stdout } = await ask("compare", ...(await Promise.all(codes)));
    expect([code, englishIn(stdout)]).toEqual([0, []]);
  });

  test("gives its pages its language and direction", async () => {
    const { stdout } = await runIn({ cwd }, "--pack", "hebrew", "--example", "--format", "html");
    expect(stdout).toMatch(/<html lang="he" dir="rtl"/);
    expect(readFileSync(join(cwd, "hebrew", "pack.yaml"), "utf8")).toContain("lang: he");
  });
});

describe("a pack in German", () => {
  const pack = "tests/packs/german";

  test("is right, with the words of the first screen alone", async () => {
    const { stdout } = await runIn({}, "check", pack);
    expect(stdout).toMatch(/^berg-oder-meer 1\.0\.0 in tests\/packs\/german is right: /);
  });

  test.each([
    "--morgen frueh --schuhe schwer --bild gipfel --abend karte --wohnort stadt",
    "--morgen frueh --schuhe keine --bild gipfel --abend wellen --wohnort land",
    "--morgen langsam --schuhe keine --bild horizont --abend schlafen",
    "--morgen still",
  ])("says its first screen in German: %s", async (flags) => {
    const { code, stdout } = await runIn({}, "--pack", pack, ...flags.split(" "));
    const text = stdout.replaceAll(/^.*--code.*$/gm, "");
    expect([code, text]).toEqual([0, expect.stringMatching(/Deine Antworten|zu früh/)]);
    expect(text.match(/\b(the|you|your|answers?|and|of|would|this|that|with|points?|nothing|leads?)\b/gi)).toBeNull();
  });

  test("has the list words and the numbers of its language", async () => {
    const { stdout } = await runIn({}, "--pack", pack, "--morgen", "still");
    expect(stdout).toContain("Deine Antworten entscheiden nicht zwischen Berg und Meer.");
  });
});
