/** Copies the text of an element; where that is not allowed, selects it for the reader to copy. Says what it did. */
export async function copyText(element: Element): Promise<string> {
  try {
    await navigator.clipboard.writeText(element.textContent ?? "");
    return "Copied";
  } catch {
    getSelection()?.selectAllChildren(element);
    return "Selected: press Ctrl+C";
  }
}
