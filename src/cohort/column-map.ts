import * as v from "valibot";
import { type Fault, fault, type Place, RoleAdvisorError } from "../fault.ts";
import { checkShape } from "../pack/match-schema.ts";
import type { Pack } from "../pack/pack.ts";
import { isList } from "../pack/pick.ts";
import { readYaml } from "../pack/yaml.ts";
import { fold, foldWhole, shortened } from "./fold-text.ts";
import type { Column } from "./header-rows.ts";

/** A column by its header, or by its number from 1; null if the question has no column. */
const columnSchema = v.nullable(v.union([v.string(), v.pipe(v.number(), v.integer(), v.minValue(1))]));
/** The column of each question, or, if its options have a column each, the column of each option. */
const mapSchema = v.record(v.string(), v.union([columnSchema, v.record(v.string(), columnSchema)]));

interface Entry {
  readonly question: number;
  readonly option: number | null;
  readonly column: v.InferOutput<typeof columnSchema>;
  readonly place: Place;
}

/** The file of --columns, in which the user says which column answers which question. */
export class ColumnMap {
  readonly #entries: readonly Entry[];

  /** @throws RoleAdvisorError with all faults of the file. */
  constructor(pack: Pack, text: string, file: string) {
    const yaml = readYaml(text, file);
    const { value, faults } = checkShape(mapSchema, yaml);
    if (value === undefined || faults.length > 0) throw new RoleAdvisorError(faults);
    const ids = pack.questions.map(({ id }) => id);
    const wrong: Fault[] = [];
    this.#entries = Object.entries(value).flatMap(([id, columns]): Entry[] => {
      const question = ids.indexOf(id);
      const target = pack.questions[question];
      if (target === undefined) {
        wrong.push(fault("unknown-question", { given: id, known: ids }, yaml.keyAt([id])));
        return [];
      }
      if (columns === null || typeof columns !== "object") {
        return [{ question, option: null, column: columns, place: yaml.at([id]) }];
      }
      const known = isList(target) ? target.options.map((option) => option.id) : [];
      return Object.entries(columns).map(([word, column]) => {
        const option = known.indexOf(word);
        const place = yaml.keyAt([id, word]);
        if (option < 0) wrong.push(fault("unknown-option", { question: id, given: word, known }, place));
        return { question, option, column, place };
      });
    });
    if (wrong.length > 0) throw new RoleAdvisorError(wrong);
  }

  names(header: string): boolean {
    return this.#entries.some(({ column }) => typeof column === "string" && isSame(column, header));
  }

  /** Assigns questions to the columns. @throws RoleAdvisorError if a column is missing, or two have its header. */
  apply(columns: readonly Column[]): void {
    const questions = new Set(this.#entries.map(({ question }) => question));
    for (const column of columns) if (questions.has(column.question)) column.question = -1;
    const faults: Fault[] = [];
    for (const { question, option, column: wanted, place } of this.#entries) {
      if (wanted === null) continue;
      const matches = columns.filter(({ index, name, text }) =>
        typeof wanted === "number" ? index === wanted - 1 : isSame(wanted, name) || isSame(wanted, text),
      );
      const [column] = matches;
      if (column === undefined || matches.length > 1) {
        faults.push(fault("no-such-column", { given: shortened(`${wanted}`), count: matches.length }, place));
      } else [column.question, column.option] = [question, option];
    }
    if (faults.length > 0) throw new RoleAdvisorError(faults);
  }
}

function isSame(a: string, b: string): boolean {
  return fold(a) === fold(b) || foldWhole(a) === foldWhole(b);
}
