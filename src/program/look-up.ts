import { fault, RoleAdvisorError } from "../fault.ts";
import { print } from "../output.ts";
import type { Document } from "../report/document.ts";
import { type DocumentFormat, documentFormats } from "../report/formats.ts";
import { pageFor } from "../report/page.ts";
import { exits } from "../world.ts";
import type { Session } from "./session.ts";

export interface LookUpOptions {
  readonly format: DocumentFormat;
  readonly color: boolean;
}

/** Prints what was looked up. */
export async function show(
  { world, pack }: Session,
  document: Document,
  { format, color }: LookUpOptions,
): Promise<number> {
  await print(world.stdout, await documentFormats[format](document, pack, pageFor(world.stdout, world.env, color)));
  return exits.done;
}

/** The one with this id, however its letters are cased. */
export function findById<T extends { readonly id: string }>(what: string, given: string, all: readonly T[]): T {
  const found = all.find(({ id }) => id === given.toLowerCase());
  if (found !== undefined) return found;
  throw new RoleAdvisorError([fault("unknown-id", { what, id: given, known: all.map(({ id }) => id) })]);
}
