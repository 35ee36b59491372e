/** What form tools write for a ticked option, and for one that is not; folded. */
export const ticked = /^(?:yes|y|1|true|x|selected|checked|quoted|ja|oui|sí|si|✓)$/;
export const unticked = /^(?:no|n|0|false|not selected|unchecked|not quoted|nein|non|-)$/;
