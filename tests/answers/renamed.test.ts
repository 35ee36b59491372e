import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { advise } from "../../src/advice/advise.ts";
import { writeCode } from "../../src/advice/code.ts";
import { readAnswersText } from "../../src/answers/answers-file.ts";
import { readAnswers } from "../../src/answers/read-answers.ts";
import { readCode } from "../../src/answers/read-code.ts";
import { RoleAdvisorError } from "../../src/fault.ts";
import { loadFolder } from "../../src/pack/load-folder.ts";
import { parsePack } from "../../src/pack/parse-pack.ts";
import { broken, smallPack } from "../pack/small-pack.ts";
import { runIn } from "../world.ts";

/** The second version of a pack: `dawn` became `morning`, its `quiet` became `peace`, and `rush` went away. */
const renamed = "renamed: { dawn: morning, dawn.quiet: peace, morning.quick: speed, shelf.hammers: tools }";
const second = parsePack(broken("pack.yaml", "version: 1.0.0", `version: 2.0.0\n${renamed}`));

describe("answers by the ids that a pack had before", () => {
  test.each([
    [{ dawn: "peace" }, { morning: ["peace"] }],
    [{ dawn: "quiet" }, { morning: ["peace"] }],
    [{ dawn: "quick" }, { morning: ["speed"] }],
    [{ morning: "quick" }, { morning: ["speed"] }],
    [{ shelf: ["books", "hammers"] }, { shelf: ["books", "tools"] }],
    [{ shelf: "none" }, { shelf: [] }],
  ])("are read as what they are called now: %j", (given, answers) => {
    expect(readAnswers(second, given)).toEqual({ answers, unsure: [], faults: [] });
  });

  test("may be left open", () => {
    expect(readAnswers(second, { dawn: "unsure" })).toEqual({ answers: {}, unsure: ["morning"], faults: [] });
  });

  test("that answer a question twice are a fault", () => {
    const { answers, faults } = readAnswers(second, { dawn: "quiet", morning: "speed" });
    expect(answers).toEqual({ morning: ["speed"] });
    expect(faults.map(({ message }) => message)).toEqual([
      'answers "morning" twice, since "dawn" is what it was called before; remove one',
    ]);
  });

  test("do not answer to names that every object has", () => {
    expect(readAnswers(second, { constructor: "peace" }).faults).toHaveLength(1);
    expect(readAnswers(second, { morning: "constructor" }).faults).toHaveLength(1);
  });
});

describe("answers made with another version of the pack", () => {
  const record = (answers: object, made: object) => JSON.stringify({ pack: made, answers }, null, 1);
  const first = { id: "tea-or-coffee", version: "1.0.0", hash: "sha256:1" };

  test("are read as far as they fit, and what does not is a warning with its place", () => {
    const text = record({ dawn: "quiet", shelf: ["axes"], noon: "tea" }, first);
    const { answers, faults, warnings = [] } = readAnswersText(second, text, "me.json");
    expect([answers, faults]).toEqual([{ morning: ["peace"] }, []]);
    expect(warnings.map(({ line, column, message }) => `${line ?? ""}:${column ?? ""} ${message}`)).toEqual([
      ": was made with version 1.0.0 of the pack, and this is 2.0.0; what no longer fits is left open",
      '10:4 shelf has no option "axes"; it has: books, tools, plants',
      '12:3 there is no question "noon"; the questions are morning, shelf',
    ]);
  });

  test("say nothing where all fits, and fault what does not where it is the same version", () => {
    const fits = readAnswersText(second, record({ dawn: "quiet" }, first), "me.json");
    expect([fits.faults, fits.warnings]).toEqual([[], undefined]);
    const same = { id: second.id, version: second.version, hash: second.hash };
    const { faults, warnings } = readAnswersText(second, record({ noon: "tea" }, same), "me.json");
    expect([faults.length, warnings]).toEqual([1, undefined]);
  });

  test("and edited since, under the same number, are told apart by the hash", () => {
    const edited = { id: second.id, version: second.version, hash: "sha256:2" };
    const { warnings = [] } = readAnswersText(second, record({ noon: "tea" }, edited), "me.json");
    expect(warnings[0]?.message).toBe(
      "was made with another state of version 2.0.0 of the pack; what no longer fits is left open",
    );
  });

  test("of another pack are refused in one line", () => {
    const text = record({ interest: "business" }, { ...first, id: "cio-or-cto" });
    expect(readAnswersText(second, text, "me.json").faults.map(({ message }) => message)).toEqual([
      'was made with the pack "cio-or-cto", and this is "tea-or-coffee"; name the right one with --pack',
    ]);
  });
});

