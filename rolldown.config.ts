import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { defineConfig, type Plugin } from "rolldown";
import { loadFolder } from "./src/pack/load-folder.ts";
import { jsonSchemas } from "./src/report/json-schemas.ts";

/** Modules that the build evaluates: the built-in pack, whose faults fail the build, and the scripts and styles of the pages. */
const computed: { file: string; name: string; load(): Promise<Record<string, unknown>> | Record<string, unknown> }[] = [
  { file: "src/pack/built-in.ts", name: "built-in", load: () => ({ builtIn: loadFolder("data") }) },
  { file: "src/report/html/assets.ts", name: "assets", load: () => import("./src/report/html/assets.ts") },
];

/**
 * Writes each computed module once, since they are large: as a module of the API with one line of JSON for each constant. The
 * program reads the same files, since Node parses JSON faster than a program that contains it.
 */
function computedModules(as: "api" | "program"): Plugin {
  return {
    name: "computed-modules",
    resolveId(id, importer) {
      const module = computed.find(
        ({ file }) => as === "api" && resolve(dirname(importer ?? ""), id) === resolve(file),
      );
      return module === undefined ? null : { id: `./${module.name}.js`, external: true };
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
      const module = computed.find(({ file }) => as === "program" && id === resolve(file));
      if (module === undefined) return null;
      const keys = Object.keys(await module.load());
      const code = `import { readFileSync } from "node:fs";
        const lines = readFileSync(__dirname + "/../api/${module.name}.js", "utf8").split("\\n");
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

/** Replacements for modules that packages load for features we hardly use. Loading each would take a tenth of a start. */
const standIns: Readonly<Record<string, { importer: RegExp; code: string }>> = {
  // Commander can run a command as a separate program; we have no such command.
  "node:child_process": { importer: /node_modules.commander./, code: "export default {};" },
  // Inquirer wraps lines that are too long for the terminal. Ours are too long only after the terminal has shrunk.
  "fast-wrap-ansi": {
    importer: /node_modules.@inquirer./,
    code: `import { textWidth } from ${JSON.stringify(resolve("src/report/terminal-page.ts"))};
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

/** Escapes all letters outside ASCII: V8 then stores the program with one byte a letter, and reads it faster. */
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

/** Appends to LICENSE the licences of the bundled packages. */
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

/** Writes the JSON Schemas to which the first lines of the files in data/ refer. */
function schemas(): Plugin {
  return {
    name: "schemas",
    writeBundle() {
      mkdirSync("dist/schema", { recursive: true });
      for (const [name, schema] of Object.entries(jsonSchemas(loadFolder("data")))) {
        writeFileSync(`dist/schema/${name}.json`, `${JSON.stringify(schema, null, 2)}\n`);
      }
    },
  };
}

const common = {
  platform: "node",
  // Chalk's own detection of colour loads two modules of Node at every start; report/terminal-page.ts detects it instead.
  // The browser build of yaml is the same code as ES modules, so that unused parts can be left out.
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
  // Code that both an interview and its result need.
  {
    name: "shared",
    test: /src.(advice.(next-question|written-answers)|audit.reading-time|report.(citations|advice-sentences))\.ts$/,
  },
  // Code that makes an advice and its text. The first question does not wait for it.
  { name: "result", test: /src.(advice.advise|report.text)\.ts$/ },
  { name: "roles", test: /src.report.(role|guide|verdict|document|citations)/ },
  { name: "yaml", test: /node_modules.yaml|src.(read-text|pack.(bounded-)?yaml|answers.(load-)?answers-file)/ },
  { name: "packs", test: /src.pack/ },
  { name: "csv", test: /papaparse/ },
  { name: "workbook", test: /read-excel|src.cohort.workbook/ },
  { name: "assets", test: /assets\.ts$/ },
  { name: "reports", test: /src.(ask-line|report.[a-z-]+\.ts|cohort|sittings|audit)/ },
  { name: "pages", test: /src.(report.html|form)/ },
  { name: "asking", test: /src.interview.(?!after-advice)/ },
  // Actions on a result, which are not needed before there is one.
  { name: "afterwards", test: /src.interview/ },
  {
    name: "commands",
    test: /src.(commands.(?!batch-(reports|run|input|progress))|program.(session|show-document|help))/,
  },
  { name: "batch", test: /src.commands.batch-(run|input|progress)/ },
];

/** Chunks of the API, so that a bundler can leave out those that a program does not need. */
const parts: Chunk[] = [
  { name: "advice", test: /src.advice|src.(pack.(pick|map-of|say|language|english-words)|fault|limits|version)/ },
  { name: "answers", test: /src.answers.(read-answers|read-code)/ },
  { name: "yaml", test: /node_modules.yaml|src.(pack.(bounded-)?yaml|answers.answers-file)/ },
  { name: "packs", test: /src.pack.(?!load|locate)/ },
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

/** A chunk includes what its modules import, unless an earlier chunk has it; so no chunk depends on a later one. */
function inOrder(groups: readonly Chunk[]) {
  return groups.map((group, n) => ({ ...group, priority: groups.length - n }));
}

/** Two bundles: the program as CommonJS in few files, which starts faster, and the API as ES modules. */
export default defineConfig([
  {
    ...common,
    input: { cli: "src/cli.ts" },
    // Lets other chunks import from the entry file. Otherwise its code would move to a further file.
    preserveEntrySignatures: "allow-extension",
    plugins: [computedModules("program"), formScript(), withStandIns(), inAscii(), thirdPartyLicences(), schemas()],
    output: {
      dir: "dist/cli",
      format: "cjs",
      cleanDir: true,
      minify: true,
      entryFileNames: "[name].cjs",
      chunkFileNames: "[name].cjs",
      // Few files, which npm unpacks faster.
      codeSplitting: {
        groups: inOrder(chunks),
      },
    },
  },
  {
    ...common,
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
