import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { runInNewContext } from "node:vm";
import { rolldown } from "rolldown";
import { beforeAll, describe, expect, test } from "vitest";
import { advise } from "../../src/advice/advise.ts";
import { builtIn } from "../../src/pack/built-in.ts";

/** A project in which the package is installed, and nothing else. */
const project = mkdtempSync(join(tmpdir(), "role-advisor-api-"));
const installed = join(project, "node_modules", "role-advisor");

beforeAll(() => {
  mkdirSync(installed, { recursive: true });
  for (const name of ["package.json", "dist", "data", "bin"]) cpSync(name, join(installed, name), { recursive: true });
  const types = ["-p", "tsconfig.build.json", "--outDir", join(installed, "dist/types")];
  execFileSync("npx", ["tsc", ...types], { stdio: ["ignore", "inherit", "inherit"] });
  const written = "dist/types/src/advice/advice-schema.d.ts";
  cpSync(written, join(installed, written));
  writeFileSync(join(project, "package.json"), '{ "type": "module" }');
});

describe("a program", () => {
  const example = readFileSync("tests/api/example.mjs", "utf8");

  test("runs as the README shows it", () => {
    writeFileSync(join(project, "example.mjs"), example);
    const said = execFileSync("node", ["example.mjs"], { cwd: project, encoding: "utf8" });
    expect(said).toContain("so far your answers point to CTO.\n");
    expect(said).toMatch(/a CTO in \d+ of \d{13} combinations of answers\n/);
    expect(said).toMatch(/unknown-option bookstore has no option "enginering"; did you mean "engineering"\? .*\n$/);
  });

  test("is the one in the README", () => {
    expect(readFileSync("README.md", "utf8")).toContain(example);
  });

  test("finds packs by folder and by name, and tells faults as data", async () => {
    writeFileSync(
      join(project, "packs.mjs"),
      `import { loadPack, parsePack, RoleAdvisorError } from "role-advisor";
       const pack = await loadPack("technology-leadership");
       const starter = await loadPack("node_modules/role-advisor/data/starter");
       const failures = [];
       for (const attempt of [() => loadPack("absent"), () => parsePack({ "pack.yaml": "format: 2" }, "mine")]) {
         try { await attempt(); } catch (error) {
           if (!(error instanceof RoleAdvisorError)) throw error;
           failures.push([error.code, error.file, error.line, error.column, error.faults.length]);
         }
       }
       console.log(JSON.stringify([pack.roles.length, starter.id, failures]));`,
    );
    const said = execFileSync("node", ["packs.mjs"], { cwd: project, encoding: "utf8" });
    expect(JSON.parse(said)).toEqual([
      5,
      "starter",
      [
        ["no-pack", null, null, null, 1],
        ["missing-key", "mine/pack.yaml", 1, 1, expect.any(Number)],
      ],
    ]);
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
async function bundle(code: string, platform: "browser" | "node"): Promise<{ code: string; modules: string[] }> {
  const input = join(project, `${platform}-${code.length}.mjs`);
  writeFileSync(input, code);
  const warnings: string[] = [];
  const build = await rolldown({ input, platform, onLog: (_, { message }) => warnings.push(message) });
  const { output } = await build.generate({ format: "iife", name: "program", codeSplitting: false });
  expect(warnings).toEqual([]);
  return { code: output[0].code, modules: Object.keys(output[0].modules) };
}

describe("in a browser", () => {
  test("advises, audits and reads packs without anything of Node", async () => {
    const { code } = await bundle('export * from "role-advisor";', "browser");
    expect(code).not.toMatch(/["']node:|\brequire\(/);
    const world = { TextEncoder, structuredClone, console };
    const program = runInNewContext(`${code}; program`, world);
    const pack = await program.loadPack();
    const answers = program.parseAnswers(pack, { bookstore: "engineering" });
    const same = advise(builtIn, { bookstore: ["engineering"] });
    expect(JSON.stringify(program.advise(pack, answers))).toBe(JSON.stringify(same));
    expect(program.audit(pack).combinations.combinations).toBe(1813985280000);
    expect(program.renderText(pack, program.advise(pack, answers))).toContain("so far your answers point to CTO");
    await expect(program.loadPack("./mine")).rejects.toMatchObject({ code: "no-pack" });
    const files = filesOf("data/starter");
    expect(program.parsePack(files).hash).toBe((await import("../../src/pack/parse.ts")).parsePack(files).hash);
  });

  test("takes only what it needs: an engine without YAML, schemas and reports", async () => {
    const { code, modules } = await bundle('export { advise } from "role-advisor";', "browser");
    expect(modules.filter((id) => /bundled|report|audit|built-in/.test(id))).toEqual([]);
    expect(code.length).toBeLessThan(60_000);
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
