import type { Document } from "./document.ts";
import type { Page } from "./page.ts";

type Renderer = (document: Document, page: Page) => string | Promise<string>;

/** One renderer for each value of --format. */
export const documentFormats = {
  text: async (document, page) => (await import("./document-text.ts")).documentAsText(document, page),
  json: ({ record }) => `${JSON.stringify(record, null, 2)}\n`,
  markdown: async (document) => (await import("./document-markdown.ts")).documentAsMarkdown(document),
} satisfies Record<string, Renderer>;

export type DocumentFormat = keyof typeof documentFormats;
