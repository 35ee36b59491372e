import { describe, fault, RoleAdvisorError } from "../fault.ts";
import type { Pack } from "../pack/pack.ts";
import { stateFolder } from "../state-folder.ts";
import type { World } from "../world.ts";
import { stopSentences } from "./interview-sentences.ts";
import type { Interview, UnfinishedInterview } from "./state.ts";
import { newFile, readUnfinished, removeInterview, writeInterview } from "./unfinished.ts";

export type Keeper = ReturnType<typeof keeperFor>;

/** Saves every step of one interview in a file of its own, and reports once if that fails. */
export function keeperFor(world: World, pack: Pack, isWanted: boolean) {
  const folder = isWanted ? stateFolder(world) : null;
  const file = folder === null ? null : newFile(folder, pack);
  let latest: { readonly interview: Interview; readonly isKept: boolean } | null = null;

  /** Until the first answer is saved, nobody knows whether the folder can be written to; then this is optimistic. */
  const isKept = () => file !== null && latest?.isKept !== false;

  const read = (): ReturnType<typeof readUnfinished> => {
    if (folder !== null) return readUnfinished(world, pack, folder);
    return { unfinished: [], activeElsewhere: 0, warnings: isWanted ? [describe(fault("no-home", {}))] : [] };
  };

  /** Saves a step. Returns a sentence the first time that it fails, and null otherwise. */
  const keep = (interview: Interview): string | null => {
    if (interview.asked.length === 0 && Object.keys(interview.drafts).length === 0) return null;
    const hasFailed = latest?.isKept === false;
    latest = { interview, isKept: false };
    if (file === null) return null;
    try {
      writeInterview(pack, file, interview, world.pid);
      latest = { interview, isKept: true };
      return null;
    } catch (error) {
      if (!(error instanceof RoleAdvisorError)) throw error;
      return hasFailed ? null : `${describe(error.faults[0])}. The interview goes on, but your answers are not saved.`;
    }
  };

  /** Continues an interview here. Its former file is removed; another terminal that still answers it writes a new file. */
  const takeOver = (unfinished: UnfinishedInterview): string | null => {
    const note = keep(unfinished.interview);
    if (isKept()) removeInterview(unfinished.file);
    return note;
  };

  /** Frees the interview, so that the next run may continue it. Returns a sentence that tells the person. */
  const stop = (): string => {
    if (!isWanted) return stopSentences.unwanted;
    if (latest === null) return stopSentences.nothing;
    if (!latest.isKept || file === null) return stopSentences.failed;
    try {
      writeInterview(pack, file, latest.interview, null);
    } catch {
      // The file still names this process. Once the process has ended, the next run sees that the interview is free.
    }
    return stopSentences.kept(latest.interview);
  };

  /** Removes the saved interview once the advice is written. */
  const forget = () => {
    if (file !== null && latest !== null) removeInterview(file);
  };

  return { isKept, read, keep, takeOver, stop, forget };
}
