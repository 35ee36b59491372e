import { say, type Voice } from "../../../pack/say.ts";

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
