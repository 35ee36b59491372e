import { isIntact, layoutOf, readBody, splitCode } from "../advice/code.ts";
import { type FaultCode, fault } from "../fault.ts";
import type { Pack } from "../pack/pack.ts";
import { fromVersion, type Read, readAnswers } from "./parse.ts";

/**
 * Reads a code (see `writeCode`). One made with another version of the pack is read by the questions and options that the
 * version had, if the pack's history tells them; what no longer fits is a warning.
 */
export function readCode(pack: Pack, code: string): Read {
  const parts = splitCode(code);
  const example = `${pack.id}@${pack.version}:…`;
  if (parts === null) return wrong("not-a-code", { given: code, example });
  if (parts.pack !== pack.id) return wrong("other-pack", { given: parts.pack, pack: pack.id });
  if (!isIntact(parts.body)) return wrong("mistyped-code", { given: code });
  const isCurrent = parts.version === pack.version;
  // Layouts of two versions may share their two digits: the version that the code names comes first.
  const named = isCurrent || !Object.hasOwn(pack.history, parts.version) ? undefined : pack.history[parts.version];
  const layouts = [...(named === undefined ? [] : [named]), layoutOf(pack), ...Object.values(pack.history)];
  const answers = layouts.map((layout) => readBody(layout, parts.body)).find((read) => read !== null);
  if (answers === undefined) return wrong("unknown-layout", { given: parts.version, version: pack.version });
  const read = readAnswers(pack, answers);
  return isCurrent ? read : fromVersion(pack, parts.version, read);
}

function wrong<Code extends FaultCode>(code: Code, data: Parameters<typeof fault<Code>>[1]): Read {
  return { answers: {}, unsure: [], faults: [fault(code, data)] };
}
