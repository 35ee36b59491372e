import { type Fault, fault } from "../../fault.ts";
import { isLanguage, usualVerdict } from "../schema/pack-files.ts";
import { isId } from "../schema/terms.ts";
import { entriesOf, partOf, textOf, textsOf } from "../unchecked-data.ts";
import type { YamlText } from "../yaml.ts";
import { checkOptionId } from "./check-chosen.ts";
import { isCount } from "./check-evidence.ts";
import { checkWords } from "./check-words.ts";
import { checkReference, idsOfFiles, type RawPack } from "./raw-pack.ts";

/** Checks what pack.yaml says about other files, its verdict thresholds, and words.yaml for the pack's language. */
export function checkPackFile(raw: RawPack): Fault[] {
  const { "pack.yaml": yaml, "words.yaml": words } = raw.texts;
  const lang = textOf(partOf(yaml?.value, "lang")) ?? "en";
  return [
    ...(yaml === undefined
      ? []
      : [
          ...checkListed(raw, yaml, "roles", "role"),
          ...checkListed(raw, yaml, "neighbours", "neighbour"),
          ...checkNeighbours(raw, yaml),
          ...checkVerdict(yaml),
          ...checkRenamed(raw, yaml),
        ]),
    ...(words !== undefined && isLanguage(lang) ? checkWords(words, lang) : []),
  ];
}

/** Each listed id needs a file; if none is missing, each file must be listed. Both at once suggest a misspelt id. */
function checkListed({ texts }: RawPack, yaml: YamlText, folder: "roles" | "neighbours", what: string): Fault[] {
  const list = partOf(yaml.value, folder);
  const listed = textsOf(list).filter(({ text }) => isId(text));
  const files = idsOfFiles(texts, folder).filter(isId);
  const unlisted = files.filter((id) => !listed.some(({ text }) => text === id));
  const roles = folder === "roles" ? [] : idsOfFiles(texts, "roles");
  const missing = listed.filter(({ text }) => !files.includes(text) && !roles.includes(text));
  const faults = missing.map(({ text: id, index = 0 }) =>
    fault("no-file-of", { what, id, name: `${folder}/${id}.yaml`, known: unlisted }, yaml.at([folder, index])),
  );
  // A faulty list is a fault already.
  const isLeftOut = list === undefined && folder === "neighbours" && yaml.value !== undefined;
  const isWhole = (Array.isArray(list) && list.length > 0) || isLeftOut;
  if (!isWhole || missing.length > 0) return faults;
  return unlisted.map((id) =>
    fault("unlisted-role", { what, folder, id }, { file: texts[`${folder}/${id}.yaml`]?.at([]).file }),
  );
}

function checkNeighbours({ ids }: RawPack, yaml: YamlText): Fault[] {
  const roles = textsOf(partOf(yaml.value, "roles")).map(({ text }) => text);
  return textsOf(partOf(yaml.value, "neighbours"))
    .filter(({ text }) => ids.role !== undefined && roles.includes(text))
    .map(({ text: id, index = 0 }) => fault("role-and-neighbour", { id }, yaml.at(["neighbours", index])));
}

/** No result can be leaning unless `leaning` is greater than `close`. */
function checkVerdict(yaml: YamlText): Fault[] {
  const verdict = partOf(yaml.value, "verdict");
  const { close, leaning }: Record<string, unknown> = { ...usualVerdict, ...Object.fromEntries(entriesOf(verdict)) };
  if (!isCount(close) || !isCount(leaning) || leaning > close) return [];
  const hasLeaning = partOf(verdict, "leaning") !== undefined;
  const received = hasLeaning ? `${leaning}` : `${leaning} where it is left out`;
  const expected = `at least ${close + 1}, since up to ${close} a call is close, and none could be leaning`;
  return [fault("out-of-range", { what: "verdict.leaning", received, expected }, yaml.at(["verdict", "leaning"]))];
}

/** New ids must exist, and old ids must not exist any more. */
function checkRenamed({ texts, ids, questions }: RawPack, yaml: YamlText): Fault[] {
  const renamed = entriesOf(partOf(yaml.value, "renamed"));
  return renamed.flatMap(([old, value]): Fault[] => {
    const now = textOf(value);
    if (now === undefined || ids.question === undefined) return [];
    const path = ["renamed", old];
    const [before = "", option] = old.split(".");
    const refuseOld = (what: string, id: string) => fault("still-there", { what, id }, yaml.keyAt(path));
    if (option === undefined) {
      const isThere = ids.question.includes(old);
      return [
        ...checkReference("question", ids.question, now, () => yaml.at(path)),
        ...(isThere ? [refuseOld("question", old)] : []),
      ];
    }
    const id = textOf(renamed.find(([one]) => one === before)?.[1]) ?? before;
    const options = questions.find((one) => one.id === id)?.options.map(([one]) => one);
    if (options === undefined) return checkReference("question", ids.question, id, () => yaml.keyAt(path));
    if (!options.includes(now)) return checkOptionId(texts, id, now, options, () => yaml.at(path));
    return options.includes(option) ? [refuseOld("option", option)] : [];
  });
}
