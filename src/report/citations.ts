import type { Source } from "../pack/pack.ts";

/** Numbers sources in the order in which a text first cites them. */
export class Citations {
  readonly #sources: Readonly<Record<string, Source>>;
  readonly #cited: string[] = [];

  constructor(sources: Readonly<Record<string, Source>>) {
    this.#sources = sources;
  }

  /** "[1, 3]" for the ids; empty for none. */
  cite(ids: readonly string[]): string {
    const numbers = ids.map((id) => {
      if (!this.#cited.includes(id)) this.#cited.push(id);
      return this.#cited.indexOf(id) + 1;
    });
    return numbers.length === 0 ? "" : `[${numbers.join(", ")}]`;
  }

  /** What was cited so far, by number. */
  list(): { readonly number: number; readonly source: Source }[] {
    return this.#cited.map((id, i) => ({ number: i + 1, source: this.#sources[id] as Source }));
  }
}

/** A source in one line, as a sentence: by, title, year. */
export function sourceLine({ title, by, year }: Source): string {
  const line = [by, title, year].filter((part) => part !== undefined).join(", ");
  return /[.?!]$/.test(line) ? line : `${line}.`;
}

/** As one names a source in passing: by whom, and when. */
export function shortSource({ by, year }: Source): string {
  return year === undefined ? by : `${by}, ${year}`;
}
