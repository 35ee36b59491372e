import { isIntact, layoutOf, readBody, splitCode } from "../advice/code.ts";
import { fault } from "../fault.ts";
import type { Pack } from "../pack/pack.ts";
import { fromVersion, type ParsedAnswers, readAnswers, refuse } from "./read-answers.ts";

/**
 * Reads a code (see `writeCode`). A code of another version of the pack is read with the questions of that version if
 * history.yaml has them; answers that no longer fit become warnings.
 */
export function readCode(pack: Pack, text: string): ParsedAnswers {
  const code = cleanUpCode(text);
  const parts = splitCode(code);
  const example = `${pack.id}@${pack.version}:…`;
  if (parts === null) return refuse(fault("not-a-code", { given: code, example }));
  if (parts.pack !== pack.id) return refuse(fault("other-pack", { given: parts.pack, pack: pack.id }));
  if (!isIntact(parts.body)) return refuse(fault("mistyped-code", { given: code }));
  const versions = [pack.version, ...Object.keys(pack.history)];
  const version = versions.find((one) => one.toLowerCase() === parts.version) ?? parts.version;
  const isCurrent = version === pack.version;
  // Two versions may share the two digits that mark a layout, so the layout of the version in the code is tried first.
  const ofVersion = Object.entries(pack.history).filter(([one]) => one === version && !isCurrent);
  const layouts = [...ofVersion.map(([, layout]) => layout), layoutOf(pack), ...Object.values(pack.history)];
  const answers = layouts.map((layout) => readBody(layout, parts.body)).find((read) => read !== null);
  if (answers === undefined) {
    const isKnown = versions.includes(version);
    return refuse(fault("unknown-layout", { given: version, version: pack.version, isKnown }));
  }
  const read = readAnswers(pack, answers);
  return isCurrent ? read : fromVersion(pack, version, read);
}

/** Undoes what e-mail does to a code: line breaks, quotation signs, invisible characters, punctuation and capitals. */
export function cleanUpCode(text: string): string {
  return text
    .replaceAll(/[\s>\u00ad\u200b-\u200d\u2060\ufeff]/g, "")
    .replaceAll(/^[^a-z]+|[^0-9a-z]+$/gi, "")
    .toLowerCase();
}

/** The first code in a text, such as a report; undefined if it has none. */
export function findCode(text: string): string | undefined {
  const codes = text.match(/\b[a-z][a-z0-9-]*@\d[0-9A-Za-z.-]*:[0-9a-z]{4,}/g) ?? [];
  return codes.find((code) => isIntact(splitCode(code)?.body ?? ""));
}
