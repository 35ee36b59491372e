import type { Pack } from "../pack/pack.ts";
import type { Document } from "./document.ts";
import type { Page } from "./page.ts";

type Renderer = (document: Document, pack: Pack, page: Page) => string | Promise<string>;

/** One renderer for each value of --format. */
export const documentFormats = {
  text: async (...given) => (await import("./document-text.ts")).documentAsText(...given),
  json: ({ record }) => `${JSON.stringify(record, null, 2)}\n`,
  markdown: async (document, pack) => (await import("./document-markdown.ts")).documentAsMarkdown(document, pack),
} satisfies Record<string, Renderer>;

export type DocumentFormat = keyof typeof documentFormats;
