import { defineConfig, type Plugin } from "rolldown";
import { readPackFiles } from "./src/pack/load.ts";
import { parsePack } from "./src/pack/parse.ts";

/** Checks the built-in pack and compiles it into the program; a fault in it fails the build. */
export function builtInPack(): Plugin {
  const file = "src/pack/built-in.ts";
  return {
    name: "built-in-pack",
    load(id) {
      if (!id.endsWith(file)) return;
      const pack = parsePack(readPackFiles("data"), "data");
      return { code: `export const builtIn = JSON.parse(${JSON.stringify(JSON.stringify(pack))});`, moduleType: "js" };
    },
  };
}

/** Compiles the style and the script of the HTML report into the program. */
function htmlAssets(): Plugin {
  const file = "src/report/html/assets.ts";
  return {
    name: "html-assets",
    async load(id) {
      if (!id.endsWith(file)) return;
      const assets = await import("./src/report/html/assets.ts");
      const texts = Object.entries(assets).map(([name, text]) => `export const ${name} = ${JSON.stringify(text)};`);
      return { code: texts.join("\n"), moduleType: "js" };
    },
  };
}

export default defineConfig({
  input: { cli: "src/cli.ts", index: "src/index.ts" },
  platform: "node",
  plugins: [builtInPack(), htmlAssets()],
  transform: { target: "node20.17" },
  output: { dir: "dist", cleanDir: true, minify: true, chunkFileNames: "[name].js" },
});
