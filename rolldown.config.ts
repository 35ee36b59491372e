import { defineConfig, type Plugin } from "rolldown";
import { loadFolder } from "./src/pack/load.ts";

/** Checks the built-in pack and compiles it into the program; a fault in it fails the build. */
export function builtInPack(): Plugin {
  const file = "src/pack/built-in.ts";
  return {
    name: "built-in-pack",
    load(id) {
      if (!id.endsWith(file)) return;
      const pack = loadFolder("data");
      return { code: `export const builtIn = JSON.parse(${JSON.stringify(JSON.stringify(pack))});`, moduleType: "js" };
    },
  };
}

export default defineConfig({
  input: { cli: "src/cli.ts", index: "src/index.ts" },
  platform: "node",
  plugins: [builtInPack()],
  transform: { target: "node20.17" },
  output: { dir: "dist", cleanDir: true, minify: true, chunkFileNames: "[name].js" },
});
