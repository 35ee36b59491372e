/**
 * The limits of every input, whether it is a file, a device, a pipe, standard input, an argument or a call of the API.
 * docs/scripts.md has the same table, and a test compares the two.
 */
export const limits = {
  /** Bytes of an answers file, a summary, a file of a pack, or a record that the program keeps. */
  fileBytes: 1_048_576,
  /** Levels of lists and maps inside one another. */
  depth: 64,
  /** Words, signs and line breaks of a YAML or JSON file. The YAML library takes 1.5 s and 140 MB for this many. */
  parts: 400_000,
  /** Faults of one input that are reported; the rest are only counted. */
  faults: 100,
  /** Characters of a user's text that a message repeats. */
  echo: 120,
  /** Characters of one row of a cohort. The number of rows has no limit. */
  rowLength: 1_048_576,
  /** Bytes of an Excel workbook, which is held in memory as a whole, and bytes of all its parts after unpacking. */
  workbookBytes: 20_000_000,
  unpackedBytes: 100_000_000,
  /** Columns of a cohort. */
  columns: 2_000,
  /** Sittings in one comparison. */
  sittings: 8,
  /** Characters in the name of a sitting. */
  name: 80,
} as const;
