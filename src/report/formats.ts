import type { Advice } from "../advice/advice.ts";
import type { Pack } from "../pack/pack.ts";
import type { Document } from "./document.ts";
import type { Page } from "./page.ts";
import type { RenderOptions } from "./text.ts";

/** One renderer for each value of --format. They return the text; nothing here writes. Each loads only where it is used. */
export const formats = {
  text: async (...given) => (await import("./text.ts")).renderText(...given),
  json: (_, advice) => `${JSON.stringify(advice, null, 2)}\n`,
  // Words that a reader of YAML 1.1 takes for a boolean or a number are quoted, too.
  yaml: async (_, advice) =>
    (await import("yaml")).stringify(advice, { lineWidth: 100, aliasDuplicateObjects: false, compat: "yaml-1.1" }),
  markdown: async (...given) => (await import("./markdown.ts")).renderMarkdown(...given),
  html: async (...given) => (await import("./html/advice-page.ts")).renderHtml(...given),
} satisfies Record<string, (pack: Pack, advice: Advice, options: RenderOptions) => string | Promise<string>>;

export type Format = keyof typeof formats;

/** The format that a file's ending asks for. */
export const endings: Readonly<Record<string, Format>> = {
  ".txt": "text",
  ".json": "json",
  ".yaml": "yaml",
  ".yml": "yaml",
  ".md": "markdown",
  ".html": "html",
  ".htm": "html",
};

/** The same for what a reader looks up. */
export const documentFormats = {
  text: async (...given) => (await import("./document-text.ts")).documentAsText(...given),
  json: ({ record }) => `${JSON.stringify(record, null, 2)}\n`,
  markdown: async (document, pack) => (await import("./document-markdown.ts")).documentAsMarkdown(document, pack),
} satisfies Record<string, (document: Document, pack: Pack, page: Page) => string | Promise<string>>;

export type DocumentFormat = keyof typeof documentFormats;
