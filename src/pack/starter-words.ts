import { stringify } from "yaml";
import { allSections, type EnglishEntry } from "./fixed-sentences.ts";

/** All fixed sentences in English as a words.yaml, for somebody who words them anew. */
export function englishWords(): string {
  const sections = Object.entries(allSections).map(([name, { about, words }]) => {
    const entries = Object.entries(words).map(([key, entry]) => writeEntry(key, entry));
    return `# ${about}\n${name}:\n${entries.join("")}`;
  });
  return `${[head, ...sections].join("\n")}`;
}

const head = `# yaml-language-server: $schema=schema/words.json
#
# Every fixed sentence of reports and pages, in the order in which a reader meets them. Word those that you
# want to, and delete the rest: what is not here stays as it is in English. {Names in braces} are filled in;
# keep them, wherever they belong in your sentence. Where a number decides there is a text for each plural
# form of the pack's language: {n} is the number in digits, {number} in words. pack.yaml says the language:
# "lang: de". "role-advisor check <this folder>" finds what is missing.
`;

function writeEntry(key: string, entry: EnglishEntry): string {
  const text = stringify(
    { [key]: entry },
    { lineWidth: 0, defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "PLAIN" },
  );
  return text.replaceAll(/^(?=.)/gm, "  ");
}
