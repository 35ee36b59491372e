import { Composer, Document, Lexer, Parser, YAMLParseError } from "yaml";
import { limits } from "../limits.ts";

/** Why a text is refused before it is parsed, which might take very long, and where. */
export interface Excess {
  readonly code: "too-deep" | "too-many-parts" | "lone-bracket";
  readonly offset: number;
}

/**
 * Parses one YAML document, unless it exceeds a limit. Parsing stops at the first error: the library takes minutes to
 * collect some errors (300,000 anchors in one place), and errors after the first are rarely meaningful. Finding doubled
 * keys is left to the caller, since the library compares each key with all before it.
 */
export function parseBounded(text: string): Document.Parsed | Excess {
  const excess = findExcess(text);
  if (excess !== null) return excess;
  const options = { prettyErrors: false, logLevel: "error", uniqueKeys: false, schema: "core" } as const;
  let first: YAMLParseError | undefined;
  const stop = (at: Source, code: YAMLParseError["code"], message: string): never => {
    const offset = typeof at === "number" ? at : "offset" in at ? at.offset : at[0];
    // The library catches what is thrown inside a collection and then calls this again, so the first error is kept.
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

/** The forms in which the library passes the position of an error. */
type Source = number | { readonly offset: number } | readonly [number, number];

function emptyDocument(): Document.Parsed {
  return Object.assign(new Document(null), { range: [0, 0, 0] }) as unknown as Document.Parsed;
}

/** The library turns a key that is a map into text, with the text of the keys inside it: 27 nested keys took 750 MB. */
const mostExplicitKeys = 8;

const flowEnd = "\u0018";
/** Tokens of the lexer that are not in the text: start of a document, end of an unclosed bracket, start of a scalar. */
const addedTokens = ["\u0002", flowEnd, "\u001f"];

/** The tokens of a text. The lexer, unlike the parser, takes linear time, and it recognizes brackets in quotes. */
export function* partsOf(text: string): Generator<{ readonly part: string; readonly offset: number }> {
  let offset = 0;
  for (const part of new Lexer().lex(text)) {
    yield { part, offset };
    if (!addedTokens.includes(part)) offset += part.length;
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
