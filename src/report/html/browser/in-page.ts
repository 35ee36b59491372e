import { mapOf } from "../../../pack/map-of.ts";

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
