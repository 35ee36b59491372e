import type { Pack } from "../pack/pack.ts";

/** Something in a pack that is valid, but worth improving, and where. */
export interface Warning {
  readonly code: string;
  /** What could be better, and how. */
  readonly message: string;
  /** The file inside the pack's folder, the path of the part in it, and whether its key is meant or its value. */
  readonly file: string;
  readonly path: readonly (string | number)[];
  readonly part: "key" | "value";
}

/** The path of a question in questions.yaml. */
export function pathOf({ topics }: Pack, id: string): (string | number)[] {
  const topic = topics.findIndex(({ questions }) => questions.includes(id));
  return [topic, "questions", topics[topic]?.questions.indexOf(id) ?? 0];
}

/** Every file that has notes. */
export function filesWithNotes(pack: Pack): { readonly file: string; readonly notes: Pack["notes"] }[] {
  const ofRoles = pack.roles.map(({ id, notes }) => ({ file: `roles/${id}.yaml`, notes }));
  return [{ file: "pack.yaml", notes: pack.notes }, ...ofRoles];
}
