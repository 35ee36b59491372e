import { closestMatch } from "leven";
import { questionToday } from "../answers/read-answers.ts";
import { type Fault, fault, type Place } from "../fault.ts";
import type { Pack, Question } from "../pack/pack.ts";
import { isList } from "../pack/pick.ts";
import { fold, foldWhole } from "./fold-text.ts";
import { optionWords } from "./option-words.ts";

/** The question that a header names, or one option of a question that takes several. */
export interface Meaning {
  readonly question: number;
  /** Index of the option; null if the header names the question as a whole. */
  readonly option: number | null;
  /** Whether the header is the question's id, as batch --template writes it. */
  readonly isId: boolean;
}

/** `code. text` and `code[option]. text` */
const codeAndText = /^(?<code>[\w-]+)(?:\[(?<option>[^\]]*)\])?\. ?(?<rest>.+)$/;
/** `code`, `code[option]` and `code/option` */
const codeAlone = /^(?<code>[\w-]+)(?:\[(?<option>[^\]]+)\]?|\/(?<last>.+))?$/;
/** After a question's text: `[option]`, `/option`, `: option` and `- option` */
const afterText = /^[\s.?!:…]*(?:\[(?<option>.+?)\]?|[/:-] ?(?<last>.+))$/;
/** Text that Qualtrics appends to the text of a question. */
const ofChoices = / - selected choice$/;

/** Recognizes questions in a header by their ids, and by the codes and texts that form tools write. */
export class HeaderNames {
  readonly pack: Pack;
  readonly #ids: ReadonlyMap<string, number>;
  /** Questions by their ids without hyphens, which codes in form tools cannot hold. */
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

  /** The meaning of a header; none if it names no question, two if its code names one question and its text another. */
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

  /** Index of the option of a question that a text names by its label, id or code; null if there is none. */
  optionOf(question: number, text: string): number | null {
    return this.#options[question]?.get(foldWhole(text)) ?? null;
  }

  /** Indices of the questions that take several options, one of which has this label. */
  questionsWith(label: string): number[] {
    return this.pack.questions.flatMap((question, q) =>
      isList(question) && question.options.some((option) => foldWhole(option.label) === foldWhole(label)) ? [q] : [],
    );
  }

  /** The question whose words are most like those of a header, if their Dice coefficient is 0.6 or more; else null. */
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

  /** The meaning of a header that starts with the text of a question; the longest text wins, and an option must follow it. */
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

/** Index of each question by its id, and by its ids in earlier versions of the pack. */
export function questionsByName(pack: Pack): ReadonlyMap<string, number> {
  const ids = pack.questions.map(({ id }) => id);
  const names = [...ids, ...Object.keys(pack.renamed)];
  return new Map(
    names.map((name) => [name, ids.indexOf(questionToday(pack, name))] as const).filter(([, q]) => q >= 0),
  );
}

/** The fault of two names for one question. */
export function answeredTwice({ renamed }: Pack, question: string, first: string, second: string, place: Place): Fault {
  const old = [first, second].find((name) => Object.hasOwn(renamed, fold(name)));
  if (old !== undefined) return fault("answered-twice", { old: fold(old), question }, place);
  return fault("doubled-answer", { question, names: [first, second] }, place);
}

/** A remark on a passed-on name that is a likely misspelling of a question's id; none if it is not. */
export function likelyQuestion(questions: ReadonlyMap<string, number>, name: string): string[] {
  const word = foldWhole(name);
  const near = name.length > 60 ? undefined : closestMatch(word, [...questions.keys()], { maxDistance: 2 });
  const isFar = near === undefined || (near.length < 5 && near !== word) || word === "id";
  return isFar ? [] : [`"${name}" is no question and is passed on; did you mean "${near}"?`];
}

/** The codes that LimeSurvey gives to the options of a question with a column for each. */
function codesOf({ options }: Question): string[][] {
  return options.map((_, o) => [`SQ${`${o + 1}`.padStart(3, "0")}`]);
}

function bare(code: string): string {
  return code.replaceAll(/[-_]/g, "").toLowerCase();
}

function wordsOf(text: string): Set<string> {
  return new Set(fold(text).match(/[\p{L}\p{N}]+/gu));
}
