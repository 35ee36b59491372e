import { type Fault, RoleAdvisorError } from "../fault.ts";
import { assemble } from "./assemble.ts";
import type { Pack, PackFiles } from "./pack.ts";
import { readPackSource } from "./read-pack.ts";

/**
 * Reads a pack from the texts of its files.
 * @param folder is put before the names of files in faults.
 * @param unreadable faults of files whose texts could not be had, by name.
 * @throws RoleAdvisorError with every fault; those of tests and examples are left to `check` and to whoever asks for the example.
 */
export function parsePack(files: PackFiles, folder = "", unreadable: Readonly<Record<string, Fault>> = {}): Pack {
  const { values, faults, exampleFaults } = readPackSource(files, folder, unreadable);
  if (values === null) throw new RoleAdvisorError(faults);
  return assemble(values, exampleFaults);
}
