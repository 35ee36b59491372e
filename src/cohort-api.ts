import { Cohort } from "./cohort/cohort.ts";
import type { Person } from "./cohort/people.ts";
import type { Summary } from "./cohort/summary.ts";
import type { Pack } from "./pack/pack.ts";
import { version } from "./version.ts";

export { addSummaries } from "./cohort/summary.ts";
export type { Person as Respondent, Summary };

/** The text of a cohort in pieces of any size: a Node stream, the body of a response, or a list with a single piece. */
export type Chunks = AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>;

export interface CohortOptions {
  readonly from: "csv" | "ndjson";
  /** The name of the input in faults. Default `rows`. */
  readonly file?: string;
  /** The delimiter between cells of CSV. By default it is guessed from the first rows. */
  readonly delimiter?: string;
}

/**
 * Yields the respondents of a cohort in their order while it is read. Memory use does not grow with the number of rows.
 * @throws RoleAdvisorError if the header is wrong, or a quote never closes.
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
 * Sums a cohort up in counts, as `batch --summary --format json` prints them. They are complete, so that `addSummaries`
 * can add them; hide small counts, as `batch --summary` does, before you show them to anybody.
 * @throws RoleAdvisorError if the header is wrong, or a quote never closes.
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
  return new Cohort(pack, { from, to, file, delimiters: { from: delimiter ?? null, to: null } });
}

function bytesOf(chunk: Uint8Array | string): Uint8Array {
  return typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk;
}
