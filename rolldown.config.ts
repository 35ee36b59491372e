import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig, type Plugin } from "rolldown";
import { adviceSchema } from "./src/advice/advice-schema.ts";
import { asJsonSchema, type JsonSchema } from "./src/pack/json-schema.ts";
import { loadFolder } from "./src/pack/load.ts";
import { jsonSchemas } from "./src/report/json-schemas.ts";

/**
 * Checks the built-in pack and compiles it into the program; a fault in it fails the build. A file of
 * JSON beside the program is read sooner than JSON within a program, which is what a browser needs.
 */
function builtInPack(as: "file" | "code"): Plugin {
  return {
    name: "built-in-pack",
    load(id) {
      if (!id.endsWith("src/pack/built-in.ts")) return;
      const pack = JSON.stringify(loadFolder("data"));
      if (as === "file") this.emitFile({ type: "asset", fileName: "pack.json", source: pack });
      const code =
        as === "file"
          ? 'import { readFileSync } from "node:fs"; export const builtIn = JSON.parse(readFileSync(__dirname + "/pack.json", "utf8"));'
          : `export const builtIn = JSON.parse(${JSON.stringify(pack)});`;
      return { code, moduleType: "js" };
    },
  };
}

const pageAssets = [
  { file: "src/report/html/assets.ts", load: () => import("./src/report/html/assets.ts") },
  { file: "src/form/form-assets.ts", load: () => import("./src/form/form-assets.ts") },
];

/** Compiles the style and the scripts of the pages into the program. */
function htmlAssets(): Plugin {
  return {
    name: "html-assets",
    async load(id) {
      const asset = pageAssets.find(({ file }) => id.endsWith(file));
      if (asset === undefined) return;
      const texts = Object.entries<string>(await asset.load());
      const code = texts.map(([name, text]) => `export const ${name} = ${JSON.stringify(text)};`).join("\n");
      return { code, moduleType: "js" };
    },
  };
}

/** Leaves out parts of packages that every start would pay for and the program does not need. */
function leftOut(): Plugin {
  return {
    name: "left-out",
    resolveId: (id) => (id === "commander" ? "\0commander" : null),
    load(id) {
      if (id === "\0commander") return commander;
      if (/node_modules.commander.lib/.test(id)) return { code: asModule(readFileSync(id, "utf8")), moduleType: "js" };
      if (/node_modules.fast-string-truncated-width.dist.index/.test(id))
        return withLazyPatterns(readFileSync(id, "utf8"));
      // What the interview draws fits the terminal; Inquirer would measure each line again (9 ms before the first question).
      return /node_modules.fast-wrap-ansi./.test(id) ? "export const wrapAnsi = (text) => text;" : null;
    },
  };
}

/** What we use of Commander. */
const commander = ["argument", "command", "error", "option"]
  .map((name) => `export * from ${JSON.stringify(resolve(`node_modules/commander/lib/${name}.js`))};`)
  .join("\n");

/**
 * A module of Commander, which is CommonJS, as an ES module: in a bundle, CommonJS stands in functions that V8 reads twice.
 * Without what Commander loads for commands that are programs of their own; we have none.
 */
function asModule(code: string): string {
  const module = code
    .replaceAll(/^const (\w+) = require\('node:(?:child_process|fs)'\);$/gm, "const $1 = {};")
    .replaceAll(/^const process = require\('node:process'\);$/gm, "")
    .replaceAll(/^const (\w+) = require\('node:(\w+)'\)\.\1;$/gm, "import { $1 } from 'node:$2';")
    .replaceAll(/^const (\w+|\{[^}]+\}) = require\('([^']+)'\);$/gm, "import $1 from '$2';")
    .replaceAll(/^exports\.(\w+) = \1;.*$/gm, "export { $1 };");
  if (/\brequire\(|\bexports\./.test(module)) throw new Error("Commander is not written as it was");
  return module;
}

/**
 * A module whose patterns are made at their first use, and are text until then: V8 looks through a literal when it reads a
 * program, and those with `\\p{...}` take it longer than all the rest.
 */
function withLazyPatterns(code: string): string {
  const patterns = [...code.matchAll(/^const (\w+_RE) = \/(.+)\/(\w+);$/gm)];
  if (patterns.length === 0) throw new Error("a package no longer has the patterns that were to be made lazily");
  return patterns.reduce((text, [line, name, pattern, flags = ""]) => {
    const [before = "", after = ""] = text.split(line);
    return `${before}let made_${name}; const get_${name} = () => (made_${name} ??= new RegExp(${JSON.stringify(pattern)}, "${flags}"));${after.replaceAll(new RegExp(`\\b${name}\\b`, "g"), `get_${name}()`)}`;
  }, code);
}

