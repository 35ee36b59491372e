import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";

interface Import {
  readonly file: string;
  /** A path from the root of the project for our own modules, else the name as it is written. */
  readonly target: string;
  readonly isType: boolean;
  readonly isOurs: boolean;
}

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => join("src", name))
  .sort();
const imports = files.flatMap((file) => importsOf(file, readFileSync(file, "utf8")));

/** From the top: a layer imports from those below it. What stands in `src/` itself is either the program or what all may use. */
const layers = [
  ["src/cli.ts", "src/index.ts", "src/browser.ts"],
  ["src/command-list.ts"],
  ["src/engine.ts", "src/cohort-api.ts"],
  ["src/commands"],
  ["src/program"],
  ["src/write-report.ts"],
  ["src/form"],
  ["src/interview", "src/cohort", "src/report"],
  ["src/audit", "src/sittings"],
  ["src/answers"],
  ["src/advice"],
  ["src/pack"],
  [
    "src/ask-line.ts",
    "src/fault.ts",
    "src/fault-sentences.ts",
    "src/files.ts",
    "src/limits.ts",
    "src/open.ts",
    "src/output.ts",
    "src/own-command.ts",
    "src/shell-word.ts",
    "src/read-text.ts",
    "src/standard-streams.ts",
    "src/state-folder.ts",
    "src/version.ts",
    "src/world.ts",
    "package.json",
  ],
];

test("no two files of src have the same name", () => {
  const names = files.map((file) => basename(file));
  expect(names.filter((name, i) => names.indexOf(name) < i)).toEqual([]);
});

describe("imports", () => {
  test("are found", () => {
    expect(files).toContain("src/advice/advise.ts");
    expect(imports.length).toBeGreaterThan(100);
    const text = `import a, { type B } from "./a.ts";\nimport type { C } from "node:fs";\nexport { d } from "../d.ts";
      // import { no } from "comment";\n const e = await import("npm"); import "./bare.ts"; export type { F } from "f";`;
    expect(importsOf("src/x/y.ts", text).map(({ target, isType }) => [target, isType])).toEqual([
      ["src/x/a.ts", false],
      ["node:fs", true],
      ["src/d.ts", false],
      ["npm", false],
      ["src/x/bare.ts", false],
      ["f", true],
    ]);
  });

  test("know every file's layer", () => {
    expect(files.filter((file) => layerOf(file) < 0)).toEqual([]);
  });

  test("run down the layers, types included", () => {
    const upwards = imports.filter(({ isOurs, file, target }) => isOurs && layerOf(target) < layerOf(file));
    expect(upwards.map(inWords)).toEqual([]);
  });

  test("run one way between the folders of a layer", () => {
    const sideways = imports
      .filter(
        ({ isOurs, file, target }) => isOurs && layerOf(file) === layerOf(target) && partOf(file) !== partOf(target),
      )
      .map(({ file, target }) => [partOf(file), partOf(target)] as const);
    expect(sideways.filter(([from, to]) => sideways.some(([f, t]) => f === to && t === from))).toEqual([]);
  });

  test("make no circle, types included", () => {
    const circles = files.filter((file) => reach(file, true).has(file));
    expect(circles).toEqual([]);
  });
});

describe("what also runs in a browser", () => {
  // The schema of the record needs its library; the engine takes types from it, and no module that runs.
  const schema = "src/advice/advice-schema.ts";
  const pure = files.filter(
    (file) => /^src\/(advice\/|audit\/|interview\/state[^/]*\.ts)/.test(file) && file !== schema,
  );

  test("imports nothing from Node or npm, types included", () => {
    const foreign = imports.filter(({ file, isOurs }) => pure.includes(file) && !isOurs);
    expect(foreign.map(inWords)).toEqual([]);
  });

  test("takes types alone from the schema of the record", () => {
    const taking = imports.filter(({ target, file }) => target === schema && pure.includes(file));
    expect(taking.map(({ isType }) => isType)).not.toContain(false);
  });

  test("brings no module along that does", () => {
    const brought = new Set(pure.flatMap((file) => [...reach(file)]));
    const foreign = imports.filter(({ file, isOurs, isType }) => brought.has(file) && !isOurs && !isType);
    expect(foreign.map(inWords)).toEqual([]);
  });

  test("knows no clock, no chance and no world", () => {
    const found = pure.filter((file) =>
      /\b(Date|Math\.random|process|console|globalThis|document)\b/.test(codeOf(file)),
    );
    expect(found).toEqual([]);
  });
});

describe("the world", () => {
  test("comes as an argument: one place touches the process, and none the console", () => {
    const touching = files.filter((file) => /\b(process\.(?!on\b)|console\.)/.test(codeOf(file)));
    expect(touching).toEqual(["src/standard-streams.ts"]);
  });

  test("is written to in few places", () => {
    const writers = files.filter((file) =>
      /\b(writeFile|appendFile|createWriteStream|writeSync|renameSync)/.test(codeOf(file)),
    );
    expect(writers).toEqual(["src/files.ts", "src/interview/unfinished.ts", "src/standard-streams.ts"]);
  });
});

/** A small scanner: comments go, then every `from "…"`, `import "…"` and `import("…")` is taken. */
function importsOf(file: string, text: string): Import[] {
  const statement = /\b(?:(import|export)(\s+type)?\b[^;"'`()]*?\bfrom\s*|import\s*\(?\s*)["']([^"']+)["']/g;
  return [...withoutComments(text).matchAll(statement)].map(([, , type, name = ""]) => {
    const isOurs = name.startsWith(".");
    const target = isOurs ? normalize(join(dirname(file), name)) : name;
    return { file, target, isType: type !== undefined, isOurs };
  });
}

function codeOf(file: string): string {
  return withoutComments(readFileSync(file, "utf8"));
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*.*?\*\//gs, "").replaceAll(/(^|[\s;{}(])\/\/.*$/gm, "$1");
}

/** All modules that a module brings along when it runs. */
function reach(file: string, withTypes = false): Set<string> {
  const found = new Set<string>();
  const queue = [file];
  for (const next of queue) {
    for (const { file: from, target, isOurs, isType } of imports) {
      if (from !== next || !isOurs || (isType && !withTypes) || found.has(target)) continue;
      found.add(target);
      queue.push(target);
    }
  }
  return found;
}

function layerOf(path: string): number {
  return layers.findIndex((parts) => parts.includes(partOf(path)));
}

function partOf(path: string): string {
  return path.split("/").slice(0, 2).join("/");
}

function inWords({ file, target }: Import): string {
  return `${file} imports ${target}`;
}
