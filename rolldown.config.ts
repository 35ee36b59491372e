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

/**
 * Commander can start programs of their own as commands. We have none, and what it would start them with takes a tenth of
 * a start to load.
 */
function noProgramsOfTheirOwn(): Plugin {
  const id = "\0no-child-process";
  const isCommander = (importer = "") => /node_modules.commander./.test(importer);
  return {
    name: "no-programs-of-their-own",
    resolveId: (name, importer) => (name === "node:child_process" && isCommander(importer) ? id : null),
    load: (name) => (name === id ? "export default {};" : null),
  };
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
    plugins: [builtInPack("file"), htmlAssets(), noProgramsOfTheirOwn(), inAscii(), thirdPartyLicences(), schemas()],
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
          // The help needs all commands, and they are small: what they do loads later.
          {
            name: "commands",
            test: /src.commands.(?:[a-z]+|batch-(?:plan|progress))\.ts$/,
            includeDependenciesRecursively: false,
          },
          // What both an interview and its result need.
          { name: "shared", test: /src.(advice.(order|as-written)|audit.reading|report.(citations|words))\.ts$/ },
          // What makes an advice and its text, which nobody who is asked waits for: one file, with all that it needs.
          { name: "result", test: /src.(advice.advise|report.text)\.ts$/ },
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
