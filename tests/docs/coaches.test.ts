import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { randomFrom } from "../../src/advice/random.ts";
import type { Answers } from "../../src/advice/scorecard.ts";
import { asRecord } from "../../src/form/answers-record.ts";
import { builtIn } from "../../src/pack/built-in.ts";
import { isList } from "../../src/pack/pick.ts";

const page = "docs/coaches.md";
const names =
  "Amara Ben Chen Dana Elif Farid Greta Hana Ivan Jo Kofi Lena Mei Nils Olga Paul Quinn Rosa Sven Tara Uma Vera Will Yuki".split(
    " ",
  );

it("prints in docs/coaches.md what its commands print for such a group", async () => {
  const folder = groupOf(names);
  const run = (command: string) => {
    const env = {
      ...process.env,
      PATH: `${folder}/bin:${process.env["PATH"]}`,
      NO_COLOR: "1",
      COLUMNS: "80",
      npm_command: "",
    };
    return execFileSync("sh", ["-c", `${command} 2>&1`], { cwd: folder, env, encoding: "utf8" });
  };
  const commands: string[] = [];
  const text = readFileSync(page, "utf8").replaceAll(/```console\n([\s\S]*?)```/g, (_, block: string) => {
    const parts = block.split("\n").filter((line) => line.startsWith("$ "));
    commands.push(...parts);
    return `\`\`\`console\n${parts.map((line) => `${line}\n${run(line.slice(2))}`).join("")}\`\`\``;
  });
  expect(commands.length).toBeLessThanOrEqual(8);
  await expect(text).toMatchFileSnapshot(resolve(page));
});

/** People much like the examples, each with a few answers of their own, and what one of them says half a year later. */
function groupOf(people: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "role-advisor-coaches-"));
  for (const name of ["answers", "later", "bin"]) mkdirSync(join(folder, name));
  const random = randomFrom(11);
  const below = (n: number) => Math.floor(random() * n);
  const changed = (answers: Answers, times: number): Answers => {
    const questions = Array.from({ length: times }, () => builtIn.questions[below(builtIn.questions.length)]);
    const some = questions.flatMap((question) => {
      if (question === undefined || isList(question)) return [];
      return [[question.id, [question.options[below(question.options.length)]?.id ?? ""]] as const];
    });
    return { ...answers, ...Object.fromEntries(some) };
  };
  people.forEach((name, i) => {
    const answers = changed(builtIn.examples[i % builtIn.examples.length]?.answers ?? {}, 3);
    const write = (place: string, given: Answers) =>
      writeFileSync(join(folder, place, `${name}.json`), `${JSON.stringify(asRecord(builtIn, given, name))}\n`);
    write("answers", answers);
    write("later", changed(answers, 3));
  });
  symlinkSync(resolve("bin/role-advisor.js"), join(folder, "bin/role-advisor"));
  return folder;
}
