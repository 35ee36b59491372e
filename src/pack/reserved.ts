/** Names of the program's own flags and columns: no question may have them for an id, nor one that starts with "no-". */
export const reservedIds: readonly string[] = [
  ..."accessible answers code color details example force format fresh".split(" "),
  ..."help id input keep open output pack quick save version".split(" "),
];

/** Words that stand for an answer themselves: no option may have them for an id. */
export const openWord = "unsure";
/** For questions where any number may be picked. */
export const noneWord = "none";

/** The guide topic that the program makes from the pack's thresholds. */
export const verdictTopic = "verdict";
