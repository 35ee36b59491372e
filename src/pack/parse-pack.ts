import { type Fault, RoleAdvisorError } from "../fault.ts";
import { assemble } from "./assemble.ts";
import type { Pack, PackFiles } from "./pack.ts";
import { readPackSource } from "./read-pack.ts";

/**
 * Reads a pack from the texts of its files.
 * @param folder precedes the names of files in faults.
 * @param unreadable faults of files that could not be read, by file name.
 * @throws RoleAdvisorError with every fault except those in tests, which `check` reports, and in examples, which carry
 *   them in `faults`.
 */
export function parsePack(files: PackFiles, folder = "", unreadable: Readonly<Record<string, Fault>> = {}): Pack {
  const { values, faults, exampleFaults } = readPackSource(files, folder, unreadable);
  if (values === null) throw new RoleAdvisorError(faults);
  return assemble(values, exampleFaults);
}
