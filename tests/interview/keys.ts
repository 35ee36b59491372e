import type { Key } from "../../src/interview/key-actions.ts";

export const enter: Key = { name: "return" };
export const up: Key = { name: "up" };
export const down: Key = { name: "down" };
export const left: Key = { name: "left" };
export const right: Key = { name: "right" };
export const esc: Key = { name: "escape" };
export const space: Key = { name: "space" };

export function typed(characters: string): Key[] {
  return [...characters].map((key) => ({ sequence: key, name: key }));
}

/** Answers so many questions by their first line. */
export function answering(n: number): Key[] {
  return Array.from({ length: n }, () => [...typed("1"), enter]).flat();
}
