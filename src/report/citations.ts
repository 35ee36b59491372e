import type { Source } from "../pack/pack.ts";
import type { Sentence } from "./document.ts";

/** Numbers sources in the order in which a text first cites them. */
export class Citations {
  readonly #sources: Readonly<Record<string, Source>>;
  readonly #cited: string[] = [];

  constructor(sources: Readonly<Record<string, Source>>) {
    this.#sources = sources;
  }

  /** A sentence with the numbers of its sources: "A CIO is a manager. [1, 3]" */
  write(said: Sentence, escaped = (text: string) => text): string {
    if (typeof said === "string") return escaped(said);
    return said.sources.length === 0
      ? escaped(said.say)
      : `${escaped(said.say)} [${this.numbers(said.sources).join(", ")}]`;
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
  return withFullStop([by, title, year].filter((part) => part !== undefined).join(", "));
}

/** A text with a full stop, where it ends without a mark of its own. */
export function withFullStop(sentence: string): string {
  return /[.?!]$/.test(sentence) ? sentence : `${sentence}.`;
}
