import { mapOf } from "../../../pack/map-of.ts";
import { say, type Voice } from "../../../pack/say.ts";

/** Returns the element with an id. @throws Error if the page has none. */
export function find(id: string): HTMLElement {
  const element = window.document.getElementById(id);
  if (element === null) throw new Error(`the page has no "${id}"`);
  return element;
}

/** Parses the JSON in the page. Objects get no prototype, since an id of the pack may be "constructor". */
export function readData<T>(): T {
  return JSON.parse(find("data").textContent ?? "", (_, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value) ? mapOf(Object.entries(value)) : value,
  );
}

/** Copies the text of an element, or selects it if the browser forbids copying. Returns a sentence on what it did. */
export async function copyText(voice: Voice, element: Element): Promise<string> {
  try {
    await navigator.clipboard.writeText(element.textContent ?? "");
    return say(voice, "page.copied");
  } catch {
    getSelection()?.selectAllChildren(element);
    return say(voice, "page.selected");
  }
}
