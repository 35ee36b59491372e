import { readFileSync } from "node:fs";
import { compileScript } from "./compile-asset.ts";

/** The style and the compiled script of the page. The build replaces this module by the two texts. */
export const style = minified(readFileSync(new URL("./style.css", import.meta.url), "utf8"));
export const script = await compileScript(new URL("./browser/main.ts", import.meta.url));

/** A style without what serves whoever reads its source: comments, indentation, and room around its marks. */
function minified(css: string): string {
  return css
    .replaceAll(/\/\*[\s\S]*?\*\//g, "")
    .replaceAll(/\s*([{},;])\s*/g, "$1")
    .replaceAll(/: /g, ":")
    .replaceAll(";}", "}")
    .trim();
}
