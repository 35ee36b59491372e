import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "rolldown";

/** The style and the compiled script of the page. The build replaces this module by the two texts. */
export const style = minified(readFileSync(new URL("./style.css", import.meta.url), "utf8"));
export const script = await compile("./browser/main.ts");

/** A style without what serves whoever reads its source: comments, indentation, and room around its marks. */
function minified(css: string): string {
  return css
    .replaceAll(/\/\*[\s\S]*?\*\//g, "")
    .replaceAll(/\s*([{},;])\s*/g, "$1")
    .replaceAll(/: /g, ":")
    .replaceAll(";}", "}")
    .trim();
}

async function compile(file: string): Promise<string> {
  const { output } = await build({
    input: fileURLToPath(new URL(file, import.meta.url)),
    platform: "browser",
    transform: { target: "es2022" },
    output: { format: "iife", minify: true },
    write: false,
  });
  // The text must not end the element that it stands in.
  return output[0].code.trim().replaceAll("</script", "<\\/script");
}
