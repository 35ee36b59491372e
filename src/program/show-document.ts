import { fault, RoleAdvisorError } from "../fault.ts";
import { print } from "../output.ts";
import type { Document } from "../report/document.ts";
import { type DocumentFormat, documentFormats } from "../report/formats.ts";
import { pageFor } from "../report/terminal-page.ts";
import { exits } from "../world.ts";
import type { Session } from "./session.ts";

export interface LookUpOptions {
  readonly format: DocumentFormat;
  readonly color: boolean;
}

export async function show(
  { world, pack }: Session,
  document: Document,
  { format, color }: LookUpOptions,
): Promise<number> {
  await print(world.stdout, await documentFormats[format](document, pack, pageFor(world.stdout, world.env, color)));
  return exits.done;
}

/** Finds the item with this id, ignoring case. `what` is the word for such an item in the error for an unknown id. */
export function findById<T extends { readonly id: string }>(what: string, id: string, items: readonly T[]): T {
  const item = items.find((one) => one.id === id.toLowerCase());
  if (item !== undefined) return item;
  throw new RoleAdvisorError([fault("unknown-id", { what, id, known: items.map((one) => one.id) })]);
}
