import { namedSources, sourcesOf } from "../pack/named-sources.ts";
import type { Pack, Saying } from "../pack/pack.ts";

/** What a reader looks up, before it is laid out for a terminal, as Markdown or as a page. */
export interface Document {
  readonly title: string;
  readonly sections: readonly Section[];
  /** The same as plain data: what `--format json` prints. */
  readonly record: unknown;
}

/** A heading and what stands below it, in this order. A section that holds nothing is left out, heading and all. */
export interface Section {
  /** By which a page finds it. */
  readonly id?: string;
  readonly heading?: string | undefined;
  readonly paragraphs?: readonly Sentence[];
  /** A list of sentences. */
  readonly points?: readonly Sentence[];
  /** Names alone, with the ids that a command takes. */
  readonly index?: readonly { readonly id: string; readonly name: string }[];
  readonly entries?: readonly Entry[];
  readonly amounts?: readonly Amount[];
  readonly weights?: readonly Weight[];
  /** What stands above the columns of weights or rows. */
  readonly heads?: readonly string[];
  /** Cells under heads, side by side. Stacked where the page is narrow. */
  readonly rows?: readonly Row[];
}

/** A sentence, with its sources where it has any. */
export type Sentence = string | Saying;

/** A thing with a name, and what is said of it; the id is what a command takes. */
export interface Entry {
  readonly id?: string;
  readonly name: string;
  readonly says?: readonly Sentence[];
  readonly points?: readonly Sentence[];
  /** What a page says before the reader unfolds the rest. */
  readonly inShort?: string | null;
}

/** An amount, such as points, with a title and what is said of it. */
export interface Amount {
  readonly amount: string;
  readonly title: string;
  readonly says?: readonly Sentence[];
  /** How a page tells it, which has more room, and draws it: as a bar of a share of the line in the colour of a role. */
  readonly onPage?: {
    readonly title: string;
    readonly points: readonly string[];
    readonly share: number;
    readonly role: string;
  };
}

/** A trait, and how much it weighs, as a small bar. */
export interface Weight {
  readonly name: string;
  readonly weight: number;
  readonly because: Saying;
}

export interface Row {
  readonly name: string;
  readonly cells: readonly (readonly Sentence[])[];
}

/** What a trait weighs in a role is at most this (DESIGN 4). */
export const mostWeight = 5;

export function hasContent({ id: _, heading: __, heads: ___, ...lists }: Section): boolean {
  return Object.values(lists).some(({ length }) => length > 0);
}

/** A record with every source that it names. */
export function withSources<T extends object>(pack: Pack, record: T): T & Pick<Pack, "sources"> {
  return { ...record, sources: sourcesOf(pack, namedSources(record)) };
}
