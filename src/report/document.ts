import { namedSources, sourcesOf } from "../pack/named-sources.ts";
import type { Pack, Saying } from "../pack/pack.ts";

/** What a reader looks up, before it is laid out for a terminal or as Markdown. */
export interface Document {
  readonly title: string;
  readonly sections: readonly Section[];
  /** The same as plain data: what `--format json` prints. */
  readonly record: unknown;
}

/** A section that holds nothing is left out, heading and all. */
export interface Section {
  readonly heading?: string | undefined;
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

/** A sentence, with its sources where it has any. */
export type Said = string | Saying;

export interface Entry {
  readonly id?: string;
  readonly name: string;
  readonly says?: readonly Said[];
  readonly points?: readonly Said[];
}

export interface Amount {
  readonly amount: string;
  readonly title: string;
  readonly says?: readonly Said[];
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
  const { type: _, ...lists } = block;
  return Object.values(lists).every(({ length }) => length > 0);
}

/** A record with every source that it names. */
export function withSources<T extends object>(pack: Pack, record: T): T & Pick<Pack, "sources"> {
  return { ...record, sources: sourcesOf(pack, namedSources(record)) };
}

/** The builders of blocks. */
export function paragraphs(heading: string | undefined, says: readonly Said[]): Section {
  return { heading, block: { type: "paragraphs", says } };
}

export function points(heading: string | undefined, says: readonly Said[]): Section {
  return { heading, block: { type: "points", says } };
}

export function entries(heading: string | undefined, items: readonly Entry[]): Section {
  return { heading, block: { type: "entries", entries: items } };
}

export function amounts(heading: string | undefined, items: readonly Amount[]): Section {
  return { heading, block: { type: "amounts", amounts: items } };
}

export function table(heading: string | undefined, heads: readonly string[], rows: readonly Row[]): Section {
  return { heading, block: { type: "table", heads, rows } };
}
