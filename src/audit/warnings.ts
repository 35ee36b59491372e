import type { Pack } from "../pack/pack.ts";
import { findHeavyQuestions, findHopelessRoles } from "./balance.ts";
import { findGaps } from "./gaps.ts";
import { findPoorHistory } from "./history.ts";
import { findIdleSources, findIdleTraits } from "./idle.ts";
import { findLongTexts } from "./lengths.ts";
import { findIdleOptions } from "./options.ts";
import { findUnfit } from "./unfit.ts";
import { findUnseen } from "./unseen.ts";
import type { Warning } from "./warning.ts";
import { findPoorWording } from "./wording.ts";

/** All that is valid in a pack, but worth improving. */
export function findWarnings(pack: Pack): Warning[] {
  const hopeless = findHopelessRoles(pack);
  return [
    ...findLongTexts(pack),
    ...findPoorWording(pack),
    ...findIdleOptions(pack),
    ...hopeless,
    // Where a role cannot lead at all, little is left for a question to decide.
    ...(hopeless.length > 0 ? [] : findHeavyQuestions(pack)),
    ...findIdleTraits(pack),
    ...findIdleSources(pack),
    ...findGaps(pack),
    ...findUnseen(pack),
    ...findUnfit(pack),
    ...findPoorHistory(pack),
  ];
}
