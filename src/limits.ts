/**
 * The most that an input may hold, whether it is a file, a device, a pipe, standard input, an argument or a call of the API.
 * docs/scripts.md shows this table, and a test keeps the two alike.
 */
export const limits = {
  /** Bytes of an answers file, a summary, a file of a pack, or a record that the program keeps. */
  fileBytes: 1_048_576,
  /** Lists and maps inside one another. */
  depth: 64,
  /** Words, signs and line breaks of a YAML or JSON file. The library takes 1.5 s and 140 MB for as many. */
  parts: 400_000,
  /** Faults of one input that are told; the rest is counted. */
  faults: 100,
  /** Characters of a given text that a message repeats. */
  echo: 120,
  /** Characters of one row of a cohort, of which there may be any number. */
  rowLength: 1_048_576,
  /** Bytes of an Excel workbook, which is read as a whole, and of all its parts unpacked. */
  workbookBytes: 20_000_000,
  unpackedBytes: 100_000_000,
  /** Columns of a cohort. */
  columns: 2_000,
  /** Sittings that are compared. */
  sittings: 8,
  /** Characters of the name of a sitting. */
  name: 80,
} as const;
