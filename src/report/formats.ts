import type { Advice } from "../advice/advice.ts";
import type { Pack } from "../pack/pack.ts";
import type { Document } from "./document.ts";
import type { Page } from "./terminal-page.ts";
import type { RenderOptions } from "./text.ts";

/** One renderer for each value of --format. It only returns the text, and loads its module on the first call. */
export const formats = {
  text: async (...parameters) => (await import("./text.ts")).renderText(...parameters),
  json: (_, advice) => `${JSON.stringify(advice, null, 2)}\n`,
  // Also quotes words such as "yes", which a YAML 1.1 parser reads as a boolean or a number.
  yaml: async (_, advice) =>
    (await import("yaml")).stringify(advice, { lineWidth: 100, aliasDuplicateObjects: false, compat: "yaml-1.1" }),
  markdown: async (...parameters) => (await import("./markdown.ts")).renderMarkdown(...parameters),
  html: async (...parameters) => (await import("./html/advice-page.ts")).renderHtml(...parameters),
} satisfies Record<string, (pack: Pack, advice: Advice, options: RenderOptions) => string | Promise<string>>;

export type Format = keyof typeof formats;

/** The default format of a file by the ending of its name. */
export const endings: Readonly<Record<string, Format>> = {
  ".txt": "text",
  ".json": "json",
  ".yaml": "yaml",
  ".yml": "yaml",
  ".md": "markdown",
  ".html": "html",
  ".htm": "html",
};

/** One renderer for each --format of a document, such as a role or a guide topic. */
export const documentFormats = {
  text: async (...parameters) => (await import("./document-text.ts")).documentAsText(...parameters),
  json: ({ record }) => `${JSON.stringify(record, null, 2)}\n`,
  markdown: async (document, pack) => (await import("./document-markdown.ts")).documentAsMarkdown(document, pack),
} satisfies Record<string, (document: Document, pack: Pack, page: Page) => string | Promise<string>>;

export type DocumentFormat = keyof typeof documentFormats;
