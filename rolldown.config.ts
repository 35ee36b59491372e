import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig, type Plugin } from "rolldown";
import { loadFolder } from "./src/pack/load.ts";

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

const shared = {
  platform: "node",
  // Chalk's own look at the terminal loads two modules of Node at every start; report/page.ts decides on colour instead.
  resolve: { alias: { "#supports-color": resolve("node_modules/chalk/source/vendor/supports-color/browser.js") } },
  transform: { target: "node20.17" },
} as const;

/** Two bundles, so that the program starts from few files. */
export default defineConfig([
  {
    ...shared,
    input: { cli: "src/cli.ts" },
    plugins: [builtInPack(), htmlAssets(), thirdPartyLicences()],
    output: {
      dir: "dist/cli",
      cleanDir: true,
      minify: true,
      chunkFileNames: "[name].js",
      // All that every start needs in one file; what is imported lazily stays apart.
      codeSplitting: { groups: [{ name: "start", tags: ["$initial"] }] },
    },
  },
  {
    ...shared,
    input: { index: "src/index.ts" },
    plugins: [builtInPack()],
    output: { dir: "dist/api", cleanDir: true, chunkFileNames: "[name].js" },
  },
]);
