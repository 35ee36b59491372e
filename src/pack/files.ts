/** Text of each file of a pack, by its name inside the pack's folder: `pack.yaml`, `roles/cto.yaml`, … */
export type PackFiles = Readonly<Record<string, string>>;

/** The files of a pack beside those in its folders. The ending may be `.yml` as well. */
export const partFiles: readonly string[] = [
  "pack.yaml",
  "traits.yaml",
  "questions.yaml",
  "sources.yaml",
  "guide.yaml",
  "evidence.yaml",
  "words.yaml",
  "tests.yaml",
  "history.yaml",
];

export const partFolders: readonly string[] = ["roles", "neighbours", "examples"];
