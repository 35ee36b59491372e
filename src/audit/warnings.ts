import type { Pack } from "../pack/pack.ts";
import { findHeavyQuestions, findHopelessRoles } from "./balance.ts";
import { findLostHistory } from "./history.ts";
import { findIdleSources, findIdleTraits } from "./idle.ts";
import { findIdleOptions } from "./options.ts";
import type { Warning } from "./warning.ts";
import { findPoorWording } from "./wording.ts";

/** All that is legal in a pack but poor. */
export function findWarnings(pack: Pack): Warning[] {
  const hopeless = findHopelessRoles(pack);
  return [
    ...findPoorWording(pack),
    ...findIdleOptions(pack),
    ...hopeless,
    // Where a role cannot lead at all, little is left for a question to decide.
    ...(hopeless.length > 0 ? [] : findHeavyQuestions(pack)),
    ...findIdleTraits(pack),
    ...findIdleSources(pack),
    ...findLostHistory(pack),
  ];
}
