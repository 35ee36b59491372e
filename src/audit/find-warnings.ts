import type { Pack } from "../pack/pack.ts";
import { findGaps } from "./gaps.ts";
import { findPoorEvidence } from "./poor-evidence.ts";
import { findPoorHistory } from "./poor-history.ts";
import { findLongTexts, findPoorWording } from "./poor-texts.ts";
import { findUnfit, findUnseen } from "./unseen.ts";
import type { Warning } from "./warning.ts";

/** Finds everything in a pack that is valid, but worth improving. */
export function findWarnings(pack: Pack): Warning[] {
  const checks = [findLongTexts, findPoorWording, findPoorEvidence, findGaps, findUnseen, findUnfit, findPoorHistory];
  return checks.flatMap((find) => find(pack));
}
