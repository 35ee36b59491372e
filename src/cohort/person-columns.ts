import { answersFrom } from "../advice/scorecard.ts";
import { describe } from "../fault.ts";
import type { Pack } from "../pack/pack.ts";
import { fold } from "./fold.ts";
import type { Person } from "./people.ts";
import type { Outcome, Row } from "./rows.ts";

/** A row as a person, by what form tools call the columns that say who it is. */
export function personOf(pack: Pack, row: Row, outcome: Outcome, number: number): Person {
  const under = (wanted: RegExp) => {
    const column = row.names.findIndex((name) => wanted.test(fold(name)));
    return column < 0 ? "" : row.cell(column).trim();
  };
  const isAnswered = outcome !== "blank" && outcome !== "rejected";
  return {
    row: number,
    id: under(/^(?:id\. )?(?:(?:response ?|respondent )?id|(?:recipient ?)?e-?mail(?: address)?|username)$/),
    name:
      under(/^(?:(?:full |your )?name)$/) ||
      `${under(/^(?:recipient ?)?first ?name$/)} ${under(/^(?:recipient ?)?last ?name$/)}`.trim(),
    date: /^\d{4}-\d\d-\d\d/.exec(under(/^date$/))?.[0] ?? "",
    answers: isAnswered ? answersFrom(pack, row.numbers) : null,
    faults: row.faults.map(describe),
  };
}
