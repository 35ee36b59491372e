import type { Pack } from "../pack/pack.ts";
import { findGaps } from "./gaps.ts";
import { findPoorEvidence } from "./poor-evidence.ts";
import { findPoorHistory } from "./poor-history.ts";
import { findLongTexts, findPoorWording } from "./poor-texts.ts";
import { findUnfit, findUnseen } from "./unseen.ts";
import type { Warning } from "./warning.ts";

/** All that is valid in a pack, but worth improving. */
export function findWarnings(pack: Pack): Warning[] {
  const sorts = [findLongTexts, findPoorWording, findPoorEvidence, findGaps, findUnseen, findUnfit, findPoorHistory];
  return sorts.flatMap((find) => find(pack));
}
