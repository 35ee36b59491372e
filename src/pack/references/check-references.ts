import { type Fault, fault } from "../../fault.ts";
import { madeTopic } from "../reserved.ts";
import { checkEvidence } from "./check-evidence.ts";
import { checkPackFile } from "./check-pack-file.ts";
import { checkExample, checkTests } from "./check-proofs.ts";
import { checkQuestions } from "./check-questions.ts";
import { checkRole } from "./check-role.ts";
import { idsIn, type RawPack, readRawPack, type Texts } from "./raw-pack.ts";
import { checkMentions, findDoubled } from "./refer.ts";

/** What the schemas cannot see: ids that are doubled or reserved, references to what does not exist, figures that do not agree. */
export function checkReferences(texts: Texts): Fault[] {
  const raw = readRawPack(texts);
  const filesIn = (folder: string) => Object.keys(texts).filter((file) => file.startsWith(`${folder}/`));
  return [
    ...checkPackFile(raw),
    ...checkQuestions(raw),
    ...[...filesIn("roles"), ...filesIn("neighbours")].flatMap((file) => checkRole(raw, file)),
    ...checkGuide(raw),
    ...checkEvidence(raw),
    ...checkTests(raw),
    ...filesIn("examples").flatMap((file) => checkExample(raw, file)),
  ];
}

function checkGuide(raw: RawPack): Fault[] {
  const file = "guide.yaml";
  const ids = idsIn(raw.texts[file]?.value);
  const made = ids.filter(({ text }) => text === madeTopic);
  return [
    ...findDoubled(raw.texts, "guide topic", ids, { file, path: [] }, "id"),
    ...made.map(({ text: id, index }) =>
      fault("reserved-id", { id, why: "is a topic that the program makes itself" }, raw.texts[file]?.at([index, "id"])),
    ),
    ...checkMentions(raw, file),
  ];
}