/** Writes other letters than those of ASCII as escapes: V8 reads such a program at one byte a letter, and faster. */
function inAscii(): Plugin {
  return {
    name: "in-ascii",
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === "chunk")
          file.code = file.code.replaceAll(
            /[^\0-\x7f]/g,
            (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
          );
      }
    },
  };
}

const bundledHeading = "\n\nThe built program contains code of these packages.\n";

/** Appends to LICENSE the licences of the packages that ended up in the bundle. */
function thirdPartyLicences(): Plugin {
  return {
    name: "third-party-licences",
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((file) => (file.type === "chunk" ? file.moduleIds : []));
      const folders = new Set(modules.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id) ?? []));
      const texts = [...folders].map(licenceOf).toSorted();
      const [own = ""] = readFileSync("LICENSE", "utf8").split(bundledHeading);
      writeFileSync("LICENSE", `${own.trimEnd()}${bundledHeading}${texts.join("")}`);
    },
  };
}

function licenceOf(folder: string): string {
  const { name, license } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined) throw new Error(`${name} is bundled and brings no licence text`);
  return `\n${name} (${license})\n${"-".repeat(72)}\n${readFileSync(`${folder}/${file}`, "utf8").trim()}\n`;
}

/** Writes the JSON Schemas, which the first lines of the files in data/ point to. */
function schemas(): Plugin {
  return {
    name: "schemas",
    writeBundle() {
      mkdirSync("dist/schema", { recursive: true });
      for (const [name, schema] of Object.entries(jsonSchemas(loadFolder("data")))) {
        writeFileSync(`dist/schema/${name}.json`, `${JSON.stringify(schema, null, 2)}\n`);
      }
      const record = asType(asJsonSchema(adviceSchema));
      mkdirSync("dist/types/src/advice", { recursive: true });
      writeFileSync("dist/types/src/advice/advice-schema.d.ts", `export type AdviceRecord = ${record};\n`);
    },
  };
}

/** A schema as a type that needs no schema library: where role-advisor is imported, none is installed. */
function asType(schema: JsonSchema): string {
  const { type, anyOf, enum: values, items, properties, required, additionalProperties } = schema;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (values !== undefined) return values.map((value) => JSON.stringify(value)).join(" | ");
  if (anyOf !== undefined) return anyOf.map((one) => asType(one as JsonSchema)).join(" | ");
  if (type === "array") return `readonly (${asType(items as JsonSchema)})[]`;
  if (type !== "object") return type === "integer" ? "number" : `${type}`;
  if (properties === undefined) return `{ readonly [key: string]: ${asType(additionalProperties as JsonSchema)} }`;
  const keys = Object.entries(properties).map(([key, value]) => {
    const inner = value as JsonSchema;
    const words = inner.description === undefined ? "" : `/** ${inner.description} */ `;
    return `${words}readonly ${key}${required?.includes(key) ? "" : "?"}: ${asType(inner)};`;
  });
  return `{ ${keys.join("\n")} }`;
}

const shared = {
  platform: "node",
  // Chalk's own look at the terminal loads two modules of Node at every start; report/page.ts decides on colour instead.
  // The browser's build of yaml is the same code as modules, of which only what is used is taken.
  resolve: {
    alias: {
      "#supports-color": resolve("node_modules/chalk/source/vendor/supports-color/browser.js"),
      yaml: resolve("node_modules/yaml/browser/index.js"),
    },
  },
  transform: { target: "node20.17" },
} as const;

/** Two bundles: the program, from few files and as CommonJS, which starts sooner; and ES modules for programmers. */
export default defineConfig([
  {
    ...shared,
    input: { cli: "src/cli.ts" },
    plugins: [builtInPack("file"), htmlAssets(), leftOut(), inAscii(), thirdPartyLicences(), schemas()],
    output: {
      dir: "dist/cli",
      format: "cjs",
      cleanDir: true,
      minify: true,
      entryFileNames: "[name].cjs",
      chunkFileNames: "[name].cjs",
      // All that every start needs in one file; what is imported lazily stays apart.
      codeSplitting: {
        groups: [
          { name: "start", tags: ["$initial"] },
          { name: "start", test: /rolldown\/runtime/ },
        ],
      },
    },
  },
  {
    ...shared,
    input: { index: "src/index.ts", browser: "src/browser.ts" },
    plugins: [builtInPack("code")],
    output: {
      dir: "dist/api",
      cleanDir: true,
      // A file for each module, so that a bundler takes only those it needs. npm packs no folder called node_modules.
      preserveModules: true,
      preserveModulesRoot: "src",
      minify: true,
      entryFileNames: ({ name }) => `${name.replace(/^.*node_modules\//, "bundled/")}.js`,
    },
  },
]);
