import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { directionOf } from "../../pack/language.ts";
import { version } from "../../version.ts";
import { style } from "./assets.ts";
import { type Html, html, trusted } from "./markup.ts";

/** A page that loads nothing, sends nothing, and runs nothing but the scripts named here. */
export function renderDocument(page: {
  readonly lang: string;
  readonly title: string;
  readonly body: Html;
  readonly scripts: readonly string[];
}): string {
  const policy = [
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "img-src data:",
    `style-src ${hashOf(style)}`,
    `script-src ${page.scripts.map(hashOf).join(" ") || "'none'"}`,
  ].join("; ");
  const text = html`
    <!doctype html>
    <html lang="${page.lang}" dir="${directionOf(page.lang)}">
    <head>
    <meta charset="utf-8">
    <meta name="generator" content="role-advisor ${version}">
    <meta http-equiv="Content-Security-Policy" content="${trusted(policy)}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="referrer" content="no-referrer">
    <title id="title">${page.title}</title>
    <link rel="icon" href="data:,">
    <style>${trusted(style)}</style>
    </head>
    <body>
    ${page.body}
    </body>
    </html>`;
  return `${text}\n`;
}

function hashOf(text: string): string {
  return `'sha256-${btoa(String.fromCharCode(...sha256(utf8ToBytes(text))))}'`;
}
