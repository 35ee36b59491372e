import { type Fault, fault } from "../../fault.ts";
import { entriesOf, partOf, textOf, textsOf } from "../raw.ts";
import { isLanguage, usualVerdict } from "../schema/pack-file.ts";
import { isId } from "../schema/terms.ts";
import type { Path } from "../yaml.ts";
import { checkWords } from "./check-words.ts";
import { describedFolders, idsIn, idsOfFiles, type RawPack } from "./raw-pack.ts";
import { checkMentions, findDoubled, refer, referOption } from "./refer.ts";

const file = "pack.yaml";

/** What pack.yaml says of the other files, and what depends on it alone. */
export function checkPackFile(raw: RawPack): Fault[] {
  const { texts } = raw;
  const pack = texts[file]?.value;
  const lang = textOf(partOf(pack, "lang")) ?? "en";
  const words = texts["words.yaml"];
  return [
    ...describedFolders.flatMap(({ folder, what }) => [
      ...findDoubled(texts, what, textsOf(partOf(pack, folder)), { file, path: [folder] }),
      ...checkListed(raw, folder, what),
    ]),
    ...checkNeighbours(raw, pack),
    ...checkVerdict(raw, pack),
    ...checkRenamed(raw, pack),
    ...findDoubled(texts, "note", idsIn(partOf(pack, "notes")), { file, path: ["notes"] }, "id"),
    ...checkMentions(raw, file),
    ...(words !== undefined && isLanguage(lang) ? checkWords(words, lang) : []),
  ];
}

/** Each that pack.yaml lists has a file, and each file is listed; where both fail, one name is a slip of the other. */
function checkListed({ texts }: RawPack, folder: string, what: string): Fault[] {
  const pack = texts[file];
  const list = partOf(pack?.value, folder);
  const listed = textsOf(list).filter(({ text }) => isId(text));
  const files = idsOfFiles(texts, folder).filter(isId);
  const unlisted = files.filter((id) => !listed.some(({ text }) => text === id));
  const roles = folder === "roles" ? [] : idsOfFiles(texts, "roles");
  const missing = listed.filter(({ text }) => !files.includes(text) && !roles.includes(text));
  const faults = missing.map(({ text: id, index = 0 }) =>
    fault("no-file-of", { what, id, name: `${folder}/${id}.yaml`, unlisted }, pack?.at([folder, index])),
  );
  // Where the list itself is wrong, that is said already.
  const isLeftOut = list === undefined && folder === "neighbours" && pack?.value !== undefined;
  const isWhole = (Array.isArray(list) && list.length > 0) || isLeftOut;
  const isStray = isWhole && missing.length === 0;
  return [
    ...faults,
    ...(isStray ? unlisted : []).map((id) =>
      fault("unlisted-role", { what, folder, id }, { file: texts[`${folder}/${id}.yaml`]?.at([]).file }),
    ),
  ];
}

function checkNeighbours({ texts, known }: RawPack, pack: unknown): Fault[] {
  const roles = textsOf(partOf(pack, "roles")).map(({ text }) => text);
  return textsOf(partOf(pack, "neighbours"))
    .filter(({ text }) => known.role !== undefined && roles.includes(text))
    .map(({ text: id, index = 0 }) => fault("role-and-neighbour", { id }, texts[file]?.at(["neighbours", index])));
}

/** No call is leaning where each that could be is close already. */
function checkVerdict({ texts }: RawPack, pack: unknown): Fault[] {
  const own = partOf(pack, "verdict");
  const { close, leaning }: Record<string, unknown> = { ...usualVerdict, ...Object.fromEntries(entriesOf(own)) };
  if (!isCount(close) || !isCount(leaning) || leaning > close) return [];
  const isGiven = partOf(own, "leaning") !== undefined;
  const received = isGiven ? `${leaning}` : `${leaning} where it is left out`;
  const expected = `at least ${close + 1}, since up to ${close} a call is close, and none could be leaning`;
  return [
    fault("out-of-range", { what: "verdict.leaning", received, expected }, texts[file]?.at(["verdict", "leaning"])),
  ];
}

/** What is new must exist, and what is old must not. */
function checkRenamed({ texts, known, questions }: RawPack, pack: unknown): Fault[] {
  const renamed = entriesOf(partOf(pack, "renamed"));
  const refuseOld = (what: string, id: string, path: Path) =>
    fault("still-there", { what, id }, texts[file]?.keyAt(path));
  return renamed.flatMap(([old, given]): Fault[] => {
    const now = textOf(given);
    if (now === undefined || known.question === undefined) return [];
    const path = ["renamed", old];
    const [before = "", option] = old.split(".");
    if (option === undefined) {
      const isThere = known.question.includes(old);
      return [
        ...refer(texts, "question", known.question, now, { file, path }),
        ...(isThere ? [refuseOld("question", old, path)] : []),
      ];
    }
    const id = textOf(renamed.find(([one]) => one === before)?.[1]) ?? before;
    const options = questions.find((one) => one.id === id)?.options.map(([one]) => one);
    if (options === undefined) return refer(texts, "question", known.question, id, { file, path, isKey: true });
    if (!options.includes(now)) return referOption(texts, id, now, options, { file, path });
    return options.includes(option) ? [refuseOld("option", option, path)] : [];
  });
}

export function isCount(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0;
}
