import { fileURLToPath } from "node:url";
import { build } from "rolldown";

/** The browser script that starts at a module, as one text for a script element. Only the build and the tests run this. */
export async function compileScript(module: URL): Promise<string> {
  const { output } = await build({
    input: fileURLToPath(module),
    platform: "browser",
    transform: { target: "es2022" },
    output: { format: "iife", minify: true },
    write: false,
  });
  // The text must not end the element that it stands in.
  return output[0].code.trim().replaceAll("</script", "<\\/script");
}
