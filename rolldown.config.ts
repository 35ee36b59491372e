import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { defineConfig, type Plugin } from "rolldown";
import { adviceSchema } from "./src/advice/advice-schema.ts";
import { asJsonSchema, type JsonSchema } from "./src/pack/json-schema.ts";
import { loadFolder } from "./src/pack/load.ts";
import { jsonSchemas } from "./src/report/json-schemas.ts";

/** Modules that the build replaces by what they come to: the checked pack, where a fault fails the build, and the page's texts. */
const computed: { file: string; name: string; load(): Promise<Record<string, unknown>> | Record<string, unknown> }[] = [
  { file: "src/pack/built-in.ts", name: "built-in", load: () => ({ builtIn: loadFolder("data") }) },
  { file: "src/report/html/assets.ts", name: "assets", load: () => import("./src/report/html/assets.ts") },
];

/**
 * They are large, so the package holds them once, as modules of the API with a line of JSON for each constant. The program
 * reads the same files, since Node reads JSON sooner than a program that holds it.
 */
function computedModules(as: "api" | "program"): Plugin {
  return {
    name: "computed-modules",
    resolveId(id, importer) {
      const found = computed.find(({ file }) => as === "api" && resolve(dirname(importer ?? ""), id) === resolve(file));
      return found === undefined ? null : { id: `./${found.name}.js`, external: true };
    },
    async buildStart() {
      if (as === "program") return;
      for (const { name, load } of computed) {
        const lines = Object.entries(await load()).map(
          ([key, value]) => `export const ${key} = ${JSON.stringify(value)};`,
        );
        this.emitFile({ type: "asset", fileName: `${name}.js`, source: lines.join("\n") });
      }
    },
    async load(id) {
      const found = computed.find(({ file }) => as === "program" && id === resolve(file));
      if (found === undefined) return null;
      const keys = Object.keys(await found.load());
      const code = `import { readFileSync } from "node:fs";
        const lines = readFileSync(__dirname + "/../api/${found.name}.js", "utf8").split("\\n");
        const [${keys.join(", ")}] = lines.map((line) => JSON.parse(line.slice(line.indexOf("=") + 1, -1)));
        export { ${keys.join(", ")} };`;
      return { code, moduleType: "js" };
    },
  };
}

/** Compiles the script of the form page into the program. */
function formScript(): Plugin {
  return {
    name: "form-script",
    async load(id) {
      if (!id.endsWith("src/form/form-assets.ts")) return null;
      const { formScript: script } = await import("./src/form/form-assets.ts");
      return { code: `export const formScript = ${JSON.stringify(script)};`, moduleType: "js" };
    },
  };
}

/** What packages need for something that we hardly use, each a tenth of a start to load, and what stands there instead. */
const standIns: Readonly<Record<string, { importer: RegExp; code: string }>> = {
  // Commander can start programs of their own as commands, and we have none.
  "node:child_process": { importer: /node_modules.commander./, code: "export default {};" },
  // Inquirer breaks lines that are too long for the terminal, which ours are not unless it has shrunk.
  "fast-wrap-ansi": {
    importer: /node_modules.@inquirer./,
    code: `import { textWidth } from ${JSON.stringify(resolve("src/report/page.ts"))};
      import { wrapAnsi as wrap } from ${JSON.stringify(resolve("node_modules/fast-wrap-ansi/lib/main.js"))};
      export const wrapAnsi = (line, width, how) => (textWidth(line) <= width ? line : wrap(line, width, how));`,
  },
};

function withStandIns(): Plugin {
  const idOf = (name: string) => `\0stand-in:${name}`;
  return {
    name: "stand-ins",
    resolveId: (name, importer = "") => (standIns[name]?.importer.test(importer) ? idOf(name) : null),
    load: (id) => Object.entries(standIns).find(([name]) => id === idOf(name))?.[1].code,
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

const chunks: Chunk[] = [
  { name: "start", tags: ["$initial"] },
  { name: "files", test: /src.(files|write-report|open|state-folder)/ },
  // What both an interview and its result need.
  { name: "shared", test: /src.(advice.(order|as-written)|audit.reading|report.(citations|advice-sentences))\.ts$/ },
  // What makes an advice and its text, which nobody who is asked waits for.
  { name: "result", test: /src.(advice.advise|report.text)\.ts$/ },
  { name: "roles", test: /src.report.(role|guide|verdict|document|citations)/ },
  { name: "yaml", test: /node_modules.yaml|src.(read-text|pack.(bounded-)?yaml|answers.(answers-file|answers-text))/ },
  { name: "packs", test: /src.pack/ },
  { name: "csv", test: /papaparse/ },
  { name: "workbook", test: /read-excel|src.cohort.workbook/ },
  { name: "assets", test: /assets\.ts$/ },
  { name: "reports", test: /src.(ask-line|report.[a-z-]+\.ts|cohort|sittings|audit)/ },
  { name: "pages", test: /src.(report.html|form)/ },
  { name: "asking", test: /src.interview.(?!after-advice)/ },
  // What may be done with a result, when it is there.
  { name: "afterwards", test: /src.interview/ },
  { name: "commands", test: /src.(commands.(?!batch-(reports|run|input|progress))|program.(session|look-up|help))/ },
  { name: "batch", test: /src.commands.batch-(run|input|progress)/ },
];

/** Parts of the API: a bundler takes those that a program needs. */
const parts: Chunk[] = [
  { name: "advice", test: /src.advice|src.(pack.(pick|map-of|say|language|english-words)|fault|limits|version)/ },
  { name: "answers", test: /src.answers.(read-answers|read-code)/ },
  { name: "yaml", test: /node_modules.yaml|src.(pack.(bounded-)?yaml|answers.answers-text)/ },
  { name: "packs", test: /src.pack.(?!find|load|locate)/ },
  { name: "audit", test: /src.audit/ },
  { name: "sittings", test: /src.sittings/ },
  { name: "text", test: /src.report.[a-z-]+\.ts/ },
  { name: "pages", test: /src.report.html/ },
  { name: "node", test: /src.(cohort|pack|program|output)/ },
];

interface Chunk {
  readonly name: string;
  readonly test?: RegExp;
  readonly tags?: ["$initial"];
}

/** Each takes along what it needs and none before it has, so none needs a later one. */
function inOrder(groups: readonly Chunk[]) {
  return groups.map((group, n) => ({ ...group, priority: groups.length - n }));
}

/** Two bundles: the program, from few files and as CommonJS, which starts sooner; and ES modules for programmers. */
export default defineConfig([
  {
    ...shared,
    input: { cli: "src/cli.ts" },
    // Other files need what the first one holds, which otherwise would be a second one.
    preserveEntrySignatures: "allow-extension",
    plugins: [computedModules("program"), formScript(), withStandIns(), inAscii(), thirdPartyLicences(), schemas()],
    output: {
      dir: "dist/cli",
      format: "cjs",
      cleanDir: true,
      minify: true,
      entryFileNames: "[name].cjs",
      chunkFileNames: "[name].cjs",
      // Few files, so that npm unpacks them soon.
      codeSplitting: {
        groups: inOrder(chunks),
      },
    },
  },
  {
    ...shared,
    input: { index: "src/index.ts", browser: "src/browser.ts" },
    plugins: [computedModules("api")],
    output: {
      dir: "dist/api",
      cleanDir: true,
      minify: true,
      entryFileNames: "[name].js",
      chunkFileNames: "[name].js",
      codeSplitting: { groups: inOrder(parts) },
    },
  },
]);
