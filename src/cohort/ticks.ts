/** What form tools write for a ticked option, and for one that is not. */
export const ticked = new Set([
  "yes",
  "y",
  "1",
  "true",
  "x",
  "selected",
  "checked",
  "quoted",
  "ja",
  "oui",
  "sí",
  "si",
  "✓",
]);
export const unticked = new Set([
  "no",
  "n",
  "0",
  "false",
  "not selected",
  "unchecked",
  "not quoted",
  "nein",
  "non",
  "-",
]);
