import { describe, fault, RoleAdvisorError } from "../fault.ts";
import type { Pack } from "../pack/pack.ts";
import { stateFolder } from "../state-folder.ts";
import type { World } from "../world.ts";
import type { Left } from "./keypress.ts";
import { stopped } from "./sentences.ts";
import type { Interview } from "./state.ts";
import { newFile, readUnfinished, removeInterview, type Unfinished, writeInterview } from "./unfinished.ts";

/** Keeps every step of one interview on disk, in a file of its own, and says once if it cannot. */
export class Keeper {
  readonly #world: World;
  readonly #pack: Pack;
  readonly #isWanted: boolean;
  readonly #folder: string | null;
  readonly #file: string | null;
  #latest: { readonly interview: Interview; readonly isKept: boolean } | null = null;

  constructor(world: World, pack: Pack, isWanted: boolean) {
    this.#world = world;
    this.#pack = pack;
    this.#isWanted = isWanted;
    this.#folder = isWanted ? stateFolder(world) : null;
    this.#file = this.#folder === null ? null : newFile(this.#folder, pack);
  }

  /** As far as it is known: a folder that cannot be written to shows at the first answer. */
  get isKept(): boolean {
    return this.#file !== null && this.#latest?.isKept !== false;
  }

  read(): Unfinished {
    if (this.#folder !== null) return readUnfinished(this.#world, this.#pack, this.#folder);
    return { left: [], elsewhere: 0, say: this.#isWanted ? [describe(fault("no-home", {}))] : [] };
  }

  /** From now on the interview is answered here: its former file goes, and another terminal that writes it makes a new one. */
  take({ file, interview }: Left): string | null {
    const note = this.keep(interview);
    if (this.isKept) removeInterview(file);
    return note;
  }

  /** A sentence the first time that it fails. */
  keep(interview: Interview): string | null {
    if (interview.asked.length === 0 && Object.keys(interview.drafts).length === 0) return null;
    const hasFailed = this.#latest?.isKept === false;
    this.#latest = { interview, isKept: false };
    if (this.#file === null) return null;
    try {
      writeInterview(this.#pack, this.#file, interview, this.#world.pid);
      this.#latest = { interview, isKept: true };
      return null;
    } catch (error) {
      if (!(error instanceof RoleAdvisorError)) throw error;
      return hasFailed ? null : `${describe(error.faults[0])}. The interview goes on, but your answers are not saved.`;
    }
  }

  /** Nobody answers it any more, so the next run may continue it. Returns a sentence that says so. */
  stop(): string {
    if (!this.#isWanted) return stopped.unwanted;
    if (this.#latest === null) return stopped.nothing;
    const { interview, isKept } = this.#latest;
    if (!isKept || this.#file === null) return stopped.failed;
    try {
      writeInterview(this.#pack, this.#file, interview, null);
    } catch {
      // The file is there, and this process ends: so it is free all the same.
    }
    return stopped.kept(interview);
  }

  /** The advice is out, and what was kept is not needed any more. */
  forget(): void {
    if (this.#file !== null && this.#latest !== null) removeInterview(this.#file);
  }
}
