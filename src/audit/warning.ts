import type { Pack } from "../pack/pack.ts";

/** Something in a pack that is valid, but worth improving. */
export interface Warning {
  readonly code: string;
  /** What could be better, and how. */
  readonly message: string;
  /** The file inside the pack's folder, the path of a part of it, and whether to point at the key or the value. */
  readonly file: string;
  readonly path: readonly (string | number)[];
  readonly part: "key" | "value";
}

/** The path of a question inside questions.yaml, for the position of a warning. */
export function pathOf({ topics }: Pack, id: string): (string | number)[] {
  const topic = topics.findIndex(({ questions }) => questions.includes(id));
  return [topic, "questions", topics[topic]?.questions.indexOf(id) ?? 0];
}

export function filesWithNotes(pack: Pack): { readonly file: string; readonly notes: Pack["notes"] }[] {
  const ofRoles = pack.roles.map(({ id, notes }) => ({ file: `roles/${id}.yaml`, notes }));
  return [{ file: "pack.yaml", notes: pack.notes }, ...ofRoles];
}
