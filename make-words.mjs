// Writes two YAML files as modules, so that the program need not parse them: the English sentences, with literal types
// that let the compiler check the arguments of say(), and the descriptions that editors show beside the keys of a pack.
//   node make-words.mjs (the first step of "npm run build")
import { readFileSync, writeFileSync } from "node:fs";
import { parse } from "yaml";

const english = readFileSync("data/words/en.yaml", "utf8");
const words = parse(english);
const abouts = Object.fromEntries([...english.matchAll(/^# (.*)\n(\w+):$/gm)].map(([, about, name]) => [name, about]));
const bare = Object.keys(words).filter((section) => abouts[section] === undefined);
if (bare.length > 0) throw new Error(`data/words/en.yaml: no comment says what is in ${bare.join(", ")}`);
writeModule("src/pack/english-words.ts", "data/words/en.yaml", [
  ["Section, key, and a text or its plural forms.", `englishWords = ${inCode(words)} as const`],
  ["What the sentences of each section are for.", `aboutSections: Record<string, string> = ${inCode(abouts)}`],
]);

const keys = parse(readFileSync("src/pack/schema/keys.yaml", "utf8"));
writeModule("src/pack/key-words.ts", "src/pack/schema/keys.yaml", [
  ["By file, and by the path of a key in it.", `aboutKeys: Record<string, Record<string, string>> = ${inCode(keys)}`],
]);

function writeModule(file, from, constants) {
  const head = `// Made from ${from} by make-words.mjs, and not kept in the repository. Change the YAML, and run "npm run build".\n`;
  const code = constants.map(([about, constant]) => `\n/** ${about} */\nexport const ${constant};\n`);
  writeFileSync(file, head + code.join(""));
}

function inCode(value) {
  return JSON.stringify(value, null, 2);
}
