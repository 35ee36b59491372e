import { closestMatch } from "leven";
import { questionToday } from "../answers/read-answers.ts";
import { type Fault, fault, type Place } from "../fault.ts";
import type { Pack, Question } from "../pack/pack.ts";
import { isList } from "../pack/pick.ts";
import { fold, foldWhole } from "./fold.ts";
import { optionWords } from "./option-words.ts";

/** What a header stands for: a question, or one option of a question that takes several. */
export interface Meaning {
  readonly question: number;
  readonly option: number | null;
  /** It is the question's id, as batch --template writes it. */
  readonly isId: boolean;
}

/** `code. text` and `code[option]. text` */
const codeAndText = /^(?<code>[\w-]+)(?:\[(?<option>[^\]]*)\])?\. ?(?<rest>.+)$/;
/** `code`, `code[option]` and `code/option` */
const codeAlone = /^(?<code>[\w-]+)(?:\[(?<option>[^\]]+)\]?|\/(?<last>.+))?$/;
/** After a question's text: `[option]`, `/option`, `: option` and `- option` */
const afterText = /^[\s.?!:…]*(?:\[(?<option>.+?)\]?|[/:-] ?(?<last>.+))$/;
/** What Qualtrics writes after the text of a question. */
const ofChoices = / - selected choice$/;

/** Knows questions by what form tools make of them in a header. */
export class HeaderNames {
  readonly pack: Pack;
  readonly #ids: ReadonlyMap<string, number>;
  /** Ids without their hyphens, as codes of form tools are. */
  readonly #codes: ReadonlyMap<string, number>;
  readonly #texts = new Map<string, number>();
  readonly #options: readonly ReadonlyMap<string, number>[];

  constructor(pack: Pack) {
    this.pack = pack;
    this.#ids = questionsByName(pack);
    this.#codes = new Map([...this.#ids].map(([id, question]) => [bare(id), question]));
    const texts = pack.questions.map(({ ask }) => foldWhole(ask));
    for (const [question, text] of texts.entries()) {
      if (texts.indexOf(text) === texts.lastIndexOf(text)) this.#texts.set(text, question);
    }
    this.#options = pack.questions.map((question) => optionWords(pack, question, codesOf(question)));
  }

  /** Empty where the header names no question; two where it names one by its code and another by its text. */
  meaningsOf(header: string): readonly Meaning[] {
    const id = this.#ids.get(fold(header));
    if (id !== undefined) return [{ question: id, option: null, isId: true }];
    const text = foldWhole(header).replace(ofChoices, "");
    const { code = "", option, last, rest } = (codeAndText.exec(text) ?? codeAlone.exec(text))?.groups ?? {};
    const byText = (rest === undefined ? null : this.#byText(rest)) ?? this.#byText(text);
    const byCode = this.#meaningOf(this.#codes.get(bare(code)), option ?? last);
    const meanings = [byText, byCode].flatMap((meaning) => meaning ?? []);
    const isSame = meanings.every(({ question }) => question === meanings[0]?.question);
    return isSame ? meanings.slice(0, 1) : meanings;
  }

  /** The option of a question that a text names: its label, its id, or its code. */
  optionOf(question: number, text: string): number | null {
    return this.#options[question]?.get(foldWhole(text)) ?? null;
  }

  /** The questions that take several options and have one with this label. */
  questionsWith(label: string): number[] {
    return this.pack.questions.flatMap((question, q) =>
      isList(question) && question.options.some((option) => foldWhole(option.label) === foldWhole(label)) ? [q] : [],
    );
  }

  /** Whose text has most words in common with a header, if most of them are. */
  nearest(header: string): Question | null {
    const words = wordsOf(header);
    const likeness = this.pack.questions.map(({ ask }) => {
      const askWords = wordsOf(ask);
      const common = [...askWords].filter((word) => words.has(word)).length;
      return (2 * common) / Math.max(1, askWords.size + words.size);
    });
    const most = Math.max(...likeness);
    return words.size > 2 && most >= 0.6 ? (this.pack.questions[likeness.indexOf(most)] ?? null) : null;
  }

  /** The longest text of a question that a header starts with; what follows must be an option. */
  #byText(text: string): Meaning | null {
    const [start] = [...this.#texts.keys()].filter((ask) => text.startsWith(ask)).sort((a, b) => b.length - a.length);
    if (start === undefined || start === text) return this.#meaningOf(this.#texts.get(text), undefined);
    const { option, last } = afterText.exec(text.slice(start.length))?.groups ?? {};
    const label = option ?? last;
    return label === undefined ? null : this.#meaningOf(this.#texts.get(start), label);
  }

  #meaningOf(question: number | undefined, option: string | undefined): Meaning | null {
    const asked = this.pack.questions[question ?? -1];
    if (question === undefined || asked === undefined) return null;
    if (option === undefined) return { question, option: null, isId: false };
    const place = this.optionOf(question, option);
    return place === null || !isList(asked) ? null : { question, option: place, isId: false };
  }
}

/** The number of each question by its folded id, and by those that it had in earlier versions of the pack. */
export function questionsByName(pack: Pack): ReadonlyMap<string, number> {
  const ids = pack.questions.map(({ id }) => id);
  const names = [...ids, ...Object.keys(pack.renamed)];
  return new Map(
    names.map((name) => [name, ids.indexOf(questionToday(pack, name))] as const).filter(([, q]) => q >= 0),
  );
}

/** Two names for one question. */
export function twice({ renamed }: Pack, question: string, first: string, second: string, place: Place): Fault {
  const old = [first, second].find((name) => Object.hasOwn(renamed, fold(name)));
  if (old !== undefined) return fault("answered-twice", { old: fold(old), question }, place);
  return fault("doubled-answer", { question, names: [first, second] }, place);
}

/** A remark on a name that is passed on, and was probably meant for a question. */
export function likelyQuestion(questions: ReadonlyMap<string, number>, name: string): string[] {
  const meant = foldWhole(name);
  const near = name.length > 60 ? undefined : closestMatch(meant, [...questions.keys()], { maxDistance: 2 });
  const isFar = near === undefined || (near.length < 5 && near !== meant) || meant === "id";
  return isFar ? [] : [`"${name}" is no question and is passed on; did you mean "${near}"?`];
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
