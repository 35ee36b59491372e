import type { Source } from "../pack/pack.ts";
import type { Sentence } from "./document.ts";

/** Numbers the sources of one text from 1, in the order in which the text first cites them. */
export class Citations {
  readonly #sources: Readonly<Record<string, Source>>;
  readonly #cited: string[] = [];

  constructor(sources: Readonly<Record<string, Source>>) {
    this.#sources = sources;
  }

  /** Returns the sentence followed by the numbers of its sources: "A CIO is a manager. [1, 3]" */
  write(sentence: Sentence, escapeText = (text: string) => text): string {
    if (typeof sentence === "string") return escapeText(sentence);
    const { say, sources } = sentence;
    return sources.length === 0 ? escapeText(say) : `${escapeText(say)} [${this.numbers(sources).join(", ")}]`;
  }

  numbers(ids: readonly string[]): number[] {
    return ids.map((id) => {
      if (!this.#cited.includes(id)) this.#cited.push(id);
      return this.#cited.indexOf(id) + 1;
    });
  }

  /** Lists the sources cited so far, in the order of their numbers. */
  list(): { readonly number: number; readonly source: Source }[] {
    return this.#cited.map((id, i) => ({ number: i + 1, source: this.#sources[id] as Source }));
  }
}

/** Describes a source in one sentence: author or publisher, title, year. */
export function sourceLine({ title, by, year }: Source): string {
  return withFullStop([by, title, year].filter((part) => part !== undefined).join(", "));
}

/** Appends a full stop, unless the sentence already ends with a full stop, question mark or exclamation mark. */
export function withFullStop(sentence: string): string {
  return /[.?!]$/.test(sentence) ? sentence : `${sentence}.`;
}
