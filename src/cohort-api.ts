import { Cohort } from "./cohort/cohort.ts";
import type { Person } from "./cohort/people.ts";
import type { Summary } from "./cohort/summary.ts";
import type { Pack } from "./pack/pack.ts";
import { version } from "./version.ts";

export { addSummaries } from "./cohort/summary.ts";
export type { Person as Respondent, Summary };

/** Text of a cohort in pieces of any size: a stream of Node, a response's body, or a list of one. */
export type Chunks = AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>;

export interface CohortOptions {
  readonly from: "csv" | "ndjson";
  /** What faults call the input. Default `rows`. */
  readonly file?: string;
  /** Between the cells of CSV; found out where it is not given. */
  readonly delimiter?: string;
}

/**
 * The respondents of a cohort, in order, as they are read; memory does not grow with the rows.
 * @throws RoleAdvisorError where the header is wrong, or a quote never closes.
 */
export async function* readCohort(pack: Pack, chunks: Chunks, options: CohortOptions): AsyncGenerator<Person> {
  const cohort = cohortOf(pack, options, "people");
  for await (const chunk of chunks) {
    cohort.feed(bytesOf(chunk));
    yield* cohort.takePeople();
  }
  cohort.close();
  yield* cohort.takePeople();
}

/**
 * A cohort in counts, as `batch --summary --format json` prints it: the full counts, for `addSummaries`. What is shown of it
 * should hide small counts, as `batch --summary` does.
 * @throws RoleAdvisorError where the header is wrong, or a quote never closes.
 */
export async function summarizeCohort(pack: Pack, chunks: Chunks, options: CohortOptions): Promise<Summary> {
  const cohort = cohortOf(pack, options, "summary");
  for await (const chunk of chunks) cohort.feed(bytesOf(chunk));
  cohort.close();
  const summary = cohort.summary(version);
  if (summary === null) throw new Error("a cohort that is summed up has a summary");
  return summary;
}

function cohortOf(pack: Pack, { from, file = "rows", delimiter }: CohortOptions, to: "people" | "summary"): Cohort {
  const delimiters = { from: delimiter ?? null, to: null };
  return new Cohort(pack, {
    from,
    to,
    file,
    delimiters,
    map: null,
    by: null,
    prefix: "",
    isFull: false,
    isRaw: false,
    keepsFaults: false,
  });
}

function bytesOf(chunk: Uint8Array | string): Uint8Array {
  return typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk;
}
