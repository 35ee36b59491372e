import { Composer, Document, Lexer, Parser, YAMLParseError } from "yaml";
import { limits } from "../limits.ts";

/** What stops the reading before it takes longer than any honest file does, and where. */
export interface Excess {
  readonly code: "too-deep" | "too-many-parts" | "lone-bracket";
  readonly offset: number;
}

/**
 * The document of a YAML text, or what is too much of it. It ends with the first error: the library takes minutes to
 * collect some errors (300,000 anchors in one place), and what follows an error is seldom what was meant. Keys that are
 * there twice are left to the caller, since the library compares each with all before it.
 */
export function parseBounded(text: string): Document.Parsed | Excess {
  const excess = findExcess(text);
  if (excess !== null) return excess;
  const options = { prettyErrors: false, logLevel: "error", uniqueKeys: false, schema: "core" } as const;
  let first: YAMLParseError | undefined;
  const stop = (at: Source, code: YAMLParseError["code"], message: string): never => {
    const offset = typeof at === "number" ? at : "offset" in at ? at.offset : at[0];
    // The library catches what is thrown inside a collection, and calls this again.
    first ??= new YAMLParseError([offset, offset + 1], code, message);
    throw first;
  };
  const composer = new Composer(options);
  Object.assign(composer, { onError: stop });
  try {
    let document: Document.Parsed | undefined;
    for (const next of composer.compose(new Parser().parse(text), true, text.length)) {
      if (document === undefined) document = next;
      else stop(next.range[0], "MULTIPLE_DOCS", "");
    }
    return document ?? emptyDocument();
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    const document = emptyDocument();
    document.errors.push(error);
    return document;
  }
}

/** Where the library says that an error is. */
type Source = number | { readonly offset: number } | readonly [number, number];

function emptyDocument(): Document.Parsed {
  return Object.assign(new Document(null), { range: [0, 0, 0] }) as unknown as Document.Parsed;
}

/** A key that is a map becomes a text, which holds the text of its own key: 27 of them took 750 MB. */
const mostExplicitKeys = 8;

const flowEnd = "\u0018";
/** What the lexer adds, and the text does not hold: the start of a document, the end of a bracket that was left open, a scalar. */
const marks = ["\u0002", flowEnd, "\u001f"];

/** The parts of a text by the library's lexer, which alone is linear, and knows brackets in quotes from those that nest. */
export function* partsOf(text: string): Generator<{ readonly part: string; readonly offset: number }> {
  let offset = 0;
  for (const part of new Lexer().lex(text)) {
    yield { part, offset };
    if (!marks.includes(part)) offset += part.length;
  }
}

function findExcess(text: string): Excess | null {
  let parts = 0;
  let brackets = 0;
  let indicators = 0;
  let explicitKeys = 0;
  for (const { part, offset } of partsOf(text)) {
    if (part === "[" || part === "{") brackets += 1;
    else if (part === "]" || part === "}") brackets -= 1;
    else if (part === flowEnd) brackets = 0;
    else if (part === "\n" || part === "\r\n" || part === ",") indicators = 0;
    else if (part === "-" || part === "?" || part === ":") indicators += 1;
    if (part === "?") explicitKeys += 1;
    if (brackets < 0) return { code: "lone-bracket", offset };
    if (brackets + indicators > limits.depth || explicitKeys > mostExplicitKeys) return { code: "too-deep", offset };
    parts += 1;
    if (parts > limits.parts) return { code: "too-many-parts", offset };
  }
  return null;
}
