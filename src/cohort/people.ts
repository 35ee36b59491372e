import type { Answers } from "../advice/scorecard.ts";

/** One respondent of a cohort, to be given a report. */
export interface Person {
  /** From 1, among the respondents. */
  readonly row: number;
  /** From the columns that are called so, as form tools call them too; empty where there are none. */
  readonly id: string;
  readonly name: string;
  /** Only a day as ISO 8601 writes it. */
  readonly date: string;
  /** Null where nothing is answered, or something is wrong. */
  readonly answers: Answers | null;
  /** What is wrong, a sentence each. */
  readonly faults: readonly string[];
}

/** At most so many bytes of a file's name: with an ending and a number it fits every file system. */
const mostBytes = 180;
/** Names that Windows keeps for itself, and those of the files beside the reports. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d|index|codes)$/i;

/** A name as the stem of a file, in any script, without what a file system or a shell would stumble over. */
function fileStem(name: string): string {
  const words = name.normalize("NFC").replaceAll(/[^\p{L}\p{M}\p{N}._-]+/gu, "-");
  const stem = words.replace(/^[-.]+/, "").replace(/[-.]+$/, "");
  let short = "";
  for (const { segment } of new Intl.Segmenter().segment(stem)) {
    if (Buffer.byteLength(short + segment) > mostBytes) break;
    short += segment;
  }
  return short === "" || reserved.test(short) ? `person-${short}`.replace(/-$/, "") : short;
}

/** Gives each name a file of its own, also where a file system takes two for the same. */
export function fileNames(ending: string): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    const stem = fileStem(name);
    const fold = (file: string) => file.normalize("NFKC").toLowerCase();
    let file = stem;
    for (let n = 2; taken.has(fold(file)); n++) file = `${stem}-${n}`;
    taken.add(fold(file));
    return `${file}${ending}`;
  };
}
