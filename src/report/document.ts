import type { Pack, Saying, Source } from "../pack/pack.ts";

/** What a reader looks up, before it is laid out for a terminal or as Markdown. */
export interface Document {
  readonly title: string;
  readonly sections: readonly Section[];
  /** Where cited sources are looked up. Those that are cited are listed at the end. */
  readonly sources: Pack["sources"];
  /** The same as plain data: what `--format json` prints. */
  readonly record: unknown;
}

/** A section that holds nothing is left out, heading and all. */
export interface Section {
  readonly heading?: string;
  readonly block: Block;
}

export type Block =
  | { readonly type: "paragraphs"; readonly says: readonly Said[] }
  | { readonly type: "points"; readonly says: readonly Said[] }
  /** Things with a name, and what is said of each; the id is what a command takes. */
  | { readonly type: "entries"; readonly entries: readonly Entry[] }
  /** Names alone, with the ids that a command takes. */
  | { readonly type: "index"; readonly entries: readonly { readonly id: string; readonly name: string }[] }
  /** Amounts, such as points, each with a title and what is said of it. */
  | { readonly type: "amounts"; readonly amounts: readonly Amount[] }
  /** Traits, and how much each weighs as a small bar. */
  | { readonly type: "weights"; readonly heads: readonly string[]; readonly weights: readonly Weighed[] }
  /** Rows of cells under heads, side by side. Stacked where the page is narrow. */
  | { readonly type: "table"; readonly heads: readonly string[]; readonly rows: readonly Row[] };

/** A sentence, and its sources where it has any. */
export type Said = Pick<Saying, "say"> & Partial<Saying>;

export interface Entry {
  readonly id?: string;
  readonly name: string;
  readonly says: readonly Said[];
  readonly points?: readonly Said[];
}

export interface Amount {
  readonly amount: string;
  readonly title: string;
  readonly says: readonly Said[];
}

export interface Weighed {
  readonly name: string;
  readonly weight: number;
  readonly because: Saying;
}

export interface Row {
  readonly name: string;
  readonly cells: readonly (readonly Said[])[];
}

/** What a trait weighs in a role is at most this (DESIGN 4). */
export const mostWeight = 5;

export function hasContent({ block }: Section): boolean {
  if (block.type === "entries" || block.type === "index") return block.entries.length > 0;
  if (block.type === "weights") return block.weights.length > 0;
  if (block.type === "amounts") return block.amounts.length > 0;
  return block.type === "table" ? block.rows.length > 0 : block.says.length > 0;
}

/** The sources that a part of a pack names, wherever it does, in the order in which they are named. */
export function sourcesIn(part: unknown, sources: Pack["sources"]): Pack["sources"] {
  return Object.fromEntries([...new Set(namedIn(part))].map((id) => [id, sources[id] as Source]));
}

function namedIn(part: unknown): string[] {
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    key === "sources" && Array.isArray(value) ? value.map(String) : namedIn(value),
  );
}
