import { fileURLToPath } from "node:url";
import { build } from "rolldown";

/** Bundles a module and its imports into one text for a script element. Only the build and the tests run this. */
export async function compileScript(module: URL): Promise<string> {
  const { output } = await build({
    input: fileURLToPath(module),
    platform: "browser",
    transform: { target: "es2022" },
    output: { format: "iife", minify: true },
    write: false,
  });
  // "</script" in the text would end the script element.
  return output[0].code.trim().replaceAll("</script", "<\\/script");
}
