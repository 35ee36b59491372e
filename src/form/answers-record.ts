import { asWritten } from "../advice/as-written.ts";
import type { Answers } from "../advice/scorecard.ts";
import type { Pack } from "../pack/pack.ts";

/**
 * The answers as the form page saves them: an answers file in one line, so that the files of a group, one after the other,
 * are NDJSON that `batch` reads.
 */
export function asRecord(pack: Pack, answers: Answers, name: string): object {
  const { id, version, hash } = pack;
  return { ...(name !== "" && { id: name }), pack: { id, version, hash }, answers: asWritten(pack, answers) };
}
