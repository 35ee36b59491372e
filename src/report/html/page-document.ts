import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { directionOf } from "../../pack/language.ts";
import type { Pack } from "../../pack/pack.ts";
import { say } from "../../pack/say.ts";
import { version } from "../../version.ts";
import { style } from "./assets.ts";
import { asMarkup, embedJson, type Html, html } from "./markup.ts";

interface PageContent {
  readonly title: string;
  readonly body: Html;
  /** The sentence of the footer that names the program and the pack. */
  readonly origin?: "page.made" | "form.made";
  /** Content of the footer before that sentence. */
  readonly footer?: Html;
  readonly program?: { readonly script: string; readonly data: object };
}

/** Renders an HTML file whose policy blocks all loading and sending, and every script but its own. */
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
    <script>${asMarkup(program.script)}</script>`;
  const text = html`
    <!doctype html>
    <html lang="${pack.lang}" dir="${directionOf(pack.lang)}">
    <head>
    <meta charset="utf-8">
    <meta name="generator" content="role-advisor ${version}">
    <meta http-equiv="Content-Security-Policy" content="${asMarkup(policy)}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="referrer" content="no-referrer">
    <title id="title">${title}</title>
    <link rel="icon" href="data:,">
    <style>${asMarkup(style)}</style>
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
