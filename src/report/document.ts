import { namedSources, sourcesOf } from "../pack/named-sources.ts";
import type { Pack, Saying } from "../pack/pack.ts";

/** Something to read, such as a role or a guide topic, before it is laid out as terminal text, Markdown or HTML. */
export interface Document {
  readonly title: string;
  readonly sections: readonly Section[];
  /** The content as plain data, which `--format json` prints. */
  readonly record: unknown;
}

/** A heading and its content, in the order of the fields. Renderers leave out a section that has no content. */
export interface Section {
  /** The id by which the HTML page picks the section. */
  readonly id?: string;
  readonly heading?: string | undefined;
  readonly paragraphs?: readonly Sentence[];
  /** Sentences shown as a list. */
  readonly points?: readonly Sentence[];
  /** Names without a description, each with the id that a command takes. */
  readonly index?: readonly { readonly id: string; readonly name: string }[];
  readonly entries?: readonly Entry[];
  readonly amounts?: readonly Amount[];
  readonly weights?: readonly Weight[];
  /** Column headings of the weights or rows. */
  readonly heads?: readonly string[];
  /** Rows of a table with the columns `heads`. A narrow page stacks the cells. */
  readonly rows?: readonly Row[];
}

/** A sentence, with its sources if it has any. */
export type Sentence = string | Saying;

/** A name with sentences and a list about it. The id is what a command takes. */
export interface Entry {
  readonly id?: string;
  readonly name: string;
  readonly says?: readonly Sentence[];
  readonly points?: readonly Sentence[];
  /** A short sentence that the HTML page shows; the reader can unfold the rest. */
  readonly inShort?: string | null;
}

/** An amount, such as "+41" points, with a title and sentences about it. */
export interface Amount {
  readonly amount: string;
  readonly title: string;
  readonly says?: readonly Sentence[];
  /** What the HTML page, which has more room, shows instead of `title`. The bar fills `share` (0 to 1) of the line. */
  readonly onPage?: {
    readonly title: string;
    readonly points: readonly string[];
    readonly share: number;
    readonly role: string;
  };
}

/** The name of a trait and its weight in a role, 0 to 5, drawn as a small bar. */
export interface Weight {
  readonly name: string;
  readonly weight: number;
  readonly because: Saying;
}

export interface Row {
  readonly name: string;
  readonly cells: readonly (readonly Sentence[])[];
}

/** The largest weight of a trait in a role (DESIGN 4). */
export const mostWeight = 5;

export function hasContent({ id: _, heading: __, heads: ___, ...lists }: Section): boolean {
  return Object.values(lists).some(({ length }) => length > 0);
}

/** Adds every source that a record names. */
export function withSources<T extends object>(pack: Pack, record: T): T & Pick<Pack, "sources"> {
  return { ...record, sources: sourcesOf(pack, namedSources(record)) };
}
