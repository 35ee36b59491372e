import { readFileSync } from "node:fs";
import { roleMarks } from "../role-marks.ts";
import { compileScript } from "./compile-asset.ts";

/** The style and the compiled script of the page. The build replaces this module by the two texts. */
export const style = minified(`${palette()}${readFileSync(new URL("./style.css", import.meta.url), "utf8")}`);
export const script = await compileScript(new URL("./browser/what-if-main.ts", import.meta.url));

/** The colours of roles as properties, and the class that gives an element one of them. */
function palette(): string {
  const colors = (of: "light" | "dark") => roleMarks.map((mark) => `--role-${mark.number}: ${mark[of]};`).join("");
  const classes = roleMarks.map(({ number }) => `.role-${number} { --accent: var(--role-${number}); }`).join("");
  return `:root { ${colors("light")} } @media screen and (prefers-color-scheme: dark) { :root { ${colors("dark")} } } ${classes}`;
}

/** A style without what serves whoever reads its source: comments, indentation, and room around its marks. */
function minified(css: string): string {
  return css
    .replaceAll(/\/\*[\s\S]*?\*\//g, "")
    .replaceAll(/\s*([{},;])\s*/g, "$1")
    .replaceAll(/: /g, ":")
    .replaceAll(";}", "}")
    .trim();
}
