import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig, type Plugin } from "rolldown";
import { loadFolder } from "./src/pack/load.ts";
import { jsonSchemas } from "./src/report/json-schemas.ts";

/** Checks the built-in pack and compiles it into the program; a fault in it fails the build. */
function builtInPack(): Plugin {
  return {
    name: "built-in-pack",
    load(id) {
      if (!id.endsWith("src/pack/built-in.ts")) return;
      const pack = loadFolder("data");
      return { code: `export const builtIn = JSON.parse(${JSON.stringify(JSON.stringify(pack))});`, moduleType: "js" };
    },
  };
}

/** Compiles the style and the script of the HTML report into the program. */
function htmlAssets(): Plugin {
  return {
    name: "html-assets",
    async load(id) {
      if (!id.endsWith("src/report/html/assets.ts")) return;
      const texts = Object.entries(await import("./src/report/html/assets.ts"));
      const code = texts.map(([name, text]) => `export const ${name} = ${JSON.stringify(text)};`).join("\n");
      return { code, moduleType: "js" };
    },
  };
}

/** What Commander loads at every start for commands that are programs of their own; we have none. A sixth of a start. */
const commanderNeedsNot: Readonly<Record<string, string>> = {
  "node:child_process": "module.exports = {};",
  "node:fs": "module.exports = {};",
  "node:process": "module.exports = globalThis.process;",
};

/** Leaves out parts of packages that every start would pay for and the program does not need. */
function leftOut(): Plugin {
  return {
    name: "left-out",
    resolveId: (id, importer) =>
      importer?.includes("/node_modules/commander/") && id in commanderNeedsNot ? `\0left-out:${id}` : null,
    load(id) {
      const code = commanderNeedsNot[id.replace("\0left-out:", "")];
      if (code !== undefined) return { code, moduleType: "js" };
      // What the interview draws fits the terminal; Inquirer would measure each line again (9 ms before the first question).
      return /node_modules.fast-wrap-ansi./.test(id) ? "export const wrapAnsi = (text) => text;" : null;
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
    },
  };
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

/** Two bundles, so that the program starts from few files. */
export default defineConfig([
  {
    ...shared,
    input: { cli: "src/cli.ts" },
    plugins: [builtInPack(), htmlAssets(), leftOut(), thirdPartyLicences(), schemas()],
    output: {
      dir: "dist/cli",
      cleanDir: true,
      minify: true,
      chunkFileNames: "[name].js",
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
    plugins: [builtInPack()],
    output: {
      dir: "dist/api",
      cleanDir: true,
      // A file for each module, so that a bundler takes only those it needs. npm packs no folder called node_modules.
      preserveModules: true,
      preserveModulesRoot: "src",
      entryFileNames: ({ name }) => `${name.replace(/^.*node_modules\//, "bundled/")}.js`,
    },
  },
]);
