import { type Answers, answersFrom } from "../advice/scorecard.ts";
import { describe } from "../fault.ts";
import type { Pack } from "../pack/pack.ts";
import { fold } from "./fold-text.ts";
import type { Outcome, Row } from "./rows.ts";

/** One respondent of a cohort, as reports and the API need it. */
export interface Person {
  /** Number of the row, counted from 1 without the header. */
  readonly row: number;
  /** From the column that form tools use for ids; empty if there is none. The same holds for the name and the date. */
  readonly id: string;
  readonly name: string;
  /** A day as in ISO 8601: 2026-11-26. */
  readonly date: string;
  /** Null if the row holds no answer or was rejected. */
  readonly answers: Answers | null;
  /** A sentence for each fault of the row. */
  readonly faults: readonly string[];
}

/** Indices of the columns that say who a person is, by their names in form tools; -1 for a column that is missing. */
export function personColumns(names: readonly string[]) {
  const columnOf = (pattern: RegExp) => names.findIndex((name) => pattern.test(fold(name)));
  return {
    id: columnOf(/^(?:id\. )?(?:(?:response ?|respondent )?id|(?:recipient ?)?e-?mail(?: address)?|username)$/),
    fullName: columnOf(/^(?:(?:full |your )?name)$/),
    firstName: columnOf(/^(?:recipient ?)?first ?name$/),
    lastName: columnOf(/^(?:recipient ?)?last ?name$/),
    date: columnOf(/^date$/),
  };
}

export function personOf(pack: Pack, row: Row, outcome: Outcome, number: number): Person {
  const columns = personColumns(row.names);
  const valueAt = (column: number) => (column < 0 ? "" : row.cell(column).trim());
  const isAnswered = outcome !== "blank" && outcome !== "rejected";
  return {
    row: number,
    id: valueAt(columns.id),
    name: valueAt(columns.fullName) || `${valueAt(columns.firstName)} ${valueAt(columns.lastName)}`.trim(),
    date: /^\d{4}-\d\d-\d\d/.exec(valueAt(columns.date))?.[0] ?? "",
    answers: isAnswered ? answersFrom(pack, row.numbers) : null,
    faults: row.faults.map(describe),
  };
}

/** Maximum length in bytes of a file name without its ending: with a number and an ending it fits every file system. */
const mostBytes = 180;
/** File names that Windows reserves, and those of the files beside the reports. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d|index|codes)$/i;

/** Turns the name of a person, in any script, into a file name without ending that file systems and shells accept. */
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

/** Returns a function that gives each name its own file, also on file systems that ignore letter case. */
export function fileNames(ending: string): (name: string) => string {
  const used = new Set<string>();
  return (name) => {
    const stem = fileStem(name);
    const toKey = (file: string) => file.normalize("NFKC").toLowerCase();
    let file = stem;
    for (let n = 2; used.has(toKey(file)); n++) file = `${stem}-${n}`;
    used.add(toKey(file));
    return `${file}${ending}`;
  };
}
