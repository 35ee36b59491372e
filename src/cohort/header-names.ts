import type { Pack, Question } from "../pack/pack.ts";
import { isList } from "../pack/pick.ts";
import { fold, foldWhole } from "./fold.ts";
import { questionsByName } from "./header.ts";
import { optionWords } from "./option-words.ts";

/** What a header stands for: a question, or one option of a question that takes several. */
export interface Meaning {
  readonly question: number;
  readonly option: number | null;
  /** It is the question's id, as batch --template writes it. */
  readonly isId: boolean;
}

/** Knows questions by what form tools make of them in a header: id, text, "code. text", with an option in brackets. */
export class HeaderNames {
  readonly #pack: Pack;
  readonly #ids: ReadonlyMap<string, number>;
  /** Ids without their hyphens, as codes of form tools are. */
  readonly #codes = new Map<string, number>();
  readonly #texts = new Map<string, number>();
  readonly #options: readonly ReadonlyMap<string, number>[];

  constructor(pack: Pack) {
    this.#pack = pack;
    this.#ids = questionsByName(pack);
    for (const [id, question] of this.#ids) this.#codes.set(bare(id), question);
    const asked = pack.questions.map(({ ask }) => foldWhole(ask));
    asked.forEach((text, question) => {
      if (asked.indexOf(text) === asked.lastIndexOf(text)) this.#texts.set(text, question);
    });
    this.#options = pack.questions.map((question) => optionWords(pack, question, codesOf(question)));
  }

  /** Null where the header names no question; two where it names one by its code and another by its text. */
  meaningsOf(header: string): readonly Meaning[] {
    const id = this.#ids.get(fold(header));
    if (id !== undefined) return [{ question: id, option: null, isId: true }];
    const text = foldWhole(header).replace(/ - selected choice$/, "");
    const dotted = /^([\w-]+)(?:\[([^\]]*)\])?\. ?(.+)$/.exec(text);
    const [, code = "", inside, rest = ""] = dotted ?? [];
    const byText = this.#byText(dotted === null ? text : rest) ?? (dotted === null ? null : this.#byText(text));
    const byCode = dotted === null ? this.#byCode(text) : this.#byParts(code, inside);
    const found = [byText, byCode].flatMap((meaning) => meaning ?? []);
    const isSame = found.every(({ question }) => question === found[0]?.question);
    return isSame ? found.slice(0, 1) : found;
  }

  idOf(question: number): string {
    return this.#pack.questions[question]?.id ?? "";
  }

  /** The option of a question that a text names: its label, its id, or its code. */
  optionOf(question: number, text: string): number | null {
    return this.#options[question]?.get(foldWhole(text)) ?? null;
  }

  /** The questions that take several options and have one with this label. */
  questionsWith(label: string): number[] {
    return this.#pack.questions.flatMap((question, q) =>
      isList(question) && question.options.some((option) => foldWhole(option.label) === foldWhole(label)) ? [q] : [],
    );
  }

  /** Whose text has most words in common with a header, if most of them are. */
  nearest(header: string): number | null {
    const words = wordsOf(header);
    const likeness = this.#pack.questions.map(({ ask }) => {
      const asked = wordsOf(ask);
      const common = [...asked].filter((word) => words.has(word)).length;
      return (2 * common) / Math.max(1, asked.size + words.size);
    });
    const most = Math.max(...likeness);
    return words.size > 2 && most >= 0.6 ? likeness.indexOf(most) : null;
  }

  #byText(text: string): Meaning | null {
    const whole = this.#texts.get(text);
    if (whole !== undefined) return { question: whole, option: null, isId: false };
    const [question, asked] = [...this.#texts]
      .filter(([ask]) => text.startsWith(ask))
      .sort((a, b) => b[0].length - a[0].length)
      .map(([ask, q]) => [q, ask] as const)[0] ?? [-1, ""];
    const rest = /^[\s.?!:…]*(?:\[(.+?)\]?|[/:-] ?(.+))$/.exec(text.slice(asked.length));
    return question < 0 || rest === null ? null : this.#withOption(question, rest[1] ?? rest[2] ?? "");
  }

  #byCode(text: string): Meaning | null {
    const [, code = "", inBrackets, afterSlash] = /^([\w-]+)(?:\[([^\]]+)\]?|\/(.+))?$/.exec(text) ?? [];
    return this.#byParts(code, inBrackets ?? afterSlash);
  }

  #byParts(code: string, option: string | undefined): Meaning | null {
    const question = this.#codes.get(bare(code));
    if (question === undefined) return null;
    return option === undefined ? { question, option: null, isId: false } : this.#withOption(question, option);
  }

  #withOption(question: number, text: string): Meaning | null {
    const asked = this.#pack.questions[question];
    const option = this.optionOf(question, text);
    return option === null || asked === undefined || !isList(asked) ? null : { question, option, isId: false };
  }
}

/** What LimeSurvey calls the options of a question with a column for each. */
function codesOf({ options }: Question): string[][] {
  return options.map((_, o) => [`SQ${`${o + 1}`.padStart(3, "0")}`]);
}

function bare(code: string): string {
  return code.replaceAll(/[-_]/g, "").toLowerCase();
}

function wordsOf(text: string): Set<string> {
  return new Set(fold(text).match(/[\p{L}\p{N}]+/gu));
}
