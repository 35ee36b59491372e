import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { splitCode } from "../advice/code.ts";
import type { ParsedAnswers } from "../answers/read-answers.ts";
import { cleanUpCode, readCode } from "../answers/read-code.ts";
import { type Fault, fault, RoleAdvisorError } from "../fault.ts";
import type { Pack } from "../pack/pack.ts";
import type { World } from "../world.ts";
import type { Side } from "./compare-sittings.ts";
import { answersOf, findSitting, listSittings } from "./sitting-store.ts";

/** Answers to compare. `warnings` name answers that no longer fit the pack. */
interface FoundSide extends Side {
  /** The name; for a kept sitting with its date. */
  readonly fullName: string;
  readonly warnings: readonly Fault[];
}

/** Reads a word as a kept name, else as a file, else as a code. `./x` is always a file. @throws RoleAdvisorError */
export async function findSide(world: World, pack: Pack, word: string): Promise<FoundSide> {
  const isFile = /^\.{0,2}[/\\]|^-$/.test(word);
  const sitting = isFile ? null : findSitting(world, pack, word);
  if (sitting !== null) return { ...asSide(sitting.name, answersOf(pack, sitting)), fullName: sitting.fullName };
  if (isFile || existsSync(resolve(world.cwd(), word))) {
    const { readAnswersFile } = await import("../answers/load-answers-file.ts");
    return asSide(word, await readAnswersFile(world, pack, word));
  }
  if (splitCode(cleanUpCode(word)) !== null) return asSide(cleanUpCode(word), readCode(pack, word));
  const known = [...pack.roles.map(({ id }) => id), ...new Set(listSittings(world).sittings.map(({ name }) => name))];
  throw new RoleAdvisorError([fault("nothing-to-compare", { given: word, known })]);
}

function asSide(name: string, { answers, faults, warnings = [] }: ParsedAnswers): FoundSide {
  if (faults.length > 0) throw new RoleAdvisorError(faults);
  return { name, fullName: name, answers, warnings };
}

/** Adds the dates to the names of sittings that share a name. */
export function nameApart(sides: readonly FoundSide[]): readonly Side[] {
  const names = sides.map(({ name }) => name);
  const isShared = (name: string) => names.indexOf(name) !== names.lastIndexOf(name);
  return sides.map(({ name, fullName, answers }) => ({ name: isShared(name) ? fullName : name, answers }));
}
