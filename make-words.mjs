// Makes a module of data/words/en.yaml: the English sentences as plain data whose types know every key and placeholder.
// The build runs it first, so that the program reads no YAML for its own words, and `say()` is checked by the compiler.
//   node make-words.mjs
import { readFileSync, writeFileSync } from "node:fs";
import { parse } from "yaml";

const file = "data/words/en.yaml";
const text = readFileSync(file, "utf8");
const words = parse(text);
const abouts = Object.fromEntries(
  [...text.matchAll(/^# (.*)\n(\w+):$/gm)].map(([, about, section]) => [section, about]),
);
const bare = Object.keys(words).filter((section) => abouts[section] === undefined);
if (bare.length > 0) throw new Error(`${file}: no comment says what is in ${bare.join(", ")}`);
writeFileSync(
  "src/pack/english-words.ts",
  `// Made from ${file} by make-words.mjs, and not kept in the repository. Change the YAML, and run "npm run build".

/** Section, key, and a text or its plural forms. */
export const englishWords = ${JSON.stringify(words, null, 2)} as const;

/** What stands in a section. */
export const aboutSections: Record<string, string> = ${JSON.stringify(abouts, null, 2)};
`,
);
