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

/** One that is to be compared, and what of it no longer fits the pack. */
interface FoundSide extends Side {
  /** Of a kept sitting with its date. */
  readonly fullName: string;
  readonly warnings: readonly Fault[];
}

/** What is meant by a word: a kept name, then a file, then a code; `./x` is always a file. @throws RoleAdvisorError */
export async function findSide(world: World, pack: Pack, given: string): Promise<FoundSide> {
  const isFile = /^\.{0,2}[/\\]|^-$/.test(given);
  const sitting = isFile ? null : findSitting(world, pack, given);
  if (sitting !== null) return { ...asSide(sitting.name, answersOf(pack, sitting)), fullName: sitting.fullName };
  if (isFile || existsSync(resolve(world.cwd(), given))) {
    const { readAnswersFile } = await import("../answers/answers-file.ts");
    return asSide(given, await readAnswersFile(world, pack, given));
  }
  if (splitCode(cleanUpCode(given)) !== null) return asSide(cleanUpCode(given), readCode(pack, given));
  const known = [...pack.roles.map(({ id }) => id), ...new Set(listSittings(world).sittings.map(({ name }) => name))];
  throw new RoleAdvisorError([fault("nothing-to-compare", { given, known })]);
}

function asSide(name: string, { answers, faults, warnings = [] }: ParsedAnswers): FoundSide {
  if (faults.length > 0) throw new RoleAdvisorError(faults);
  return { name, fullName: name, answers, warnings };
}

/** Sittings of one name are told apart by their dates. */
export function nameApart(sides: readonly FoundSide[]): readonly Side[] {
  const names = sides.map(({ name }) => name);
  const isTaken = (name: string) => names.indexOf(name) !== names.lastIndexOf(name);
  return sides.map(({ name, fullName, answers }) => ({ name: isTaken(name) ? fullName : name, answers }));
}
