import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { runInNewContext } from "node:vm";
import { rolldown } from "rolldown";
import { beforeAll, describe, expect, test } from "vitest";
import { advise } from "../../src/advice/advise.ts";
import { builtIn } from "../../src/pack/built-in.ts";
import { parsePack } from "../../src/pack/parse-pack.ts";

/** A project in which the packed package is installed, and nothing else. */
const project = mkdtempSync(join(tmpdir(), "role-advisor-api-"));
const installed = join(project, "node_modules", "role-advisor");
let tarball = "";

beforeAll(() => {
  const staged = mkdtempSync(join(tmpdir(), "role-advisor-staged-"));
  const { files } = JSON.parse(readFileSync("package.json", "utf8"));
  for (const name of ["package.json", "README.md", "LICENSE", ...files])
    cpSync(name, join(staged, name), { recursive: true });
  const types = join(staged, "dist/types");
  execFileSync("npx", ["tsc", "-p", "tsconfig.build.json", "--outDir", types], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  execFileSync("node", ["bundle-types.mjs", types]);
  const npm = (cwd: string, ...args: string[]) => execFileSync("npm", args, { cwd, encoding: "utf8" });
  tarball = join(project, npm(staged, "pack", "--silent", "--ignore-scripts", "--pack-destination", project).trim());
  writeFileSync(join(project, "package.json"), '{ "type": "module" }');
  npm(project, "install", "--silent", "--offline", "--no-audit", "--no-fund", tarball);
}, 60_000);

test("the package is small, so that npx fetches it soon", () => {
  const files = execFileSync("tar", ["tzf", tarball], { encoding: "utf8" }).trim().split("\n");
  expect(files.length).toBeLessThanOrEqual(120);
  expect(statSync(tarball).size).toBeLessThanOrEqual(600_000);
  expect(readdirSync(join(project, "node_modules")).filter((name) => !name.startsWith("."))).toEqual(["role-advisor"]);
});

/** The programs in a document, by the heading that they stand under. */
function programsIn(document: string): [heading: string, program: string][] {
  let heading = "";
  return [...readFileSync(document, "utf8").matchAll(/^#+ ([^\n]+)$|^```js\n([\s\S]*?)^```$/gm)].flatMap(
    ([, title, program]) => {
      heading = title ?? heading;
      return program === undefined ? [] : [[heading, program]];
    },
  );
}

function runProgram(name: string, program: string): string {
  writeFileSync(join(project, name), program);
  return execFileSync("node", [name], { cwd: project, encoding: "utf8" });
}

const outcomes: Readonly<Record<string, RegExp>> = {
  "Programming with role-advisor":
    /^cto early \d+\nIt is too early to say; so far your answers point to CTO\.\n\d+ \w+/,
  Answers: /^\{"bookstore":\["science"\],"owned":\["budget","hiring"\]\}\n$/,
  Advice: /^\[ -?\d+, -?\d+ \] interest -?\d+\n# .*\ntrue\n$/,
  Cohorts: /^ada cto\nbob cio\n4\n$/,
  Errors: /^unknown-option bookstore has no option "enginering"; did you mean "engineering"\? .*\n$/,
};

describe("docs/api.md", () => {
  const programs = programsIn("docs/api.md");

  test("has a program for each outcome", () => {
    expect(programs.map(([heading]) => heading)).toEqual(Object.keys(outcomes));
  });

  test.each(programs)("%s: its program runs", (heading, program) => {
    expect(runProgram(`${heading.length}.mjs`, program)).toMatch(outcomes[heading] ?? /never/);
  });

  test("names every function of the package", async () => {
    const text = readFileSync("docs/api.md", "utf8");
    const said = runProgram("exports.mjs", 'console.log(Object.keys(await import("role-advisor")).join())');
    for (const name of said.trim().split(",")) expect(text, name).toContain(name);
  });
});

describe("a program", () => {
  test("finds packs by folder and by name, and tells faults as data", async () => {
    const said = runProgram(
      "packs.mjs",
      `import { check, loadPack, parsePack, RoleAdvisorError } from "role-advisor";
       const pack = await loadPack("technology-leadership");
       const starter = await loadPack("node_modules/role-advisor/data/starter");
       const failures = [];
       for (const attempt of [() => loadPack("absent"), () => parsePack({ "pack.yaml": "format: 2" }, "mine")]) {
         try { await attempt(); } catch (error) {
           if (!(error instanceof RoleAdvisorError)) throw error;
           failures.push([error.code, error.file, error.faults.length > 0]);
         }
       }
       console.log(JSON.stringify([pack.roles.length, starter.id, check("technology-leadership").errors, failures]));`,
    );
    expect(JSON.parse(said)).toEqual([
      5,
      "starter",
      0,
      [
        ["no-pack", null, true],
        ["missing-key", "mine/pack.yaml", true],
      ],
    ]);
  });

  test("is told what it got wrong, and never given a tie for it", () => {
    const said = runProgram(
      "wrong.mjs",
      `import { advise, codeFromAnswers, compare, judge, loadPack } from "role-advisor";
       const pack = await loadPack();
       const wrong = [{ interest: "enginering" }, { intrest: ["both"] }, new Map([["interest", ["both"]]]), null, { interest: [1] }];
       for (const answers of wrong) for (const use of [advise, judge, codeFromAnswers, (p, a) => compare(p, [{ name: "a", answers: a }])]) {
         try { use(pack, answers); console.log("taken"); } catch (error) { console.log(error.name); }
       }`,
    );
    expect([...new Set(said.trim().split("\n"))]).toEqual(["RoleAdvisorError"]);
  });

  test("compiles strictly where no dependency is installed", () => {
    cpSync("tests/api/consumer.ts", join(project, "consumer.ts"));
    const options = { target: "es2022", lib: ["es2022"], types: [], strict: true, skipLibCheck: false, noEmit: true };
    for (const module of ["nodenext", "preserve"]) {
      const moduleResolution = module === "preserve" ? "bundler" : module;
      const config = { compilerOptions: { ...options, module, moduleResolution }, files: ["consumer.ts"] };
      writeFileSync(join(project, "tsconfig.json"), JSON.stringify(config));
      expect(compile()).toBe("");
    }

    function compile(): string {
      try {
        return execFileSync(resolve("node_modules/.bin/tsc"), ["-p", project], { encoding: "utf8" });
      } catch (error) {
        return (error as { stdout: string }).stdout;
      }
    }
  });
});

/** What a bundler makes of a program that imports the package. */
async function bundle(code: string): Promise<string> {
  const input = join(project, `bundled-${code.length}.mjs`);
  writeFileSync(input, code);
  const warnings: string[] = [];
  const build = await rolldown({ input, platform: "browser", onLog: (_, { message }) => warnings.push(message) });
  const { output } = await build.generate({ format: "iife", name: "program", codeSplitting: false });
  expect(warnings).toEqual([]);
  return output[0].code;
}

describe("in a browser", () => {
  test("advises, audits, renders and reads packs without anything of Node", async () => {
    const code = await bundle('export * from "role-advisor";');
    expect(code).not.toMatch(/["']node:|\brequire\(/);
    const world = { TextEncoder, URL, structuredClone, console, btoa };
    const program = runInNewContext(`${code}; program`, world);
    const pack = await program.loadPack();
    const answers = program.parseAnswers(pack, { bookstore: "engineering" });
    const same = advise(builtIn, { bookstore: ["engineering"] });
    expect(JSON.stringify(program.advise(pack, answers))).toBe(JSON.stringify(same));
    expect(program.renderText(pack, same)).toContain("so far your answers point to CTO");
    expect(program.renderHtml(pack, same)).toContain("<!doctype html>");
    await expect(program.loadPack("./mine")).rejects.toMatchObject({ code: "no-pack" });
    const files = filesOf("data/starter");
    expect(program.parsePack(files).hash).toBe(parsePack(files).hash);
  });

  test("takes only what it needs: an engine without YAML, schemas and reports", async () => {
    expect((await bundle('export { judge } from "role-advisor";')).length).toBeLessThan(100_000);
  });
});

test("every way into the package that package.json names is there", () => {
  const { exports, bin } = JSON.parse(readFileSync("package.json", "utf8"));
  const paths = Object.values({ ...exports["."], ...bin }) as string[];
  for (const path of paths) expect(existsSync(join(installed, path)), path).toBe(true);
  expect(readdirSync(join(installed, dirname(exports["./schema/*.json"])))).toContain("advice.json");
});

function filesOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".yaml"));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}
