import type { Source } from "../pack/pack.ts";
import type { Said } from "./document.ts";

/** Numbers sources in the order in which a text first cites them. */
export class Citations {
  readonly #sources: Readonly<Record<string, Source>>;
  readonly #cited: string[] = [];

  constructor(sources: Readonly<Record<string, Source>>) {
    this.#sources = sources;
  }

  /** "[1, 3]" for the ids; empty for none. */
  cite(ids: readonly string[]): string {
    return ids.length === 0 ? "" : `[${this.numbers(ids).join(", ")}]`;
  }

  /** A sentence with the numbers of its sources. */
  write(said: Said, escaped = (text: string) => text): string {
    if (typeof said === "string") return escaped(said);
    return `${escaped(said.say)} ${this.cite(said.sources)}`.trimEnd();
  }

  numbers(ids: readonly string[]): number[] {
    return ids.map((id) => {
      if (!this.#cited.includes(id)) this.#cited.push(id);
      return this.#cited.indexOf(id) + 1;
    });
  }

  /** What was cited so far, by number. */
  list(): { readonly number: number; readonly source: Source }[] {
    return this.#cited.map((id, i) => ({ number: i + 1, source: this.#sources[id] as Source }));
  }
}

/** A source in one line, as a sentence: by, title, year. */
export function sourceLine({ title, by, year }: Source): string {
  const line = [by, title, year].filter((part) => part !== undefined).join(", ");
  return ended(line);
}

/** A text with a full stop, where it ends without a mark of its own. */
export function ended(sentence: string): string {
  return /[.?!]$/.test(sentence) ? sentence : `${sentence}.`;
}
