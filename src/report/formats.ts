import type { Advice } from "../advice/advice.ts";
import type { Pack } from "../pack/pack.ts";
import type { RenderOptions } from "./text.ts";

type Renderer = (pack: Pack, advice: Advice, options: RenderOptions) => string | Promise<string>;

/** One renderer for each value of --format. They return the text; nothing here writes. Each loads only where it is used. */
export const formats = {
  text: async (pack, advice, options) => (await import("./text.ts")).renderText(pack, advice, options),
  json: (_, advice) => `${JSON.stringify(advice, null, 2)}\n`,
  // Words that a reader of YAML 1.1 takes for a boolean or a number are quoted, too.
  yaml: async (_, advice) =>
    (await import("yaml")).stringify(advice, { lineWidth: 100, aliasDuplicateObjects: false, compat: "yaml-1.1" }),
  markdown: async (pack, advice, options) => (await import("./markdown.ts")).renderMarkdown(pack, advice, options),
  html: async (pack, advice, options) => (await import("./html/advice-page.ts")).renderHtml(pack, advice, options),
} satisfies Record<string, Renderer>;

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
