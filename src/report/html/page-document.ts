import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { directionOf } from "../../pack/language.ts";
import type { Pack } from "../../pack/pack.ts";
import { say } from "../../pack/say.ts";
import { version } from "../../version.ts";
import { style } from "./assets.ts";
import { embedJson, type Html, html, trusted } from "./markup.ts";

interface PageContent {
  readonly title: string;
  readonly body: Html;
  /** The sentence that says with what the page was made. */
  readonly origin?: "page.made" | "form.made";
  /** What stands before that sentence. */
  readonly footer?: Html;
  readonly program?: { readonly script: string; readonly data: object };
}

/** A page that loads nothing, sends nothing, and runs nothing but its own script. */
export function renderDocument(
  pack: Pack,
  { title, body, origin = "page.made", footer, program }: PageContent,
): string {
  const policy = [
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "img-src data:",
    `style-src ${hashOf(style)}`,
    `script-src ${program === undefined ? "'none'" : hashOf(program.script)}`,
  ].join("; ");
  const script =
    program &&
    html`
    <script type="application/json" id="data">${embedJson(program.data)}</script>
    <script>${trusted(program.script)}</script>`;
  const text = html`
    <!doctype html>
    <html lang="${pack.lang}" dir="${directionOf(pack.lang)}">
    <head>
    <meta charset="utf-8">
    <meta name="generator" content="role-advisor ${version}">
    <meta http-equiv="Content-Security-Policy" content="${trusted(policy)}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="referrer" content="no-referrer">
    <title id="title">${title}</title>
    <link rel="icon" href="data:,">
    <style>${trusted(style)}</style>
    </head>
    <body>
    ${body}
    <footer>
    ${footer}
    <p>${say(pack, origin, { version, pack: `${pack.id} ${pack.version}` })}</p>
    </footer>
    ${script}
    </body>
    </html>`;
  return `${text}\n`;
}

function hashOf(text: string): string {
  return `'sha256-${btoa(String.fromCharCode(...sha256(utf8ToBytes(text))))}'`;
}
