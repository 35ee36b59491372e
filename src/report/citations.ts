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

/** With a full stop, unless it ends with a mark of its own. */
export function ended(sentence: string): string {
  return /[.?!]$/.test(sentence) ? sentence : `${sentence}.`;
}

/** A source in one line: by, title, year. */
export function sourceLine({ title, by, year }: Source): string {
  return [by, title, year].filter((part) => part !== undefined).join(", ");
}
