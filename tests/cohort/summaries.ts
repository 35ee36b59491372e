import { Cohort } from "../../src/cohort/cohort.ts";
import type { Summary } from "../../src/cohort/summary.ts";
import type { Pack } from "../../src/pack/pack.ts";
import { respondents, toNdjson } from "./rows.ts";

/** A cohort that has read a text of NDJSON. */
function cohortOf(pack: Pack, text: string, to: "ndjson" | "summary"): Cohort {
  const cohort = new Cohort(pack, { file: "rows.ndjson", from: "ndjson", to, delimiters: { from: ",", to: "," } });
  cohort.feed(Buffer.from(text));
  cohort.close();
  return cohort;
}

/** The rows that are written for a text of NDJSON, as NDJSON. */
export function rowsOf(pack: Pack, text: string): string {
  return Buffer.from(cohortOf(pack, text, "ndjson").take()).toString();
}

/** What a text of NDJSON is counted as. */
export function summarise(pack: Pack, text: string): Summary {
  const summary = cohortOf(pack, text, "summary").summary("1.0.0");
  if (summary === null) throw new Error("there is no summary");
  return summary;
}

/** The summary of so many respondents, the same for the same seed. */
export function summaryOf(pack: Pack, people: number, seed = 5): Summary {
  return summarise(pack, toNdjson(pack, respondents(pack, people, seed)));
}
