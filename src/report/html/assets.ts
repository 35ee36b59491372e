import { readFileSync } from "node:fs";
import { roleMarks } from "../role-marks.ts";
import { compileScript } from "./compile-asset.ts";

/** The style and the compiled script of the page. The build replaces this module by one that holds the two texts. */
export const style = minify(`${palette()}${readFileSync(new URL("./style.css", import.meta.url), "utf8")}`);
export const script = await compileScript(new URL("./browser/what-if-main.ts", import.meta.url));

/** CSS variables for the colours of roles, and a class for each role that sets `--accent` to its colour. */
function palette(): string {
  const colors = (of: "light" | "dark") => roleMarks.map((mark) => `--role-${mark.number}: ${mark[of]};`).join("");
  const classes = roleMarks.map(({ number }) => `.role-${number} { --accent: var(--role-${number}); }`).join("");
  return `:root { ${colors("light")} } @media screen and (prefers-color-scheme: dark) { :root { ${colors("dark")} } } ${classes}`;
}

/** Removes comments and needless white space from CSS. */
function minify(css: string): string {
  return css
    .replaceAll(/\/\*[\s\S]*?\*\//g, "")
    .replaceAll(/\s*([{},;])\s*/g, "$1")
    .replaceAll(/: /g, ":")
    .replaceAll(";}", "}")
    .trim();
}
