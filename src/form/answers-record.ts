import type { Answers } from "../advice/scorecard.ts";
import { asWritten } from "../advice/written-answers.ts";
import type { Pack } from "../pack/pack.ts";

/**
 * The answers file that the form page saves. The page writes it in one line, so that the files of a group can be
 * concatenated to NDJSON for `batch`.
 */
export function asRecord(pack: Pack, answers: Answers, name: string): object {
  const { id, version, hash } = pack;
  return { ...(name !== "" && { id: name }), pack: { id, version, hash }, answers: asWritten(pack, answers) };
}
