import { RoleAdvisorError } from "../fault.ts";
import { loadPack } from "../pack/find.ts";
import type { Pack } from "../pack/pack.ts";
import type { World } from "../world.ts";

/** The pack that the flags are made of, and what is wrong with the one that was named. */
export interface FoundPack {
  readonly pack: Pack;
  readonly failure?: RoleAdvisorError;
}

/** The pack that --pack names. One that is broken keeps nobody from checking it, or from starting another. */
export async function findPack(world: World): Promise<FoundPack> {
  const words = world.argv.slice(2);
  try {
    return { pack: await loadPack(packNamed(words), world.cwd()) };
  } catch (failure) {
    const isSpared = words.some((word) => isForAuthors(word, true));
    if (!(failure instanceof RoleAdvisorError) || !isSpared) throw failure;
    return { pack: await loadPack(), failure };
  }
}

/** Does the command look at a pack by itself, or at none? An audit does so only for a pack that is its argument. */
export function isForAuthors(command: string, hasArgument: boolean): boolean {
  return ["check", "init", "schema", "completion"].includes(command) || (command === "audit" && hasArgument);
}

/**
 * What --pack says. It decides which flags there are, so it is looked for before they are known. That is safe, since no
 * option takes another one for its value (see `checkOptions`).
 */
function packNamed(words: readonly string[]): string | undefined {
  let named: string | undefined;
  for (const [i, word] of words.entries()) {
    // Before -p only options without a value may stand in one word: -qp is one, -op is a file called "p".
    const [, long, short] = /^(?:--pack=(.*)|-[qhV]*p(.*))$/s.exec(word) ?? [];
    if (word === "--pack" || short === "") named = words[i + 1];
    else named = long ?? short ?? named;
  }
  return named;
}
