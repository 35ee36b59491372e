import { describe, fault, RoleAdvisorError } from "../fault.ts";
import type { Pack } from "../pack/pack.ts";
import { stateFolder } from "../state-folder.ts";
import type { World } from "../world.ts";
import { stopped } from "./interview-sentences.ts";
import type { Interview, Left } from "./state.ts";
import { newFile, readUnfinished, removeInterview, writeInterview } from "./unfinished.ts";

export type Keeper = ReturnType<typeof keeperFor>;

/** Keeps every step of one interview on disk, in a file of its own, and says once if it cannot. */
export function keeperFor(world: World, pack: Pack, isWanted: boolean) {
  const folder = isWanted ? stateFolder(world) : null;
  const file = folder === null ? null : newFile(folder, pack);
  let latest: { readonly interview: Interview; readonly isKept: boolean } | null = null;

  /** As far as it is known: a folder that cannot be written to shows at the first answer. */
  const isKept = () => file !== null && latest?.isKept !== false;

  const read = (): ReturnType<typeof readUnfinished> => {
    if (folder !== null) return readUnfinished(world, pack, folder);
    return { left: [], elsewhere: 0, say: isWanted ? [describe(fault("no-home", {}))] : [] };
  };

  /** A sentence the first time that it fails. */
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

  /** From now on the interview is answered here: its former file goes, and another terminal that writes it makes a new one. */
  const take = (left: Left): string | null => {
    const note = keep(left.interview);
    if (isKept()) removeInterview(left.file);
    return note;
  };

  /** Nobody answers it any more, so the next run may continue it. Returns a sentence that says so. */
  const stop = (): string => {
    if (!isWanted) return stopped.unwanted;
    if (latest === null) return stopped.nothing;
    if (!latest.isKept || file === null) return stopped.failed;
    try {
      writeInterview(pack, file, latest.interview, null);
    } catch {
      // The file is there, and this process ends: so it is free all the same.
    }
    return stopped.kept(latest.interview);
  };

  /** The advice is out, and what was kept is not needed any more. */
  const forget = () => {
    if (file !== null && latest !== null) removeInterview(file);
  };

  return { isKept, read, keep, take, stop, forget };
}
