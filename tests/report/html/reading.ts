import { expect } from "vitest";

/** What a reader sees, without what scripts and styles hold. */
export function textOf(html: string): string {
  return html
    .replaceAll(/<(script|style|title)[^>]*>[\s\S]*?<\/\1>/g, "")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

export function markupOf(html: string): string {
  return html.replaceAll(/(<(script|style)[^>]*>)[\s\S]*?(<\/\2>)/g, "$1$3");
}

const isVoid = ["!doctype", "meta", "link", "path", "rect", "line", "input"];

/** Every element is closed where it should be, attributes have quotes, no id is there twice, every link inside leads somewhere. */
export function expectWellFormed(html: string): void {
  const markup = markupOf(html);
  const open: string[] = [];
  for (const [tag, isEnd, name = ""] of markup.matchAll(/<(\/?)([a-z!0-9]+)[^>]*>/g)) {
    expect(tag).toMatch(/^<\/?[a-z!0-9]+(?: (?:[a-z-]+|[a-zA-Z0-9-]+="[^"<>]*"))*(?: )?\/?>$/);
    expect(tag).not.toMatch(/ (?:style|on[a-z]+)=/);
    if (isEnd) expect(open.pop()).toBe(name);
    else if (!isVoid.includes(name) && !tag.endsWith("/>")) open.push(name);
  }
  expect(open).toEqual([]);
  const ids = [...markup.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(ids).toEqual([...new Set(ids)]);
  const targets = [...markup.matchAll(/ (?:href="#|aria-labelledby=")([^"]*)"/g)].map(([, id]) => id);
  expect(ids).toEqual(expect.arrayContaining(targets));
  expect(textOf(html)).not.toMatch(/undefined|null|NaN|\[object|Infinity/);
}