describe("a code made with another version of the pack", () => {
  const history = '"1.0.0": { dawn: { one: [quiet, rush] }, shelf: { any: [books, hammers] } }\n';
  const pack = parsePack({
    ...broken("pack.yaml", "version: 1.0.0", `version: 2.0.0\n${renamed}`),
    "history.yaml": history,
  });
  const options = (ids: string[]) => ids.map((id) => ({ id, label: id, drawn: {}, able: {} }));
  const [morning, shelf] = pack.questions;
  if (morning === undefined || shelf === undefined) throw new Error("the pack has two questions");
  const before = {
    ...pack,
    version: "1.0.0",
    questions: [
      { ...morning, id: "dawn", options: options(["quiet", "rush"]) },
      { ...shelf, options: options(["books", "hammers"]) },
    ],
  };

  test("is read by the questions that the version had", () => {
    const code = writeCode(before, { dawn: ["quiet"], shelf: ["hammers"] });
    expect(readCode(pack, code)).toEqual({ answers: { morning: ["peace"], shelf: ["tools"] }, unsure: [], faults: [] });
  });

  test("warns of what is gone", () => {
    const { answers, faults, warnings } = readCode(pack, writeCode(before, { dawn: ["rush"], shelf: ["books"] }));
    expect([answers, faults]).toEqual([{ shelf: ["books"] }, []]);
    expect(warnings?.map(({ message }) => message)).toEqual([
      "was made with version 1.0.0 of the pack, and this is 2.0.0; what no longer fits is left open",
      'morning has no option "rush"; it has: peace, speed',
    ]);
  });
});

describe("role-advisor --answers with a saved advice of an earlier version", () => {
  const cwd = mkdtempSync(join(tmpdir(), "role-advisor-renamed-"));
  const pack = loadFolder("data");
  const advice = advise(pack, { bookstore: ["engineering"], interest: ["engineering"] });
  const earlier = {
    ...advice,
    pack: { ...advice.pack, version: "0.9.0" },
    answers: { ...advice.answers, colour: "red" },
  };
  writeFileSync(join(cwd, "me.json"), JSON.stringify(earlier));

  test("advises, warns on standard error, and exits 0", async () => {
    const { code, stdout, stderr } = await runIn({ cwd }, "--answers", "me.json", "--format", "json");
    expect(code).toBe(0);
    expect(JSON.parse(stdout).answers).toEqual(advice.answers);
    expect(stderr).toMatch(
      /^role-advisor: warning: me\.json: was made with version 0\.9\.0 of the pack, and this is \d+\.\d+\.\d+; what no longer fits is left open\nrole-advisor: warning: me\.json:1:\d+: there is no question "colour"; .*\n$/,
    );
  });
});

describe("renamed: in pack.yaml", () => {
  // biome-ignore format: a line each
  test.each([
    ["a: noon", 'pack.yaml:4:15: there is no question "noon"; the questions are morning, shelf'],
    ["morning: shelf", 'pack.yaml:4:12: says that "morning" was renamed, but the question "morning" still exists; remove this line, or rename the question'],
    ["morning.early: noon", 'pack.yaml:4:27: morning has no option "noon"; it has: peace, speed'],
    ["morning.peace: speed", 'pack.yaml:4:12: says that "peace" was renamed, but the option "peace" still exists; remove this line, or rename the option'],
    ["noon.early: peace", 'pack.yaml:4:12: there is no question "noon"; the questions are morning, shelf'],
  ])("{ %s } is refused", (line, said) => {
    const files = broken("pack.yaml", "version: 1.0.0", `version: 1.0.0\nrenamed: { ${line} }`);
    expect(() => parsePack(files)).toThrow(expect.objectContaining({ message: said }));
  });

  test("may name an option by the old id of its question", () => {
    expect(second.renamed).toMatchObject({ "dawn.quiet": "peace" });
    expect(() => parsePack(smallPack)).not.toThrow(RoleAdvisorError);
  });
});
