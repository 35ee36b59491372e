/** Names of the program's flags and columns. No question may have one as its id, nor an id that starts with "no-". */
export const reservedIds: readonly string[] = [
  ..."accessible answers code color details example force format fresh".split(" "),
  ..."help id input keep open output pack quick save version".split(" "),
];

/** The answer that leaves a question open. No option may have it as its id. */
export const openWord = "unsure";
/** The answer that picks nothing, where `pick` is `any`. No option of such a question may have it as its id. */
export const noneWord = "none";

/** Id of the guide topic that the program writes itself, from the pack's thresholds. */
export const verdictTopic = "verdict";
