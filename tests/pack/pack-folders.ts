import { readdirSync } from "node:fs";

/** Every pack that ships, and the one that `init` writes. */
export const packFolders: readonly string[] = [
  "data",
  "data/starter",
  ...readdirSync("data/packs").map((name) => `data/packs/${name}`),
];
