import { type Fault, fault } from "../../fault.ts";
import { walkShape } from "../match-schema.ts";
import { verdictTopic } from "../reserved.ts";
import { packParts } from "../schema/pack-files.ts";
import { entriesOf, itemsOf, partOf, textOf } from "../unchecked-data.ts";
import type { YamlText } from "../yaml.ts";
import { checkChosen } from "./check-chosen.ts";
import { checkEvidence } from "./check-evidence.ts";
import { checkPackFile } from "./check-pack-file.ts";
import { checkQuestions } from "./check-questions.ts";
import { checkReference, filesIn, type RawPack, readRawPack, type Texts } from "./raw-pack.ts";

/** Checks what the schemas cannot: doubled and reserved ids, references to missing ids, and figures that disagree. */
export function checkReferences(texts: Texts): Fault[] {
  const raw = readRawPack(texts);
  return [
    ...Object.entries(texts).flatMap(([file, yaml]) => checkMarks(raw, file, yaml)),
    ...checkPackFile(raw),
    ...checkQuestions(raw),
    ...filesIn(texts, "roles").flatMap((file) => checkRole(raw, file)),
    ...filesIn(texts, "neighbours").flatMap((file) => checkReasons(texts[file])),
    ...checkGuide(texts["guide.yaml"]),
    ...checkEvidence(texts["evidence.yaml"]),
    ...checkTests(texts["tests.yaml"]),
  ];
}

/** Checks the marks in the schema of a file: references, lists of distinct ids, answers and conditions. */
function checkMarks(raw: RawPack, file: string, yaml: YamlText): Fault[] {
  const faults: Fault[] = [];
  const [, { schema = undefined } = {}] =
    Object.entries(packParts).find(([part]) => file.split(/[/.]/)[0] === part) ?? [];
  walkShape(schema, yaml.value, ({ node: { mark }, value, path, isKey }) => {
    if (mark === undefined) return;
    if ("names" in mark) {
      const place = () => (isKey ? yaml.keyAt(path) : yaml.at(path));
      faults.push(...checkReference(mark.names, raw.ids[mark.names], value, place));
    } else if ("distinct" in mark) {
      const ids = itemsOf(value).map((item) => textOf(item) ?? textOf(partOf(item, "id")));
      for (const [i, id] of ids.entries()) {
        if (id === undefined || ids.indexOf(id) === i) continue;
        const at = textOf(itemsOf(value)[i]) === undefined ? [...path, i, "id"] : [...path, i];
        faults.push(fault("doubled-id", { what: mark.distinct, id }, yaml.at(at)));
      }
    } else faults.push(...checkChosen(raw, yaml, value, path, mark.chooses));
  });
  return faults;
}

function checkRole({ texts, ids }: RawPack, file: string): Fault[] {
  const yaml = texts[file];
  const roleId = file.replace(/^roles\/(.*)\.yaml$/, "$1");
  const others = ids.role?.filter((id) => id !== roleId);
  const isOwnCounterpart = partOf(partOf(yaml?.value, "counterpart"), roleId) !== undefined;
  return [
    ...checkReasons(yaml),
    ...(isOwnCounterpart && ids.role?.includes(roleId)
      ? checkReference("other role", others, roleId, () => yaml?.keyAt(["counterpart", roleId]))
      : []),
  ];
}

/** A role or a neighbour needs a reason for each trait that it weighs above zero. */
function checkReasons(yaml: YamlText | undefined): Fault[] {
  return entriesOf(partOf(yaml?.value, "traits")).flatMap(([trait, value]) => {
    const weight = partOf(value, "weight");
    if (typeof weight !== "number" || weight <= 0 || partOf(value, "because") !== undefined) return [];
    return [fault("no-because", { trait, weight }, yaml?.keyAt(["traits", trait]))];
  });
}

function checkGuide(yaml: YamlText | undefined): Fault[] {
  return itemsOf(yaml?.value).flatMap((topic, i) => {
    if (partOf(topic, "id") !== verdictTopic) return [];
    return [
      fault("reserved-id", { id: verdictTopic, why: "is a topic that the program makes itself" }, yaml?.at([i, "id"])),
    ];
  });
}

/** Every test needs an expectation or a code. */
function checkTests(yaml: YamlText | undefined): Fault[] {
  return itemsOf(yaml?.value).flatMap((test, i) => {
    const isIdle = partOf(test, "expect") === undefined && partOf(test, "code") === undefined;
    return isIdle ? [fault("no-expectation", {}, yaml?.at([i]))] : [];
  });
}
