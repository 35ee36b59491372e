import { RoleAdvisorError } from "../fault.ts";
import { loadPack } from "../pack/load-pack.ts";
import type { Pack } from "../pack/pack.ts";
import type { World } from "../world.ts";

export interface FoundPack {
  /** The pack whose questions become flags: the built-in one if the pack that --pack names is broken. */
  readonly pack: Pack;
  /** What is wrong with the pack that --pack names. */
  readonly failure?: RoleAdvisorError;
}

/** Loads the pack that --pack names. A broken one must not stop commands for authors, who need them to repair it. */
export async function findPack(world: World): Promise<FoundPack> {
  const words = world.argv.slice(2);
  try {
    return { pack: await loadPack(packOption(words), world.cwd()) };
  } catch (failure) {
    const hasAuthorCommand = words.some((word) => isForAuthors(word, true));
    if (!(failure instanceof RoleAdvisorError) || !hasAuthorCommand) throw failure;
    return { pack: await loadPack(), failure };
  }
}

/** Does a command work without the pack of --pack? `audit` does only if its argument names a pack. */
export function isForAuthors(command: string, hasArgument: boolean): boolean {
  return ["check", "init", "schema", "completion"].includes(command) || (command === "audit" && hasArgument);
}

/**
 * The value of --pack. The pack decides which flags exist, so this runs before Commander can parse the command line.
 * That is safe, since no option accepts another option as its value (see `checkOptions`).
 */
function packOption(words: readonly string[]): string | undefined {
  let name: string | undefined;
  for (const [i, word] of words.entries()) {
    // In a group of short options, only options without a value may precede p: -qp is -q -p, but -op is --output p.
    const [, long, short] = /^(?:--pack=(.*)|-[qhV]*p(.*))$/s.exec(word) ?? [];
    if (word === "--pack" || short === "") name = words[i + 1];
    else name = long ?? short ?? name;
  }
  return name;
}
