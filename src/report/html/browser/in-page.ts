import { mapOf } from "../../../pack/map-of.ts";
import { say, type Voice } from "../../../pack/say.ts";

/** The element of the page with this id. */
export function find(id: string): HTMLElement {
  const element = window.document.getElementById(id);
  if (element === null) throw new Error(`the page has no "${id}"`);
  return element;
}

/** What the page holds as JSON for its script. An id in it may be called as what every object has. */
export function readData<T>(): T {
  return JSON.parse(find("data").textContent ?? "", (_, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value) ? mapOf(Object.entries(value)) : value,
  );
}

/** Copies the text of an element; where that is not allowed, selects it for the reader to copy. Says what it did. */
export async function copyText(voice: Voice, element: Element): Promise<string> {
  try {
    await navigator.clipboard.writeText(element.textContent ?? "");
    return say(voice, "page.copied");
  } catch {
    getSelection()?.selectAllChildren(element);
    return say(voice, "page.selected");
  }
}
